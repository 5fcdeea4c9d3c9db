"""The ontology written out: superclasses and inverse mappings stated, blank nodes and SHACL left outside."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.model import Ontology
from ontology.terms import iri

INVERSE: Final = {
    ns.SKOS + "exactMatch": ns.SKOS + "exactMatch",
    ns.SKOS + "closeMatch": ns.SKOS + "closeMatch",
    ns.SKOS + "broadMatch": ns.SKOS + "narrowMatch",
    ns.SKOS + "narrowMatch": ns.SKOS + "broadMatch",
}


def written_out(ontology: Ontology) -> tuple[ox.Triple, ...]:
    """Every triple of the ontology that the record holds, with what SPARQL has no reasoner for."""
    shapes = set(ontology.subjects(ns.RDF + "type", ns.SH + "NodeShape"))
    found: dict[ox.Triple, None] = {}
    for triple in ontology.triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode) or subject.value in shapes:
            continue
        found[triple] = None
        found.update(dict.fromkeys(_implied(ontology, triple)))
    return tuple(found)


def _implied(ontology: Ontology, triple: ox.Triple) -> Iterator[ox.Triple]:
    """An individual's superclasses, and a mapping read from its other end."""
    predicate, value = triple.predicate.value, triple.object
    if predicate == ns.RDF + "type" and isinstance(value, ox.NamedNode):
        for ancestor in ontology.ancestors(value.value)[1:]:
            yield ox.Triple(triple.subject, triple.predicate, iri(ancestor))
    elif predicate in INVERSE and isinstance(value, ox.NamedNode):
        yield ox.Triple(value, iri(INVERSE[predicate]), triple.subject)
