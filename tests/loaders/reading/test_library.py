"""The library of one's own documents."""

from datetime import date
from pathlib import Path

import pytest

from loaders.reading import read
from loaders.reading.library import FOLDER, add, entries, library_sources, remove
from ontology.errors import SourceError


def note(path: Path, text: str = "La Belgique soutient ses voisins.") -> Path:
    """A small file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_added_is_kept_with_what_is_known_of_it(tmp_path: Path) -> None:
    file = note(tmp_path / "in" / "note.txt")
    entry = add(tmp_path, file, title='Une "note"', issued="2025-03", publisher="Moi", languages=("fr",))
    file.unlink()
    assert entries(tmp_path) == (entry,)
    assert entry.source.issued == date(2025, 3, 1)
    assert entry.source.precision == "month"
    document = read(entry.path, library_sources(tmp_path))
    assert document.source == entry.source
    assert document.file == "note.txt"


def test_one_name_in_two_folders_is_two_documents(tmp_path: Path) -> None:
    one = add(tmp_path, note(tmp_path / "a" / "note.txt"))
    other = add(tmp_path, note(tmp_path / "b" / "note.txt", "Une autre phrase."))
    assert one.source.id != other.source.id
    assert len(entries(tmp_path)) == 2


def test_adding_twice_keeps_one(tmp_path: Path) -> None:
    file = note(tmp_path / "note.txt")
    add(tmp_path, file, title="Avant")
    entry = add(tmp_path, file, publisher="Moi")
    assert entries(tmp_path) == (entry,)
    assert entry.source.title == "Avant"
    assert len(entry.versions) == 1


def test_a_corrected_file_is_a_new_version_of_the_same_document(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    first = add(tmp_path, note(file))
    second = add(tmp_path, note(file, "La Belgique soutient tous ses voisins."))
    assert second.source.id == first.source.id
    assert second.versions == (*first.versions, second.versions[-1])
    assert "tous" in second.path.read_text(encoding="utf-8")


def test_removing(tmp_path: Path) -> None:
    entry = add(tmp_path, note(tmp_path / "note.txt"))
    assert remove(tmp_path, entry.source.id) == entry
    assert entries(tmp_path) == ()
    with pytest.raises(SourceError, match="nothing"):
        remove(tmp_path, entry.source.id)


@pytest.mark.parametrize(
    ("known", "reason"),
    [({"issued": "31/03/2025"}, "write it as"), ({"issued": "2025-13"}, "write it as"), ({"kind": "poem"}, "poem")],
)
def test_a_wrong_fact_adds_nothing(tmp_path: Path, known: dict[str, str], reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        add(tmp_path, note(tmp_path / "note.txt"), **known)  # type: ignore[arg-type]
    assert entries(tmp_path) == ()


def test_a_file_that_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    with pytest.raises(SourceError, match="is empty"):
        add(tmp_path, bad)
    assert not (tmp_path / FOLDER).exists()


def test_a_damaged_record_says_so(tmp_path: Path) -> None:
    entry = add(tmp_path, note(tmp_path / "note.txt"))
    entry.record.write_text('id = "x"\n', encoding="utf-8")
    with pytest.raises(SourceError, match="is damaged"):
        entries(tmp_path)
