"""A file to a Document: the steps in their order."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from loaders.reading.document import Document, Segment, SegmentKind, Source, Span
from loaders.reading.flow import Piece, pieces
from loaders.reading.formats import layout_of
from loaders.reading.headings import Role, Shape, roles, shape_of
from loaders.reading.layout import Layout
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lists import lead_ins
from loaders.reading.mend import Manner, Mended, mend, split_ligatures
from loaders.reading.notes import note_marks
from loaders.reading.oddities import oddities
from loaders.reading.outline import Place, outline
from loaders.reading.sources import Sources, load_sources
from loaders.reading.twins import twins
from loaders.reading.words import Words
from ontology.errors import SourceError

_TEXT = (SegmentKind.FURNITURE, SegmentKind.CONTENTS)
_NOTES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def read(path: Path, sources: Sources | None = None, limits: Limits = LIMITS) -> Document:
    """Read a file into segments; raises SourceError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}): check the path and its permissions.") from error
    layout = layout_of(data, path, limits)
    if not layout.blocks:
        raise SourceError(f"{path} has no text that can be read: give a document with text.")
    checksum = sha256(data).hexdigest()
    source = (sources or load_sources()).of(path, checksum)
    return document(layout, source, path.name, checksum)


def document(layout: Layout, source: Source, file: str, checksum: str) -> Document:
    """The document that a layout makes."""
    found = pieces(layout, source.languages)
    marks = note_marks(layout.text)
    shapes, judged, places, leads = _judged(layout, found, marks)
    manner = Manner(
        Words(layout.text), split_ligatures(layout.text), frozenset(i for a, b in marks for i in range(a, b))
    )
    segments = [
        _segment(layout.text, index, piece, shapes[index], judged[index], places[index], leads[index], manner)
        for index, piece in enumerate(found)
    ]
    answers = twins(segments, [piece.flow for piece in found], judged)
    paired = tuple(replace(segment, twin=twin) for segment, twin in zip(segments, answers, strict=True))
    return Document(
        source=source,
        file=file,
        checksum=checksum,
        text=layout.text,
        segments=paired,
        numbers=tuple(place.number for place in places),
        reader=layout.reader,
        warnings=(*layout.warnings, *oddities(layout.text, paired)),
    )


def _judged(
    layout: Layout, found: Sequence[Piece], marks: Sequence[Span]
) -> tuple[list[Shape], list[Role], list[Place], list[int | None]]:
    """Shape, role, place and lead-in of each piece, judged stream by stream."""
    shapes = [_shape(layout.text, piece, layout.lettered) for piece in found]
    judged = [Role(shape.kind or SegmentKind.PARAGRAPH) for shape in shapes]
    places = [Place((), 0, "")] * len(found)
    leads: list[int | None] = [None] * len(found)
    notes = _notes(layout.text) | {layout.text[a:b] for a, b in marks}
    for flow in {piece.flow for piece in found}:
        at = [i for i, piece in enumerate(found) if piece.flow == flow and shapes[i].kind not in _TEXT]
        stream = [shapes[i] for i in at]
        own = roles(stream, layout.contents, notes)
        for i, role, place, lead in zip(at, own, outline(stream, own), lead_ins(stream, own), strict=True):
            judged[i] = role
            places[i] = replace(place, section=tuple(at[j] for j in place.section))
            leads[i] = None if lead is None else at[lead]
    return shapes, judged, places, leads


def _shape(text: str, piece: Piece, lettered: bool) -> Shape:
    """The shape of a piece; one without a letter or digit beside its mark is no text."""
    words = " ".join(text[a:b] for a, b in piece.lines)
    shape = shape_of(words, len(piece.lines), lettered, piece.kind, piece.first.level)
    if shape.kind not in _TEXT and not any(map(str.isalnum, shape.bare)):
        return replace(shape, kind=SegmentKind.FURNITURE)
    return shape


def _notes(text: str) -> frozenset[str]:
    """The numbers that raised figures in a text refer to."""
    return frozenset(char.translate(_NOTES) for char in "¹²³⁴⁵⁶⁷⁸⁹" if char in text)


def _segment(
    text: str,
    index: int,
    piece: Piece,
    shape: Shape,
    role: Role,
    place: Place,
    lead: int | None,
    manner: Manner,
) -> Segment:
    lines = _bare_lines(piece.lines, shape, role)
    mended = mend(text, lines, piece.language, manner) if role.kind not in _TEXT else _plain(text, lines)
    return Segment(
        index=index,
        kind=role.kind,
        language=piece.language,
        text=mended.text,
        offsets=mended.offsets,
        spans=_spans(text, piece),
        level=place.level,
        section=place.section,
        lead_in=lead,
        page=piece.first.page,
        box=piece.first.box,
    )


def _bare_lines(lines: tuple[Span, ...], shape: Shape, role: Role) -> tuple[Span, ...]:
    """The lines without a list mark, or without the brackets of a bracketed heading."""
    (start, end), rest = lines[0], lines[1:]
    if role.style == "bracket":
        last = rest[-1] if rest else (start, end)
        inner = (*lines[:-1], (last[0], last[1] - 1))
        return ((inner[0][0] + 1, inner[0][1]), *inner[1:])
    marked = shape.mark and (role.kind == SegmentKind.LIST_ITEM or role.style.startswith("bullet"))
    if not marked or shape.mark is None:
        return lines
    return ((min(start + shape.mark.length, end), end), *rest)


def _plain(text: str, lines: Sequence[Span]) -> Mended:
    """Furniture as it stands, lines parted by a space."""
    offsets: array[int] = array("I")
    for start, end in lines:
        offsets.extend(range(start, end))
        offsets.append(end)
    return Mended(" ".join(text[a:b] for a, b in lines), offsets[:-1])


def _spans(text: str, piece: Piece) -> tuple[Span, ...]:
    """The raw stretches of a piece: one, or more where other text interrupts it.

    Each but the last takes in the space after it, to which the mended space points.
    """
    spans: list[Span] = []
    for block in piece.blocks:
        if spans and not text[spans[-1][1] : block.start].strip():
            spans[-1] = (spans[-1][0], block.end)
        else:
            if spans:
                spans[-1] = (spans[-1][0], spans[-1][1] + 1)
            spans.append((block.start, block.end))
    return tuple(spans)
