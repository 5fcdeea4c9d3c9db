"""The ontology's labels compiled into one automaton a language, searched over folded words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import ahocorasick

from loaders.extraction.line import Line
from loaders.extraction.tokens import Word, analyse, pipeline
from ontology.model import Entity, Label

NAMED = frozenset({"Country", "Region", "Organisation", "Treaty", "Person"})
MANNERS = {"adjective": "adjective", "demonym": "demonym", "seat": "seat", "place": "place", "shortForm": "short"}


class Pattern(NamedTuple):
    """A label as the automaton returns it: whose it is, how it names, and which words need a capital."""

    iri: str
    kind: str
    manner: str
    weak: bool
    capitals: tuple[bool, ...]


class Match(NamedTuple):
    """A pattern found over the words first to last of a line, both included."""

    pattern: Pattern
    first: int
    last: int


def key(words: Iterable[Word]) -> str:
    """The folded words as the automaton stores them."""
    return " " + " ".join(word.fold for word in words) + " "


def key_of(text: str, language: str) -> str:
    """A wording as the automaton stores it, the words that matching passes over left out."""
    return key(word for word in analyse(pipeline().make_doc(text), language) if not word.skipped)


class Lexicon:
    """All wordings of one language, with the names that its texts borrow from other languages behind them."""

    def __init__(self, entities: Iterable[Entity], language: str) -> None:
        """Compile the labels of the language first; names of other languages only where the wording is still free."""
        self.language = language
        self.patterns: dict[str, list[Pattern]] = {}
        known = list(entities)
        for foreign in (False, True):
            for entity in known:
                for label in entity.labels:
                    if (label.language != language) is foreign:
                        self._add(entity, label, foreign)
        self._found = [(len(text), tuple(found)) for text, found in self.patterns.items()]
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for n, text in enumerate(self.patterns):
            self._automaton.add_word(text, n)
        self._automaton.make_automaton()

    def _add(self, entity: Entity, label: Label, foreign: bool) -> None:
        named = entity.kind in NAMED
        if foreign and (not named or label.property in MANNERS):
            return
        words = [w for w in analyse(pipeline().make_doc(label.text), self.language) if not w.skipped]
        if not words or (foreign and key(words) in self.patterns):
            return
        manner = MANNERS.get(label.property, "name")
        capitals = tuple(named and word.capital for word in words)
        pattern = Pattern(entity.iri, entity.kind, manner, label.property == "weakLabel", capitals)
        found = self.patterns.setdefault(key(words), [])
        if pattern not in found:
            found.append(pattern)

    def lists(self, fold: str) -> bool:
        """Whether a folded word is a wording by itself."""
        return f" {fold} " in self.patterns

    def single(self, fold: str) -> Sequence[Pattern]:
        """The patterns of a folded word."""
        return self.patterns.get(f" {fold} ", ())

    def find(self, line: Line, kept: Sequence[int] | None = None) -> Iterator[Match]:
        """Every wording over the words at positions `kept` (all that count by default), overlapping ones too."""
        kept = line.kept if kept is None else kept
        starts: dict[int, int] = {}
        length = 0
        for n, i in enumerate(kept):
            starts[length] = n
            length += len(line.words[i].fold) + 1
        if not starts:
            return
        for end, number in self._automaton.iter(key(line.words[i] for i in kept)):
            size, patterns = self._found[number]
            first = starts[end - size + 1]
            for pattern in patterns:
                last = first + len(pattern.capitals) - 1
                if line.upper or all(
                    line.words[kept[first + k]].capital for k, needed in enumerate(pattern.capitals) if needed
                ):
                    yield Match(pattern, kept[first], kept[last])
