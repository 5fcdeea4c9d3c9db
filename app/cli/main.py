"""All commands of `bfpg`, each from the module of its theme."""

import typer

from app.cli import asking, corpus, explaining, learning, library, ontology, serving

app = typer.Typer(
    name="bfpg",
    help="Belgian foreign-policy documents as a graph in which every statement shows who says so, in which words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for theme in (serving, corpus, library, asking, explaining, learning, ontology):
    theme.register(app)
