"""Which documents are read when none are named."""

from pathlib import Path

import pytest

from loaders.reading import expand, find_corpus
from ontology.errors import SourceError


def folder(path: Path, *names: str) -> Path:
    """A folder with files."""
    path.mkdir(parents=True)
    for name in names:
        (path / name).write_text("Une phrase.", encoding="utf-8")
    return path


def test_a_setting_comes_first(tmp_path: Path) -> None:
    folder(tmp_path / "here" / "corpus", "b.txt")
    mine = folder(tmp_path / "mine", "z.txt", "a.md", "notes.toml", "README.md")
    corpus = find_corpus(mine, tmp_path / "here")
    assert [file.name for file in corpus.files] == ["a.md", "z.txt"]
    assert not corpus.specimen


def test_then_the_corpus_folder_then_the_shared_one_then_the_specimen(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    assert find_corpus(None, here).specimen
    folder(tmp_path / "shared" / "corpus", "shared.txt")
    assert [file.name for file in find_corpus(None, here).files] == ["shared.txt"]
    folder(here / "corpus", "own.txt")
    assert [file.name for file in find_corpus(None, here).files] == ["own.txt"]


def test_the_specimen_has_three_documents(tmp_path: Path) -> None:
    corpus = find_corpus(None, tmp_path)
    assert corpus.name == "specimen"
    assert len(corpus.files) == 3


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_setting_that_points_nowhere_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=name):
        find_corpus(tmp_path / name)


def test_a_file_a_folder_or_a_pattern(tmp_path: Path) -> None:
    mine = folder(tmp_path / "mine", "a.txt", "b.txt", "c.md")
    assert [file.name for file in expand(mine / "*.txt")] == ["a.txt", "b.txt"]
    assert expand(mine / "c.md") == (mine / "c.md",)
    assert expand(mine / "d.txt") == ()
