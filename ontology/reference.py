"""Looks things up in the ontology: for `bfpg ref`, offline."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from ontology import namespaces as ns
from ontology.iri import local_name
from ontology.model import Entity, Label, Ontology
from ontology.text import slug


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its compact IRI, what it is, its label, and the name that fitted."""

    iri: str
    term: str
    kind: str
    label: str
    matched: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the ontology says of one thing; `facts` and `used_by` are property -> compact IRIs or values."""

    iri: str
    term: str
    kind: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    names: tuple[Label, ...]
    facts: Mapping[str, tuple[str, ...]]
    used_by: Mapping[str, tuple[str, ...]]


SHOWN_ELSEWHERE = {ns.RDF + "type", ns.RDFS + "isDefinedBy", ns.SKOS + "definition", ns.RDFS + "label"}


def overview(ontology: Ontology) -> Mapping[str, int]:
    """Class -> how many things the ontology has of it, most first."""
    counts = Counter(entity.kind for entity in ontology.entities.values())
    return dict(counts.most_common())


def names_by_language(ontology: Ontology) -> Mapping[str, Mapping[str, int]]:
    """Class -> language -> how many names of all sorts its things have."""
    counts: dict[str, Counter[str]] = {}
    for entity in ontology.entities.values():
        counts.setdefault(entity.kind, Counter()).update(label.language for label in entity.labels)
    return counts


def search(ontology: Ontology, words: str, language: str = "en", limit: int = 20) -> tuple[Hit, ...]:
    """What bears a name like these words: exact names first, then beginnings, then parts."""
    wanted = slug(words)
    ranked = [
        (rank, len(name), ns.curie(iri), iri, text)
        for iri, named in _names(ontology).items()
        for name, text in named
        if (rank := _rank(wanted, name)) is not None
    ]
    best: dict[str, str] = {}
    for _, _, _, iri, text in sorted(ranked):
        best.setdefault(iri, text)
    return tuple(
        Hit(iri, ns.curie(iri), kind(ontology, iri), ontology.label(iri, language), text)
        for iri, text in list(best.items())[:limit]
    )


def did_you_mean(ontology: Ontology, words: str) -> tuple[str, ...]:
    """Names near to words that nothing bears."""
    texts = {name: text for named in _names(ontology).values() for name, text in named}
    return tuple(texts[name] for name in get_close_matches(slug(words), list(texts), 3, 0.7))


def entry(ontology: Ontology, term: str) -> Entry | None:
    """All about a thing, by its IRI, compact IRI, notation or local name; None where there is none or several."""
    iris = [iri for iri in ontology.index if term in (iri, ns.curie(iri))]
    iris = iris or [iri for iri in ontology.index if local_name(iri) == term and _is_ours(iri)]
    return _entry(ontology, iris[0]) if len(iris) == 1 else None


def kind(ontology: Ontology, iri: str) -> str:
    """The local name of what a thing is an instance of."""
    types = ontology.objects(iri, ns.RDF + "type")
    return local_name(next((each for each in reversed(types) if each.startswith(ns.BFP)), types[0] if types else iri))


def _entry(ontology: Ontology, iri: str) -> Entry:
    entity = ontology.entities.get(iri, Entity(iri, "", ""))
    facts = {
        local_name(predicate): tuple(_shown(ontology, value) for value in values)
        for predicate, values in ontology.index[iri].items()
        if predicate not in SHOWN_ELSEWHERE and not _is_name(predicate)
    }
    used: dict[str, tuple[str, ...]] = {}
    for subject, values in ontology.index.items():
        for predicate, objects in values.items():
            if iri in objects and predicate != ns.RDF + "type" and _is_ours(subject):
                used[local_name(predicate)] = (*used.get(local_name(predicate), ()), ns.curie(subject))
    names = tuple(label for label in entity.labels if label.property != "prefLabel")
    return Entry(
        iri, ns.curie(iri), kind(ontology, iri), ontology.names(iri), ontology.definitions(iri), names, facts, used
    )


def _shown(ontology: Ontology, value: str) -> str:
    return ns.curie(value) if value in ontology.index or value.startswith("http") else value


def _is_name(predicate: str) -> bool:
    return local_name(predicate) in {
        "prefLabel", "altLabel", "hiddenLabel", "abbreviation", "shortForm", "weakLabel",
        "adjective", "demonym", "seat", "place",
    }  # fmt: skip


def _is_ours(iri: str) -> bool:
    return iri.startswith((ns.BFP, ns.ID)) and not iri.endswith("Shape")


def _rank(wanted: str, name: str) -> int | None:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if f"-{wanted}" in name else None


@cache
def _names(ontology: Ontology) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Thing -> its names as slugs, each with how it is written."""
    return {iri: tuple({slug(text): text for text in _texts(ontology, iri)}.items()) for iri in _things(ontology)}


def _things(ontology: Ontology) -> Iterator[str]:
    return (iri for iri in ontology.index if _is_ours(iri))


def _texts(ontology: Ontology, iri: str) -> Iterator[str]:
    yield local_name(iri) or iri
    yield from ontology.names(iri).values()
    if iri in ontology.entities:
        yield from (label.text for label in ontology.entities[iri].labels)
