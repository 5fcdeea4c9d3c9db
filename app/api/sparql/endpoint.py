"""`/sparql`: queries by GET and POST, the service description, and the query page for browsers."""

from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api import negotiation, problems
from app.api.dependencies import Serving
from app.api.problems import ProblemError
from app.api.served import Served
from app.api.sparql import description, protocol, results
from app.api.sparql.protocol import Asked
from app.api.sparql.tokens import repeatable
from app.explorer import pages

HTML: Final = "text/html"
_FORMATS: Final = [*results.BINDINGS, *results.GRAPHS]
_QUERY = {"name": "query", "in": "query", "required": False, "schema": {"type": "string"}}
_GRAPHS = [
    {"name": name, "in": "query", "required": False, "schema": {"type": "array", "items": {"type": "string"}}}
    for name in ("default-graph-uri", "named-graph-uri")
]
_ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The results.", "content": {name: {} for name in _FORMATS}},
    400: {"description": "The query is malformed or refused; the detail has the place.", **problems.CONTENT},
    504: {"description": "The query took too long and was ended.", **problems.CONTENT},
}
_BODY = {
    "content": {
        protocol.QUERY: {"schema": {"type": "string"}},
        protocol.FORM: {
            "schema": {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
        },
    }
}


def router() -> APIRouter:
    """The SPARQL 1.1 protocol, queries only."""
    routes = APIRouter(prefix="/sparql", tags=["sparql"])
    routes.add_api_route(
        "",
        by_get,
        methods=["GET"],
        summary="Query the record, or read the service description",
        response_class=Response,
        responses=_ANSWERS,
        openapi_extra={"parameters": [_QUERY, *_GRAPHS]},
    )
    routes.add_api_route(
        "",
        by_post,
        methods=["POST"],
        summary="Query the record",
        response_class=Response,
        responses={**_ANSWERS, 415: {"description": "The body is neither a form nor a query.", **problems.CONTENT}},
        openapi_extra={"requestBody": _BODY},
    )
    return routes


async def by_get(request: Request, serving: Serving) -> Response:
    """Answers a query; without one, a page for browsers and the service description for everybody else."""
    asked = protocol.from_url(request.scope["query_string"])
    if asked is not None:
        return await _evaluate(request, serving, asked)
    media = negotiation.required_media_type(request.headers.get("Accept"), [*results.GRAPHS, HTML])
    if media == HTML:
        return pages.page("sparql.html")
    url = str(request.url.replace(query="", fragment=""))
    return Response(results.graph(description.triples(url, serving.release), media), media_type=media)


async def by_post(request: Request, serving: Serving) -> Response:
    """Answers a query in the body, as a form or bare."""
    content_type = request.headers.get("Content-Type")
    asked = protocol.from_body(request.scope["query_string"], content_type, await request.body())
    return await _evaluate(request, serving, asked)


async def _evaluate(request: Request, serving: Served, asked: Asked) -> Response:
    accept = request.headers.get("Accept")
    bindings = negotiation.media_type(accept, list(results.BINDINGS))
    graph = negotiation.media_type(accept, list(results.GRAPHS))
    if bindings is None and graph is None:
        raise ProblemError("not-acceptable", f"Offered are {', '.join(_FORMATS)}; Accept asks for {accept}.")
    result = await serving.pool.run(asked, bindings, graph)
    headers = {"X-Row-Limit": str(serving.pool.limits.rows), "X-Truncated": "true" if result.truncated else "false"}
    if not repeatable(asked.query) or request.method == "POST":
        headers["Cache-Control"] = "no-store"
    return Response(result.body, headers=headers, media_type=_with_charset(result.media_type))


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
