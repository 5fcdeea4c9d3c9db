"""A segment made ready for the finders: its words, which of them matching compares, and its sentences."""

from dataclasses import dataclass
from functools import cached_property

from loaders.extraction.tokens import Word, analyse, pipeline
from loaders.reading.document import Segment, SegmentKind, Span

ENDS = frozenset(".!?…")
TITLES = frozenset(
    {
        "M",
        "MM",
        "Mr",
        "Mme",
        "Dr",
        "art",
        "Art",
        "cf",
        "Cf",
        "nr",
        "Nr",
        "n",
        "p",
        "bv",
        "etc",
        "resp",
        "o.a",
        "incl",
        "dhr",
        "mevr",
        "St",
    }
)
SKIPPED_KINDS = frozenset({SegmentKind.CONTENTS, SegmentKind.FURNITURE})
HEADING_CAPITALS = 0.8  # share of letters in capitals above which capitals say nothing


def in_capitals(text: str) -> bool:
    """Whether a text is set in capitals, as some headings are."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 6 and " " in text and sum(c.isupper() for c in letters) >= HEADING_CAPITALS * len(letters)


@dataclass(frozen=True, eq=False)
class Line:
    """A segment with its words; positions in `kept` are those of the words that matching compares."""

    segment: Segment
    words: tuple[Word, ...]
    kept: tuple[int, ...]
    upper: bool

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences as [first, after) word positions."""
        cuts, first = [], 0
        for i, word in enumerate(self.words):
            last = i + 1 == len(self.words)
            closes = word.text in ENDS and (
                last or self.words[i + 1].capital or not self.words[i + 1].text[0].isalpha()
            )
            if closes and not last and self.words[i - 1].text in TITLES:
                continue
            if closes or last:
                cuts.append((first, i + 1))
                first = i + 1
        return tuple(cuts)

    def at(self, first: int, last: int) -> Span:
        """The mended span of the words first to last, both included."""
        return self.words[first].start, self.words[last].end

    def raw(self, first: int, last: int) -> Span:
        """The raw span of the words first to last, both included."""
        return self.segment.raw(*self.at(first, last))

    def text(self, first: int, last: int) -> str:
        """The mended text of the words first to last, both included."""
        start, end = self.at(first, last)
        return self.segment.text[start:end]


def line(segment: Segment) -> Line:
    """Tokenise a segment."""
    upper = in_capitals(segment.text)
    words = tuple(analyse(pipeline().make_doc(segment.text), segment.language, upper))
    return Line(segment, words, tuple(i for i, word in enumerate(words) if not word.skipped), upper)
