"""Parallel texts: pages and segments that say the same in two languages."""

import tomllib
from pathlib import Path

import pytest

from loaders.reading import Document, Segment
from loaders.reading.align import align
from loaders.reading.corpus import SPECIMEN
from tests.loaders.reading.conftest import corpus_file, read_once

PLACES = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))


def segment_at(document: Document, offset: int) -> Segment:
    """The segment that covers an offset."""
    return next(s for s in document.segments if any(start <= offset < end for start, end in s.spans))


def test_sixty_places_were_read_by_hand() -> None:
    assert sum(map(len, PLACES.values())) == 60


@pytest.mark.parametrize("start", sorted(PLACES))
def test_language_and_twin_are_right_at_places_read_by_hand(start: str) -> None:
    document = read_once(corpus_file(start))
    right = 0
    for offset, language, twin in PLACES[start]:
        segment = segment_at(document, offset)
        right += segment.language == language and segment.twin == segment_at(document, twin).index
    assert right >= len(PLACES[start]) - 1


@pytest.mark.parametrize(("start", "share"), [("000_", 0.98), ("001_", 0.99)])
def test_nearly_all_segments_have_a_twin_in_a_section_of_the_same_number(start: str, share: float) -> None:
    document = read_once(corpus_file(start))
    segments = [s for s in document.segments if s.kind not in ("furniture", "contents")]
    assert sum(s.twin is not None for s in segments) >= share * len(segments)
    numbers = document.numbers
    assert all(numbers[s.index] == numbers[s.twin] for s in segments if s.twin is not None)


def test_a_document_in_one_language_has_no_twins() -> None:
    document = read_once(SPECIMEN / "strategy.txt")
    assert all(segment.twin is None for segment in document.segments)


def test_every_segment_of_the_bilingual_specimen_has_its_twin() -> None:
    document = read_once(SPECIMEN / "note-bilingual.txt")
    assert all(segment.twin is not None for segment in document.segments)


def test_alignment_leaves_out_what_has_no_answer() -> None:
    left, right = "abcde", "abxcd"
    steps = align(5, 5, lambda i, j: 0.0 if left[i] == right[j] else 9.0, 1.0)
    pairs = [(left[step.left], right[step.right]) for step in steps if step.paired]
    assert pairs == [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]


def test_alignment_takes_two_for_one() -> None:
    lengths = ([10, 20, 30], [30, 30])
    steps = align(
        3,
        2,
        lambda i, j: float(abs(lengths[0][i] - lengths[1][j])),
        20.0,
        1.0,
        lambda i, j, di, dj: float(abs(sum(lengths[0][i : i + di]) - sum(lengths[1][j : j + dj]))),
    )
    assert [(step.lefts, step.rights) for step in steps] == [(2, 1), (1, 1)]
