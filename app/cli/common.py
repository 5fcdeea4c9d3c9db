"""What commands share: the console, and the documents made into extractions."""

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from app.cli.progress import console, followed, told
from loaders.extraction import Extraction, Knowledge, extract
from loaders.reading import Sources, read
from ontology.errors import SourceError

__all__ = ["Faults", "console", "extractions", "followed", "told"]


class Faults:
    """Files that could not be read: each is reported, the others go on, and the command fails at its end."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, error: SourceError) -> None:
        """Print what is wrong with one file."""
        console.print(f"error: {error}", markup=False, soft_wrap=True)
        self.count += 1

    def settle(self) -> None:
        """End the command with exit code 1 where a file was reported."""
        if self.count:
            raise typer.Exit(1)


def extractions(
    files: Iterable[Path], sources: Sources, knowledge: Knowledge, faults: Faults | None = None
) -> Iterator[Extraction]:
    """Each file read and extracted, one after the other, so that one document at a time is held.

    A file that cannot be read is reported to `faults` and left out; without them it is an error.
    """
    gc.disable()  # nothing here makes cycles, and looking for them costs a fifth of the time
    try:
        for file in files:
            try:
                document = read(file, sources)
            except SourceError as error:
                if faults is None:
                    raise
                faults.report(error)
                continue
            yield extract(document, knowledge)
    finally:
        gc.enable()
