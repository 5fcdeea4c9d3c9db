"""All commands of `bfpg`, each from the module of its theme."""

from importlib.metadata import version
from typing import Annotated, Final

import typer

from app.cli import asking, bare, corpus, explaining, learning, library, ontology, serving

THEMES: Final = (
    ("Run and serve", (serving,)),
    ("Documents", (corpus, library, bare)),
    ("Ask", (asking, explaining)),
    ("Measure and train", (learning,)),
    ("Ontology", (ontology,)),
)

app = typer.Typer(
    name="bfpg",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bfpg {version('belgian-foreign-policy-graph')}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Belgian foreign-policy documents as a graph in which every statement shows who says so, in which words."""


for panel, modules in THEMES:
    for module in modules:
        commands, groups = len(app.registered_commands), len(app.registered_groups)
        module.register(app)
        for command in app.registered_commands[commands:]:
            command.rich_help_panel = panel
        for group in app.registered_groups[groups:]:
            group.rich_help_panel = panel
