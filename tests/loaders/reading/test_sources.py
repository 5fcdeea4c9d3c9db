"""What is known of documents from outside, and how a file is recognised."""

from datetime import date
from pathlib import Path

import pytest

from loaders.reading import Sources, load_sources, read
from loaders.reading.sources import describe
from ontology.errors import SourceError
from tests.loaders.reading.conftest import corpus_file, read_once

GOOD = 'id = "a-note"\ntitle = "Une note"\nissued = 2025-03-01\nfiles = ["a.txt"]\n'


def described(folder: Path, text: str, name: str = "a.toml") -> Path:
    """A folder with one description."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_description_in_the_checkout_is_sound() -> None:
    sources = {entry.source.id: entry for entry in load_sources().described}
    assert {"policy-statement-2025", "policy-note-2018", "party-programme-2024"} <= set(sources)
    assert sources["nss-2026"].source.defines_edition == 2026
    assert sources["nss-2026"].source.precision == "year"
    assert sources["party-programme-2024"].source.speaks_for == "party"
    assert all(dict(entry.titles).keys() == {"fr", "nl", "en"} for entry in sources.values())


@pytest.mark.parametrize(
    ("start", "source"),
    [
        ("000_", "policy-statement-2025"),
        ("001_", "policy-note-2018"),
        ("002_", "party-programme-2024"),
        ("003_", "press-release-2025"),
        ("004_", "nss-2026"),
    ],
)
def test_the_corpus_is_recognised(start: str, source: str) -> None:
    assert read_once(corpus_file(start)).id == source


def test_a_file_is_known_by_its_content_under_any_name(tmp_path: Path) -> None:
    other = tmp_path / "renamed.txt"
    other.write_bytes(corpus_file("003_").read_bytes())
    assert read(other).id == "press-release-2025"


def test_a_name_alone_does_not_pass_for_a_known_content(tmp_path: Path) -> None:
    original = corpus_file("003_")
    changed = tmp_path / original.name
    changed.write_text("Ceci est un tout autre texte, qui porte le même nom.", encoding="utf-8")
    assert read(changed).id != "press-release-2025"


def test_an_unknown_file_is_named_after_its_name_and_content(tmp_path: Path) -> None:
    for folder, text in (("x", "Une phrase."), ("y", "Une autre phrase.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Ma Note (2).txt").write_text(text, encoding="utf-8")
    one, other = (read(tmp_path / folder / "Ma Note (2).txt", Sources(())).id for folder in ("x", "y"))
    assert one != other
    assert one.startswith("ma-note-2-")


def test_a_file_name_is_enough_where_no_checksum_is_given(tmp_path: Path) -> None:
    sources = load_sources(described(tmp_path, GOOD))
    (tmp_path / "a.txt").write_text("Une phrase.", encoding="utf-8")
    document = read(tmp_path / "a.txt", sources)
    assert document.id == "a-note"
    assert document.source.issued == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("id = ", "cannot be read as TOML"),
        ('title = "x"', "has no proper id"),
        ('id = "Big Id"', "has no proper id"),
        (GOOD + "colour = 1", "unknown key 'colour'"),
        (GOOD + 'kind = "poem"', "kind = 'poem'"),
        (GOOD + 'speaks_for = "me"', "speaks_for = 'me'"),
        (GOOD + 'languages = ["xx"]', "languages = 'xx'"),
        ('id = "a"\nissued = "2025"', "issued that is no date"),
    ],
)
def test_a_wrong_description_says_what_is_wrong(tmp_path: Path, text: str, reason: str) -> None:
    described(tmp_path, text)
    with pytest.raises(SourceError, match=reason) as caught:
        describe(tmp_path / "a.toml")
    assert "a.toml" in str(caught.value)


def test_two_descriptions_may_not_share_an_id(tmp_path: Path) -> None:
    described(described(tmp_path, GOOD), GOOD, "b.toml")
    with pytest.raises(SourceError, match="Two files describe"):
        load_sources(tmp_path)
