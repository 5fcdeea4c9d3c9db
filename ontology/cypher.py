"""What classes and properties are called in Neo4j."""

import re
from collections.abc import Iterable

from ontology import namespaces as ns
from ontology.iri import local_name
from ontology.model import Ontology

ROOT = "Resource"


def upper_snake(name: str) -> str:
    """A property's local name as a relationship type.

    >>> upper_snake("closeMatch")
    'CLOSE_MATCH'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def relationship_type(ontology: Ontology, predicate: str) -> str:
    """The relationship type of an object property, by the ontology's own word where it gives one."""
    given = ontology.objects(predicate, ns.BFP + "relationshipType")
    return given[0] if given else upper_snake(local_name(predicate))


def node_labels(ontology: Ontology, classes: Iterable[str]) -> tuple[str, ...]:
    """The labels of a node with these classes: the root, then those of the vocabulary and skos:Concept, sorted."""
    closed = {ancestor for each in classes for ancestor in ontology.ancestors(each)}
    kept = {local_name(iri) for iri in closed if iri.startswith(ns.BFP) or iri == ns.SKOS + "Concept"}
    return (ROOT, *sorted(kept))
