"""What was odd about a document, in sentences for whoever reads the figures."""

from collections.abc import Iterator, Sequence

from loaders.reading.document import Segment, SegmentKind

_NO_TEXT = (SegmentKind.FURNITURE, SegmentKind.CONTENTS)
_SHOWN = 8  # page numbers that are named


def oddities(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    """What a reader of the document should know: characters lost, contents left out, pages without a counterpart."""
    lost = text.count("\ufffd")
    if lost:
        yield f"{lost} characters were lost before the file was made (U+FFFD)."
    listed = sum(segment.kind == SegmentKind.CONTENTS for segment in segments)
    if listed:
        yield f"A table of contents ({listed} blocks) is not read as text."
    yield from _unpaired([segment for segment in segments if segment.kind not in _NO_TEXT])


def _unpaired(spoken: Sequence[Segment]) -> Iterator[str]:
    """The pages of a bilingual document that nothing in the other language answers; else how many passages."""
    alone = [segment for segment in spoken if segment.twin is None]
    if not alone or len(alone) == len(spoken):
        return
    pages = {segment.page for segment in spoken if segment.page} - {s.page for s in spoken if s.twin is not None}
    if pages:
        yield f"{numbered(sorted(page for page in pages if page))}: nothing in the other language answers."
    yield f"{len(alone)} of {len(spoken)} passages have no counterpart in the other language."


def numbered(pages: Sequence[int]) -> str:
    """Pages by number, the first few of many; "" for none."""
    if not pages:
        return ""
    more = f" and {len(pages) - _SHOWN} more" if len(pages) > _SHOWN else ""
    return f"Page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages[:_SHOWN]))}{more}"
