"""What has no node of its own: selectors fold into their passage, evidence into relationships, enumerations into words.

Each fold is written down with its inverse.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from loaders.graph.layers import Subjects, Values, every, one
from loaders.graph.names import FOLDED, TYPE, Names
from loaders.graph.rows import Link, Properties, Value
from loaders.graph.values import native, to_literal, unpack
from ontology import namespaces as ns
from ontology.iri import ID, thing
from ontology.terms import integer, iri

Pair = tuple[str, ox.NamedNode | ox.Literal]
POSITION: Final = "#position"
QUOTE: Final = "#quote"
EVIDENCE: Final = ns.BFP + "Evidence"
# Keys that come from the text layer, which is no part of what goes back to RDF.
TEXT_KEYS: Final = {ns.BFP + "mended": "mended", ns.BFP + "heading": "heading"}
_MENTIONS: Final = {ns.BFP + "subjectMention": "subjectMention", ns.BFP + "objectMention": "objectMention"}


def word(predicate: str, value: ox.NamedNode, names: Names) -> tuple[str, str] | None:
    """Key and word of an enumeration or a statement's predicate; None where the value is not one of them."""
    if predicate == ns.RDF + "predicate" and value.value in names.ontology.relations:
        return "relation", names.ontology.relations[value.value].name
    key, kind = FOLDED.get(predicate, ("", ""))
    prefix = f"{ID}{kind}/"
    return (key, value.value.removeprefix(prefix)) if kind and value.value.startswith(prefix) else None


def unword(properties: Properties) -> Iterator[Pair]:
    """The triples that the words of a node stand for."""
    for predicate, (key, kind) in FOLDED.items():
        for each in unpack(properties.get(key, [])):
            yield predicate, iri(thing(kind, str(each)))
    if "relation" in properties:
        yield ns.RDF + "predicate", iri(ns.BFP + str(properties["relation"]))


def position(uri: str, values: Values, subjects: Subjects) -> dict[str, Value]:
    """`start` and `end` of a passage, from its position selector."""
    if uri + POSITION not in every(values, ns.OA + "hasSelector"):
        return {}
    selector = subjects.get(uri + POSITION, {})
    start, end = one(selector, ns.OA + "start"), one(selector, ns.OA + "end")
    return {"start": int(start), "end": int(end)} if start and end else {}


def unposition(uri: str, properties: Properties, names: Names) -> Iterator[tuple[str, Pair]]:
    """The selector of a passage with `start` and `end`: subjects, properties and values."""
    start, end = properties.get("start"), properties.get("end")
    if isinstance(start, int) and isinstance(end, int):
        yield uri, (ns.OA + "hasSelector", iri(uri + POSITION))
        for each in names.ontology.ancestors(ns.OA + "TextPositionSelector"):
            yield uri + POSITION, (TYPE, iri(each))
        yield uri + POSITION, (ns.OA + "start", integer(start))
        yield uri + POSITION, (ns.OA + "end", integer(end))


def quoted(uri: str, text: Subjects) -> dict[str, Value]:
    """What the text layer adds to a passage: its quote, its mended text, its headings."""
    found = {key: one(text.get(uri, {}), predicate) for predicate, key in TEXT_KEYS.items()}
    found["quote"] = one(text.get(uri + QUOTE, {}), ns.OA + "exact")
    return {key: value for key, value in found.items() if value is not None}


def evidence(uri: str, values: Values) -> Iterator[Link]:
    """The relationships of a piece of evidence: one from its statement to each of its passages."""
    statement = one(values, ns.OA + "hasBody")
    confidence = [each for each in values.get(ns.BFP + "confidence", ()) if isinstance(each, ox.Literal)]
    if statement is None or len(confidence) > 1:
        return
    properties: dict[str, Value] = {"uri": uri}
    for key, predicate, kind in (("rule", ns.BFP + "rule", "rule"), *((v, k, "mention") for k, v in _MENTIONS.items())):
        value = one(values, predicate)
        if value and value.startswith(f"{ID}{kind}/"):
            properties[key] = value.removeprefix(f"{ID}{kind}/")
    cues = [each.removeprefix(f"{ID}text/") for each in every(values, ns.BFP + "cue") if each.startswith(f"{ID}text/")]
    if cues:
        properties["cue"] = cues
    sure = native(confidence[0]) if confidence else None
    if sure is not None:
        properties["confidence"] = sure
    for passage in every(values, ns.OA + "hasTarget"):
        yield Link(statement, "EVIDENCE", passage, properties)


def unevidence(links: Iterable[Link], names: Names) -> Iterator[tuple[str, str, Pair]]:
    """The triples of evidence, each with the statement that it is in the graph of."""
    for link in links:
        uri, given = str(link.properties["uri"]), link.properties
        pairs: list[Pair] = [
            *((TYPE, iri(each)) for each in names.ontology.ancestors(EVIDENCE)),
            (ns.OA + "motivatedBy", iri(ns.OA + "linking")),
            (ns.OA + "hasBody", iri(link.start)),
            (ns.OA + "hasTarget", iri(link.end)),
            *((ns.BFP + "cue", iri(thing("text", str(each)))) for each in unpack(given.get("cue", []))),
            *(
                (predicate, iri(thing("mention", str(given[key]))))
                for predicate, key in _MENTIONS.items()
                if key in given
            ),
        ]
        if "rule" in given:
            pairs.append((ns.BFP + "rule", iri(thing("rule", str(given["rule"])))))
        pairs += ((ns.BFP + "confidence", to_literal(each)) for each in unpack(given.get("confidence", [])))
        for pair in pairs:
            yield link.start, uri, pair


def is_selector(uri: str, subjects: Mapping[str, Values]) -> bool:
    """Whether a subject is a position selector that its passage names."""
    owner = uri.removesuffix(POSITION)
    return uri != owner and bool(position(owner, subjects.get(owner, {}), subjects))
