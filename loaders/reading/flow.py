"""Blocks to flows: the stream of each language, with what pages and columns cut joined again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.reading.document import SegmentKind, Span
from loaders.reading.language import languages, switches
from loaders.reading.layout import Block, Layout
from loaders.reading.marks import mark_of, spaced

_CLOSERS = "\"'”’»)]*_ \t\xa0"
_ENDS = (".", "!", "?", ":", ";", "…")
_HYPHENS = ("-", "‐", "\xad")
_NO_TEXT = (SegmentKind.FURNITURE, SegmentKind.CONTENTS)
_OPENING = "\"'“”«‘’([ \t\xa0"
_FULL = 55  # characters of a line that is cut by a page rather than ended


@dataclass(frozen=True, slots=True)
class Piece:
    """One block, or several that pages had cut apart; `lines` that do not follow each other are an interruption."""

    blocks: tuple[Block, ...]
    language: str
    flow: str  # the main language whose stream it stands in

    @property
    def lines(self) -> tuple[Span, ...]:
        """All its lines in order."""
        return tuple(line for block in self.blocks for line in block.lines)

    @property
    def first(self) -> Block:
        """The block that it begins with."""
        return self.blocks[0]

    @property
    def kind(self) -> SegmentKind | None:
        """What the format says it is."""
        return self.blocks[0].kind


def pieces(layout: Layout, declared: tuple[str, ...] = ()) -> list[Piece]:
    """The pieces of a layout in the order in which they begin."""
    blocks = [part for block in layout.blocks for part in _parted(layout.text, block)]
    texts = [layout.text[block.start : block.end] for block in blocks]
    spoken = [(t, block) for t, block in zip(texts, blocks, strict=True) if block.kind not in _NO_TEXT]
    found = iter(languages([t for t, _ in spoken], [block.breaks for _, block in spoken], declared))
    tongues = ["" if block.kind in _NO_TEXT else next(found) for block in blocks]
    main = _main(texts, tongues)
    return _joined(layout, blocks, tongues, main)


def _parted(text: str, block: Block) -> list[Block]:
    """A block, cut where its lines change their language."""
    cuts = switches([text[a:b] for a, b in block.lines]) if block.kind is None else []
    if not cuts:
        return [block]
    edges = [0, *cuts, len(block.lines)]
    return [replace(block, lines=block.lines[a:b], breaks=block.breaks or a > 0) for a, b in pairwise(edges)]


def _main(texts: Sequence[str], tongues: Sequence[str]) -> list[str]:
    """The languages that the document is written in: each has a sixth of it or more."""
    share: Counter[str] = Counter()
    for text, tongue in zip(texts, tongues, strict=True):
        if tongue:
            share[tongue] += len(text)
    total = sum(share.values())
    return [tongue for tongue, size in share.most_common() if size * 6 >= total]


def _joined(layout: Layout, blocks: Sequence[Block], tongues: Sequence[str], main: Sequence[str]) -> list[Piece]:
    made: list[tuple[list[Block], str, str]] = []
    last: dict[str, int] = {}  # flow -> index in `made` of its last piece
    flow = main[0] if main else ""
    for block, tongue in zip(blocks, tongues, strict=True):
        if block.kind in _NO_TEXT:
            made.append(([block], flow, flow))
            continue
        flow = tongue if tongue in main else flow
        at = last.get(flow)
        if at is not None and made[at][1] == tongue:
            cut = block.breaks or at != len(made) - 1
            if continues(layout, made[at][0][-1], block, cut):
                made[at][0].append(block)
                continue
        made.append(([block], tongue, flow))
        last[flow] = len(made) - 1
    return [Piece(tuple(together), tongue, flow) for together, tongue, flow in made]


def continues(layout: Layout, before: Block, after: Block, cut: bool) -> bool:
    """Whether a block goes on with the sentence that another one left open; `cut` says that a page parts them."""
    text, head = layout.text, layout.text[after.start : after.lines[0][1]]
    if mark_of(head, layout.lettered) or head.startswith("["):
        return False
    if before.kind is not None or after.kind is not None:
        return before.kind == after.kind == SegmentKind.PARAGRAPH and cut and _open(text, before, after, cut)
    if spaced(text[before.start : before.end]) and spaced(text[after.start : after.end]):
        return True
    if text[before.end - 1] == ";" and mark_of(text[before.start : before.start + 20], layout.lettered):
        return _small(text, after)
    return _open(text, before, after, cut) and (cut or _small(text, after))


def _open(text: str, before: Block, after: Block, cut: bool) -> bool:
    tail = text[before.lines[-1][0] : before.end]
    head = text[after.start : after.lines[0][1]]
    if tail.endswith(_HYPHENS) and len(tail) > 1 and tail[-2].isalpha():
        return True
    bracketed = tail.endswith("]") and text[before.start] == "["
    if tail.endswith(".") and cut and _small(text, after):
        return True  # an abbreviation stands last on the page
    if bracketed or tail.rstrip(_CLOSERS).endswith(_ENDS):
        return False
    if _small(text, after):
        return True
    full = before.end - before.start > _FULL and len(tail) > _FULL * 2 // 3
    return full and not tail.isupper() and head.lstrip(_OPENING)[:1].isalnum()


def _small(text: str, block: Block) -> bool:
    """Whether a block begins inside a sentence."""
    return text[block.start : block.lines[0][1]].lstrip(_OPENING)[:1].islower()
