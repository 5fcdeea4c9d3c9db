"""Finds concepts that a head makes with a name: "dialogue avec le Maroc", "oorlog in Soedan", "crise libyenne"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.finders.composed import LONGEST_HEAD, head_before
from loaders.extraction.lexicon import key, key_of
from loaders.extraction.line import Line
from ontology.iri import ID

BREAKS = frozenset(",;:.()")
KINDS = {"threat": "Threat", "instrument": "PolicyInstrument"}


@dataclass(frozen=True)
class Frame:
    """A concept, the names that it takes, and in one language its heads, the words that join head and name, and how.

    `between` words at most may stand between the head and the joining word. `adjective` is how an adjective of the
    name stands to the head: before it, after it, or not at all.
    """

    concept: str
    kinds: frozenset[str]
    only: frozenset[str]
    without: frozenset[str]
    heads: frozenset[str]
    links: frozenset[str]
    between: int
    adjective: str

    def takes(self, name: Find) -> bool:
        """Whether a name can stand in the frame."""
        own = name.iri.removeprefix(ID)
        return name.kind in self.kinds and own not in self.without and (not self.only or own in self.only)


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """The frames of a language, from `data/composition.toml`."""
    return tuple(_frame(table, language) for table in facts("composition")["frame"] if language in table)


def _frame(table: Mapping[str, object], language: str) -> Frame:
    words = table[language]
    assert isinstance(words, dict)
    return Frame(
        concept=str(table["concept"]),
        kinds=_set(table["kinds"]),
        only=_set(table.get("only", ())),
        without=_set(table.get("without", ())),
        heads=frozenset(key_of(text, language) for text in words["heads"]),
        links=_set(words["links"]),
        between=int(str(table.get("between", 0))),
        adjective=str(words.get("adjective", "")),
    )


def _set(values: object) -> frozenset[str]:
    assert isinstance(values, list | tuple)
    return frozenset(map(str, values))


def find_framed(lines: Sequence[Line], names: Iterable[Find]) -> Iterator[Find]:
    """Concepts named by a head together with one of the settled names."""
    for name in names:
        line = lines[name.line]
        for frame in frames(line.segment.language):
            if not frame.takes(name):
                continue
            span = _beside(line, name, frame) if name.manner == "adjective" else _joined(line, name, frame)
            if span:
                kind = KINDS[frame.concept.partition("/")[0]]
                yield Find(name.line, *span, kind, ID + frame.concept, "name", "framed")


def _joined(line: Line, name: Find, frame: Frame) -> tuple[int, int] | None:
    """The words from a head before the name to the name, where one of the joining words stands between."""
    at = name.first - 1
    while at >= 0 and line.words[at].skipped and line.words[at].lower not in frame.links:
        at -= 1
    if at < 0 or line.words[at].lower not in frame.links:
        return None
    before = [i for i in line.kept if i < at]
    for gap in range(min(frame.between, len(before) - 1) + 1):
        head = head_before(line, before[: len(before) - gap], frame.heads)
        if head is not None:
            return head, name.last
        if line.words[before[-1 - gap]].text in BREAKS:
            return None
    return None


def _beside(line: Line, name: Find, frame: Frame) -> tuple[int, int] | None:
    """The head and the adjective that stands by it."""
    if frame.adjective == "after":
        head = head_before(line, [i for i in line.kept if i < name.first], frame.heads)
        return None if head is None else (head, name.last)
    if frame.adjective == "before":
        after = [i for i in line.kept if i > name.last][:LONGEST_HEAD]
        for size in range(len(after), 0, -1):
            if key(line.words[i] for i in after[:size]) in frame.heads:
                return name.first, after[size - 1]
    return None
