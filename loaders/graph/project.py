"""A release as nodes and links of Neo4j, read off the ontology (docs/projection.md).

What it writes, `inverse` takes back to the same quads. Quads that would not come back stay on their node, as N-Quads
in `_rdf`; a quad too many is an error here, before anything reaches Neo4j.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from loaders.graph import folds, summary
from loaders.graph.display import display_name, other_names
from loaders.graph.inverse import inverse, line
from loaders.graph.layers import Layers, Subjects, Values
from loaders.graph.names import TYPE, Names, names
from loaders.graph.rows import Link, Node, Projection, Value
from loaders.graph.values import native, pack
from ontology import namespaces as ns
from ontology.cypher import ROOT
from ontology.errors import RecordError
from ontology.iri import parts


@dataclass(frozen=True, slots=True)
class _Thing:
    """A subject that gets a node: what is shown of it, and what all its graphs say alike."""

    uri: str
    values: Values
    alike: Values
    graphs: tuple[str, ...]
    labels: tuple[str, ...]


def project(layers: Layers) -> Projection:
    """The nodes and links of a release; `RecordError` where its quads would not come back as they are."""
    called = names(layers.ontology)
    things = list(_things(layers, called))
    several = _several(things)
    nodes = {each.uri: _node(each, layers, called, several) for each in things}
    links = [*_links(things, layers, called), *_evidence(layers)]
    for uri in {end for link in links for end in (link.start, link.end)} - nodes.keys():
        nodes[uri] = stub(uri)
    missing = _compare(nodes, links, layers, called)
    for subject, lines in missing.items():
        node = nodes.get(subject) or stub(subject)
        nodes[subject] = replace(node, properties={**node.properties, "_rdf": sorted(lines)})
    links += summary.typed(nodes, links, called)
    sources = {link.start: link.end for link in links if link.type == "HAS_SOURCE"}
    passages = [node for node in nodes.values() if "Passage" in node.labels]
    links += summary.mentioned(passages, sources, layers.mentions, set(nodes))
    distinct = {link.key: link for link in links}
    kept = sum(len(lines) for lines in missing.values())
    return Projection(
        sorted(nodes.values(), key=lambda node: node.uri),
        [distinct[key] for key in sorted(distinct)],
        len(set(layers.record)),
        kept,
    )


def stub(uri: str) -> Node:
    """A node for what the record points to and says nothing of."""
    return Node(uri, (ROOT,), {"uri": uri, "name": display_name(uri, (), {})})


def _things(layers: Layers, called: Names) -> Iterator[_Thing]:
    relations = layers.ontology.relations
    said: dict[str, dict[str, Values]] = defaultdict(dict)
    for graph, subjects in layers.graphs.items():
        for uri, values in subjects.items():
            own = {predicate: found for predicate, found in values.items() if predicate not in relations}
            if own and not _folded(uri, values, subjects):
                said[uri][graph] = own
    for uri, by_graph in said.items():
        described = list(by_graph.values())
        alike = _alike(described) if len(described) > 1 else described[0]
        shown = _shown(described) if len(described) > 1 else described[0]
        labels = called.labels(value.value for value in alike.get(TYPE, ()))
        yield _Thing(uri, shown, alike, tuple(by_graph), labels)


def _alike(described: Sequence[Values]) -> Values:
    """What several graphs say alike; a candidate may be written otherwise in each document."""
    first, *others = described
    found = {
        predicate: tuple(value for value in values if all(value in each.get(predicate, ()) for each in others))
        for predicate, values in first.items()
    }
    return {predicate: values for predicate, values in found.items() if values}


def _shown(described: Sequence[Values]) -> Values:
    """What a node shows where its graphs differ: for each property and language what the first graph says."""
    found: dict[str, dict[str | None, list[ox.NamedNode | ox.Literal]]] = defaultdict(dict)
    for values in described:
        for predicate, some in values.items():
            by_language: dict[str | None, list[ox.NamedNode | ox.Literal]] = defaultdict(list)
            for value in some:
                by_language[value.language if isinstance(value, ox.Literal) else None].append(value)
            found[predicate] = {**by_language, **found[predicate]}
    return {each: tuple(value for some in groups.values() for value in some) for each, groups in found.items()}


def _folded(uri: str, values: Values, subjects: Subjects) -> bool:
    kinds = {value.value for value in values.get(TYPE, ())}
    return folds.EVIDENCE in kinds or folds.is_selector(uri, subjects)


def _several(things: Iterable[_Thing]) -> set[tuple[tuple[str, ...], str]]:
    """The properties that are lists, for nodes with the same labels: a value is a list on all of them or on none."""
    found = set()
    for each in things:
        for predicate, values in each.values.items():
            languages = Counter(value.language for value in values if isinstance(value, ox.Literal))
            if any(count > 1 for count in languages.values()):
                found.add((each.labels, predicate))
    return found


def _node(each: _Thing, layers: Layers, called: Names, several: set[tuple[tuple[str, ...], str]]) -> Node:
    properties: dict[str, Value] = {"uri": each.uri, "_graph": [parts(graph)[1] for graph in each.graphs]}
    classes = {value.value for value in each.alike.get(TYPE, ())}
    if unsaid := classes - called.implied_classes(each.labels):
        properties["types"] = sorted(ns.curie(iri) for iri in unsaid)
    local: list[str] = []
    for predicate, values in each.values.items():
        many = (each.labels, predicate) in several
        literals = _literals(predicate, values, called, several=many)
        shared = _literals(predicate, each.alike.get(predicate, ()), called, several=many)
        local += (key for key in literals if literals[key] != shared.get(key))
        properties |= literals
    for predicate, values in each.alike.items():
        words = [folds.word(predicate, value, called) for value in values if isinstance(value, ox.NamedNode)]
        if len(words) == 1 and words[0] is not None:
            properties[words[0][0]] = words[0][1]
    if local:
        properties["_local"] = sorted(local)  # said in one graph only: shown here, and kept in `_rdf`
    if "Passage" in each.labels:
        properties |= folds.position(each.uri, each.values, layers.graphs[each.graphs[0]])
        properties |= folds.quoted(each.uri, layers.text)
    if others := other_names(properties):
        properties["otherNames"] = others
    properties["name"] = display_name(each.uri, each.labels, properties)
    return Node(each.uri, each.labels, properties)


def _literals(
    predicate: str, values: Iterable[ox.NamedNode | ox.Literal], called: Names, *, several: bool
) -> Mapping[str, Value]:
    by_language: dict[str | None, list[ox.Literal]] = defaultdict(list)
    for value in values:
        if isinstance(value, ox.Literal):
            by_language[value.language].append(value)
    found: dict[str, Value] = {}
    for language, literals in by_language.items():
        key = called.key(predicate, language)
        natives = [each for each in map(native, literals) if each is not None]
        packed = pack(natives, several=several) if key and natives else None
        if key and packed is not None:
            found[key] = packed
    return found


def _links(things: Iterable[_Thing], layers: Layers, called: Names) -> Iterator[Link]:
    for each in things:
        subjects = layers.graphs[each.graphs[0]]
        for predicate, values in each.alike.items():
            for value in values:
                if not isinstance(value, ox.NamedNode) or predicate == TYPE or predicate not in called.types:
                    continue
                if folds.word(predicate, value, called) or folds.is_selector(value.value, subjects):
                    continue
                yield Link(each.uri, called.types[predicate], value.value)


def _evidence(layers: Layers) -> Iterator[Link]:
    for subjects in layers.graphs.values():
        for uri, values in subjects.items():
            if any(value.value == folds.EVIDENCE for value in values.get(TYPE, ())):
                yield from folds.evidence(uri, values)


def _compare(nodes: Mapping[str, Node], links: Iterable[Link], layers: Layers, called: Names) -> dict[str, list[str]]:
    """The lines that the inverse does not give back, by subject."""
    record, given_back = set(layers.record), inverse(nodes.values(), links, called)
    if invented := given_back - record:
        first = min(line(each) for each in invented).rstrip(" .\n")
        raise RecordError(f"Neo4j would say {len(invented)} quads that the record does not say, the first: {first}.")
    missing: dict[str, list[str]] = defaultdict(list)
    for quad in record - given_back:
        missing[str(quad.subject).strip("<>")].append(line(quad).rstrip("\n"))
    return missing
