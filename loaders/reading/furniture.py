"""Page numbers and lines that run through a document: they are no text."""

import re
from collections import Counter
from dataclasses import replace

from loaders.reading.document import SegmentKind
from loaders.reading.facts import facts
from loaders.reading.layout import Block
from loaders.reading.marks import spaced

_LINES = frozenset(facts("layout")["furniture"]["lines"])
_PAGES = "|".join(re.escape(word) for word in facts("layout")["furniture"]["pages"])
_OF = r"(?:\s*(?:/|of|sur|van|von|de)\s*\d{1,4})?"
_NUMBER = re.compile(rf"\W{{0,3}}(?:(?:{_PAGES})\s*)?\d{{1,4}}{_OF}\W{{0,3}}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def page_number(line: str) -> bool:
    """Whether a line is a page number or a rule and nothing else."""
    return line in _LINES or (len(line) < 30 and _NUMBER.fullmatch(line) is not None)


def running(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those that run through the pages marked as furniture.

    A running line comes three times or more and counts pages or is set in spaced capitals: a heading that
    comes back ("Iran") does neither.
    """
    keys = [_key(text, block) for block in blocks]
    counts = Counter(key for key in keys if key)
    return tuple(
        replace(block, kind=SegmentKind.FURNITURE) if key and counts[key] > 2 else block
        for block, key in zip(blocks, keys, strict=True)
    )


def _key(text: str, block: Block) -> str:
    if len(block.lines) > 2 or block.end - block.start > 200 or block.kind is not None:
        return ""
    words = text[block.start : block.end]
    if not (spaced(words) or (_DIGITS.search(words) and len(words) < 60)):
        return ""
    return _DIGITS.sub("#", words)
