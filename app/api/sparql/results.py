"""Results written in the format that was asked for, cut at a number of rows and bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox

from ontology.namespaces import PREFIXES

JSON: Final = "application/sparql-results+json"
BINDINGS: Final[Mapping[str, ox.QueryResultsFormat]] = {
    JSON: ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
}
GRAPHS: Final[Mapping[str, ox.RdfFormat]] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
OFFERED: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {name: {} for name in GRAPHS}}}
MAX_BYTES: Final = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Written:
    """Results as bytes: how many rows, and whether there were more."""

    body: bytes
    rows: int
    truncated: bool


def boolean(answer: bool, media_type: str) -> Written:
    """The answer to an ASK."""
    text = json.dumps({"head": {}, "boolean": answer}).encode()
    return Written(_converted(text, media_type), 1, False)


def bindings(solutions: ox.QuerySolutions, media_type: str, limit: int) -> Written:
    """The answer to a SELECT, cut after `limit` rows."""
    names = [variable.value for variable in solutions.variables]
    rows: list[str] = []
    size, truncated = 0, False
    for solution in solutions:
        if len(rows) == limit or size > MAX_BYTES:
            truncated = True
            break
        row = {name: term(value) for name, value in zip(names, solution, strict=True) if value is not None}
        rows.append(json.dumps(row, ensure_ascii=False))
        size += len(rows[-1])
    head = json.dumps({"vars": names})
    text = f'{{"head":{head},"results":{{"bindings":[{",".join(rows)}]}}}}'.encode()
    return Written(_converted(text, media_type), len(rows), truncated)


def triples(found: Iterable[ox.Triple], media_type: str, limit: int) -> Written:
    """The answer to a CONSTRUCT or DESCRIBE, cut after `limit` triples."""
    stream: Iterator[ox.Triple] = iter(found)
    kept = list(islice(stream, limit))
    return Written(graph(kept, media_type), len(kept), next(stream, None) is not None)


def graph(found: Iterable[ox.Triple], media_type: str) -> bytes:
    """Triples in a format, with the project's prefixes where the format has prefixes and they are used."""
    kept = list(found)
    written = ox.serialize(kept, format=GRAPHS[media_type], prefixes=_prefixes(kept))
    assert written is not None
    return written


def term(value: Any) -> dict[str, Any]:
    """A term in the JSON results format."""
    if isinstance(value, ox.NamedNode):
        return {"type": "uri", "value": value.value}
    if isinstance(value, ox.BlankNode):
        return {"type": "bnode", "value": value.value}
    if isinstance(value, ox.Triple):
        parts = (("subject", value.subject), ("predicate", value.predicate), ("object", value.object))
        return {"type": "triple", "value": {name: term(part) for name, part in parts}}
    written = {"type": "literal", "value": value.value}
    if value.language:
        return {**written, "xml:lang": value.language}
    plain = value.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
    return written if plain else {**written, "datatype": value.datatype.value}


def _converted(text: bytes, media_type: str) -> bytes:
    format_ = BINDINGS[media_type]
    if format_ == ox.QueryResultsFormat.JSON:
        return text
    parsed = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    written = parsed.serialize(format=format_)
    assert written is not None
    return written


def _prefixes(found: Iterable[ox.Triple]) -> dict[str, str]:
    used = {
        node.value.rpartition("/")[0] + "/" if "#" not in node.value else node.value.partition("#")[0] + "#"
        for triple in found
        for node in (triple.subject, triple.predicate, triple.object)
        if isinstance(node, ox.NamedNode)
    } | {
        triple.object.datatype.value.partition("#")[0] + "#"
        for triple in found
        if isinstance(triple.object, ox.Literal)
    }
    return {prefix: base for prefix, base in PREFIXES.items() if base in used}
