"""What the other language of a document says at a passage, whether or not a statement was found there.

The sentences of two twin segments are aligned by length, numbers and names; where they do not align, the whole segment
of the other language answers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from loaders.extraction.line import line
from loaders.extraction.model import Passage
from loaders.reading.align import Step, align
from loaders.reading.document import Document, Segment, Span

_SIGN: Final = re.compile(r"\d+(?:[.,]\d+)*|(?<!\w)[A-ZÀ-Þ][\w-]{2,}")
_GAP: Final = 2.0  # cost of a sentence that nothing answers
_TWO: Final = 1.0  # extra cost of one sentence that answers two


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its mended span, and the numbers and names in it."""

    span: Span
    signs: frozenset[str]

    @property
    def length(self) -> int:
        return self.span[1] - self.span[0] + 10


def counterparts(document: Document, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each passage that stands in a segment with a twin, with the passage that answers it there."""
    by_segment: dict[int, list[Passage]] = {}
    for passage in passages:
        by_segment.setdefault(passage.segment, []).append(passage)
    for index, found in sorted(by_segment.items()):
        segment = document.segments[index]
        other = None if segment.twin is None else document.segments[segment.twin]
        if other is not None and other.text and other.language != segment.language:
            yield from _answers(segment, other, found)


def _answers(segment: Segment, other: Segment, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    left, right = sentences(segment), sentences(other)
    steps = _aligned(left, right)
    for passage in passages:
        inside = {at for at, each in enumerate(left) if _touches(segment, each.span, passage)}
        answers = [
            right[step.right + k].span
            for step in steps
            if step.paired and not inside.isdisjoint(range(step.left, step.left + step.lefts))
            for k in range(step.rights)
        ]
        start, end = (answers[0][0], answers[-1][1]) if answers else (0, len(other.text))
        yield passage, Passage(other.pieces(start, end), other.index, other.language)


def sentences(segment: Segment) -> Sequence[_Sentence]:
    """The sentences of a segment, in its mended text."""
    read = line(segment)
    spans = [read.at(first, after - 1) for first, after in read.sentences]
    return [_Sentence(span, _signs(segment.text[slice(*span)])) for span in spans]


def _touches(segment: Segment, span: Span, passage: Passage) -> bool:
    return any(start < b and a < end for start, end in segment.pieces(*span) for a, b in passage.spans)


def _aligned(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> list[Step]:
    def merged(i: int, j: int, di: int, dj: int) -> float:
        return _cost(left[i : i + di], right[j : j + dj])

    return align(len(left), len(right), lambda i, j: merged(i, j, 1, 1), _GAP, _TWO, merged)


def _cost(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> float:
    one, other = (sum(each.length for each in side) for side in (left, right))
    signs, others = (frozenset().union(*(each.signs for each in side)) for side in (left, right))
    fewest = min(len(signs), len(others))
    return 2.0 * abs(log(one / other)) - (1.5 * len(signs & others) / fewest if fewest else 0.0)


def _signs(text: str) -> frozenset[str]:
    """Numbers, and the first letters of words with a capital, which the languages share."""
    return frozenset(each if each[0].isdigit() else each[:4].lower() for each in _SIGN.findall(text))
