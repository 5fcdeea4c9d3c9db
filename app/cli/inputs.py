"""What a build reads: the documents named or of the corpus, and those of the library."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from app.cli.common import Faults, console
from app.settings import Settings
from loaders.reading import Corpus, Sources, expand, find_corpus, load_sources
from loaders.reading.library import Entry, entries, library_sources
from ontology.errors import SourceError


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents of a build, each once: those named or of the corpus, and those of the library; their sources."""

    files: tuple[Path, ...]
    shelf: tuple[Entry, ...]
    sources: Sources

    @property
    def all(self) -> tuple[Path, ...]:
        """Every document."""
        return (*self.files, *(entry.path for entry in self.shelf))

    @property
    def described(self) -> tuple[Path, ...]:
        """Every document, and the records that describe those of the library: what a digest of the build covers."""
        return (*self.all, *(entry.record for entry in self.shelf))


def inputs(settings: Settings, named: Sequence[Path], faults: Faults) -> Inputs:
    """The files named, or those of the corpus, and the library's documents; what cannot be opened is reported."""
    corpus = Corpus(tuple(spread(named, faults)), "named files") if named else find_corpus(settings.corpus)
    if not corpus.files:
        raise SourceError("None of what was named is a document, and nothing was built: name documents or folders.")
    shelf = entries(settings.home)
    announce(corpus, len(shelf))
    files = tuple(_distinct(corpus.files, shelf, faults))
    return Inputs(files, shelf, load_sources() + library_sources(settings.home))


def announce(corpus: Corpus, kept: int) -> None:
    """Say which documents are read, clearly so where they are specimens."""
    library = f" and {kept} of the library" if kept else ""
    console.print(f"corpus: {len(corpus.files)} documents ({corpus.name}){library}")
    if corpus.specimen:
        console.print(
            "[yellow]No corpus is set or found: these are specimen documents that we wrote ourselves. "
            "Put the real ones into ./corpus, or name their folder in BFPG_CORPUS.[/yellow]"
        )


def spread(named: Iterable[Path], faults: Faults) -> Iterator[Path]:
    """The files that paths, folders and patterns stand for; one that finds nothing is reported."""
    for path in named:
        found = expand(path)
        if not found:
            wrong = "has no documents" if path.is_dir() else "does not exist"
            faults.report(SourceError(f"{path} {wrong}: name a document, a folder of documents or a pattern."))
        yield from found


def _distinct(files: Iterable[Path], shelf: Sequence[Entry], faults: Faults) -> Iterator[Path]:
    """The files without those whose bytes the library has, or another file before them."""
    seen = {version for entry in shelf for version in entry.versions}
    for file in files:
        try:
            with file.open("rb") as opened:
                checksum = file_digest(opened, "sha256").hexdigest()
        except OSError as error:
            faults.report(SourceError(f"{file} cannot be read ({error.strerror}): check the path and its permissions."))
            continue
        if checksum in seen:
            console.print(f"{file} has the bytes of another document: it is left out", markup=False, soft_wrap=True)
            continue
        seen.add(checksum)
        yield file
