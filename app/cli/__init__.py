"""The command `bfpg`: the only place that composes `app` with `loaders`."""

import sys

from app.cli.main import app
from ontology.errors import BfpgError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; an error that the user can mend is one sentence and exit code 1."""
    try:
        app()
    except BfpgError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
