"""Finds the wordings that the ontology lists, coordinated ones ("menaces terroristes et extrémistes") included."""

from collections.abc import Iterator, Mapping, Sequence

from loaders.extraction.finders import Find
from loaders.extraction.lexicon import NAMED, Lexicon, Match
from loaders.extraction.line import Line

AND = frozenset({"et", "ou", "en", "of", "und", "oder", "and", "or"})
REACH = 3  # words on either side of a coordination that may belong to one wording


def find_listed(lines: Sequence[Line], lexicons: Mapping[str, Lexicon]) -> Iterator[Find]:
    """Every listed wording; overlapping finds are settled later."""
    for n, line in enumerate(lines):
        lexicon = lexicons[line.segment.language]
        for match in lexicon.find(line):
            yield _find(n, match, "listed")
        for match in _coordinated(line, lexicon):
            yield _find(n, match, "coordinated")


def _find(n: int, match: Match, finder: str) -> Find:
    pattern = match.pattern
    return Find(n, match.first, match.last, pattern.kind, pattern.iri, pattern.manner, finder, pattern.weak)


def _coordinated(line: Line, lexicon: Lexicon) -> Iterator[Match]:
    """Concepts across an "et", the word before it left out ("N A et B" is N B) or the one after ("A et B N" is A N)."""
    for at, i in enumerate(line.kept):
        if line.words[i].fold not in AND or not 0 < at < len(line.kept) - 1:
            continue
        before, after = line.kept[max(0, at - REACH) : at], line.kept[at + 1 : at + 1 + REACH]
        for kept in ((*before[:-1], *after), (*before, *after[1:])):
            for match in lexicon.find(line, kept):
                if match.first < i < match.last and match.pattern.kind not in NAMED:
                    yield match
