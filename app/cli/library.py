"""`bfpg add`, `remove`, `library`: documents of one's own, in the graph with the others."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from loaders.reading.library import Entry


_COLUMNS = ("id", "title", "issued", "publisher", "languages", "file", "versions")
_KNOWN = {"year": 4, "month": 7, "day": 10}  # characters of a date


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(add)
    app.command()(remove)
    app.command()(library)


def add(
    files: Annotated[list[Path], typer.Argument(help="Documents, folders or patterns.")],
    title: Annotated[str | None, typer.Option(help="The title of the one document.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was issued: 2025, 2025-03 or 2025-03-31.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    kind: Annotated[str | None, typer.Option(help="policy-note, press-release, … (a wrong one names all).")] = None,
    speaks_for: Annotated[
        str | None, typer.Option(help="federal-government, party, … (a wrong one names all).")
    ] = None,
    language: Annotated[list[str] | None, typer.Option(help="fr, nl, de, en; may come twice.")] = None,
) -> None:
    """Put documents in the library and build the graph with them; a path added again is a new version."""
    from app.cli.building import build_release
    from app.cli.common import Faults, console
    from app.cli.inputs import spread
    from loaders.reading import library
    from ontology.errors import SourceError

    faults = Faults()
    found = list(spread(files, faults))
    if title and len(found) > 1:
        raise typer.BadParameter(f"One title cannot name {len(found)} documents: add them one by one.")
    settings = Settings.from_env()
    added = 0
    for file in found:
        try:
            entry = library.add(
                settings.home, file, title=title, issued=date, publisher=publisher, kind=kind,
                speaks_for=speaks_for, languages=tuple(language or ()),
            )  # fmt: skip
        except SourceError as error:
            faults.report(error)
            continue
        added += 1
        console.print(f"added: {entry.source.id} ({file.name}, version {len(entry.versions)})", markup=False)
    if added:
        build_release(settings, faults=faults)
    faults.settle()


def remove(name: Annotated[str, typer.Argument(metavar="ID", help="As `bfpg library` lists it.")]) -> None:
    """Take a document out of the library and build the graph without it."""
    from app.cli.building import build_release
    from app.cli.common import Faults, console
    from loaders.reading import library

    settings = Settings.from_env()
    library.remove(settings.home, name)
    console.print(f"removed: {name}", markup=False)
    faults = Faults()
    build_release(settings, faults=faults)
    faults.settle()


def library(
    as_json: Annotated[bool, typer.Option("--json", help="JSON even on a terminal.")] = False,
) -> None:
    """The documents of the library: a table on a terminal, JSON when piped."""
    from rich.console import Console
    from rich.table import Table

    from loaders.reading.library import entries

    rows = [_row(entry) for entry in entries(Settings.from_env().home)]
    if as_json or not sys.stdout.isatty():
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    table = Table(title="Library: bfpg add FILE…, bfpg remove ID")
    for heading in _COLUMNS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(str(row[name]) for name in _COLUMNS))
    Console(highlight=False).print(table)


def _row(entry: "Entry") -> dict[str, str | int]:
    source = entry.source
    return {
        "id": source.id,
        "title": source.title,
        "issued": source.issued.isoformat()[: {"year": 4, "month": 7}.get(source.precision, 10)]
        if source.issued
        else "",
        "publisher": source.publisher or "",
        "languages": " ".join(source.languages),
        "file": entry.path.name,
        "versions": len(entry.versions),
    }
