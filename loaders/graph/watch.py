"""Runs a command and ends it when told to, or when the process that asked for it is gone.

A program of its own that imports nothing of this project: python watch.py PARENT_PID GRACE_SECONDS COMMAND...
It stands between the two because nothing else outlives a parent that is killed; asking who its parent is works on
every Unix, and where the system can do it, the command is also ended should this program be killed.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1


def main(parent: int, grace: float, command: list[str]) -> int:
    """The exit status of the command."""
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: told.append(received))
    child = subprocess.Popen(command, preexec_fn=_end_with_parent if sys.platform == "linux" else None)
    while child.poll() is None:
        if told or os.getppid() != parent:
            return stop(child, grace)
        time.sleep(0.1)
    return child.returncode


def stop(child: subprocess.Popen[bytes], grace: float) -> int:
    """Ends a child: asked first, killed after `grace` seconds."""
    child.terminate()
    try:
        return child.wait(grace)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait()


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))
