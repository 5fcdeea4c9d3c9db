"""`bfpg bare write`: the release that a clone serves, without the sentences of the documents."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from app.settings import Settings

bare = typer.Typer(help="The release without quotes that is kept in the repository.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(bare, name="bare")


@bare.command()
def write(
    to: Annotated[Path | None, typer.Option(help="Folder to write (default: data/release of the repository).")] = None,
) -> None:
    """Build the corpus, and write its release without the text layer; the same documents give the same bytes."""
    from app.cli.building import build_release
    from app.cli.common import console
    from loaders.bare import FOLDER, size, write_bare
    from loaders.reading import find_corpus
    from ontology.errors import SourceError

    settings = Settings.from_env()
    if find_corpus(settings.corpus).specimen:
        raise SourceError("There is no corpus to write a release of: name the folder of the documents in BFPG_CORPUS.")
    with TemporaryDirectory() as folder:  # a home of its own: documents of the library stay out
        made = write_bare(build_release(replace(settings, home=Path(folder))), to or FOLDER)
    console.print(f"release {made.id} without quotes: {size(made) / 1e6:.2f} MB in {made.folder}", markup=False)


@bare.command()
def check(
    folder: Annotated[Path | None, typer.Option(help="Folder to check (default: data/release)")] = None,
) -> None:
    """Check that the release of the repository is whole and holds no text of the documents."""
    from app.cli.common import console
    from loaders.bare import FOLDER, size, told
    from ontology.errors import RecordError
    from queries.release import open_release

    found = open_release(folder or FOLDER)
    found.verify()
    faults = sorted(set(told(found.dump(), frozenset())))
    if faults:
        raise RecordError(f"{found.folder} holds text of the documents: {'; '.join(faults[:5])}.")
    console.print(f"release {found.id}: {size(found) / 1e6:.2f} MB, whole, no text of the documents", markup=False)
