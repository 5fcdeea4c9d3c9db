"""`bfpg ask`, `status`, `dump`: what the release that is served says."""

import json
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from queries.catalogue import Question


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

    from app.cli.answers import answer_table
    from app.cli.tables import catalogue_table
    from queries.ask import ask_record
    from queries.catalogue import questions
    from queries.release import current

    out = Console(highlight=False)
    as_json = as_json or not sys.stdout.isatty()
    if not question:
        if as_json:
            _json([{"name": name, "title": dict(each.title)} for name, each in questions().items()])
        else:
            out.print(catalogue_table(questions()))
        return
    asked = _find(question)
    given = _given(parameters or ())
    settings = Settings.from_env()
    release = current(settings.home)
    answer = ask_record(release.store(settings.cache / "stores"), asked, given)
    if as_json:
        _json({"release": release.id, **answer.model_dump(mode="json")})
    else:
        out.print(answer_table(answer, quotes=quotes, width=out.width))


def _find(name: str) -> "Question":
    from ontology.errors import QuestionError
    from queries.catalogue import questions

    known = questions()
    if name not in known:
        near = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(known)}."
        raise QuestionError(f"There is no question {name!r}; {hint}")
    return known[name]


def _given(parameters: Iterable[str]) -> dict[str, object]:
    from ontology.errors import QuestionError

    given: dict[str, object] = {}
    for text in parameters:
        name, equals, value = text.partition("=")
        if not equals:
            raise QuestionError(f"{text!r} is no parameter: write name=value, such as number=3.")
        given[name] = value
    return given


def _json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


def status(
    as_json: Annotated[bool, typer.Option("--json", help="JSON even on a terminal.")] = False,
) -> None:
    """What is built and served, and where: release, documents, counts, drops, text layer, Neo4j; JSON when piped."""
    from rich.console import Console

    from app.cli.standing import lines, standing
    from app.cli.tables import status_tables
    from queries.release import current

    settings = Settings.from_env()
    release = current(settings.home)
    found = standing(settings, release)
    if as_json or not sys.stdout.isatty():
        _json(found)
        return
    out = Console(highlight=False)
    for line in lines(found):
        out.print(line, soft_wrap=True, markup=False)
    for table in status_tables(release.manifest):
        out.print(table)


def dump(
    to: Annotated[
        Path | None, typer.Argument(help="File to write; its ending says the format: .trig, .nq, .gz.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="trig or nq.")] = "",
    text: Annotated[bool, typer.Option(help="With the text layer (quotes), where it is at hand.")] = True,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="RDF 1.2: add what each statement reifies.")] = False,
) -> None:
    """The record as TriG or N-Quads, to a file or to the standard output."""
    from app.cli.dumping import dumped, store
    from queries.release import current

    names = to.name.removesuffix(".gz") if to else ""
    release = current(Settings.from_env().home)
    content = dumped(release, form or Path(names).suffix.removeprefix(".") or "nq", text=text, rdf12=rdf12)
    if to is None:
        sys.stdout.buffer.write(content)
    else:
        store(to, content)
        typer.echo(f"written: {to}", err=True)
