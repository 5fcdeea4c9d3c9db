"""The embedded Neo4j with a release in it: built once in a store that nobody else sees, served read-only from a copy.

`home` holds `stores/<key>/` (finished stores, the last few) and `server/` (the copy that is served, because serving
rewrites store files; and the planners' password).
"""

import os
import shutil
import socket
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from loaders.graph.artifacts import Progress, silent
from loaders.graph.config import LOOPBACK, Options
from loaders.graph.credentials import Login
from loaders.graph.load import load
from loaders.graph.maven import NEO4J
from loaders.graph.schema import CONSTRAINTS
from loaders.graph.server import Server, check_ports, start
from queries.release import Release

DATA: Final = ("data/databases/neo4j", "data/transactions/neo4j")
KEPT: Final = 2
_PREFIX: Final = ".building-"


def serve(
    release: Release,
    home: Path,
    cache: Path,
    options: Options | None = None,
    *,
    password: str | None = None,
    api: Login | None = None,
    progress: Progress = silent,
    env: Mapping[str, str] = os.environ,
) -> Server:
    """A read-only Neo4j that holds this release, loaded where no store of it is kept; a context manager."""
    options = replace(options or Options(), read_only=True)
    check_ports(options)  # before the work, not after it
    store = prepare(release, home, cache, options, progress=progress, env=env)
    server = home / "server"
    shutil.rmtree(server / "data", ignore_errors=True)
    for name in DATA:
        shutil.copytree(store / name, server / name)
    return start(server, cache, options, password=password, api=api, progress=progress, env=env)


def prepare(
    release: Release,
    home: Path,
    cache: Path,
    options: Options | None = None,
    *,
    progress: Progress = silent,
    env: Mapping[str, str] = os.environ,
) -> Path:
    """The store of a release, built where it is not kept; a server may run meanwhile."""
    store = home / "stores" / key(release)
    if not store.exists():
        build(release, store, cache, options or Options(), progress=progress, env=env)
    store.touch()
    prune(store.parent)
    return store


def key(release: Release) -> str:
    """The name of a release's store: its id, and a digest of all else that makes the store what it is."""
    made_by = sorted([*Path(__file__).parent.glob("*.py"), CONSTRAINTS])
    parts = [NEO4J, *(file.sha256 for file in release.manifest.files)]
    parts += [sha256(path.read_bytes()).hexdigest() for path in made_by]
    return f"{release.id}-{sha256(' '.join(parts).encode()).hexdigest()[:8]}"


def build(
    release: Release,
    store: Path,
    cache: Path,
    options: Options,
    *,
    progress: Progress = silent,
    env: Mapping[str, str] = os.environ,
) -> None:
    """Loads a release into a new store; a build that is killed leaves nothing that could be taken for one."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=_PREFIX, dir=store.parent) as folder:
        home, finished = Path(folder) / "home", Path(folder) / "store"
        bolt, http = free_ports(2)
        quiet = replace(options, bolt_port=bolt, http_port=http, read_only=False, transaction_seconds=600)
        with start(home, cache, quiet, progress=progress, env=env) as server, server.driver() as driver:
            load(release, driver, progress)
        for name in DATA:
            (finished / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).rename(finished / name)
        finished.rename(store)


def prune(stores: Path) -> None:
    """Removes all but the stores used last, and what killed builds have left."""
    finished = [path for path in stores.iterdir() if not path.name.startswith(_PREFIX)]
    for path in sorted(finished, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)
    for path in stores.glob(f"{_PREFIX}*"):
        shutil.rmtree(path, ignore_errors=True)


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind((LOOPBACK, 0))
        return [int(each.getsockname()[1]) for each in sockets]
