"""Mended text maps back to raw text, character by character."""

import unicodedata
from itertools import pairwise

from loaders.reading import Document, Segment, SegmentKind
from loaders.reading.mend import Manner, mend
from loaders.reading.words import Words

_QUOTES = {'"': "“”„‟″«»", "'": "’‘‛ʼ′`´", "-": "‐‑"}
_NO_TEXT = (SegmentKind.FURNITURE, SegmentKind.CONTENTS)


def answers(mended: str, raw: str) -> bool:
    """Whether a mended character may stand for a raw one."""
    if mended == raw or raw in _QUOTES.get(mended, ""):
        return True
    return raw.isspace() if mended == " " else mended in unicodedata.normalize("NFKC", raw)


def assert_exact(document: Document) -> None:
    """Every segment of a document maps back exactly."""
    for index, segment in enumerate(document.segments):
        assert segment.index == index
        assert len(segment.text) == len(segment.offsets)
        assert segment.text, "an empty segment"
        assert all(before <= after for before, after in pairwise(segment.offsets))
        assert all(a < b for a, b in segment.spans)
        assert all(left[1] <= right[0] for left, right in pairwise(segment.spans))
        _assert_inside(segment)
        for char, offset in zip(segment.text, segment.offsets, strict=True):
            assert answers(char, document.text[offset]) or unicodedata.normalize(
                "NFC", document.text[offset : offset + 4]
            ).startswith(char)


def _assert_inside(segment: Segment) -> None:
    spans = iter(segment.spans)
    start, end = next(spans)
    for offset in segment.offsets:
        while offset >= end:
            start, end = next(spans)
        assert start <= offset < end


def test_every_mended_character_maps_to_its_raw_one(document: Document) -> None:
    assert_exact(document)


def test_mending_again_changes_nothing(document: Document) -> None:
    manner = Manner(Words(document.text))
    for segment in document.segments:
        if segment.kind not in _NO_TEXT:
            again = mend(segment.text, [(0, len(segment.text))], segment.language, manner)
            assert again.text == segment.text


def test_no_text_is_lost_or_read_twice(document: Document) -> None:
    covered = bytearray(len(document.text))
    for segment in document.segments:
        for start, end in segment.spans:
            assert not any(covered[start : end - 1]), segment.index
            covered[start:end] = b"\1" * (end - start)
    missed = "".join(char for char, seen in zip(document.text, covered, strict=True) if not seen)
    assert not missed.strip("\ufeff0123456789 \xa0\t\r\n\f"), missed.split()[:5]


def test_references_point_where_they_may(document: Document) -> None:
    for segment, number in zip(document.segments, document.numbers, strict=True):
        for at in segment.section:
            assert document.segments[at].kind == SegmentKind.HEADING
        levels = [document.segments[at].level for at in segment.section]
        assert levels == sorted(set(levels))
        assert number.count(".") + bool(number) == len(segment.section) + (segment.kind == SegmentKind.HEADING)
        assert segment.lead_in is None or segment.lead_in < segment.index
        if segment.twin is not None:
            twin = document.segments[segment.twin]
            assert twin.twin == segment.index
            assert twin.language != segment.language
