"""The lines of a printed page: which run through all pages, in which order they are read, which stand together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.reading.furniture import page_number
from loaders.reading.layout import Box

_DIGITS = re.compile(r"\d+")
_MARGIN = 0.1  # share of the page's height in which running lines stand
_CROSSING = 0.2  # share of lines that may cross the gutter between two columns
_FEWEST = 4  # lines that each column has at least
_LEADING = 1.45  # distance between lines, in the usual one, that parts two blocks


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text, its box (left, bottom, right, top; points from the lower left), font size, weight."""

    text: str
    box: tuple[float, ...]
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page's number from 1, its size in points, its lines in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def running_lines(pages: Sequence[Page]) -> dict[int, tuple[Line, ...]]:
    """For each page the headers, footers and page numbers: lines in the margin that come back."""
    usual = median([line.size for page in pages for line in page.lines] or [0.0])
    margins = {
        page.number: [line for line in page.lines if line.size < usual * 1.1 and _marginal(line, page)]
        for page in pages
    }
    counts = Counter(key for lines in margins.values() for key in {_key(line) for line in lines})
    fewest = 2 if len(pages) < 6 else 3
    return {
        number: tuple(line for line in lines if page_number(line.text) or counts[_key(line)] >= fewest)
        for number, lines in margins.items()
    }


def _marginal(line: Line, page: Page) -> bool:
    return line.box[1] > page.height * (1 - _MARGIN) or line.box[3] < page.height * _MARGIN


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def ordered(page: Page, furniture: Sequence[Line]) -> list[Line]:
    """The lines as they are read: column by column between lines that cross the whole page."""
    lines = [line for line in page.lines if line not in furniture]
    gutter = _gutter(lines, page.width)
    if gutter is None:
        return lines if _falling(lines) else sorted(lines, key=lambda line: (-round(line.box[3] / 3), line.box[0]))
    read: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.box[3]):
        if line.box[0] < gutter < line.box[2]:
            read += _columns(band, gutter)
            band = []
            read.append(line)
        else:
            band.append(line)
    return read + _columns(band, gutter)


def _columns(band: Sequence[Line], gutter: float) -> list[Line]:
    return [line for line in band if line.box[2] <= gutter] + [line for line in band if line.box[2] > gutter]


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where the gutter of two columns is, or None where the page has one column."""
    best: tuple[int, float] | None = None
    for step in range(7, 14):
        at = width * step / 20
        left = sum(line.box[2] <= at for line in lines)
        right = sum(line.box[0] >= at for line in lines)
        crossing = len(lines) - left - right
        if min(left, right) >= _FEWEST and crossing <= len(lines) * _CROSSING and (best is None or crossing < best[0]):
            best = (crossing, at)
    return best[1] if best else None


def _falling(lines: Sequence[Line]) -> bool:
    """Whether lines come from the top of the page to its foot, a few aside."""
    rising = sum(after.box[1] > before.box[3] for before, after in pairwise(lines))
    return rising * 20 <= len(lines)


def grouped(lines: Sequence[Line], page: Page) -> Iterator[list[Line]]:
    """Lines that stand together: one size, one column, the usual distance."""
    steps = [before.box[1] - after.box[1] for before, after in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [page.height])
    group: list[Line] = []
    for line in lines:
        if group and _parted(group[-1], line, usual):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parted(before: Line, after: Line, usual: float) -> bool:
    step = before.box[1] - after.box[1]
    if abs(step) < 1.0 and after.box[0] >= before.box[2] - 1.0:
        return False  # the rest of the same line
    far = step > usual * _LEADING or step < -1.0
    return far or abs(before.size - after.size) > 0.6 or before.bold != after.bold


def box_of(lines: Sequence[Line]) -> Box:
    """The box around lines."""
    boxes = [line.box for line in lines]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
