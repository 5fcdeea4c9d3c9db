"""The embedded Neo4j as planners meet it: a finished release, read-only."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import READ_ACCESS, Driver
from neo4j.exceptions import ClientError

from loaders.graph.config import Options
from loaders.graph.credentials import Login
from loaders.graph.read import loaded
from loaders.graph.server import Server, open_driver
from loaders.graph.store import free_ports, key, prune, serve
from queries.release import Release
from tests.loaders.graph.test_process import gone


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def served(release: Release, place: Path, cache: Path) -> Iterator[Server]:
    bolt, http = free_ports(2)
    with serve(release, place, cache, Options(bolt, http), password="for the planners") as server:
        yield server


@pytest.fixture(scope="module")
def planner(served: Server) -> Iterator[Driver]:
    with open_driver(served.uri, Login("neo4j", "for the planners")) as driver:
        yield driver


def test_the_release_is_there(planner: Driver, release: Release) -> None:
    assert loaded(planner) == release.id
    rows, _, _ = planner.execute_query("MATCH (s:Statement) RETURN count(s) AS n")
    assert rows[0]["n"] == release.manifest.counts["statements"]


@pytest.mark.parametrize(
    "query",
    ["CREATE (:Threat)", "MATCH (n) SET n.name = 'x'", "MATCH (n) DETACH DELETE n", "CREATE INDEX FOR (n:A) ON (n.b)"],
)
def test_writing_is_refused(planner: Driver, query: str) -> None:
    with pytest.raises(ClientError, match="read-only"):
        planner.execute_query(query)


@pytest.mark.parametrize("address", ["file:///etc/hosts", "http://127.0.0.1:9/x.csv", "https://localhost/x.csv"])
def test_load_csv_is_refused(planner: Driver, address: str) -> None:
    with pytest.raises(ClientError, match="ExternalResourceFailed"):
        planner.execute_query("LOAD CSV FROM $address AS line RETURN line", {"address": address})


def test_a_reading_session_is_one(served: Server) -> None:
    with served.driver() as driver, driver.session(default_access_mode=READ_ACCESS) as session:
        assert session.run("RETURN 1 AS one").single(strict=True)["one"] == 1


def test_the_api_keeps_its_connection_whatever_is_done_to_users(served: Server, planner: Driver) -> None:
    with served.driver() as driver:
        driver.verify_connectivity()
        planner.execute_query("ALTER USER api SET PASSWORD 'changed by a planner'", database_="system")
        assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] > 0


def test_only_the_loopback_is_listened_on(served: Server) -> None:
    assert served.uri.startswith("bolt://127.0.0.1:") and served.browser.startswith("http://127.0.0.1:")


def test_it_stops_within_seconds_and_starts_again_from_the_same_store(
    served: Server, release: Release, place: Path, cache: Path
) -> None:
    pid = served.process.watcher.pid
    began = time.monotonic()
    served.stop()
    assert time.monotonic() - began < 8 and not served.running and gone(pid, 0.1)
    built = (place / "stores" / key(release)).stat().st_ino
    told: list[str] = []
    bolt, http = free_ports(2)
    with serve(release, place, cache, Options(bolt, http), progress=lambda stage, *_: told.append(stage)) as again:
        assert set(told) == {"starting Neo4j"}  # nothing was fetched or loaded
        assert (place / "stores" / key(release)).stat().st_ino == built
        with again.driver() as driver:  # the users are made afresh
            assert loaded(driver) == release.id
    assert again.login.password != "for the planners"


def test_old_stores_and_killed_builds_are_removed(tmp_path: Path) -> None:
    for name in ("a-1", "b-2", "c-3", ".building-x"):
        (tmp_path / name / "data").mkdir(parents=True)
        time.sleep(0.01)
    prune(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b-2", "c-3"]
