"""Blocks that a format gives one by one, put together to a source text."""

from loaders.reading.document import SegmentKind, Span
from loaders.reading.layout import Block, Box, Layout
from loaders.reading.marks import lettered_bullets


class Builder:
    """Collects blocks and the text that their offsets refer to: blocks stand two lines apart."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._starts: list[str] = []

    def add(
        self,
        lines: list[str],
        kind: SegmentKind | None = None,
        level: int = 0,
        page: int | None = None,
        box: Box | None = None,
        breaks: bool = False,
    ) -> None:
        """Add a block of lines; empty ones are left out."""
        spans: list[Span] = []
        for line in lines:
            stripped = line.strip()
            if stripped:
                self._append(("\n" if spans else "\n\n") if self._parts else "")
                spans.append((self._length, self._length + len(stripped)))
                self._append(stripped)
                self._starts.append(stripped[:2])
        if spans:
            self._blocks.append(Block(tuple(spans), kind, level, page, box, breaks))

    def layout(self, warnings: tuple[str, ...] = ()) -> Layout:
        """The layout of all that was added."""
        lettered = lettered_bullets(self._starts)
        return Layout("".join(self._parts), tuple(self._blocks), self._reader, warnings=warnings, lettered=lettered)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
