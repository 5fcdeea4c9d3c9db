"""What a user can do wrong is told in one sentence that says what to do."""

import shutil
import socket
import subprocess
from collections import namedtuple
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from loaders.graph.config import LOOPBACK
from queries.release import current
from tests.app.cli.conftest import COMMAND, Bfpg, environment

Refused = Callable[..., str]
Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize("setting", ["BFPG_API_PORT", "BFPG_BOLT_PORT", "BFPG_HTTP_PORT"])
def test_a_busy_port_names_its_setting(
    bare: Path,  # noqa: ARG001
    refused: Refused,
    monkeypatch: pytest.MonkeyPatch,
    setting: str,
) -> None:
    with socket.socket() as busy:
        busy.bind((LOOPBACK, 0))
        busy.listen()
        port = busy.getsockname()[1]
        monkeypatch.setenv(setting, str(port))
        said = refused("run")
    assert str(port) in said and setting in said and "in use" in said


def test_one_port_for_two_is_refused(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setenv("BFPG_API_PORT", "7999")
    monkeypatch.setenv("BFPG_HTTP_PORT", "7999")
    assert "BFPG_API_PORT and BFPG_HTTP_PORT are both 7999" in refused("run")


def test_an_address_of_another_machine_is_refused(
    bare: Path,  # noqa: ARG001
    refused: Refused,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BFPG_HOST", "192.0.2.1")
    assert "BFPG_HOST=192.0.2.1" in refused("run", "--no-neo4j")


@pytest.mark.parametrize("command", ["run", "build"])
def test_no_disk_space(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(100, 99, 1_000_000))
    said = refused(command)
    assert "1 MB free" in said and "BFPG_HOME" in said
    assert not (bare / "home" / "releases").exists()


def test_a_full_disk_in_the_midst_of_the_work(bare: Path) -> None:
    code = (
        "import errno, app.cli, app.cli.building as b\n"
        "def full(*a, **k): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "b.build_release = full; import sys; sys.argv = ['bfpg', 'build']; app.cli.main()"
    )
    env = environment(bare / "home", bare / "cache")
    ended = subprocess.run([COMMAND[0], "-c", code], env=env, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "disk is full" in ended.stderr and "Traceback" not in ended.stderr


def test_no_network_on_the_first_run(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    _mirror(bare, monkeypatch, "http://127.0.0.1:9")
    said = refused("run")
    assert "first run" in said and "cannot be reached" in said and "network" in said


def test_a_repository_that_refuses(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    class Forbidden(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer((LOOPBACK, 0), Forbidden) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _mirror(bare, monkeypatch, f"http://{LOOPBACK}:{server.server_port}")
        assert "403" in refused("run")
        server.shutdown()


def test_a_java_that_is_too_old(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    java = bare / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("BFPG_JAVA", str(java))
    said = refused("run")
    assert "Java 11" in said and "17 or 21" in said and "BFPG_JAVA" in said


@pytest.mark.parametrize("command", [("build",), ("run", "--no-neo4j"), ("export", "--gold", "out")])
def test_a_corpus_that_is_nowhere(
    bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("BFPG_CORPUS", str(bare / "nowhere"))
    said = refused(*command)
    assert "nowhere" in said and "does not exist" in said
    assert not (bare / "home" / "current").exists()


@pytest.mark.parametrize(
    "command", [("serve",), ("ask", "threats-by-interest", "number=3"), ("status",), ("dump",)], ids=lambda c: c[0]
)
def test_no_release_yet(bare: Path, refused: Refused, command: tuple[str, ...]) -> None:
    said = refused(*command)
    assert str(bare / "home") in said and "bfpg build" in said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("threat-by-interests",), "did you mean threats-by-interest?"),
        (("qqq",), "there is: "),
        (("threats-by-interest", "number=33"), "from 1 to 9"),
        (("threats-by-interest", "number=three"), "a whole number"),
        (("threats-by-interest", "3"), "name=value"),
        (("threats-by-interest", "nummer=3"), "has no parameter nummer"),
        (("threats-by-interest",), "The parameter number is needed"),
    ],
)
def test_a_question_asked_wrongly(specimen: Path, refused: Refused, words: tuple[str, ...], expected: str) -> None:  # noqa: ARG001
    assert expected in refused("ask", *words)


def test_a_dump_in_no_format(specimen: Path, refused: Refused) -> None:
    assert "allowed are nq, trig" in refused("dump", "--format", "xml")
    assert "allowed are nq, trig" in refused("dump", specimen / "record.ttl")
    assert not (specimen / "record.ttl").exists()


@pytest.mark.parametrize("damaged", ["manifest.json", "record.nq.gz"])
def test_a_broken_release(
    specimen: Path, specimen_home: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    home = specimen / "copy"
    shutil.copytree(specimen_home, home)
    monkeypatch.setenv("BFPG_HOME", str(home))
    (current(home).folder / damaged).write_bytes(b"{}")
    assert damaged in refused("serve", "--no-neo4j")


@pytest.mark.parametrize(("setting", "command"), [("BFPG_HOME", "build"), ("BFPG_CACHE", "run")])
def test_a_folder_that_cannot_be_written(
    bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch, setting: str, command: str
) -> None:
    (bare / "file").touch()
    monkeypatch.setenv(setting, str(bare / "file" / "below"))
    said = refused(command)
    assert "cannot be written" in said and setting in said


def test_a_port_that_is_no_number(bare: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setenv("BFPG_API_PORT", "eighty")
    assert "BFPG_API_PORT=eighty" in refused("run")


def test_wrong_usage_ends_with_2(bfpg: Bfpg) -> None:
    assert bfpg("dump", "--nonsense").exit_code == 2
    assert bfpg("nonsense").exit_code == 2


def _mirror(place: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    folder = place / "user" / ".m2"
    folder.mkdir(parents=True)
    mirror = f"<mirror><mirrorOf>*</mirrorOf><url>{url}</url></mirror>"
    (folder / "settings.xml").write_text(f"<settings><mirrors>{mirror}</mirrors></settings>")
    monkeypatch.setenv("HOME", str(folder.parent))
