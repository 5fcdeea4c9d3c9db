"""Plain text to blocks: lines, blank lines, page marks, list marks, line numbers, running lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.reading.contents import contents
from loaders.reading.document import SegmentKind, Span
from loaders.reading.furniture import page_number, running
from loaders.reading.layout import Block, Layout
from loaders.reading.marks import lettered_bullets, starts_item

READER = "text-1"

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*(?:\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")
_TAIL_NUMBER = re.compile(r"(?<=\s)(\d{1,5})\s*\Z")
_HEAD_NUMBER = re.compile(r"\A\s*(\d{1,5})(?=\s)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's content [start, end) and whether a page mark stands before it; a blank line has start == end."""

    start: int
    end: int
    breaks: bool


def read_plain(text: str) -> Layout:
    """The layout of a plain text."""
    lines = list(_lines(text))
    numbered = _without_numbers(text, lines)
    cut = sum(before != after for before, after in zip(lines, numbered, strict=True))
    warnings = (f"{cut} lines carry numbers that count lines: these are not read as text.",) if cut else ()
    lettered = lettered_bullets(text[line.start : line.start + 2] for line in numbered)
    blocks, titles = contents(text, running(text, tuple(_blocks(text, numbered, lettered))))
    return Layout(text, tuple(_paged(blocks)), READER, titles, warnings, lettered)


def _paged(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with the number of their page, where the text marks pages: a running line ends or begins one."""
    marked = any(block.breaks for block in blocks)
    page, ended = 1, False
    for block in blocks:
        running_line = block.kind == SegmentKind.FURNITURE
        breaks = block.breaks or (ended and not running_line)
        page += breaks and block is not blocks[0]
        ended = running_line
        yield replace(block, page=page if marked else None, breaks=breaks)


def _lines(text: str) -> Iterator[Line]:
    """The lines; a form feed, or the rare line that a single space indents, marks a page."""
    spans = [match.span() for match in _LINE.finditer(text) if match.end() > match.start()]
    indented = sum(1 for a, b in spans if text[a] == " " and not text[a + 1 : a + 2].isspace())
    marks = indented * 20 < len(spans)
    fed = False
    for a, b in spans:
        content = text[a:b]
        stripped = content.strip("\ufeff \t\r\n\f\v\x85\u2028\u2029\xa0")
        start = a + content.find(stripped) if stripped else a
        indent = marks and content[:1] == " "
        yield Line(start, start + len(stripped), fed or indent)
        fed = "\f" in content or (fed and not stripped)


def _without_numbers(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers that count them, where most lines end (or begin) with one."""
    for pattern, tail in ((_TAIL_NUMBER, True), (_HEAD_NUMBER, False)):
        found = [(line, pattern.search(text, line.start, line.end)) for line in lines if line.end > line.start]
        counted = _counted([(line, int(match.group(1))) for line, match in found if match])
        if len(counted) > 10 and len(counted) * 10 > len(found) * 6:
            return [_cut(text, line, pattern, tail) if line in counted else line for line in lines]
    return list(lines)


def _counted(numbered: Sequence[tuple[Line, int]]) -> frozenset[Line]:
    """The lines whose numbers follow each other."""
    kept: list[Line] = []
    last = 0
    for line, number in numbered:
        if number == 1 or last < number <= last + 3:
            kept.append(line)
            last = number
    return frozenset(kept)


def _cut(text: str, line: Line, pattern: re.Pattern[str], tail: bool) -> Line:
    match = pattern.search(text, line.start, line.end)
    assert match is not None
    if tail:
        end = line.start + len(text[line.start : match.start()].rstrip())
        return Line(line.start, max(end, line.start), line.breaks)
    start = match.end() + len(text[match.end() : line.end]) - len(text[match.end() : line.end].lstrip())
    return Line(start, line.end, line.breaks)


def _blocks(text: str, lines: Sequence[Line], lettered: bool) -> Iterator[Block]:
    """Lines that stand together; a list mark or a page mark begins another block."""
    open_lines: list[Span] = []
    breaks = False
    for line in lines:
        blank = line.start == line.end
        item = (
            not blank
            and bool(open_lines)
            and starts_item(
                text[line.start : line.end], text[slice(*open_lines[-1])], text[slice(*open_lines[0])], lettered
            )
        )
        if open_lines and (blank or line.breaks or item):
            yield _block(text, open_lines, breaks)
            open_lines, breaks = [], False
        breaks = breaks or line.breaks
        if not blank:
            open_lines.append((line.start, line.end))
    if open_lines:
        yield _block(text, open_lines, breaks)


def _block(text: str, lines: Sequence[Span], breaks: bool) -> Block:
    alone = len(lines) == 1 and page_number(text[lines[0][0] : lines[0][1]])
    return Block(tuple(lines), SegmentKind.FURNITURE if alone else None, breaks=breaks)
