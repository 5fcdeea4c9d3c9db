"""`bfpg serve` answers, and ends when it is told to; Ctrl-C in the midst of a build leaves nothing."""

import json
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j
import pytest

from app.settings import Settings
from queries.ask import ask_graph
from queries.catalogue import question
from queries.release import current
from tests.app.cli.conftest import COMMAND, environment

SECONDS = 180


@contextmanager
def running(env: dict[str, str], log: Path, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A command in a process of its own, which is killed where a test leaves it running."""
    with log.open("wb") as file:
        process = subprocess.Popen([*COMMAND, *words], env=env, cwd=log.parent, stdout=file, stderr=file)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(SECONDS)


def wait_for(word: str, log: Path, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS
    while word not in log.read_text():
        assert process.poll() is None and time.monotonic() < until, log.read_text()
        time.sleep(0.05)


def get(env: dict[str, str], path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{env['BFPG_API_PORT']}{path}", timeout=30) as answer:
        return json.load(answer)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_and_ends_when_told(specimen_home: Path, tmp_path: Path, number: signal.Signals) -> None:
    env = environment(specimen_home, tmp_path / "cache")
    log = tmp_path / "log"
    with running(env, log, "serve", "--no-neo4j") as process:
        wait_for("Ctrl-C stops everything", log, process)
        said = get(env, "/v1/questions/threats-by-interest?number=3")
        assert said["total"] == len(said["rows"]) > 0
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(SECONDS) == 0
        assert time.monotonic() - began < 5
    assert "Traceback" not in log.read_text() and "stopping" in log.read_text()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_leaves_no_release(tmp_path: Path, number: signal.Signals) -> None:
    env = environment(tmp_path / "home", tmp_path / "cache")
    log = tmp_path / "log"
    with running(env, log, "build", "--specimen") as process:
        wait_for("reading and extracting", log, process)
        process.send_signal(number)
        assert process.wait(SECONDS) == 130
    assert "Traceback" not in log.read_text() and log.read_text().endswith("stopped\n")
    assert not (tmp_path / "home" / "current").exists()


@pytest.mark.neo4j
def test_the_whole_chain_gives_one_answer_three_ways(tmp_path: Path, specimen_home: Path) -> None:
    """Documents, release, Neo4j: the API, SPARQL and Cypher give the same rows; nothing is left running."""
    env = environment(specimen_home, Settings.from_env().cache) | {"NEO4J_PASSWORD": "for-this-test"}
    log = tmp_path / "log"
    with running(env, log, "serve") as process:
        wait_for("Ctrl-C stops everything", log, process)
        said = get(env, "/v1/questions/threats-by-interest?number=3")
        flagship = question("threats-by-interest")
        uri = f"bolt://127.0.0.1:{env['BFPG_BOLT_PORT']}"
        with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "for-this-test")) as driver:
            from_graph = ask_graph(driver, flagship, {"number": "3"}).model_dump(mode="json")
            with pytest.raises(neo4j.exceptions.Neo4jError):
                driver.execute_query("CREATE (:Intruder)")
        asked = subprocess.run(
            [*COMMAND, "ask", "threats-by-interest", "number=3"], env=env, check=True, capture_output=True
        )
        from_record = json.loads(asked.stdout)
        assert said["rows"] == from_graph["rows"] == from_record["rows"] != []
        assert from_record["release"] == current(specimen_home).id
        second = subprocess.run([*COMMAND, "serve"], env=env, capture_output=True, text=True)
        assert second.returncode == 1 and "BFPG_API_PORT" in second.stderr
        other = env | {name: value for name, value in environment(tmp_path, tmp_path).items() if name.endswith("_PORT")}
        third = subprocess.run([*COMMAND, "serve"], env=other, capture_output=True, text=True)
        assert third.returncode == 1 and "Another bfpg serves" in third.stderr
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0
    with pytest.raises(OSError):
        get(env, "/healthz")
    assert "Traceback" not in log.read_text()
