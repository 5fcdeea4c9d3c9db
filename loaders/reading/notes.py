"""Footnote marks that were raised figures and came out as plain digits glued to a word."""

import re
from collections.abc import Iterable, Iterator

from loaders.reading.document import Span
from loaders.reading.facts import facts
from loaders.reading.words import frequency

_MARK = re.compile(r"(?<![^\W_])([^\W\d_]{3,40})[.,;:!?»”\"]?(\d{1,3})(?=[\s;:)»”]|[.,](?!\d)|\Z)")
_NOTE = re.compile(r"^[^\S\n]{0,8}(\d{1,3})[^\S\n]*[^\W\d_]", re.MULTILINE)
_COUNTED = frozenset(facts("layout")["notes"]["counted"].split())  # words that a number belongs to
_STEP = 2  # a mark may be missed, or stand in both languages of a document


def note_marks(text: str) -> tuple[Span, ...]:
    """The digits that are marks: behind a known small word, counting from 1, each with a line of its own below."""
    found = list(_marks(text))
    if not found:
        return ()
    lines: dict[int, int] = {}
    for match in _NOTE.finditer(text):
        lines[int(match.group(1))] = match.start()
    return tuple(span for number, span in _rising(found) if lines.get(number, -1) > span[1])


def _marks(text: str) -> Iterator[tuple[int, Span]]:
    for match in _MARK.finditer(text):
        word = match.group(1)
        if word.islower() and word not in _COUNTED and match.group(2)[0] != "0" and frequency(word) > 0:
            yield int(match.group(2)), match.span(2)


def _rising(found: Iterable[tuple[int, Span]]) -> Iterator[tuple[int, Span]]:
    last = 0
    for number, span in found:
        if last <= number <= last + _STEP and number:
            yield number, span
            last = number
