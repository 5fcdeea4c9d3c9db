"""The linter of the ontology: undeclared terms, shapes, labels, ambiguity, cycles; each fault with file and line."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from ontology import namespaces as ns
from ontology.closed import declared_properties, undeclared
from ontology.conformance import check as check_shapes
from ontology.iri import local_name
from ontology.model import LANGUAGES, Entity, Ontology
from ontology.place import Fault, Places
from ontology.shapes import compile_shapes
from ontology.source import FOLDER, files, load
from ontology.written import written_out

MATCHES: Final = tuple(ns.SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch"))
HIERARCHIES: Final = (
    ns.SKOS + "broader",
    ns.ORG + "subOrganizationOf",
    ns.RDFS + "subClassOf",
    ns.DCTERMS + "replaces",
)
COMMON: Final = 4.5
"""Zipf frequency from which a single word is an everyday word (once in 30,000 words) and needs a guard to be a name."""
Frequency = Callable[[str, str], float]


def check(folder: Path = FOLDER, frequency: Frequency | None = None) -> list[Fault]:
    """Every fault of the ontology in a folder; `OntologyError` where the Turtle itself cannot be read.

    `frequency` gives the Zipf frequency of a word in a language; without it common words are not looked for.
    """
    ontology = load(folder)
    places = Places(files(folder), folder)
    found = [
        *unknown_terms(ontology, places),
        *broken_shapes(ontology, places),
        *missing_labels(ontology, places),
        *shared_labels(ontology, places),
        *ambiguous_abbreviations(ontology, places),
        *cycles(ontology, places),
        *(common_words(ontology, places, frequency) if frequency else ()),
    ]
    return sorted(set(found), key=lambda fault: (fault.file, fault.line, fault.message))


def unknown_terms(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Classes, properties and things that nothing declares, with what may have been meant."""
    known = {
        "class": sorted(map(ns.curie, ontology.classes)),
        "property": sorted(map(ns.curie, declared_properties(ontology))),
        "thing": sorted(map(ns.curie, ontology.index)),
    }
    for each in undeclared(ontology, ontology.triples):
        term = ns.curie(each.term)
        prefix = term.partition(":")[0]
        near = get_close_matches(term, [name for name in known[each.role] if name.startswith(prefix)], 3, 0.7)
        allowed = (
            f"did you mean {' or '.join(near)}?" if near else f"allowed is a {each.role} that the ontology declares."
        )
        yield places.fault(each.subject, f"the {each.role} {term} is not declared; {allowed}", term)


def broken_shapes(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """What breaks a SHACL shape; a value that nothing declares is told of as such, once."""
    for each in check_shapes(written_out(ontology), compile_shapes(ontology.triples)).violations:
        if each.constraint == "class" and each.value[1:-1] not in ontology.index:
            continue
        yield places.fault(ns.expand(each.focus), str(each), each.path)


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


def cycles(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Things above themselves in a hierarchy."""
    for predicate in HIERARCHIES:
        above = ontology.pairs(predicate)
        for iri in sorted(above):
            if iri in _reached(iri, above):
                name = local_name(predicate)
                yield places.fault(iri, f"{ns.curie(iri)} is above itself by {name}; allowed is a hierarchy.", name)


def _reached(start: str, above: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(above.get(start, ()))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(above.get(each, ()))
    return found


__all__ = ["Fault", "check"]
