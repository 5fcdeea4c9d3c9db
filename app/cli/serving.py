"""`bfpg run` and `serve`: Neo4j, the API, SPARQL and the page, until Ctrl-C."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from socket import socket
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from loaders.graph.config import Options
    from loaders.graph.server import Server
    from queries.release import Release

FOLLOW = 2.0  # seconds between two looks at which release is current
EVERYWHERE = ("0.0.0.0", "::", "")
FIRST_CYPHER = (
    "MATCH (i)-[:COUNTERS]->(t:Threat)-[:THREATENS]->(v:VitalInterest {edition: 2026, number: 3}) RETURN * LIMIT 60"
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(run)
    app.command()(serve)


def run(
    neo4j: Annotated[bool, typer.Option(help="Serve Neo4j as well.")] = True,
) -> None:
    """Build the graph where something changed, and serve it: API, SPARQL, page and Neo4j."""
    from app.cli.building import build_release

    from app.cli.preflight import check_folders, check_neo4j, check_ports

    settings = Settings.from_env()
    check_folders(settings)
    check_ports(settings, neo4j=neo4j)
    if neo4j:
        check_neo4j(settings)
    build_release(settings)
    _serve(settings, neo4j=neo4j)


def serve(
    neo4j: Annotated[bool, typer.Option(help="Serve Neo4j as well.")] = True,
) -> None:
    """Serve the release that is there, without building."""
    from app.cli.preflight import check_folders, check_ports
    from queries.release import current

    settings = Settings.from_env()
    current(settings.home)
    check_folders(settings)
    check_ports(settings, neo4j=neo4j)
    _serve(settings, neo4j=neo4j)


def _serve(settings: Settings, *, neo4j: bool) -> None:
    import uvicorn

    from app.api.application import create_app
    from app.cli.common import console
    from app.cli.preflight import alone
    from queries.release import current

    class Server(uvicorn.Server):
        """Says where to look as soon as it answers."""

        async def startup(self, sockets: "list[socket] | None" = None) -> None:
            await super().startup(sockets)
            if self.started:
                _welcome(settings, served)

    with suppress(KeyboardInterrupt):  # Ctrl-C is how a server is stopped
        release = current(settings.home)
        release.verify()
        guard = alone(settings) if neo4j and not settings.neo4j_uri else nullcontext()
        with guard, _graph(settings, release, neo4j=neo4j) as served:
            config = uvicorn.Config(
                create_app(served.settings, browser=served.server.browser if served.server else None),
                host=settings.host,
                port=settings.api_port,
                log_level="warning",
                timeout_graceful_shutdown=2,
                server_header=False,
            )
            Server(config).run()
    console.print("stopped")


class _Served:
    """What is served: the settings with which the API reaches Neo4j, and the embedded server where there is one."""

    def __init__(self, settings: Settings, server: "Server | None" = None) -> None:
        self.settings = settings
        self.server = server


@contextmanager
def _graph(settings: Settings, release: "Release", *, neo4j: bool) -> Iterator[_Served]:
    from app.cli.common import told
    from loaders.graph.config import Options
    from loaders.graph.credentials import Login
    from loaders.graph.load import load
    from loaders.graph.remote import connect
    from loaders.graph.store import serve as serve_store

    if not neo4j:
        yield _Served(settings)
        return
    if settings.neo4j_uri:
        login = Login(settings.neo4j_user, settings.neo4j_password or "")
        with told() as tell, connect(settings.neo4j_uri, login) as driver:
            load(release, driver, tell)
        yield _Served(settings)
        return
    options = Options(bolt_port=settings.bolt_port, http_port=settings.http_port, heap=settings.neo4j_heap)
    home, password = settings.home / "neo4j", settings.neo4j_password
    with told() as tell:
        server = serve_store(release, home, settings.cache, options, password=password, progress=tell)
    reached = replace(settings, neo4j_uri=server.uri, neo4j_user=server.api.user, neo4j_password=server.api.password)
    served = _Served(reached, server)
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


def _follow(settings: Settings, known: str, served: _Served, options: "Options", ended: threading.Event) -> None:
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


def _welcome(settings: Settings, served: _Served) -> None:
    from app.cli.common import console

    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    address = f"http://{host}:{settings.api_port}"
    lines = ["", f"[bold]{address}[/bold]  the page; {address}/docs the API, {address}/sparql SPARQL"]
    if served.server:
        login = served.server.login
        lines += [
            f"[bold]{served.server.browser}[/bold]  Neo4j Browser; Bolt at {served.server.uri}, read-only",
            f"log in as [bold]{login.user}[/bold] with password [bold]{login.password}[/bold]",
            "a first question to paste there:",
            f"  {FIRST_CYPHER}",
        ]
    elif settings.neo4j_uri:
        lines.append(f"Neo4j at {settings.neo4j_uri} holds the release")
    lines += [
        "the same with the quotes, in another terminal:",
        "  bfpg ask threats-by-interest number=3",
        "Ctrl-C stops everything.",
    ]
    for line in lines:
        console.print(line, soft_wrap=True)
