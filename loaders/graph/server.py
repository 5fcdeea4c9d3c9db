"""Neo4j as a child process: started in a home, ready when this returns, stopped within seconds."""

import os
import shutil
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final

from neo4j import Driver, GraphDatabase, NotificationDisabledClassification
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from loaders.graph.artifacts import Progress, fetch, silent
from loaders.graph.config import FOLDERS, LOOPBACK, Options, command, conf
from loaders.graph.credentials import Login, api_login, auth_file, planner_login, write_private
from loaders.graph.java import find_java
from loaders.graph.process import Process, spawn
from ontology.errors import StoreError

PASSWORD_FILE: Final = "password"
_SECONDS: Final = 90.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running Neo4j: where it listens and who may log in."""

    home: Path
    uri: str
    browser: str
    login: Login
    api: Login
    process: Process = field(repr=False)

    def driver(self) -> Driver:
        """A driver for this project's own use; the caller closes it."""
        return open_driver(self.uri, self.api)

    @property
    def running(self) -> bool:
        """Whether the server still runs."""
        return self.process.running

    def stop(self) -> None:
        """Stops the server; to stop twice is allowed."""
        self.process.stop()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()


def open_driver(uri: str, login: Login) -> Driver:
    """A driver whose connections stay open: users may be changed under them (see `credentials`)."""
    # A label that the graph has no node for is a fair question, not a warning on every run.
    quiet = [NotificationDisabledClassification.UNRECOGNIZED, NotificationDisabledClassification.PERFORMANCE]
    return GraphDatabase.driver(
        uri,
        auth=(login.user, login.password),
        max_connection_lifetime=-1,
        notifications_disabled_classifications=quiet,
    )


def start(
    home: Path,
    cache: Path,
    options: Options | None = None,
    *,
    password: str | None = None,
    api: Login | None = None,
    progress: Progress = silent,
    env: Mapping[str, str] = os.environ,
) -> Server:
    """Starts Neo4j with its files in `home`, fetching it into `cache` where needed; a context manager.

    The users are made afresh: `neo4j` with the given password (else the one in the file `password` of the home), and
    the API's own, which a caller that restarts the server gives again so that open drivers find their way back.
    """
    options = options or Options()
    java = find_java(env)
    check_ports(options)
    jars = fetch(cache, progress)
    login, api = planner_login(home / PASSWORD_FILE, password), api or api_login()
    _furnish(home, options, login)
    log = home / "logs" / "console.log"
    process = spawn(command(java, jars, home, options.heap), log)
    try:
        progress("starting Neo4j", 0, 1)
        uri = f"bolt://{LOOPBACK}:{options.bolt_port}"
        _wait(process, options, log)
        _make_user(uri, login, api)
        progress("starting Neo4j", 1, 1)
    except BaseException:
        process.stop()
        raise
    return Server(home, uri, f"http://{LOOPBACK}:{options.http_port}/browser/", login, api, process)


def check_ports(options: Options) -> None:
    """Raises `StoreError` where something else listens on a port of the server."""
    check_port(options.bolt_port, "Bolt", "BFPG_BOLT_PORT")
    check_port(options.http_port, "Neo4j Browser", "BFPG_HTTP_PORT")


def check_port(port: int, what: str, setting: str) -> None:
    """Raises `StoreError` where something else listens on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise StoreError(
                f"Port {port} ({what}) is in use; stop what uses it, or set {setting} to another port."
            ) from error


def _furnish(home: Path, options: Options, login: Login) -> None:
    for name in FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    for name in ("data/databases/system", "data/transactions/system"):
        shutil.rmtree(home / name, ignore_errors=True)
    write_private(home / "data" / "dbms" / "auth.ini", auth_file(login))
    (home / "conf" / "neo4j.conf").write_text(conf(options), encoding="utf-8")


def _wait(process: Process, options: Options, log: Path) -> None:
    end = time.monotonic() + _SECONDS
    for port in (options.bolt_port, options.http_port):
        while not _answers(port):
            if not process.running:
                raise StoreError(f"Neo4j did not start: {reason(log)} The whole story is in {log}.")
            if time.monotonic() > end:
                raise StoreError(f"Neo4j was not ready after {_SECONDS:.0f} seconds; {log} says what it was doing.")
            time.sleep(0.05)


def _answers(port: int) -> bool:
    try:
        socket.create_connection((LOOPBACK, port), timeout=0.5).close()
    except OSError:
        return False
    return True


def reason(log: Path) -> str:
    """The innermost cause that a log of a failed start gives, as a sentence."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    causes = [line for line in lines if line.startswith("Caused by:")] or [line for line in lines if "ERROR" in line]
    if not causes:
        causes = [line for line in lines if line][:1] or ["nothing was said"]
    return causes[-1].removeprefix("Caused by:").strip().rstrip(".") + "."


def _make_user(uri: str, login: Login, api: Login) -> None:
    """The API's user; the graph is asked something as well, because the first question takes longest."""
    try:
        with open_driver(uri, login) as driver:
            driver.execute_query(
                "CREATE USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                {"user": api.user, "password": api.password},
                database_="system",
            )
            driver.execute_query("MATCH (n) RETURN count(n)", database_="neo4j")
    except (DriverError, Neo4jError, AuthError) as error:
        raise StoreError(f"Neo4j started and then refused to work: {error}.") from error
