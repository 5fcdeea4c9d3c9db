"""From a document's lines to its mentions: the finders in their order, then settled."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import chain

from loaders.extraction.finders import Find
from loaders.extraction.finders.abbreviated import find_abbreviated
from loaders.extraction.finders.announced import find_announced
from loaders.extraction.finders.composed import find_against, find_compounds
from loaders.extraction.finders.listed import find_listed
from loaders.extraction.lexicon import NAMED, Lexicon
from loaders.extraction.line import Line
from loaders.extraction.model import Candidate, Mention
from loaders.extraction.settle import in_company, settle_concepts, settle_names
from loaders.extraction.tokens import fold
from ontology.iri import ID
from ontology.model import LANGUAGES, Entity, Ontology

REASONS = {
    "announced": "a head announces it",
    "title": "a title stands before it",
    "abbreviation": "the document defines it",
}


@dataclass(frozen=True)
class Knowledge:
    """What extraction knows: the entities that texts can name, and which instrument answers to which threat."""

    entities: Mapping[str, Entity]
    answers: Mapping[str, str]

    @classmethod
    def of(cls, ontology: Ontology) -> "Knowledge":
        """Knowledge from the ontology: of the vital interests those of the newest edition."""
        newest = max((e.notation[:4] for e in ontology.of_kind("VitalInterest")), default="")
        entities = {
            iri: entity
            for iri, entity in ontology.entities.items()
            if entity.kind != "VitalInterest" or entity.notation.startswith(newest)
        }
        answers = {threat: tool for tool, threats in sorted(ontology.answers_to.items()) for threat in threats}
        return cls(entities, answers)

    @cached_property
    def lexicons(self) -> Mapping[str, Lexicon]:
        """One lexicon for each language, compiled when first asked for."""
        return Lexicons(tuple(self.entities.values()))

    @cached_property
    def defaults(self) -> Mapping[str, str]:
        """Folded short form -> the thing that it means by default."""
        text = (files("loaders.extraction") / "data/short-forms.toml").read_text("utf8")
        return {fold(word, language): ID + iri for word, iri in tomllib.loads(text)["defaults"].items() for language in LANGUAGES}


class Lexicons(Mapping[str, Lexicon]):
    """The lexicons by language, each compiled when first asked for."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        """Remember the entities."""
        self._entities = entities
        self._compiled: dict[str, Lexicon] = {}

    def __getitem__(self, language: str) -> Lexicon:
        if language not in self._compiled:
            self._compiled[language] = Lexicon(self._entities, language)
        return self._compiled[language]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def find_mentions(lines: Sequence[Line], knowledge: Knowledge, dropped: Counter[str]) -> list[Find]:
    """All mentions of a document, settled, in text order."""
    listed = list(find_listed(lines, knowledge.lexicons))
    listed += find_compounds(lines, knowledge.lexicons, knowledge.answers)
    named = [f for f in listed if f.kind in NAMED]
    concepts = [f for f in listed if f.kind not in NAMED]
    named += find_announced(lines)
    names = settle_names(named, lines, knowledge.defaults, dropped)
    known = [f for f in find_abbreviated(lines, names)]
    names = settle_names(chain(named, known), lines, knowledge.defaults, dropped)
    concepts = in_company(concepts, lines, dropped)
    threats = [f for f in settle_concepts(concepts, names, Counter()) if f.kind == "Threat"]
    concepts += find_against(lines, threats, knowledge.answers)
    concepts = settle_concepts(concepts, names, dropped)
    return sorted(chain(names, concepts), key=lambda f: (f.line, f.first, f.last, f.kind, f.iri))


def mention(find: Find, lines: Sequence[Line]) -> Mention:
    """A find as a mention with raw offsets."""
    line = lines[find.line]
    start, end = line.raw(find.first, find.last)
    at = line.at(find.first, find.last)
    return Mention(start, end, line.segment.index, at, find.kind, find.iri, find.manner, find.finder, 1.0)


def candidates(finds: Iterable[Find], lines: Sequence[Line]) -> tuple[Candidate, ...]:
    """The things of their own that finders made, each once, under the first name by which the document calls it."""
    seen: dict[str, Candidate] = {}
    for find in finds:
        if find.label and find.iri not in seen:
            language = lines[find.line].segment.language
            seen[find.iri] = Candidate(find.iri, find.kind, find.label, language, REASONS[find.finder])
    return tuple(seen[iri] for iri in sorted(seen))
