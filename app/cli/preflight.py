"""What is looked at before minutes of work, and not after: folders, space, ports, Java, Neo4j."""

import errno
import fcntl
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from app.settings import Settings
from ontology.errors import SettingsError, StoreError

SPACE: Final = 200_000_000  # a release and the stores of Neo4j


def check_folders(settings: Settings) -> None:
    """Raises `SettingsError` where the home or the cache cannot be written, or has no room."""
    for folder, setting in ((settings.home, "BFPG_HOME"), (settings.cache, "BFPG_CACHE")):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                free = shutil.disk_usage(folder).free
        except OSError as error:
            raise SettingsError(
                f"{folder} cannot be written ({error.strerror}); set {setting} to a folder of your own."
            ) from error
        if free < SPACE:
            raise SettingsError(
                f"{folder} has {free // 1_000_000} MB free and {SPACE // 1_000_000} MB are needed; "
                f"make room, or set {setting} to a folder on another disk."
            )


def check_ports(settings: Settings, *, neo4j: bool) -> None:
    """Raises an error that names the setting where a port is in use, or given twice."""
    from loaders.graph.server import check_port

    ports = {"BFPG_API_PORT": settings.api_port}
    if neo4j and not settings.neo4j_uri:
        ports |= {"BFPG_BOLT_PORT": settings.bolt_port, "BFPG_HTTP_PORT": settings.http_port}
    for setting, port in ports.items():
        twins = [name for name, other in ports.items() if other == port]
        if len(twins) > 1:
            raise SettingsError(f"{' and '.join(twins)} are both {port}; set {setting} to another port.")
    _check_address(settings)
    if len(ports) > 1:
        check_port(settings.bolt_port, "Bolt", "BFPG_BOLT_PORT")
        check_port(settings.http_port, "Neo4j Browser", "BFPG_HTTP_PORT")


def _check_address(settings: Settings) -> None:
    host, port = settings.host, settings.api_port
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise StoreError(
                f"Port {port} (the API) is in use; stop what uses it, or set BFPG_API_PORT to another port."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise SettingsError(f"Port {port} may not be opened; set BFPG_API_PORT to one above 1023.") from error
        raise SettingsError(f"BFPG_HOST={host} is no address of this machine; set it to 127.0.0.1.") from error


def check_neo4j(settings: Settings) -> None:
    """Raises `StoreError` where Neo4j could not be served later on; fetches what the embedded one needs."""
    from app.cli.progress import told
    from loaders.graph.artifacts import fetch
    from loaders.graph.credentials import Login
    from loaders.graph.java import find_java
    from loaders.graph.remote import connect

    if settings.neo4j_uri:
        connect(settings.neo4j_uri, Login(settings.neo4j_user, settings.neo4j_password or "")).close()
        return
    find_java()
    with told() as tell:
        fetch(settings.cache, tell)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Keeps a second server off the same home, whose files the first one serves."""
    with (settings.home / ".serving").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(
                f"Another bfpg serves {settings.home} already; stop it, or set BFPG_HOME to another folder."
            ) from error
        yield
