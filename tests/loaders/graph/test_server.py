"""What is said when Neo4j cannot start, and who may log in."""

import socket
from pathlib import Path

import pytest

from loaders.graph.config import Options, conf
from loaders.graph.credentials import Login, auth_file, planner_login
from loaders.graph.server import Server, reason, start
from loaders.graph.store import free_ports
from ontology.errors import StoreError


@pytest.mark.parametrize(("taken", "setting"), [("bolt_port", "BFPG_BOLT_PORT"), ("http_port", "BFPG_HTTP_PORT")])
def test_a_busy_port_is_named_with_its_setting(tmp_path: Path, taken: str, setting: str) -> None:
    ports = dict(zip(("bolt_port", "http_port"), free_ports(2), strict=True))
    said = rf"Port {ports[taken]} .* is in use; .* {setting} "
    with socket.create_server(("127.0.0.1", ports[taken])), pytest.raises(StoreError, match=said):
        start(tmp_path, tmp_path / "cache", Options(**ports))
    assert not list(tmp_path.iterdir())


def test_a_failed_start_says_why_and_leaves_nothing(cache: Path, tmp_path: Path, neo4j: Server) -> None:
    assert neo4j.running  # and so the jars are there
    bolt, http = free_ports(2)
    with pytest.raises(StoreError, match=r"did not start: Invalid maximum heap size.*console\.log"):
        start(tmp_path, cache, Options(bolt, http, heap="lots"))


def test_the_innermost_cause_is_given(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("INFO starting\nERROR failed\nCaused by: outer\n  at x\nCaused by: the store is locked.\n at y\n")
    assert reason(log) == "the store is locked."
    log.write_text("")
    assert reason(log) == "nothing was said."


def test_settings_shut_what_a_reader_does_not_need() -> None:
    lines = conf(Options(read_only=True)).splitlines()
    assert "server.databases.read_only=neo4j" in lines
    assert "server.bolt.listen_address=127.0.0.1:7687" in lines
    assert "dbms.security.allow_csv_import_from_file_urls=false" in lines
    assert not [line for line in conf(Options()).splitlines() if "read_only" in line]


def test_a_password_is_drawn_once_and_kept_private(tmp_path: Path) -> None:
    file = tmp_path / "neo4j" / "password"
    drawn = planner_login(file)
    assert planner_login(file) == drawn and len(drawn.password) >= 16
    assert file.stat().st_mode & 0o077 == 0
    assert drawn.password not in repr(drawn)
    assert planner_login(file, "a better one").password == "a better one"
    with pytest.raises(StoreError, match="fewer than 8 characters"):
        planner_login(file, "short")


def test_the_first_user_is_written_as_neo4j_reads_it() -> None:
    line = auth_file(Login("neo4j", "secret"), b"\x00\xff")
    user, credential, rest = line.split(":")
    assert (user, rest) == ("neo4j", "\n")
    assert credential.split(",")[0::2] == ["SHA-256", "00FF"]
