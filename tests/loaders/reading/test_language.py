"""The language of each segment: by its words, by its neighbours, where pages meet, where one text quotes another."""

from pathlib import Path

import pytest

from loaders.reading.language import guess, languages, switches
from tests.loaders.reading.conftest import corpus_file, read_once


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La Belgique défend ses intérêts avec ses partenaires.", "fr"),
        ("België verdedigt zijn belangen samen met zijn partners.", "nl"),
        ("Belgien verteidigt seine Interessen mit den Partnern und wird nicht nachlassen.", "de"),
        ("Belgium defends its interests with the partners that it has.", "en"),
    ],
)
def test_a_sentence_shows_its_language(text: str, language: str) -> None:
    assert guess(text).language == language


def test_a_short_heading_goes_with_the_text_under_it() -> None:
    french = "Le pays reste attentif à la situation dans la région et aux droits des habitants."
    dutch = "Het land blijft aandachtig voor de toestand in de regio en de rechten van de mensen."
    assert languages([french, "Iran", dutch], [False] * 3) == ["fr", "nl", "nl"]
    assert languages([french, "Iran", dutch], [False, False, True]) == ["fr", "fr", "nl"]
    assert languages([french, "Branding", french], [False] * 3) == ["fr"] * 3


def test_a_quoted_paragraph_keeps_its_own_language() -> None:
    french = "Le pays reste attentif à la situation dans la région et aux droits des habitants."
    english = "This is the sentence that we have quoted from their report, and it is not ours."
    assert languages([french, english, french], [False] * 3) == ["fr", "en", "fr"]


def test_a_block_in_two_languages_is_cut_where_they_meet() -> None:
    french = ["Le pays reste attentif à la situation", "dans la région et il demande aux parties", "de ne pas céder"]
    dutch = [
        "aan de druk van wie de regels niet volgt",
        "en het land zal zich daarom verzetten met",
        "al zijn partners",
    ]
    assert switches(french + dutch) == [3]
    assert switches(french * 4) == []


@pytest.mark.parametrize(("start", "expected"), [("000_", {"fr", "nl"}), ("001_", {"fr", "nl"}), ("004_", {"fr"})])
def test_the_corpus_speaks_no_other_languages(start: str, expected: set[str]) -> None:
    found = {segment.language for segment in read_once(corpus_file(start)).segments}
    assert found == expected


def test_the_specimen_speaks_french_and_dutch() -> None:
    from loaders.reading.corpus import SPECIMEN

    found = {segment.language for path in sorted(Path(SPECIMEN).glob("*.txt")) for segment in read_once(path).segments}
    assert found == {"fr", "nl"}
