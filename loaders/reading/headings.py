"""Which pieces are headings, list items, contents, notes: judged within the stream of one language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reading.document import SegmentKind
from loaders.reading.facts import facts
from loaders.reading.marks import Mark, mark_of, spaced

_ORDINAL = re.compile(rf"(?:{'|'.join(facts('layout')['headings']['ordinals'])})\s\w+\s?:", re.IGNORECASE)
_PART = re.compile(rf"(?:{'|'.join(facts('layout')['headings']['parts'])})\s+(?:\d+|[IVXL]+|[A-Z])\b", re.IGNORECASE)
_ENDS = (".", ";", ",", ":", "!", "?", "…")
_EMPHASIS = "*_ \t\xa0"
_LONG = 200  # characters that no heading has
_LINE = 110  # characters of a plain heading
_DATE = re.compile(r"\d{1,2}\s\w+\s\d{4}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_CODE = re.compile(r"[A-Z]{0,4}[ ./-]?\d+(?:[./-]\d+)+\Z")  # a registration, not a heading
_NOTE = re.compile(r"(?:\[\^?)?(\d{1,3})\]?:?\s+\S")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a piece looks like: its text in one line, its mark, how many lines, what the format says."""

    text: str
    mark: Mark | None
    lines: int
    kind: SegmentKind | None = None
    level: int = 0

    @property
    def bare(self) -> str:
        """The text without emphasis and mark."""
        text = self.text[self.mark.length if self.mark else 0 :]
        return text.strip(_EMPHASIS)


@dataclass(frozen=True, slots=True)
class Role:
    """What a piece is; a heading has a style, which says what it stands above and below."""

    kind: SegmentKind
    style: str = ""
    value: str = ""


def shape_of(text: str, lines: int, lettered: bool, kind: SegmentKind | None = None, level: int = 0) -> Shape:
    """The shape of a text."""
    flat = " ".join(text.split()) if lines > 1 else text.strip()
    return Shape(flat, mark_of(flat.lstrip("*_"), lettered), lines, kind, level)


def roles(shapes: Sequence[Shape], contents: frozenset[str], notes: frozenset[str]) -> list[Role]:
    """The role of each piece of one stream."""
    found = [
        _role(shape, shapes[at - 1] if at else None, shapes[at + 1] if at + 1 < len(shapes) else None, contents, notes)
        for at, shape in enumerate(shapes)
    ]
    return _titled(shapes, found)


def _titled(shapes: Sequence[Shape], found: list[Role]) -> list[Role]:
    """What stands before the first heading that text follows, and is set like one, is the title."""
    texts = (at for at, role in enumerate(found) if role.kind == SegmentKind.HEADING and _opens_text(at, found))
    first = next(texts, 0)
    for at in range(first):
        shape, role = shapes[at], found[at]
        short = len(shape.bare) <= _LONG and shape.lines < 5 and shape.mark is None and shape.kind is None
        if not short or (role.kind == SegmentKind.PARAGRAPH and shape.bare.endswith(_ENDS)):
            break
        if role.kind in (SegmentKind.PARAGRAPH, SegmentKind.HEADING) and not _DATE.match(shape.bare):
            found[at] = Role(SegmentKind.TITLE)
    return found


def _opens_text(at: int, found: Sequence[Role]) -> bool:
    """Whether text or a heading of a lower kind follows a heading."""
    if at + 1 >= len(found) or found[at + 1].kind != SegmentKind.HEADING:
        return at + 1 < len(found) and found[at + 1].kind != SegmentKind.TITLE
    return found[at].style != found[at + 1].style and found[at + 1].style != "contents"


def _role(
    shape: Shape, before: Shape | None, after: Shape | None, contents: frozenset[str], notes: frozenset[str]
) -> Role:
    if shape.kind is not None:
        return _given(shape)
    if shape.bare.lower() in contents:
        return Role(SegmentKind.HEADING, "contents")
    note = _NOTE.match(shape.text)
    if note and note.group(1) in notes and shape.lines < 8:
        return Role(SegmentKind.NOTE)
    style = _style(shape, before, after)
    if style:
        return Role(SegmentKind.HEADING, style, shape.mark.value if shape.mark else "")
    if shape.mark and not shape.mark.style.startswith(("padded", "roman")):
        return Role(SegmentKind.LIST_ITEM, shape.mark.style, shape.mark.value)
    return Role(SegmentKind.PARAGRAPH)


