"""What handlers are given: the release, the language, and the assurance that every parameter is known."""

from typing import Annotated, Literal

from fastapi import Depends, Query, Request, Response

from app.api import negotiation
from app.api.problems import ParameterError, ProblemError
from app.api.served import Served
from ontology.errors import ReleaseError

Tag = Literal["fr", "nl", "de", "en"]


def _served(request: Request) -> Served:
    served = request.scope["state"].get("served")
    if served is None:
        raise ReleaseError(str(request.scope["state"].get("fault") or "There is no release yet."))
    assert isinstance(served, Served)
    return served


def _language(
    request: Request,
    response: Response,
    language: Annotated[
        Tag | None, Query(description="The language of labels; without it Accept-Language decides, else French.")
    ] = None,
) -> str:
    chosen = language or negotiation.language(request.headers.get("Accept-Language"))
    response.headers["Content-Language"] = chosen
    return chosen


def known_parameters(request: Request) -> None:
    """Refuses parameters that the route does not have: a misspelt filter must not pass for an answer."""
    path = getattr(request.scope.get("route"), "path", request.url.path)
    told = request.app.openapi()["paths"].get(path, {}).get("get")
    if told is None:
        return
    known = {each["name"] for each in told.get("parameters", ()) if each["in"] == "query"}
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        allowed = ", ".join(sorted(known)) or "none"
        detail = f"There is no parameter {', '.join(unknown)} here; allowed: {allowed}."
        errors = [ParameterError(name=name, reason=f"unknown; allowed: {allowed}") for name in unknown]
        raise ProblemError("invalid-parameter", detail, errors=errors)


Serving = Annotated[Served, Depends(_served)]
Language = Annotated[str, Depends(_language)]
Limit = Annotated[int, Query(ge=1, le=1000, description="How many at most.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many to pass over.")]
