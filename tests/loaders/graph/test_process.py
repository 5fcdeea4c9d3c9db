"""Processes end when they are told to, and when whoever wanted them is gone."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders.graph.process import spawn

CHILD = "import os, sys, time; print(os.getpid(), flush=True); time.sleep(60)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + CHILD
OWNER = """
import sys, time
from pathlib import Path
from loaders.graph.process import spawn
process = spawn([sys.executable, "-c", sys.argv[1]], Path(sys.argv[2]))
print(process.watcher.pid, flush=True)
time.sleep(60)
"""


def pid_in(log: Path) -> int:
    """The process id that the command has written to its log."""
    for _ in range(200):
        if log.exists() and (text := log.read_text().strip()):
            return int(text)
        time.sleep(0.05)
    raise AssertionError("the command did not start")


def gone(pid: int, seconds: float = 5) -> bool:
    """Whether a process ends within some seconds."""
    for _ in range(int(seconds / 0.05)):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_stop_ends_the_command_and_may_be_called_twice(tmp_path: Path) -> None:
    process = spawn([sys.executable, "-c", CHILD], tmp_path / "log")
    pid = pid_in(tmp_path / "log")
    assert process.running
    process.stop()
    process.stop()
    assert not process.running and gone(pid, 0.1)


def test_a_command_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    process = spawn([sys.executable, "-c", STUBBORN], tmp_path / "log", grace=0.3)
    pid = pid_in(tmp_path / "log")
    began = time.monotonic()
    process.stop()
    assert time.monotonic() - began < 3 and gone(pid, 0.1)


def test_a_command_that_ends_by_itself_is_not_running(tmp_path: Path) -> None:
    process = spawn([sys.executable, "-c", "print('done')"], tmp_path / "log")
    process.watcher.wait(10)
    assert not process.running and process.watcher.returncode == 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at processes in /proc")
@pytest.mark.parametrize("victim", ["owner", "watcher"])
def test_nothing_is_left_when_owner_or_watcher_is_killed(tmp_path: Path, victim: str) -> None:
    log = tmp_path / "log"
    with subprocess.Popen([sys.executable, "-c", OWNER, CHILD, str(log)], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        watcher, child = int(owner.stdout.readline()), pid_in(log)
        os.kill({"owner": owner.pid, "watcher": watcher}[victim], signal.SIGKILL)
        assert gone(child)
        owner.kill()
    assert gone(watcher)
