"""What reading makes: a document of segments whose mended text maps back to the source, character by character."""

from array import array
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SegmentKind(StrEnum):
    """What a segment is in the document's layout."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    NOTE = "note"
    QUOTATION = "quotation"
    CONTENTS = "contents"  # a table of contents: not text
    FURNITURE = "furniture"  # page numbers, running headers: not text


Span = tuple[int, int]  # [start, end) in code points


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document from outside its text: one file in `loaders/sources/`, or what can be guessed.

    `issued` is the first day known; `precision` says whether day, month or year is known.
    """

    id: str
    title: str
    publisher: str | None = None
    issued: date | None = None
    precision: str = "day"
    kind: str | None = None
    speaks_for: str | None = None
    languages: tuple[str, ...] = ()
    defines_edition: int | None = None
    hints: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading, paragraph, list item or note, in one language.

    `text` is mended for matching (hyphens, ligatures, line ends); `offsets[i]` is the raw offset of its character i.
    `spans` are the raw stretches that it covers: two where a page of the other language cuts it.
    `section` holds the indexes of the headings above, outermost first; `lead_in` the index of the sentence that
    introduces the list; `twin` the index of the same segment in the other language.
    """

    index: int
    kind: SegmentKind
    language: str
    text: str
    offsets: "array[int]"
    spans: tuple[Span, ...]
    level: int = 0
    section: tuple[int, ...] = ()
    lead_in: int | None = None
    twin: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def start(self) -> int:
        """Raw offset of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Raw offset after the last character."""
        return self.spans[-1][1]

    def raw(self, start: int, end: int) -> Span:
        """The raw span of mended [start, end); it may swallow an interruption, see `pieces`."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The raw spans of mended [start, end), cut where the segment is interrupted."""
        first, last = self.raw(start, end)
        cut = ((max(first, a), min(last, b)) for a, b in self.spans)
        return tuple((a, b) for a, b in cut if a < b)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: `text` is the raw source text that all offsets refer to, `checksum` the SHA-256 of its bytes.

    `numbers[i]` is the section number of segment i ("2.1.3", counted from the headings), which names a section
    without its words. `warnings` says in sentences what was odd.
    """

    source: Source
    file: str
    checksum: str
    text: str
    segments: tuple[Segment, ...]
    numbers: tuple[str, ...] = ()
    reader: str = ""
    warnings: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The document's notation."""
        return self.source.id

    def headings(self, segment: Segment) -> tuple[str, ...]:
        """The mended texts of the headings above a segment, outermost first."""
        return tuple(self.segments[i].text for i in segment.section)
