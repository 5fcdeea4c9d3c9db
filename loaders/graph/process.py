"""A child process that is stopped for certain: by its owner, or by its watcher when the owner is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GRACE: Final = 5.0
WATCHER: Final = Path(__file__).with_name("watch.py")


@dataclass(frozen=True, slots=True)
class Process:
    """A command with its watcher, both in a session of their own, so that Ctrl-C reaches only the owner."""

    watcher: "subprocess.Popen[bytes]"
    grace: float

    @property
    def running(self) -> bool:
        """Whether the command still runs."""
        return self.watcher.poll() is None

    def stop(self) -> None:
        """Ends the command: asked first, killed after the grace; to stop twice is allowed."""
        if self.running:
            self.watcher.terminate()
            try:
                self.watcher.wait(self.grace + 2)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(self.watcher.pid, signal.SIGKILL)
                self.watcher.wait()


def spawn(command: Sequence[str], log: Path, grace: float = GRACE) -> Process:
    """Starts a command whose output goes to a log file."""
    watched = [sys.executable, "-I", "-S", str(WATCHER), str(os.getpid()), str(grace), *command]
    with log.open("wb") as output:
        watcher = subprocess.Popen(
            watched, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    return Process(watcher, grace)
