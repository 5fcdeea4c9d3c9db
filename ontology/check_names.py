"""The part of the linter that looks at names: missing, shared, ambiguous and everyday ones."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ontology import namespaces as ns
from ontology.closed import declared_properties
from ontology.model import LANGUAGES, Entity, Ontology
from ontology.place import Fault, Places

MATCHES: Final = tuple(ns.SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch"))
COMMON: Final = 4.5
"""Zipf frequency from which a single word is an everyday word (once in 30,000 words) and needs a guard to be a name."""
Frequency = Callable[[str, str], float]


def missing_labels(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Entities, classes, relations and own properties without a label in each of fr, nl, de, en."""
    relations = set(ontology.relations)
    for iri in (*ontology.entities, *_own_terms(ontology)):
        yield from _lacking(places, iri, "label", ontology.names(iri))
    for iri in (*filter(_is_own, ontology.classes), *relations):
        yield from _lacking(places, iri, "definition", ontology.definitions(iri))


def _own_terms(ontology: Ontology) -> list[str]:
    return sorted(filter(_is_own, {*ontology.classes, *declared_properties(ontology)}))


def _is_own(iri: str) -> bool:
    return iri.startswith(ns.BFP)


def _lacking(places: Places, iri: str, what: str, found: Mapping[str, str]) -> Iterator[Fault]:
    missing = [language for language in LANGUAGES if language not in found]
    if missing:
        yield places.fault(iri, f"{ns.curie(iri)} has no {what} in {', '.join(missing)}; needed are fr, nl, de and en.")


def shared_labels(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Two things of a kind with one preferred label in a language, unless a mapping joins them."""
    by_name: dict[tuple[str, str, str], list[Entity]] = defaultdict(list)
    for entity in ontology.entities.values():
        for language, name in entity.names.items():
            by_name[entity.kind, language, name.casefold()].append(entity)
    for (_, language, _), sharing in sorted(by_name.items()):
        first, *others = sharing
        for other in others:
            if not _mapped(ontology, first.iri, other.iri):
                name = other.names[language]
                message = (
                    f'"{name}"@{language} is the preferred label of {ns.curie(first.iri)} too; allowed is one of them.'
                )
                yield places.fault(other.iri, message, f'"{name}"')


def _mapped(ontology: Ontology, one: str, other: str) -> bool:
    return any(b in ontology.objects(a, match) for a, b in ((one, other), (other, one)) for match in MATCHES)


def ambiguous_abbreviations(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """One abbreviation of two things in a language: all but one must have it as a short form, which needs company."""
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in ontology.entities.values():
        for label in {(each.language, each.text) for each in entity.labels if each.property == "abbreviation"}:
            owners[label].append(entity.iri)
    for (language, text), iris in sorted(owners.items()):
        for other in iris[1:]:
            message = (
                f'"{text}"@{language} is an abbreviation of {ns.curie(iris[0])} too; '
                "allowed is one bfp:abbreviation, the others as bfp:shortForm."
            )
            yield places.fault(other, message, f'"{text}"')


def common_words(ontology: Ontology, places: Places, frequency: Frequency) -> Iterator[Fault]:
    """Single everyday words that name a concept without a guard: bfp:weakLabel, or bfp:commonWord where looked at."""
    concepts = [each.name for each in ontology.classes.values() if each.mentioned and not each.named]
    for entity in ontology.of_kind(*concepts):
        known = ontology.objects(entity.iri, ns.BFP + "commonWord")
        for label in entity.labels:
            alone = label.property in ("prefLabel", "altLabel", "hiddenLabel") and label.text.isalpha()
            if alone and label.text not in known and frequency(label.text.lower(), label.language) >= COMMON:
                message = (
                    f'"{label.text}"@{label.language} is an everyday word; allowed is it as bfp:weakLabel, '
                    "or as bfp:commonWord too where it names the concept even alone."
                )
                yield places.fault(entity.iri, message, f'"{label.text}"')
