"""How far a command is: bars on a terminal, one line a stage where the output goes to a file or a log."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

T = TypeVar("T")
Tell = Callable[[str, int, int], None]
"""Called with the stage in words, how many are done, and how many there are."""

MEGA: Final = 1_000_000  # a stage of more than so many counts bytes

console = Console(stderr=True, highlight=False)


def amount(done: int, total: int) -> str:
    """How much is done of how much; nothing for a stage of one step.

    >>> amount(3, 5), amount(2_000_000, 130_000_000), amount(0, 1)
    ('3/5', '2/130 MB', '')
    """
    if total > MEGA:
        return f"{done // MEGA}/{total // MEGA} MB"
    return f"{done}/{total}" if total > 1 else ""


class _Amount(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(amount(int(task.completed), int(task.total or 0)), style="progress.download")


@contextmanager
def told() -> Iterator[Tell]:
    """A callback that draws a bar for each stage it is told of, or prints a line when the stage begins."""
    if not console.is_terminal:
        yield _lines()
        return
    columns = (TextColumn("{task.description:<24}"), BarColumn(), _Amount(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell


def followed(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The items, and how far they are."""
    with told() as tell:
        tell(what, 0, total)
        for done, item in enumerate(items, start=1):
            tell(what, done, total)
            yield item


def _lines() -> Tell:
    seen: set[str] = set()

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in seen:
            seen.add(stage)
            of = amount(done, total).rpartition("/")[2]
            console.print(f"{stage} ({of})" if of else stage, soft_wrap=True)

    return tell
