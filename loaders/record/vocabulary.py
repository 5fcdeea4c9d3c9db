"""The ontology as a graph of the record: superclasses and inverse mappings written out, shapes left outside."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.iri import thing
from ontology.model import Ontology
from ontology.terms import iri

GRAPH: Final = thing("graph", "ontology")
INVERSE: Final = {
    ns.SKOS + "exactMatch": ns.SKOS + "exactMatch",
    ns.SKOS + "closeMatch": ns.SKOS + "closeMatch",
    ns.SKOS + "broadMatch": ns.SKOS + "narrowMatch",
    ns.SKOS + "narrowMatch": ns.SKOS + "broadMatch",
}


def ontology_quads(ontology: Ontology) -> tuple[ox.Quad, ...]:
    """Every triple of the ontology without blank nodes and SHACL, which stay outside the hashed record."""
    shapes = set(ontology.subjects(ns.RDF + "type", ns.SH + "NodeShape"))
    found: dict[ox.Quad, None] = {}
    graph = iri(GRAPH)
    for triple in ontology.triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode) or subject.value in shapes:
            continue
        found[ox.Quad(subject, triple.predicate, value, graph)] = None
        found.update(dict.fromkeys(_implied(ontology, triple, graph)))
    return tuple(found)


def _implied(ontology: Ontology, triple: ox.Triple, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """What SPARQL has no reasoner for: an individual's superclasses, a mapping read from its other end."""
    predicate, value = triple.predicate.value, triple.object
    if predicate == ns.RDF + "type" and isinstance(value, ox.NamedNode):
        for ancestor in ontology.ancestors(value.value)[1:]:
            yield ox.Quad(triple.subject, triple.predicate, iri(ancestor), graph)
    elif predicate in INVERSE and isinstance(value, ox.NamedNode):
        yield ox.Quad(value, iri(INVERSE[predicate]), triple.subject, graph)
