"""`bfpg ref`, `check`, `emit`: the ontology on the terminal."""

import typer


def register(app: typer.Typer) -> None:
    """Add the commands."""
