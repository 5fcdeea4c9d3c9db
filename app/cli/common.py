"""What commands share: the console, progress, and the documents made into extractions."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from loaders.extraction import Extraction, Knowledge, extract
from loaders.reading import Sources, read
from ontology.errors import SourceError

console = Console(stderr=True, highlight=False)

T = TypeVar("T")


def progress() -> Progress:
    """A progress bar on the terminal; nothing where the output is no terminal."""
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal, transient=True)


def followed(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The items, with a progress bar."""
    with progress() as bar:
        yield from bar.track(items, total=total, description=what)


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
    for file in files:
        try:
            document = read(file, sources)
        except SourceError as error:
            if faults is None:
                raise
            faults.report(error)
            continue
        yield extract(document, knowledge)


@contextmanager
def told() -> Iterator[Callable[[str, int, int], None]]:
    """A callback that draws a progress bar for each stage it is told of."""
    with progress() as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell
