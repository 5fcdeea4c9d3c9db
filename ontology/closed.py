"""The closed-vocabulary check: every class and property that is used is declared, and every reference leads somewhere.

SHACL says "conforms" to a misspelt class, an undeclared property and an empty graph; this does not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.model import Ontology

PROPERTY_TYPES: Final = frozenset(
    ns.OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty", "SymmetricProperty")
)
META_CLASSES: Final = PROPERTY_TYPES | {ns.OWL + "Class", ns.OWL + "Ontology", ns.SH + "NodeShape"}
META_PROPERTIES: Final = frozenset(
    [ns.RDF + name for name in ("type", "first", "rest")]
    + [
        ns.RDFS + name
        for name in ("label", "comment", "subClassOf", "subPropertyOf", "domain", "range", "isDefinedBy", "seeAlso")
    ]
    + [ns.OWL + name for name in ("versionInfo", "disjointWith", "deprecated", "inverseOf", "equivalentClass")]
)


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A term that nothing declares: `role` is class, property or thing; `subject` is where it is used."""

    term: str
    role: str
    subject: str

    def __str__(self) -> str:
        return f"{ns.curie(self.subject)} uses the {self.role} {ns.curie(self.term)}, which nothing declares"


def undeclared(ontology: Ontology, triples: Iterable[ox.Triple | ox.Quad]) -> Iterator[Undeclared]:
    """Every use of a class, property or thing that neither the ontology nor the triples themselves declare."""
    triples = tuple(triples)
    properties = declared_properties(ontology)
    classes = META_CLASSES | set(ontology.classes)
    things = set(ontology.index) | {each.subject.value for each in triples if isinstance(each.subject, ox.NamedNode)}
    for triple in triples:
        subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode | ox.BlankNode) else ""
        predicate, value = triple.predicate.value, triple.object
        if predicate not in properties and not predicate.startswith(ns.SH):
            yield Undeclared(predicate, "property", subject)
        if not isinstance(value, ox.NamedNode):
            continue
        if predicate == ns.RDF + "type":
            if value.value not in classes:
                yield Undeclared(value.value, "class", subject)
        elif _ours(value.value) and value.value.partition("#char=")[0] not in things:
            yield Undeclared(value.value, "thing", subject)


def declared_properties(ontology: Ontology) -> frozenset[str]:
    """The properties that may be used: the ontology's, and those of RDF, RDFS and OWL that describe it."""
    found = {iri for kind in PROPERTY_TYPES for iri in ontology.subjects(ns.RDF + "type", kind)}
    return META_PROPERTIES | found


def _ours(iri: str) -> bool:
    return iri.startswith((ns.BFP, ns.ID))
