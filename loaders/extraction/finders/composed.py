"""Finds instruments made of "fight against" and a threat, and Dutch compounds of listed words."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.finders.listed import AND
from loaders.extraction.lexicon import Lexicon, key, key_of
from loaders.extraction.line import Line
from loaders.extraction.tokens import fold

LONGEST_HEAD = 3  # words
SHORTEST = 5  # letters of the first part of a compound


@cache
def heads(language: str) -> frozenset[str]:
    """The folded heads that say "against" in a language."""
    return frozenset(key_of(text, language) for text in facts("composition")[language]["against"])


def find_against(lines: Sequence[Line], threats: Iterable[Find], answers: Mapping[str, str]) -> Iterator[Find]:
    """Instruments of the form "lutte contre le terrorisme": a head, then one or more coordinated threats.

    `answers` maps a threat to the instrument that answers to it.
    """
    by_line: dict[int, list[Find]] = defaultdict(list)
    for threat in threats:
        by_line[threat.line].append(threat)
    for n, found in by_line.items():
        line = lines[n]
        known = heads(line.segment.language)
        begins: dict[int, int] = {}  # first word of a threat that a head governs -> first word of the head
        for threat in sorted(found, key=lambda f: (f.first, -f.last)):
            start = begins.get(threat.first, head_before(line, [i for i in line.kept if i < threat.first], known))
            if start is None:
                continue
            follows = _after_and(line, threat.last)
            if follows is not None:
                begins.setdefault(follows, start)
            if threat.iri in answers:
                yield Find(n, start, threat.last, "PolicyInstrument", answers[threat.iri], "name", "against")


def head_before(line: Line, before: Sequence[int], known: Container[str]) -> int | None:
    """The first word of the known head that the words at positions `before` end with, the longest such head first."""
    for size in range(LONGEST_HEAD, 0, -1):
        if len(before) >= size and key(line.words[i] for i in before[-size:]) in known:
            return before[-size]
    return None


def _after_and(line: Line, last: int) -> int | None:
    """The word that follows "et" after a word: "lutte contre le terrorisme et la criminalité organisée"."""
    after = [i for i in line.kept if i > last][:2]
    return (
        after[1] if len(after) == 2 and (line.words[after[0]].fold in AND or line.words[after[0]].text == ",") else None
    )


def find_compounds(
    lines: Sequence[Line], lexicons: Mapping[str, Lexicon], answers: Mapping[str, str]
) -> Iterator[Find]:
    """Compounds whose first part is a listed wording of one word: "desinformatiecampagnes", "terreurbestrijding"."""
    ends = [(end, end in facts("composition")["compounds"]["against"]) for end in _endings()]
    for n, line in enumerate(lines):
        if line.segment.language not in ("nl", "de"):
            continue
        lexicon = lexicons[line.segment.language]
        for i, word in enumerate(line.words):
            if len(word.text) >= 2 * SHORTEST and not word.skipped and not lexicon.lists(word.fold):
                yield from _split(n, i, word.text.lower(), lexicon, ends, answers)


@cache
def _endings() -> tuple[str, ...]:
    compounds = facts("composition")["compounds"]
    return tuple(sorted({*compounds["plain"], *compounds["against"]}, key=lambda end: (-len(end), end)))


def _split(
    n: int, i: int, word: str, lexicon: Lexicon, ends: list[tuple[str, bool]], answers: Mapping[str, str]
) -> Iterator[Find]:
    for end, against in ends:
        stem = word.removesuffix(end)
        if stem == word:
            continue
        for joint in facts("composition")["compounds"]["joints"]:
            first = stem.removesuffix(joint) if joint else stem
            for pattern in lexicon.single(fold(first, lexicon.language)) if len(first) >= SHORTEST else ():
                if against and pattern.kind == "Threat" and pattern.iri in answers:
                    yield Find(n, i, i, "PolicyInstrument", answers[pattern.iri], "name", "compound")
                if (pattern.kind == "Threat" and not pattern.weak) or (
                    pattern.kind == "PolicyInstrument" and not against
                ):
                    yield Find(n, i, i, pattern.kind, pattern.iri, "name", "compound", pattern.weak)
        return
