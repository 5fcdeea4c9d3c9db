"""What the ontology holds once read: classes, relations, entities with their names, and every triple."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.iri import local_name, parts

LANGUAGES: Final = ("fr", "nl", "de", "en")
FALLBACK: Final = ("fr", "nl", "en", "de")


@dataclass(frozen=True, slots=True)
class Label:
    """A name: its text, its language, and the local name of the property that says what sort of name it is."""

    text: str
    language: str
    property: str


def choose(labels: Mapping[str, str], language: str) -> str | None:
    """The label in a language, else in the first of fr, nl, en, de that has one: the only fallback rule.

    >>> choose({"nl": "spionage", "en": "espionage"}, "de")
    'spionage'
    """
    return next((labels[tag] for tag in (language, *FALLBACK) if tag in labels), None)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that documents name; `kind` is the local name of its most specific class."""

    iri: str
    kind: str
    notation: str
    labels: tuple[Label, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The preferred label of each language."""
        return {label.language: label.text for label in self.labels if label.property == "prefLabel"}

    def label(self, language: str) -> str:
        """The name to show, by the fallback rule; the notation where there is none."""
        return choose(self.names, language) or self.notation


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the vocabulary or one that it builds on.

    `segment` is what its things' IRIs have after `id/`; `mentioned` says that its things are looked for in texts;
    `named` that they are proper names, matched with their capitals.
    """

    iri: str
    parents: tuple[str, ...] = ()
    segment: str | None = None
    mentioned: bool = False
    named: bool = False

    @property
    def name(self) -> str:
        """The class's local name."""
        return local_name(self.iri)


@dataclass(frozen=True, slots=True)
class Relation:
    """One of the relations that a statement can say, with the classes it leads from and to."""

    iri: str
    domain: str
    range: str

    @property
    def name(self) -> str:
        """The relation's local name."""
        return local_name(self.iri)


Index = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, repr=False, eq=False)
class Ontology:
    """The ontology as read from its Turtle files; `checksum` is the SHA-256 of those files."""

    checksum: str
    triples: tuple[ox.Triple, ...]
    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    entities: Mapping[str, Entity]
    index: Index

    def __repr__(self) -> str:
        return f"<Ontology {self.checksum[:16]}: {len(self.triples)} triples>"

    def objects(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property, literals and IRIs alike, in the order of the Turtle."""
        return self.index.get(subject, {}).get(predicate, ())

    def subjects(self, predicate: str, value: str) -> tuple[str, ...]:
        """What has this value for this property, sorted."""
        return self._inverse.get((predicate, value), ())

    def of_kind(self, *kinds: str) -> Iterator[Entity]:
        """The entities whose most specific class is one of these local names."""
        return (entity for entity in self.entities.values() if entity.kind in kinds)

    def ancestors(self, iri: str) -> tuple[str, ...]:
        """A class and all its superclasses, nearest first."""
        found: dict[str, None] = {iri: None}
        for each in found_while_growing(found):
            found.update(dict.fromkeys(self.classes[each].parents if each in self.classes else ()))
        return tuple(found)

    def is_a(self, iri: str, expected: str) -> bool:
        """Whether a class is another one or below it."""
        return expected in self.ancestors(iri)

    def label(self, iri: str, language: str) -> str:
        """The label of anything in the ontology, by the fallback rule; the local name where there is none."""
        return choose(self.names(iri), language) or local_name(iri)

    def names(self, iri: str) -> dict[str, str]:
        """The preferred or RDFS labels of anything in the ontology, one a language."""
        return self._names.get(iri, {})

    def definitions(self, iri: str) -> dict[str, str]:
        """The definitions of anything in the ontology, one a language."""
        return self._definitions.get(iri, {})

    def in_scheme(self, scheme: str) -> tuple[str, ...]:
        """The concepts of a scheme, by the scheme's local name, sorted."""
        return self.subjects(ns.SKOS + "inScheme", f"{ns.ID}scheme/{scheme}")

    def words(self, scheme: str) -> tuple[str, ...]:
        """The notations of a scheme's concepts, sorted: what an enumeration may hold."""
        return tuple(sorted(parts(iri)[1] for iri in self.in_scheme(scheme)))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The local names of the classes whose things are looked for in texts, sorted."""
        return tuple(sorted(each.name for each in self.classes.values() if each.mentioned))

    @cached_property
    def segments(self) -> Mapping[str, str]:
        """Local name of a class -> what its things' IRIs have after `id/`."""
        return {each.name: each.segment for each in self.classes.values() if each.segment}

    @cached_property
    def answers_to(self) -> Mapping[str, tuple[str, ...]]:
        """Instrument -> the threats that it answers to (IRIs)."""
        return self.pairs(ns.BFP + "answersTo")

    @cached_property
    def broader(self) -> Mapping[str, tuple[str, ...]]:
        """Concept -> the concepts above it (IRIs)."""
        return self.pairs(ns.SKOS + "broader")

    def pairs(self, predicate: str) -> Mapping[str, tuple[str, ...]]:
        """Subject -> values, for one property."""
        return {subject: values[predicate] for subject, values in self.index.items() if predicate in values}

    @cached_property
    def _inverse(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], set[str]] = {}
        for subject, values in self.index.items():
            for predicate, objects in values.items():
                for value in objects:
                    found.setdefault((predicate, value), set()).add(subject)
        return {key: tuple(sorted(subjects)) for key, subjects in found.items()}

    @cached_property
    def _names(self) -> Mapping[str, dict[str, str]]:
        return self._texts(ns.SKOS + "prefLabel", ns.RDFS + "label")

    @cached_property
    def _definitions(self) -> Mapping[str, dict[str, str]]:
        return self._texts(ns.SKOS + "definition")

    def _texts(self, *predicates: str) -> Mapping[str, dict[str, str]]:
        """Subject -> language -> the first text that one of these properties gives."""
        found: dict[str, dict[str, str]] = {}
        for triple in self.triples:
            literal = triple.object
            if triple.predicate.value not in predicates or not isinstance(literal, ox.Literal):
                continue
            if literal.language and isinstance(triple.subject, ox.NamedNode):
                found.setdefault(triple.subject.value, {}).setdefault(literal.language, literal.value)
        return found


def found_while_growing(found: dict[str, None]) -> Iterator[str]:
    """The keys of a dictionary, those included that are added during the loop."""
    done = 0
    while done < len(found):
        batch = list(found)[done:]
        done = len(found)
        yield from batch
