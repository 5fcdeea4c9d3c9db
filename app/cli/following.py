"""Neo4j beside the API: the embedded one, which follows the releases, or the one that a setting names."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from app.settings import Settings

if TYPE_CHECKING:
    from loaders.graph.config import Options
    from loaders.graph.server import Server
    from queries.release import Release

FOLLOW = 2.0  # seconds between two looks at which release is current


class Served:
    """What is served: the settings with which the API reaches Neo4j, and the embedded server where there is one."""

    def __init__(self, settings: Settings, server: "Server | None" = None) -> None:
        self.settings = settings
        self.server = server


@contextmanager
def graph(settings: Settings, release: "Release", *, neo4j: bool) -> Iterator[Served]:
    """Neo4j with a release in it for as long as the context lasts."""
    from app.cli.common import told
    from loaders.graph.config import Options
    from loaders.graph.credentials import Login
    from loaders.graph.load import load
    from loaders.graph.remote import connect
    from loaders.graph.store import serve as serve_store

    if not neo4j:
        yield Served(replace(settings, neo4j_uri=None))
        return
    if settings.neo4j_uri:
        login = Login(settings.neo4j_user, settings.neo4j_password or "")
        with told() as tell, connect(settings.neo4j_uri, login) as driver:
            load(release, driver, tell)
        yield Served(settings)
        return
    options = Options(bolt_port=settings.bolt_port, http_port=settings.http_port, heap=settings.neo4j_heap)
    home, password = settings.home / "neo4j", settings.neo4j_password
    with told() as tell:
        server = serve_store(release, home, settings.cache, options, password=password, progress=tell)
    reached = replace(settings, neo4j_uri=server.uri, neo4j_user=server.api.user, neo4j_password=server.api.password)
    served = Served(reached, server)
    ended = threading.Event()
    follower = threading.Thread(target=_follow, args=(settings, release.id, served, options, ended), daemon=True)
    follower.start()
    try:
        yield served
    finally:
        ended.set()
        if served.server:
            served.server.stop()
        follower.join(timeout=5)


def _follow(settings: Settings, known: str, served: Served, options: "Options", ended: threading.Event) -> None:
    """Restart Neo4j with each new release; the API and SPARQL follow by themselves."""
    from app.cli.common import console, told
    from loaders.graph.store import prepare
    from loaders.graph.store import serve as serve_store
    from ontology.errors import BfpgError
    from queries.release import current

    home, password = settings.home / "neo4j", settings.neo4j_password
    while not ended.wait(FOLLOW):
        try:
            release = current(settings.home)
            if release.id == known:
                continue
            known = release.id
            console.print(f"release {known}: Neo4j is loaded with it, and then restarts")
            with told() as tell:
                prepare(release, home, settings.cache, options, progress=tell)
            if ended.is_set() or served.server is None:
                return
            old = served.server
            old.stop()
            served.server = serve_store(release, home, settings.cache, options, password=password, api=old.api)
        except BfpgError as error:
            console.print(f"[red]Neo4j does not follow: {error}[/red]")
