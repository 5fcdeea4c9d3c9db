"""Relationships that sum up: (threat)-[:THREATENS]->(interest) for the statements that hold, MENTIONS for mentions."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from loaders.graph.inverse import holds
from loaders.graph.layers import Subjects, every, one
from loaders.graph.names import Names
from loaders.graph.rows import Link, Node, Value
from ontology import namespaces as ns
from ontology.iri import parts


def typed(nodes: Mapping[str, Node], links: Iterable[Link], names: Names) -> Iterator[Link]:
    """One relationship for each triple that holds, with what its statements say, the surest first.

    For looking and styling: a filter on it would mix one document's stance with another's confidence.
    """
    ends = {(link.start, link.type): link.end for link in links if link.type in ("SUBJECT", "OBJECT", "SAID_IN")}
    said: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    for node in nodes.values():
        if "Statement" in node.labels and holds(node, names):
            subject, value = ends.get((node.uri, "SUBJECT")), ends.get((node.uri, "OBJECT"))
            if subject and value:
                said[subject, str(node.properties["relation"]), value].append(node)
    for (subject, relation, value), statements in sorted(said.items()):
        documents = {nodes[ends[node.uri, "SAID_IN"]] for node in statements if (node.uri, "SAID_IN") in ends}
        properties = _summary(statements, documents)
        yield Link(subject, names.types[ns.BFP + relation], value, properties)


def _summary(statements: Iterable[Node], documents: Iterable[Node]) -> dict[str, Value]:
    stances = sorted({str(node.properties["stance"]) for node in statements})  # asserted sorts before intended
    dates = sorted(each for node in documents if isinstance(each := node.properties.get("issued"), date))
    found: dict[str, Value] = {
        "confidence": max(float(str(node.properties["confidence"])) for node in statements),
        "stance": stances[0],
        "stances": stances,
        "documents": sorted(parts(node.uri)[1] for node in documents),
        "statements": sorted(parts(node.uri)[1] for node in statements),
    }
    if dates:
        found |= {"firstStated": dates[0], "lastStated": dates[-1]}
    return found


def mentioned(
    passages: Iterable[Node], sources: Mapping[str, str], mentions: Subjects, known: set[str]
) -> Iterator[Link]:
    """(passage)-[:MENTIONS {count}]->(entity): the mentions that lie within the passage. `sources`: passage -> text."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for values in mentions.values():
        text = one(values, ns.DCTERMS + "isPartOf")
        first, last = one(values, ns.OA + "start"), one(values, ns.OA + "end")
        if text and first and last:
            spans[text] += ((int(first), int(last), each) for each in every(values, ns.BFP + "names") if each in known)
    for found in spans.values():
        found.sort()
    for passage in passages:
        start, end = (passage.properties.get(each) for each in ("start", "end"))
        if isinstance(start, int) and isinstance(end, int):
            inside = spans.get(sources.get(passage.uri, ""), [])
            after = inside[bisect_left(inside, (start, 0, "")) : bisect_left(inside, (end, 0, ""))]
            for entity, count in sorted(Counter(each for _, stop, each in after if stop <= end).items()):
                yield Link(passage.uri, "MENTIONS", entity, {"count": count})
