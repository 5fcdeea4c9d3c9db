"""Fetching jars, from a repository on the loopback."""

import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from loaders.graph import artifacts
from loaders.graph.artifacts import fetch
from loaders.graph.maven import Jar, format_lock
from loaders.graph.store import free_ports
from ontology.errors import StoreError

CONTENT = {"a.b:one:1": b"first jar", "a.b:two:2": b"second jar", "a.b:three:3:linux": b"third jar"}
JARS = tuple(Jar(name, len(content), sha256(content).hexdigest()) for name, content in CONTENT.items())


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Maven repository."""
    for jar in JARS:
        path = tmp_path / "maven" / jar.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CONTENT[jar.coordinate])
    return tmp_path / "maven"


@pytest.fixture
def source(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(artifacts, "ATTEMPTS", 1)
    (tmp_path / "test.lock").write_text(format_lock(JARS))
    return tmp_path / "test.lock"


def test_jars_are_fetched_once_with_progress(tmp_path: Path, lock: Path, source: str) -> None:
    told: list[tuple[str, int, int]] = []
    found = fetch(tmp_path / "cache", lambda *each: told.append(each), lock=lock, source=source)
    assert {path.name: path.read_bytes() for path in found.iterdir()} == {j.file: CONTENT[j.coordinate] for j in JARS}
    total = sum(jar.size for jar in JARS)
    assert told[0] == ("fetching Neo4j", 0, total) and told[-1] == ("fetching Neo4j", total, total)
    assert fetch(tmp_path / "cache", lock=lock, source="http://127.0.0.1:9") == found


def test_a_changed_jar_is_refused_and_thrown_away(tmp_path: Path, lock: Path, source: str, folder: Path) -> None:
    (folder / JARS[1].path).write_bytes(b"SECOND jar")
    with pytest.raises(StoreError, match=r"two-2\.jar is not the file that .* pins .*thrown away"):
        fetch(tmp_path / "cache", lock=lock, source=source)
    assert not list((tmp_path / "cache").rglob("two-2*"))
    assert not [path for path in (tmp_path / "cache" / "neo4j").iterdir() if path.is_dir() and not path.suffix]


def test_a_killed_fetch_is_continued(tmp_path: Path, lock: Path, source: str, folder: Path) -> None:
    part = tmp_path / "cache" / "neo4j" / f"{sha256(lock.read_bytes()).hexdigest()[:16]}.part"
    part.mkdir(parents=True)
    (part / JARS[0].file).write_bytes(CONTENT[JARS[0].coordinate])
    (part / JARS[1].file).write_bytes(b"second")  # cut short
    (part / "tmpx1").write_bytes(b"half of something")
    (folder / JARS[0].path).unlink()  # what is there already is not asked for
    found = fetch(tmp_path / "cache", lock=lock, source=source)
    assert {path.name for path in found.iterdir()} == {jar.file for jar in JARS} and not part.exists()


def test_a_damaged_cache_is_mended(tmp_path: Path, lock: Path, source: str) -> None:
    found = fetch(tmp_path / "cache", lock=lock, source=source)
    (found / JARS[2].file).unlink()
    assert (fetch(tmp_path / "cache", lock=lock, source=source) / JARS[2].file).exists()


def test_no_network_is_one_sentence(tmp_path: Path, lock: Path) -> None:
    (port,) = free_ports(1)
    with pytest.raises(StoreError, match=rf"127\.0\.0\.1:{port} cannot be reached \(Connection refused\); connect"):
        fetch(tmp_path / "cache", lock=lock, source=f"http://127.0.0.1:{port}")


def test_a_missing_jar_names_its_address(tmp_path: Path, lock: Path, source: str, folder: Path) -> None:
    (folder / JARS[0].path).unlink()
    with pytest.raises(StoreError, match=r"404.*one-1\.jar.*mirror"):
        fetch(tmp_path / "cache", lock=lock, source=source)


def test_no_space_is_said_before_fetching(tmp_path: Path, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "SPARE", 10**18)
    with pytest.raises(StoreError, match=r"MB free and Neo4j needs .* BFPG_CACHE"):
        fetch(tmp_path / "cache", lock=lock, source="http://127.0.0.1:9")
