"""Whether the server lives, and whether it can answer."""

import asyncio
from typing import Any

import neo4j
from fastapi import APIRouter, Request
from starlette.responses import JSONResponse

from app.settings import Settings

NEO4J_SECONDS = 2.0
NO_STORE = {"Cache-Control": "no-store"}


def router() -> APIRouter:
    """`/healthz` and `/readyz`."""
    routes = APIRouter(tags=["health"])
    routes.add_api_route("/healthz", alive, summary="Whether the server lives")
    routes.add_api_route(
        "/readyz",
        ready,
        summary="Whether the server can answer",
        responses={503: {"description": "There is no release to serve."}},
    )
    return routes


def open_driver(settings: Settings) -> neo4j.AsyncDriver | None:
    """The API's own connection to Neo4j, where one is set."""
    if not settings.neo4j_uri:
        return None
    auth = (settings.neo4j_user, settings.neo4j_password or "")
    return neo4j.AsyncGraphDatabase.driver(settings.neo4j_uri, auth=auth, connection_timeout=NEO4J_SECONDS)


async def alive() -> JSONResponse:
    """Answers as long as the process does."""
    return JSONResponse({"status": "alive"}, headers=NO_STORE)


async def ready(request: Request) -> JSONResponse:
    """Says which release is served and whether Neo4j can be reached; only the release decides about readiness."""
    state = request.scope["state"]
    served = state.get("served")
    body: dict[str, Any] = {
        "status": "ready" if served else "not ready",
        "release": served.release.id if served else None,
        "neo4j": await _neo4j(request.app.state.driver),
    }
    fault = state.get("fault") or request.app.state.follower.fault
    if fault:
        body["detail"] = str(fault)
    return JSONResponse(body, 200 if served else 503, headers=NO_STORE)


async def _neo4j(driver: neo4j.AsyncDriver | None) -> str:
    if driver is None:
        return "not set"
    try:
        async with asyncio.timeout(NEO4J_SECONDS):
            await driver.verify_connectivity()
    except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, TimeoutError, OSError):
        return "unreachable"
    return "reachable"
