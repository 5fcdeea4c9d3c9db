"""What a format's reader hands on: the source text and its blocks, before any of it is judged."""

from dataclasses import dataclass, field

from loaders.reading.document import SegmentKind, Span

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together; `lines` are their spans without margins and line numbers.

    `kind` and `level` are set where the format itself says them. `breaks` is true where a page or column starts.
    """

    lines: tuple[Span, ...]
    kind: SegmentKind | None = None
    level: int = 0
    page: int | None = None
    box: Box | None = None
    breaks: bool = False

    @property
    def start(self) -> int:
        """Raw offset of the first character."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Raw offset after the last character."""
        return self.lines[-1][1]


@dataclass(frozen=True, slots=True)
class Layout:
    """A source text and its blocks in reading order; `contents` are the titles its table of contents lists."""

    text: str
    blocks: tuple[Block, ...]
    reader: str
    contents: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = field(default=())
    lettered: bool = False  # true where a lone letter stands for a round bullet
