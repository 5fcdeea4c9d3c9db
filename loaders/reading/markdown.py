"""Markdown to blocks; offsets refer to the file itself."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.reading.decode import decode
from loaders.reading.document import SegmentKind, Span
from loaders.reading.layout import Block, Layout
from loaders.reading.limits import Limits

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = "markdown-1"

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_MARGIN = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|\[\^[^\]\s]{1,20}\]:)\s+)?")
_QUOTED = re.compile(r"[\s>]*")
_RULE = re.compile(r"[\s=#-]*\Z")
_NO_TEXT = ("fence", "code_block", "html_block", "hr")
_KINDS = {
    "heading_open": SegmentKind.HEADING,
    "paragraph_open": SegmentKind.PARAGRAPH,
    "tr_open": SegmentKind.PARAGRAPH,
}


def read(data: bytes, path: Path, limits: Limits) -> Layout:  # noqa: ARG001 (readers have one signature)
    """The layout of a Markdown file."""
    from markdown_it import MarkdownIt

    decoded = decode(data, path)
    text = decoded.text
    lines = [match.span() for match in _LINE.finditer(text)]
    tokens = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table").disable("inline").parse(text)
    return Layout(text, tuple(_blocks(text, lines, tokens)), READER, warnings=decoded.warnings)


def _blocks(text: str, lines: Sequence[Span], tokens: Sequence["Token"]) -> Iterator[Block]:
    inside: list[str] = []
    for token in tokens:
        if token.type.endswith("_open"):
            inside.append(token.type)
        elif token.type.endswith("_close"):
            inside.pop()
        kind = SegmentKind.FURNITURE if token.type in _NO_TEXT else _kind(token, inside)
        if kind is None or token.map is None:
            continue
        level = int(token.tag[1]) if kind == SegmentKind.HEADING else inside.count("list_item_open")
        found = tuple(_stripped(text, lines[token.map[0] : token.map[1]], kind))
        if found:
            yield Block(found, kind, level)


def _kind(token: "Token", inside: Sequence[str]) -> SegmentKind | None:
    kind = _KINDS.get(token.type)
    if kind != SegmentKind.PARAGRAPH:
        return kind
    if "list_item_open" in inside:
        return SegmentKind.LIST_ITEM
    return SegmentKind.QUOTATION if "blockquote_open" in inside else kind


def _stripped(text: str, lines: Sequence[Span], kind: SegmentKind) -> Iterator[Span]:
    """The lines without what marks them: list marks, quotation marks, the rule under a heading."""
    for at, (start, end) in enumerate(lines):
        margin = (_MARGIN if at == 0 else _QUOTED).match(text, start, end)
        begin = margin.end() if margin else start
        content = text[begin:end].rstrip()
        if kind == SegmentKind.HEADING:
            content = content.rstrip("#").rstrip()
            if at and _RULE.match(content):
                continue
        if content:
            yield (begin, begin + len(content))
