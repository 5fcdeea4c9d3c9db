"""The command `bfpg`: the only place that composes `app` with `loaders`."""

import errno
import os
import signal
import sys
from typing import Final, NoReturn

from app.cli.main import app
from ontology.errors import BfpgError

__all__ = ["app", "main"]

STOPPED: Final = 130  # as a shell says it
FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def main() -> None:
    """Run the command line; an error that the user can mend is one sentence and exit code 1."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be told to end is the same as Ctrl-C
    try:
        app()
    except BfpgError as error:
        _fail(str(error))
    except OSError as error:
        _fail(_system(error))
    except KeyboardInterrupt:
        _leave()
    except SystemExit as end:
        if end.code == STOPPED:
            _leave()
        raise


def _system(error: OSError) -> str:
    """What the system refused, as a sentence with what to do."""
    if error.errno in FULL:
        return "The disk is full; make room, or set BFPG_HOME and BFPG_CACHE to folders on another disk."
    where = f"{error.filename} " if error.filename else ""
    return f"{where}cannot be used ({error.strerror or error}); check the path and its permissions.".strip()


def _fail(sentence: str) -> NoReturn:
    print(f"error: {sentence}", file=sys.stderr)
    sys.exit(1)


def _leave() -> NoReturn:
    """End at once: what had to be undone is undone, and threads that still fetch are not waited for."""
    try:
        print("stopped", file=sys.stderr, flush=True)
        sys.stdout.flush()
    finally:
        os._exit(STOPPED)
