"""Serves the pages and what they load, all from this folder."""

from functools import cache
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from app.api.problems import ProblemError
from queries.catalogue import questions

FOLDER: Final = Path(__file__).parent
TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def router() -> APIRouter:
    """`/` and `/explorer/`."""
    routes = APIRouter(include_in_schema=False)
    routes.add_api_route("/", home, response_class=Response)
    routes.add_api_route("/favicon.ico", favicon, response_class=Response)
    routes.add_api_route("/explorer/links.json", links, response_class=Response)
    routes.add_api_route("/explorer/examples.json", examples, response_class=Response)
    routes.add_api_route("/explorer/{name}", asset, response_class=Response)
    return routes


def home() -> Response:
    """The page for people."""
    return page("index.html")


def page(name: str) -> Response:
    """An HTML page of this folder."""
    return Response(_read(FOLDER / name), media_type="text/html; charset=utf-8")


def favicon() -> Response:
    """The icon."""
    return asset("icon.svg")


def asset(name: str) -> Response:
    """A style sheet, script or picture of this folder."""
    path = FOLDER / name
    if path.parent != FOLDER or path.suffix not in TYPES or not path.is_file():
        raise ProblemError("not-found", f"There is nothing at /explorer/{name}.")
    return Response(_read(path), media_type=f"{TYPES[path.suffix]}; charset=utf-8")


def links(request: Request) -> Response:
    """Where else to look."""
    return JSONResponse({"browser": request.app.state.browser}, headers={"Cache-Control": "no-store"})


def examples() -> Response:
    """The example queries, one file each with its title on the first line, and those of the catalogue."""
    found = [_example(path) for path in sorted((FOLDER / "examples").glob("*.rq"))]
    asked = [{"id": each.id, "title": each.title["en"], "query": each.sparql} for each in questions().values()]
    return JSONResponse([*found, *asked])


def _example(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    return {"id": path.stem, "title": text.partition("\n")[0].removeprefix("# "), "query": text}


@cache
def _read(path: Path) -> bytes:
    return path.read_bytes()
