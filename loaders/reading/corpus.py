"""Which documents a build reads when none are named: the corpus, or the specimen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.formats import EXTENSIONS
from ontology.errors import SourceError

SPECIMEN = Path(__file__).parents[1] / "specimen"
_NO_DOCUMENTS = frozenset({"README.md", "README.txt", "LICENSE.txt", "LICENSE.md"})


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a corpus in order of name, what it is called, and whether it is the specimen."""

    files: tuple[Path, ...]
    name: str
    specimen: bool = False


def find_corpus(setting: Path | None = None, here: Path | None = None, specimen: Path = SPECIMEN) -> Corpus:
    """The corpus that a setting names, else ./corpus, else ../shared/corpus, else the specimen.

    A setting may be a folder, a file or a pattern with *; one that finds nothing is a SourceError.
    """
    if setting is not None:
        return Corpus(_named(setting), setting.name)
    here = here or Path.cwd()
    for folder in (here / "corpus", here.parent / "shared" / "corpus"):
        files = tuple(_documents(folder)) if folder.is_dir() else ()
        if files:
            return Corpus(files, "corpus")
    return Corpus(tuple(_documents(specimen)), "specimen", specimen=True)


def expand(path: Path) -> tuple[Path, ...]:
    """The documents that a file, a folder or a pattern stands for, in order of name; none where there are none."""
    if path.is_dir():
        return tuple(_documents(path))
    if path.exists():
        return (path,)
    if any(char in str(path) for char in "*?["):
        anchor = Path(path.anchor or ".")
        pattern = str(path.relative_to(path.anchor)) if path.anchor else str(path)
        return tuple(sorted(found for found in anchor.glob(pattern) if found.is_file()))
    return ()


def _named(setting: Path) -> tuple[Path, ...]:
    files = expand(setting)
    if not files:
        wrong = "has no documents" if setting.is_dir() else "does not exist"
        raise SourceError(f"The corpus {setting} {wrong}: name a folder with documents, or leave the setting out.")
    return files


def _documents(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in EXTENSIONS and path.is_file() and path.name not in _NO_DOCUMENTS:
            yield path
