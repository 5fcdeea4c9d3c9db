"""Tables of contents: found, set aside, and their titles kept, since they are the document's first headings."""

import re
from dataclasses import replace

from loaders.reading.document import SegmentKind, Span
from loaders.reading.facts import facts
from loaders.reading.layout import Block

_TITLES = frozenset(facts("layout")["contents"]["titles"])
_RULES = frozenset(facts("layout")["furniture"]["lines"])
_ENTRY = re.compile(r"(\S.{0,200}?)(?:\t|\s*\.{3,}|\s{2,}|(?: \.){3,}|\s)\s*(\d{1,3})\Z")
_AHEAD = 400  # blocks that one table of contents has at most


def contents(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], frozenset[str]]:
    """The blocks, those of tables of contents marked as such, and the titles that they list, in small letters.

    A table is announced by its title; it lasts as long as most lines of each block end in a page number.
    """
    marked = list(blocks)
    titles: set[str] = set()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        announced = block.end - block.start < 40 and text[block.start : block.end].strip(" *_#:").lower() in _TITLES
        if not announced:
            continue
        listed = 0
        while at < len(blocks) and listed < _AHEAD:
            entries = _entries(text, blocks[at].lines)
            if entries is None:
                break
            marked[at] = replace(blocks[at], kind=SegmentKind.CONTENTS)
            titles |= entries
            at += 1
            listed += 1
        if listed:
            marked[at - listed - 1] = replace(block, kind=SegmentKind.CONTENTS)
    return tuple(marked), frozenset(titles)


def _entries(text: str, lines: tuple[Span, ...]) -> set[str] | None:
    """The titles that a block lists, or None where it is no part of a table of contents."""
    entries = set()
    counted = 0
    for start, end in lines:
        line = text[start:end]
        if line.strip() in _RULES:
            continue
        counted += 1
        match = _ENTRY.match(line)
        if match:
            entries.add(match.group(1).strip(" .*\t").lower())
    return entries if counted == 0 or len(entries) * 2 > counted else None
