"""`bfpg ref`, `check`, `emit`: the ontology on the terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(ref)
    app.command()(check)
    app.command()(emit)


def ref(
    term: Annotated[str, typer.Argument(help="A name, notation or IRI; without it, an overview.")] = "",
    language: Annotated[str, typer.Option(help="fr, nl, de or en.")] = "en",
    html: Annotated[Path | None, typer.Option(help="Write the reference page of the whole ontology here.")] = None,
) -> None:
    """Browse and search classes, concepts and names of the ontology, offline."""
    from rich.console import Console

    from app.cli.ref_tables import entry_table, hits_table, overview_table
    from ontology import reference
    from ontology.errors import OntologyError
    from ontology.page import page
    from ontology.source import load

    ontology, out = load(), Console(highlight=False)
    if html:
        html.write_text(page(ontology, language), encoding="utf8")
        out.print(f"written: {html}")
        return
    if not term:
        out.print(overview_table(reference.overview(ontology), reference.names_by_language(ontology)))
        return
    entry = reference.entry(ontology, term)
    hits = reference.search(ontology, term, language)
    if entry:
        out.print(entry_table(entry))
    elif hits:
        out.print(hits_table(hits))
    else:
        near = reference.did_you_mean(ontology, term)
        raise OntologyError(f"Nothing is called {term!r}." + (f" Did you mean {', '.join(near)}?" if near else ""))


def check(
    folder: Annotated[Path | None, typer.Argument(help="Folder of Turtle files (default: the ontology).")] = None,
) -> None:
    """Check the ontology: labels, ambiguous names, hierarchy, shapes; names file and line of each fault."""
    from wordfreq import zipf_frequency

    from ontology.check import check as faults
    from ontology.source import FOLDER

    found = faults(folder or FOLDER, zipf_frequency)
    for fault in found:
        typer.echo(f"{fault.file}:{fault.line}: {fault.message}")
    typer.echo("1 fault" if len(found) == 1 else f"{len(found)} faults", err=True)
    if found:
        sys.exit(1)


def emit(
    check_only: Annotated[bool, typer.Option("--check", help="Only say what has drifted.")] = False,
) -> None:
    """Write the files that are derived from the ontology: models, enumerations, JSON-LD context, constraints."""
    from ontology.emit import drifted
    from ontology.emit import emit as write
    from ontology.source import load

    names = drifted(load()) if check_only else write(load())
    for name in names:
        typer.echo(f"{'drifted' if check_only else 'written'}: ontology/generated/{name}")
    if check_only and names:
        typer.echo("run: make build", err=True)
        sys.exit(1)
