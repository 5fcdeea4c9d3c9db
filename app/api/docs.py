"""The documentation of the API as a page, with assets from a package: it works without a network."""

from functools import cache
from importlib.resources import files
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from app.api.problems import ProblemError
from app.explorer import pages

ASSETS: Final = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
}


def router() -> APIRouter:
    """`/docs` and what it loads."""
    routes = APIRouter(prefix="/docs", include_in_schema=False)
    routes.add_api_route("", page, response_class=Response)
    routes.add_api_route("/{name}", asset, response_class=Response)
    return routes


def page() -> Response:
    """The page."""
    return pages.page("docs.html")


def asset(name: str) -> Response:
    """A file of Swagger UI."""
    if name not in ASSETS:
        raise ProblemError("not-found", f"There is nothing at /docs/{name}.")
    return Response(_read(name), media_type=ASSETS[name])


@cache
def _read(name: str) -> bytes:
    return (files("fastapi_offline") / "static" / name).read_bytes()
