"""`bfpg run` and `serve`: Neo4j, the API, SPARQL and the page, until Ctrl-C."""

import sys
from contextlib import nullcontext, suppress
from socket import socket
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from app.cli.following import Served

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
    specimen: Annotated[bool, typer.Option("--specimen", help="Build from the specimen documents.")] = False,
) -> None:
    """Build the graph where something changed, and serve it: API, SPARQL, page and Neo4j."""
    from app.cli.building import build_release

    settings = Settings.from_env()
    _check(settings, neo4j=neo4j)
    build_release(settings, specimen=specimen)
    _serve(settings, neo4j=neo4j)


def serve(
    neo4j: Annotated[bool, typer.Option(help="Serve Neo4j as well.")] = True,
) -> None:
    """Serve the release that is there, without building."""
    from queries.release import current

    settings = Settings.from_env()
    current(settings.home).verify()
    _check(settings, neo4j=neo4j)
    _serve(settings, neo4j=neo4j)


def _check(settings: Settings, *, neo4j: bool) -> None:
    from app.cli.preflight import check_folders, check_neo4j, check_ports

    check_folders(settings)
    check_ports(settings, neo4j=neo4j)
    if neo4j:
        check_neo4j(settings)


def _serve(settings: Settings, *, neo4j: bool) -> None:
    import uvicorn

    from app.api.application import create_app
    from app.cli.common import console
    from app.cli.following import graph
    from app.cli.preflight import alone
    from queries.release import current

    class Server(uvicorn.Server):
        """Says where to look as soon as it answers."""

        async def startup(self, sockets: "list[socket] | None" = None) -> None:
            await super().startup(sockets)
            if self.started:
                _welcome(settings, served)

    guard = alone(settings) if neo4j and not settings.neo4j_uri else nullcontext()
    with guard, graph(settings, current(settings.home), neo4j=neo4j) as served:
        config = uvicorn.Config(
            create_app(served.settings, browser=served.server.browser if served.server else None),
            host=settings.host,
            port=settings.api_port,
            log_level="warning",
            timeout_graceful_shutdown=2,
            server_header=False,
        )
        with suppress(KeyboardInterrupt):  # this is how a server is stopped
            Server(config).run()
        console.print("stopping")


def _welcome(settings: Settings, served: "Served") -> None:
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
    elif served.settings.neo4j_uri:
        lines.append(f"Neo4j at {served.settings.neo4j_uri} holds the release")
    lines += [
        "the same with the quotes, in another terminal:",
        f"  {sys.argv[0]} ask threats-by-interest number=3",
        "Ctrl-C stops everything.",
    ]
    for line in lines:
        console.print(line, soft_wrap=True)
