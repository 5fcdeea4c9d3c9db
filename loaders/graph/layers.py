"""The quads of a release by layer: which graphs are projected, and what the others add."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.iri import ID, parts, thing
from ontology.model import Ontology
from ontology.source import assemble

ONTOLOGY = thing("graph", "ontology")
Values = Mapping[str, tuple[ox.NamedNode | ox.Literal, ...]]
Subjects = Mapping[str, Values]


@dataclass(frozen=True)
class Layers:
    """A release, taken apart: subject -> property -> values, for each graph of the projected layers."""

    ontology: Ontology
    record: tuple[ox.Quad, ...]
    graphs: Mapping[str, Subjects]
    text: Subjects
    mentions: Subjects


def split(quads: Iterable[ox.Quad]) -> Layers:
    """The layers of a release: ontology and statements graphs are the record here, text and mentions stand apart."""
    by_graph: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            by_graph[quad.graph_name.value].append(quad)
    documents = {
        parts(quad.object.value)[1]
        for each in by_graph.values()
        for quad in each
        if quad.predicate.value == ns.FOAF + "primaryTopic" and isinstance(quad.object, ox.NamedNode)
    }
    projected = [ONTOLOGY, *(thing("graph", each) for each in sorted(documents))]
    ontology = assemble(tuple(quad.triple for quad in by_graph[ONTOLOGY]), "")
    return Layers(
        ontology,
        tuple(quad for graph in projected for quad in by_graph[graph]),
        {graph: subjects(by_graph[graph]) for graph in projected},
        subjects(quad for each in documents for quad in by_graph[f"{ID}graph/{each}-text"]),
        subjects(quad for each in documents for quad in by_graph[f"{ID}graph/{each}-mentions"]),
    )


def subjects(quads: Iterable[ox.Quad]) -> Subjects:
    """Subject -> property -> values, in the order of the quads."""
    found: dict[str, dict[str, tuple[ox.NamedNode | ox.Literal, ...]]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            values = found[quad.subject.value]
            values[quad.predicate.value] = (*values.get(quad.predicate.value, ()), quad.object)
    return found


def one(values: Values, predicate: str) -> str | None:
    """The value of a property that has exactly one."""
    found = values.get(predicate, ())
    return found[0].value if len(found) == 1 else None


def every(values: Values, predicate: str) -> list[str]:
    """The values of a property as text, sorted."""
    return sorted(value.value for value in values.get(predicate, ()))
