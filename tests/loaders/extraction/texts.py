"""Texts of our own made into documents, for the tests of extraction."""

from array import array

from loaders.reading.document import Document, Segment, SegmentKind, Source


def segment(text: str, language: str, index: int = 0, start: int = 0, **more: object) -> Segment:
    """A paragraph whose mended text is its raw text."""
    offsets = array("I", range(start, start + len(text)))
    given = {"kind": SegmentKind.PARAGRAPH, **more}
    return Segment(index, given.pop("kind"), language, text, offsets, ((start, start + len(text)),), **given)  # type: ignore[arg-type]


def document(*paragraphs: str, language: str = "fr") -> Document:
    """A document of paragraphs in one language; one that ends in ":" leads the items that begin with "- "."""
    segments: list[Segment] = []
    start = 0
    lead = heading = None
    for index, text in enumerate(paragraphs):
        kind = SegmentKind.PARAGRAPH
        if text.startswith("# "):
            kind, heading, lead = SegmentKind.HEADING, index, None
        elif text.startswith("- "):
            kind = SegmentKind.LIST_ITEM
        elif text.endswith(":"):
            lead = index
        section = (heading,) if heading is not None and heading != index else ()
        above = lead if kind is SegmentKind.LIST_ITEM else None
        segments.append(segment(text, language, index, start, kind=kind, section=section, lead_in=above))
        start += len(text) + 2
    return Document(Source("test", "Test"), "test.txt", "0" * 64, "\n\n".join(paragraphs), tuple(segments))
