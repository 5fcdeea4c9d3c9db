"""`bfpg build`, `export`: from a corpus to a release, or to the scorer's format."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from app.cli.common import Faults
    from loaders.extraction import Extraction
    from loaders.reading import Sources


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(build)
    app.command()(export)


def chosen(corpus: Path | None) -> tuple["Sources", tuple[Path, ...]]:
    """The sources, and the files of the corpus: the one named, set or found, else the specimen."""
    from loaders.reading import find_corpus, load_sources

    found = find_corpus(corpus or Settings.from_env().corpus)
    return load_sources(), found.files


def extract_all(corpus: Path | None, faults: "Faults | None" = None) -> Iterator["Extraction"]:
    """Every document of a corpus, extracted, with a progress bar; without `faults` a bad file is an error."""
    from app.cli.common import extractions, followed
    from loaders.extraction import Knowledge

    sources, files = chosen(corpus)
    knowledge = Knowledge(compiled=Settings.from_env().cache)
    return followed(extractions(files, sources, knowledge, faults), len(files), "reading and extracting")


def build(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Documents, folders or patterns (default: the corpus).")
    ] = None,
    force: Annotated[bool, typer.Option(help="Build even where nothing changed.")] = False,
    specimen: Annotated[bool, typer.Option("--specimen", help="Build from the specimen documents.")] = False,
) -> None:
    """Read the documents and the library, extract, write and switch in a release; nothing where nothing changed."""
    from app.cli.building import build_release
    from app.cli.common import Faults
    from app.cli.preflight import check_folders

    faults = Faults()
    if files and specimen:
        raise typer.BadParameter("Name documents, or ask for the specimen documents, not both.")
    settings = Settings.from_env()
    check_folders(settings)
    build_release(settings, files or (), force=force, faults=faults, specimen=specimen)
    faults.settle()


def export(
    gold: Annotated[Path, typer.Option(help="Folder to write mentions.jsonl and statements.jsonl into.")],
    corpus: Annotated[Path | None, typer.Option(help="Folder of texts (default: the corpus).")] = None,
) -> None:
    """Write mentions and statements in the format of the gold set's scorer, without a database."""
    from app.cli.common import Faults, console
    from loaders.export import write_gold

    faults = Faults()
    mentions, statements = write_gold(extract_all(corpus, faults), gold)
    console.print(f"{mentions} mentions and {statements} pieces of evidence written to {gold}")
    faults.settle()
