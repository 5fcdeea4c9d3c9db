"""Time and memory of a process, medians, and the environment in which the peers live."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
VENV = ROOT / "build" / "bench-venv"
REQUIREMENTS = Path(__file__).parent / "requirements.txt"
TIMES = 3
BFPG = (sys.executable, "-c", "from app.cli import main; main()")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "RAYON_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took: seconds on the clock, seconds of processor, peak memory in bytes."""

    wall: float
    cpu: float
    memory: int = 0


def medians(costs: Sequence[Cost]) -> Cost:
    """The median of each part."""
    parts = ((cost.wall, cost.cpu, cost.memory) for cost in costs)
    wall, cpu, memory = (median(column) for column in zip(*parts, strict=True))
    return Cost(wall, cpu, int(memory))


def timed(work: Callable[[], object], times: int = TIMES) -> Cost:
    """The median cost of some work in this process, after one run that does not count."""
    work()
    return medians([_once(work) for _ in range(times)])


def _once(work: Callable[[], object]) -> Cost:
    wall, cpu = time.perf_counter(), _processor()
    work()
    return Cost(time.perf_counter() - wall, _processor() - cpu)


def _processor() -> float:
    """Seconds of processor that this process and its ended children have used."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


def process(command: Sequence[str | Path], more: Mapping[str, str] | None = None) -> Cost:
    """The cost of a whole process, kept on one core where the system can."""
    started = time.perf_counter()
    child = subprocess.Popen(command, env={**one_core(), **(more or {})}, stderr=subprocess.DEVNULL, cwd=ROOT)
    pin(child.pid)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} ended with {child.returncode}: run it by hand to see why.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def pin(pid: int) -> None:
    """Keep a process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(pid, {min(os.sched_getaffinity(0))})


def one_core() -> dict[str, str]:
    """The environment in which libraries use one thread."""
    return {**os.environ, **dict.fromkeys(_THREADS, "1")}


def peer(job: str, *words: str | Path) -> dict[str, Any]:
    """What `peers.py` answers to a job, in the environment of the peers, on one core."""
    command = [peers_python(), Path(__file__).with_name("peers.py"), job, *words]
    child = subprocess.Popen(command, env=one_core(), stdout=subprocess.PIPE, text=True)
    pin(child.pid)
    answer, _ = child.communicate()
    if child.returncode:
        sys.exit(f"The peer {job} failed: remove {VENV} and run the benchmark again.")
    found: dict[str, Any] = json.loads(answer)
    return found


def peers_python() -> Path:
    """The interpreter of the peers' environment, made on first use."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = VENV / ".ready"
    if not ready.exists() or ready.read_text(encoding="utf-8") != REQUIREMENTS.read_text(encoding="utf-8"):
        print(f"Installing the peers into {VENV.relative_to(ROOT)} (once, about 150 MB)", file=sys.stderr)
        pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)]
        try:
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
            subprocess.run([str(python), *pip], check=True)
        except subprocess.CalledProcessError:
            sys.exit("The peers could not be installed: is there a network and free disk space? Then run it again.")
        ready.write_text(REQUIREMENTS.read_text(encoding="utf-8"), encoding="utf-8")
    return python


def rate(characters: int, seconds: float) -> str:
    """Characters a second."""
    return f"{characters / seconds:,.0f}"
