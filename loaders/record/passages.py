"""Passages of a document: which there are, where they stand, how they read, and which are twins."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from loaders.extraction.model import Passage, Statement
from loaders.reading.document import Document, Span
from loaders.record.counterparts import counterparts
from loaders.record.ids import passage_iri

HEADING_SEPARATOR = " › "


def distinct(statements: Iterable[Statement]) -> Iterable[Passage]:
    """The passages that statements rest on, each once, in the order of the text."""
    found = {evidence.passage.spans: evidence.passage for each in statements for evidence in each.evidence}
    return [found[spans] for spans in sorted(found)]


def section(document: Document, passage: Passage) -> str | None:
    """The number of a passage's section; None before the first heading and where sections have no numbers."""
    numbers = document.numbers
    return numbers[passage.segment] or None if passage.segment < len(numbers) else None


def heading(document: Document, passage: Passage) -> str | None:
    """The headings above a passage in one line, outermost first."""
    return HEADING_SEPARATOR.join(document.headings(document.segments[passage.segment])) or None


def mended(document: Document, passage: Passage, span: Span) -> str:
    """What a person reads at a raw span: the mended text of the segment there."""
    segment = document.segments[passage.segment]
    first, last = bisect_left(segment.offsets, span[0]), bisect_left(segment.offsets, span[1])
    return segment.text[first:last].strip() or document.text[span[0] : span[1]]


Pairs = tuple[tuple[str, str], ...]


def twins(document: Document, statements: Iterable[Statement]) -> tuple[Pairs, tuple[Passage, ...]]:
    """Twin passages (IRIs, both ways round), and those of them that are no evidence themselves.

    Passages of twin segments that make the same statement are paired in the text's order; a passage that is left
    without a twin gets what stands at its place in the other language.
    """
    known = tuple(statements)
    found = dict.fromkeys(_said_in_both(document, known))
    paired = {one for one, _ in found}
    evidence = tuple(distinct(known))
    alone = [each for each in evidence if passage_iri(document, each.spans[0]) not in paired]
    answers: dict[tuple[Span, ...], Passage] = {}
    for passage, answer in counterparts(document, alone):
        answers.setdefault(answer.spans, answer)
        for span in answer.spans:
            pair = passage_iri(document, passage.spans[0]), passage_iri(document, span)
            found |= dict.fromkeys((pair, pair[::-1]))
    for each in evidence:
        answers.pop(each.spans, None)
    return tuple(found), tuple(answers.values())


def _said_in_both(document: Document, statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    for statement in statements:
        by_segment: dict[int, list[Span]] = {}
        for evidence in sorted(statement.evidence, key=lambda each: each.passage.spans):
            spans = by_segment.setdefault(evidence.passage.segment, [])
            if evidence.passage.spans[0] not in spans:
                spans.append(evidence.passage.spans[0])
        for segment, spans in by_segment.items():
            other = document.segments[segment].twin
            if other is not None and other in by_segment:
                for one, two in zip(spans, by_segment[other], strict=False):
                    pair = passage_iri(document, one), passage_iri(document, two)
                    yield pair
                    yield pair[::-1]
