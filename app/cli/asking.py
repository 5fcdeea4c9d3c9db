"""`bfpg ask`, `status`, `dump`: what the release that is served says."""

import gzip
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(ask)
    app.command()(status)
    app.command()(dump)


def ask(
    question: Annotated[str, typer.Argument(help="Its name, such as threats-by-interest.")] = "",
    parameters: Annotated[list[str] | None, typer.Argument(help="name=value, such as number=3.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON even on a terminal.")] = False,
    quotes: Annotated[bool, typer.Option(help="Show the quotes beside every line.")] = True,
) -> None:
    """Ask a question of the catalogue: a table on a terminal, JSON when piped; without a name, the catalogue."""
    from rich.console import Console

    from app.cli.tables import answer_table, catalogue_table
    from ontology.errors import QuestionError
    from queries.ask import ask_record
    from queries.catalogue import question as find
    from queries.catalogue import questions
    from queries.release import current

    out = Console(highlight=False)
    if not question:
        out.print(catalogue_table(questions()))
        return
    given: dict[str, object] = {}
    for text in parameters or []:
        name, equals, value = text.partition("=")
        if not equals:
            raise QuestionError(f"{text!r} is no parameter: write name=value, such as number=3.")
        given[name] = value
    asked = find(question)
    settings = Settings.from_env()
    release = current(settings.home)
    answer = ask_record(release.store(settings.cache / "stores"), asked, given)
    if as_json or not sys.stdout.isatty():
        typer.echo(json.dumps({"release": release.id, **answer.model_dump(mode="json")}, ensure_ascii=False, indent=1))
    else:
        out.print(answer_table(answer, quotes=quotes))


def status() -> None:
    """What is built and where: release, documents, counts, what was dropped and why."""
    from rich.console import Console

    from app.cli.tables import status_tables
    from queries.release import current

    settings = Settings.from_env()
    release = current(settings.home)
    out = Console(highlight=False)
    out.print(f"release {release.id} in {release.folder}")
    for table in status_tables(release.manifest):
        out.print(table)


def dump(
    to: Annotated[
        Path | None, typer.Argument(help="File to write; its ending says the format: .trig, .nq, .gz.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="trig or nq.")] = "",
    text: Annotated[bool, typer.Option(help="With the text layer (quotes), where it is at hand.")] = True,
) -> None:
    """The record as TriG or N-Quads, to a file or to the standard output."""
    from app.cli.dumping import dumped
    from queries.release import current

    names = to.name.removesuffix(".gz") if to else ""
    content = dumped(current(Settings.from_env().home), form or names.rpartition(".")[2] or "nq", text=text)
    if to is None:
        sys.stdout.buffer.write(content)
    else:
        to.write_bytes(gzip.compress(content, mtime=0) if to.suffix == ".gz" else content)
        typer.echo(f"written: {to}", err=True)
