"""The application: what it opens, closes, and answers.

Questions are answered from the record, by SPARQL in this process: it is always there, it changes in the same moment as
the release id and the ETag, and no answer then depends on whether Neo4j is up or still loading. Neo4j is for those who
come with Cypher; the API only looks whether it can be reached.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.api import (
    docs,
    documents,
    entities,
    graph,
    health,
    problem_pages,
    problems,
    questions,
    releases,
    resources,
    statements,
)
from app.api.dependencies import known_parameters
from app.api.envelope import Envelope
from app.api.problems import ParameterError, Problem, ProblemError
from app.api.served import Follower, store_folder
from app.api.sparql import endpoint
from app.api.sparql.pool import Limits, Pool
from app.explorer import pages
from app.settings import Settings
from ontology.errors import BfpgError
from queries.release import Release

ROOT: Final = Path(__file__).parents[2]
DESCRIPTION: Final = """Belgian foreign-policy documents as a graph in which every statement shows who says so, where,
and in which words. Every answer names the release that it was made from; ETags follow it. Errors are problem details
(RFC 9457). Labels come in the language of `language=` or of Accept-Language (fr, nl, de, en), and always in all."""
_THEMES: Final = (questions, entities, statements, documents, graph, releases)
RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    304: {"description": "Not modified: the ETag still holds."},
    404: {"description": "There is no such thing.", **problems.CONTENT},
    406: {"description": "No acceptable format.", **problems.CONTENT},
    422: {"description": "A parameter has a value that is not allowed.", **problems.CONTENT},
    503: {"description": "There is no release yet.", **problems.CONTENT},
}


def create_app(settings: Settings, *, browser: str | None = None) -> FastAPI:
    """The API, the SPARQL endpoint and the page; `browser` is the address of Neo4j Browser where it is served."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.follower = Follower(settings, open_pool)
        app.state.driver = health.open_driver(settings)
        try:
            yield
        finally:
            await app.state.follower.close()
            if app.state.driver is not None:
                await app.state.driver.close()

    app = FastAPI(
        title="Belgian foreign-policy graph",
        version=version("belgian-foreign-policy-graph"),
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: f"{route.tags[0]}_{route.name}" if route.tags else route.name,
        license_info={"name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/collection/eupl"},
    )
    app.state.browser = browser
    for theme in _THEMES:
        app.include_router(theme.router(), responses=RESPONSES, dependencies=[Depends(known_parameters)])
    for module in (resources, problem_pages, endpoint, health, docs, pages):
        app.include_router(module.router(), responses=RESPONSES)
    for error, handler in _HANDLERS.items():
        app.add_exception_handler(error, handler)
    app.add_middleware(Envelope, code=code_digest())
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    return app


def open_pool(settings: Settings, release: Release) -> Pool:
    """The SPARQL workers for a release."""
    limits = Limits(
        workers=settings.sparql_workers,
        seconds=settings.sparql_seconds,
        rows=settings.sparql_rows,
        memory=settings.sparql_memory * 2**20,
    )
    return Pool(release.folder, store_folder(settings), limits)


def code_digest() -> str:
    """A digest of what turns a release into answers, so that ETags change with it."""
    found = sorted(path for room in ("app", "queries") for path in (ROOT / room).rglob("*") if path.suffix in _SOURCES)
    return sha256(b"\n".join(path.read_bytes() for path in found)).hexdigest()[:16]


_SOURCES: Final = frozenset({".py", ".rq", ".toml", ".html", ".css", ".js"})


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title,
            version=app.version,
            description=app.description,
            routes=app.routes,
            license_info=app.license_info,
        )
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        parts = schema.setdefault("components", {}).setdefault("schemas", {})
        parts |= {**problem.pop("$defs", {}), "Problem": problem}
        for unused in ("HTTPValidationError", "ValidationError"):
            parts.pop(unused, None)
        app.openapi_schema = schema
    return app.openapi_schema


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problems.response(error, request.url.path)


def _project_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, BfpgError)
    return problems.response(problems.of_error(error), request.url.path)


def _status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    if "Allow" in headers:
        posts = "post" in request.app.openapi()["paths"].get(request.scope["path"], {})
        headers["Allow"] = "GET, HEAD, POST, OPTIONS" if posts else "GET, HEAD, OPTIONS"
    detail = {
        404: f"There is nothing at {request.url.path}.",
        405: f"{request.url.path} does not take {request.method}.",
    }.get(error.status_code, str(error.detail))
    return problems.response(problems.of_status(error.status_code, detail, headers), request.url.path)


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = [ParameterError(name=str(each["loc"][-1]), reason=_reason(each)) for each in error.errors()]
    detail = "; ".join(f"{each.name}: {each.reason}" for each in found)
    return problems.response(ProblemError("invalid-parameter", f"{detail}.", errors=found), request.url.path)


def _reason(error: dict[str, Any]) -> str:
    if error["type"] == "missing":
        return "it is needed"
    return f"{error['msg']}; given was '{error['input']}'"


_HANDLERS: Final = {
    ProblemError: _problem,
    BfpgError: _project_error,
    HTTPException: _status,
    RequestValidationError: _validation,
}
