"""`bfpg add`, `remove`, `library`, and builds in which a file is bad."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from app.settings import Settings
from ontology.errors import BfpgError
from queries.manifest import Manifest
from queries.release import current


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a home, a corpus of one document and another document."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.txt").write_text("Le terrorisme menace la Belgique.", encoding="utf-8")
    (tmp_path / "mine.txt").write_text("Het terrorisme bedreigt onze burgers.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    monkeypatch.setenv("BFPG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BFPG_CORPUS", str(tmp_path / "corpus"))
    return tmp_path


def bfpg(*words: str | Path) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(app, [str(word) for word in words])


def manifest(place: Path) -> Manifest:
    """That of the current release."""
    return current(place / "home").manifest


def files(place: Path) -> Sequence[str]:
    """The documents of the current release, by file name."""
    return sorted(document.file for document in manifest(place).inputs.documents)


def test_one_command_adds_a_document_and_one_removes_it(place: Path) -> None:
    words = ("--title", "Mijn nota", "--date", "2025-03", "--publisher", "Ik", "--kind", "policy-note")
    assert bfpg("add", place / "mine.txt", *words).exit_code == 0
    assert files(place) == ["mine.txt", "one.txt"]
    [row] = json.loads(bfpg("library").stdout)
    assert (row["title"], row["issued"], row["publisher"], row["versions"]) == ("Mijn nota", "2025-03", "Ik", 1)
    assert f"graph:{row['id']}" in manifest(place).graphs
    assert bfpg("remove", row["id"]).exit_code == 0
    assert files(place) == ["one.txt"]
    assert json.loads(bfpg("library").stdout) == []


def test_new_facts_on_an_old_document_are_built(place: Path) -> None:
    bfpg("add", place / "mine.txt", "--title", "Eerst")
    bfpg("add", place / "mine.txt", "--title", "Dan")
    assert {"Dan"} <= {document.title for document in manifest(place).inputs.documents}
    before = manifest(place).id
    assert bfpg("build").exit_code == 0
    assert manifest(place).id == before


def test_a_bad_file_is_reported_and_the_others_go_on(place: Path) -> None:
    done = bfpg("add", place / "*.txt", place / "nowhere.pdf", "--publisher", "Ik")
    assert done.exit_code == 1
    assert files(place) == ["mine.txt", "one.txt"]


def test_a_bad_file_in_the_corpus_is_reported_by_every_build(place: Path) -> None:
    (place / "bad.txt").rename(place / "corpus" / "bad.txt")
    assert [bfpg("build").exit_code for _ in range(2)] == [1, 1]
    assert files(place) == ["one.txt"]


@pytest.mark.parametrize("name", ["bad.txt", "nowhere.txt", "home*"])
def test_where_nothing_named_can_be_read_nothing_is_built(place: Path, name: str) -> None:
    assert bfpg("add", place / "mine.txt").exit_code == 0
    before = manifest(place).id
    done = bfpg("build", place / name)
    assert isinstance(done.exception, BfpgError)
    assert manifest(place).id == before


def test_the_bytes_of_a_document_are_read_once(place: Path) -> None:
    (place / "corpus" / "copy.txt").write_bytes((place / "corpus" / "one.txt").read_bytes())
    assert bfpg("add", place / "corpus" / "one.txt").exit_code == 0
    assert files(place) == ["one.txt"]


def test_one_title_for_several_documents_is_wrong_usage(place: Path) -> None:
    assert bfpg("add", place / "mine.txt", place / "corpus", "--title", "Een").exit_code == 2
    assert not (Settings.from_env().home / "library").exists()


def test_export_goes_on_after_a_bad_file(place: Path) -> None:
    (place / "bad.txt").rename(place / "corpus" / "bad.txt")
    assert bfpg("export", "--gold", place / "out").exit_code == 1
    assert "one.txt" in (place / "out" / "mentions.jsonl").read_text(encoding="utf-8")
