"""What properties and classes are called in Neo4j, both ways, read off the ontology (docs/projection.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ontology import namespaces as ns
from ontology.cypher import ROOT, node_labels, relationship_type, upper_snake
from ontology.iri import local_name
from ontology.model import LANGUAGES, Ontology

TYPE: Final = ns.RDF + "type"
PREF_LABEL: Final = ns.SKOS + "prefLabel"

# Enumerations fold into words: property -> (key, what the value's IRI has after id/).
FOLDED: Final[Mapping[str, tuple[str, str]]] = {
    ns.BFP + "stance": ("stance", "stance"),
    ns.BFP + "polarity": ("polarity", "polarity"),
    ns.BFP + "speaksFor": ("speaksFor", "speaker"),
    ns.DCTERMS + "type": ("documentKind", "document-kind"),
}
# Keys that mean something of their own on nodes, and on relationships; no other property may take them.
OWN_KEYS: Final = frozenset(
    {"uri", "name", "otherNames", "relation", "quote", "types", "_rdf", "_graph", "_local"}
    | {key for key, _ in FOLDED.values()}
)
RESERVED: Final = OWN_KEYS | {"rule", "cue"}
RESERVED_TYPES: Final = frozenset({"EVIDENCE", "MENTIONS"})
_PROPERTY_CLASSES: Final = tuple(ns.OWL + name for name in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
_WELL_KNOWN: Final = tuple(
    ns.RDFS + name for name in ("label", "comment", "domain", "range", "subClassOf", "subPropertyOf", "isDefinedBy")
)


@dataclass(frozen=True)
class Names:
    """Keys and relationship types of properties, labels of classes, and what each of them stands for."""

    ontology: Ontology
    stems: Mapping[str, str]
    types: Mapping[str, str]
    properties: Mapping[str, tuple[str, str | None]]
    relationships: Mapping[str, str]
    classes: Mapping[str, str]

    def key(self, predicate: str, language: str | None) -> str | None:
        """The key of a property in a language; None where it has none."""
        stem = self.stems.get(predicate)
        key = suffixed(stem, language) if stem else ""
        return key if self.properties.get(key) == (predicate, language) else None

    def labels(self, classes: Iterable[str]) -> tuple[str, ...]:
        """The labels of a node; where the vocabulary has none for it, the names of its most specific classes."""
        classes = set(classes)
        labels = node_labels(self.ontology, classes)
        if labels == (ROOT,):
            above = {each for one in classes for each in self.ontology.ancestors(one)[1:]}
            labels = (ROOT, *sorted({local_name(each) for each in classes - above}))
        return tuple(sorted(labels))

    def implied_classes(self, labels: Iterable[str]) -> set[str]:
        """The classes that labels alone tell, superclasses included."""
        known = (self.classes[label] for label in labels if label in self.classes)
        return {each for one in known for each in self.ontology.ancestors(one)}


def suffixed(stem: str, language: str | None) -> str:
    """The key of a property in a language.

    >>> suffixed("name", "fr")
    'nameFr'
    """
    return stem + (language or "").capitalize()


def names(ontology: Ontology) -> Names:
    """The names that an ontology gives; where two properties would share one, the later has its prefix before it."""
    found = {triple.predicate.value for triple in ontology.triples} | set(_WELL_KNOWN)
    for each in _PROPERTY_CLASSES:
        found.update(ontology.subjects(TYPE, each))
    ordered = sorted(found - {TYPE}, key=lambda each: (not each.startswith(ns.BFP), each))
    stems: dict[str, str] = {}
    types: dict[str, str] = {}
    properties: dict[str, tuple[str, str | None]] = {}
    for each in ordered:
        plain = "name" if each == PREF_LABEL else local_name(each)
        stem = plain if not _taken(each, plain, properties) else _prefixed(each)
        for language in (None, *LANGUAGES):
            if suffixed(stem, language) not in RESERVED:
                properties.setdefault(suffixed(stem, language), (each, language))
        stems[each] = stem
        type_ = relationship_type(ontology, each)
        types[each] = upper_snake(_prefixed(each)) if type_ in {*types.values(), *RESERVED_TYPES} else type_
    classes = {name: iri for iri in ontology.classes for name in (local_name(iri),) if _labelled(iri)}
    return Names(ontology, stems, types, properties, {value: key for key, value in types.items()}, classes)


def _taken(predicate: str, stem: str, properties: Mapping[str, object]) -> bool:
    keys = {suffixed(stem, language) for language in (None, *LANGUAGES)}
    return any(key in properties for key in keys) or (stem in RESERVED and predicate != PREF_LABEL)


def _prefixed(predicate: str) -> str:
    # Two underscores, as neosemantics writes them: one would be ambiguous.
    return ns.curie(predicate).strip("<>").replace(":", "__")


def _labelled(iri: str) -> bool:
    return iri.startswith(ns.BFP) or iri == ns.SKOS + "Concept"
