"""Pairs of mentions that a relation could link, where the text puts them together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.statements.rules import Cue, find_cues
from loaders.reading.document import SegmentKind

ACTORS = ("Country", "Organisation")
RELATIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "threatens": (("Threat",), ("VitalInterest",)),
    "counters": (("PolicyInstrument",), ("Threat",)),
    "protects": (("PolicyInstrument",), ("VitalInterest",)),
    "sourceOf": (ACTORS, ("Threat",)),
    "uses": (ACTORS, ("PolicyInstrument",)),
    "targets": (("PolicyInstrument",), ACTORS),
    "reinforces": (("Threat",), ("Threat",)),
}
SORTS = (("Threat",), ("VitalInterest",), ("PolicyInstrument",), ACTORS)
CROWD = 14  # mentions of a sentence above which only neighbours are paired
NEAR = 30  # words between two mentions of a crowded sentence


@cache
def connectors(language: str) -> frozenset[str]:
    """The words that join the items of a list."""
    return frozenset(facts("language")[language]["connectors"])


@cache
def articles(language: str) -> frozenset[str]:
    """Words between a preposition and its noun."""
    return frozenset(facts("language")[language]["articles"])


@dataclass(frozen=True)
class Sentence:
    """A sentence with its mentions and cues, words [first, after) of a line."""

    line: int
    first: int
    after: int
    finds: tuple[Find, ...]
    text: Line

    @cached_property
    def lists(self) -> Mapping[Find, tuple[Find, ...]]:
        """Each mention with those that are listed beside it: "A, B et C" share what is said of one of them."""
        shared: dict[Find, tuple[Find, ...]] = {}
        for group in _listed_together(self):
            for find in group:
                shared[find] = group
        return shared

    @cached_property
    def number(self) -> Mapping[str, int]:
        """How many different things of each kind it mentions."""
        return Counter(kind for kind, _ in {(find.kind, find.iri) for find in self.finds})

    @cached_property
    def _beside(self) -> dict[Find, tuple[str, str]]:
        return {}

    def beside(self, find: Find) -> tuple[str, str]:
        """The word before a mention, articles aside, and the word after it; "^" and "$" at the ends of the sentence."""
        known = self._beside.get(find)
        if known is None:
            words, passed = self.text.words, articles(self.text.segment.language)
            i = find.first - 1
            while i >= self.first and words[i].lower in passed:
                i -= 1
            after = words[find.last + 1].lower if find.last + 1 < self.after else "$"
            known = self._beside[find] = (words[i].lower if i >= self.first else "^", after)
        return known

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The cues that stand in the sentence."""
        return tuple(c for c in find_cues(self.text) if self.first <= c.first and c.last < self.after)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that a relation could link: `scope` says what puts them together.

    `sentence` is where the evidence stands; the other mention is in it too, or in the heading, the lead-in or the
    sentence before.
    """

    relation: str
    subject: Find
    object: Find
    scope: str
    sentence: Sentence


def _listed_together(sentence: Sentence) -> Iterator[tuple[Find, ...]]:
    """Mentions of one sort with nothing but list words, and at most one other word, between neighbours."""
    known = connectors(sentence.text.segment.language)
    for kinds in SORTS:
        group: list[Find] = []
        for find in sorted((f for f in sentence.finds if f.kind in kinds), key=lambda f: (f.first, -f.last)):
            reached = max((f.last for f in group), default=-1)
            if group and (find.last <= reached or _connected(sentence, reached + 1, find.first, known)):
                group.append(find)
            else:
                yield tuple(group)
                group = [find]
        yield tuple(group)


def _connected(sentence: Sentence, first: int, after: int, known: frozenset[str]) -> bool:
    between = sentence.text.words[first:after]
    joined = any(word.lower in known and not word.skipped for word in between)
    return joined and sum(not word.skipped and word.lower not in known for word in between) <= 1


def sentences(lines: Sequence[Line], finds: Sequence[Find]) -> list[Sentence]:
    """The sentences that hold mentions, in text order."""
    by_line: dict[int, list[Find]] = defaultdict(list)
    for find in finds:
        by_line[find.line].append(find)
    found = []
    for n in sorted(by_line):
        for first, after in lines[n].sentences:
            inside = tuple(f for f in by_line[n] if first <= f.first < after)
            if inside:
                found.append(Sentence(n, first, after, inside, lines[n]))
    return found


def pairs(lines: Sequence[Line], finds: Sequence[Find]) -> Iterator[Pair]:
    """Every pair within a sentence, and of a sentence with the heading, lead-in or sentence that carries it."""
    found = sentences(lines, finds)
    index = {line.segment.index: n for n, line in enumerate(lines)}
    by_line: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in found:
        by_line[sentence.line].append(sentence)
    for n, sentence in enumerate(found):
        yield from _between(sentence.finds, sentence.finds, "sentence", sentence)
        segment = sentence.text.segment
        before = found[n - 1] if n and found[n - 1].line == sentence.line else None
        if before and before.after == sentence.first:
            yield from _across(before.finds, sentence, "previous")
        if segment.kind is not SegmentKind.HEADING:
            for above in segment.section[-1:]:
                for heading in by_line.get(index.get(above, -1), ()):
                    yield from _across(heading.finds, sentence, "heading")
        if segment.lead_in is not None:
            for lead in by_line.get(index.get(segment.lead_in, -1), ())[-1:]:
                yield from _across(lead.finds, sentence, "lead-in")


def _across(carried: Sequence[Find], sentence: Sentence, scope: str) -> Iterator[Pair]:
    yield from _between(carried, sentence.finds, scope, sentence)
    yield from _between(sentence.finds, carried, scope, sentence)


def _between(subjects: Sequence[Find], objects: Sequence[Find], scope: str, sentence: Sentence) -> Iterator[Pair]:
    crowded = scope == "sentence" and len(subjects) > CROWD
    for relation, (domain, range_) in RELATIONS.items():
        for s in (f for f in subjects if f.kind in domain):
            for o in (f for f in objects if f.kind in range_ and f.iri != s.iri):
                distinct = relation != "reinforces" or not _over(s, o)
                if distinct and (not crowded or abs(s.first - o.first) <= NEAR):
                    yield Pair(relation, s, o, scope, sentence)


def _over(a: Find, b: Find) -> bool:
    return a.line == b.line and a.first <= b.last and b.first <= a.last