def _given(shape: Shape) -> Role:
    """What the format says, with the style that its level or mark gives."""
    assert shape.kind is not None
    if shape.kind == SegmentKind.HEADING:
        return Role(shape.kind, f"level {shape.level}")
    if shape.kind == SegmentKind.LIST_ITEM:
        return Role(shape.kind, f"item {shape.level}", shape.mark.value if shape.mark else "")
    return Role(shape.kind)


def _style(shape: Shape, before: Shape | None, after: Shape | None) -> str:
    """The style of a heading, or "" where the piece is none."""
    text, bare = shape.text, shape.bare
    if not bare or len(text) > _LONG or not any(map(str.isalpha, bare)):
        return ""
    if text[0] == "[" and text[-1] == "]":
        return "bracket"
    if shape.lines > 3:
        return ""
    if shape.mark:
        return _marked_style(shape, before, after)
    if _ORDINAL.match(bare):
        return "ordinal"
    return _plain_style(shape, before, after)


def _marked_style(shape: Shape, before: Shape | None, after: Shape | None) -> str:
    assert shape.mark is not None
    style, ended = shape.mark.style, shape.bare.endswith(_ENDS)
    if style == "decimal":
        return _decimal_style(shape, after)
    if style == "padded":
        return style if _followed(shape, after) or not ended else ""
    if style == "roman":
        return style if not ended and (len(shape.mark.value) > 1 or shape.mark.value in "IVX") else ""
    if shape.bare.endswith((".", ";", ",")) or not _followed(shape, after):
        return ""
    alone = not _alike(shape, before) and not _alike(shape, after)
    if style == "paren":
        return style if alone else ""
    if style == "letter":
        return style if alone and not ended else ""
    return style if alone and not ended and shape.mark.value not in "-–—o" else ""


def _decimal_style(shape: Shape, after: Shape | None) -> str:
    assert shape.mark is not None
    depth = shape.mark.value.count(".") + 1
    if shape.bare.endswith((";", ",")) or (shape.bare.endswith((".", ":")) and not _followed(shape, after)):
        return ""
    if shape.bare.endswith(".") and len(shape.text) > _LINE:
        return ""
    return f"decimal {depth}" + (" spaced" if spaced(shape.text) else "")


def _plain_style(shape: Shape, before: Shape | None, after: Shape | None) -> str:
    bare = shape.bare
    if bare.endswith(_ENDS) or bare[:1].islower() or _CODE.match(bare):
        return ""
    if bare.isupper() and sum(map(str.isalpha, bare)) > max(3, len(bare) // 2):
        return "upper"
    if _PART.match(bare):
        return "part"
    bold = shape.text.startswith("**") and shape.text.endswith("**")
    limit = _LINE if shape.lines > 1 else _LONG * 4 // 5
    if len(bare) > limit or shape.lines > 2 or not bare[0].isalnum() or _DATE.match(bare):
        return ""
    stopped = before is None or before.text.rstrip(_EMPHASIS + "\"'”’)»").endswith(_ENDS) or before.lines < 3
    return "plain" if bold or (stopped and _followed(shape, after)) else ""


def _followed(shape: Shape, after: Shape | None) -> bool:
    """Whether running text follows: longer than the piece itself, and no item of the same list."""
    if after is None or _alike(shape, after) or after.kind is not None:
        return after is not None and after.kind == SegmentKind.PARAGRAPH
    begins = after.text.lstrip("\"'“«‘(*_ ")[:1]
    runs = after.text.rstrip(_EMPHASIS + "\"'”’)»").endswith(_ENDS) or len(after.text) > _LINE
    return runs and len(after.text) > len(shape.text) and not begins.islower() and not spaced(after.text)


def _alike(shape: Shape, other: Shape | None) -> bool:
    """Whether two pieces carry marks of one style."""
    return bool(other and shape.mark and other.mark and other.mark.style == shape.mark.style)
