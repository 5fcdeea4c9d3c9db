"""Errors as problem details (RFC 9457): every answer of 400 and above has this form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from ontology.errors import BfpgError, QuestionError, ReleaseError, StoreError

MEDIA_TYPE: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its status, its title, and what a client can do about it."""

    status: int
    title: str
    remedy: str


KINDS: Final[Mapping[str, Kind]] = {
    "malformed-request": Kind(400, "The request cannot be read", "Correct the request as the detail says."),
    "malformed-query": Kind(400, "The SPARQL query cannot be parsed", "Correct the query at the place given."),
    "query-refused": Kind(400, "The query asks for what is not offered", "Leave out SERVICE; there are no updates."),
    "not-found": Kind(404, "There is no such thing", "Look for the id with /v1/entities?q= or in /v1/questions."),
    "method-not-allowed": Kind(405, "The method is not allowed here", "Use a method that the Allow header names."),
    "not-acceptable": Kind(406, "No acceptable format", "Ask in Accept for a format that the detail names."),
    "body-too-large": Kind(413, "The body is too large", "Send a shorter body."),
    "url-too-long": Kind(414, "The URL is too long", "Send the query by POST."),
    "unsupported-media-type": Kind(415, "The body's media type is not read here", "Send what the detail names."),
    "invalid-parameter": Kind(422, "A parameter has a value that is not allowed", "See errors for each parameter."),
    "internal": Kind(500, "The server failed", "Try again; if it stays, report it with the request."),
    "no-release": Kind(503, "There is nothing to serve yet", "Build a release with: bfpg build."),
    "busy": Kind(503, "Too many queries at once", "Try again after the seconds in Retry-After."),
    "query-too-large": Kind(503, "The query needs more memory than allowed", "Ask for less at once."),
    "store-unavailable": Kind(503, "A store cannot be reached", "Try again after the seconds in Retry-After."),
    "query-timeout": Kind(
        504, "The query took too long and was ended", "Ask for less, or page with ORDER BY and LIMIT."
    ),
}
BY_STATUS: Final = {404: "not-found", 405: "method-not-allowed", 406: "not-acceptable", 413: "body-too-large"}
RETRY_SECONDS: Final = 5
CONTENT: Final = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


class ParameterError(BaseModel):
    """What is wrong with one parameter."""

    name: str
    reason: str


class Problem(BaseModel):
    """Problem details: what went wrong, where, and what to do."""

    model_config = ConfigDict(extra="allow")
    type: str = Field(examples=["/problems/not-found"], description="What kind of problem; it can be looked up.")
    title: str = Field(examples=["There is no such thing"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["There is no threat 'floods'."])
    instance: str = Field(examples=["/v1/entities/threat/floods"])
    remedy: str = Field(examples=["Look for the id with /v1/entities?q= or in /v1/questions."])
    errors: list[ParameterError] | None = Field(default=None, description="One entry for each parameter that is wrong.")


class ProblemError(Exception):
    """Ends a request with problem details."""

    def __init__(
        self,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        errors: list[ParameterError] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.errors = errors


def response(error: ProblemError, instance: str) -> Response:
    """The answer that says what went wrong."""
    kind = KINDS[error.kind]
    headers = {"Cache-Control": "no-store", **error.headers}
    if kind.status in (503, 504):
        headers.setdefault("Retry-After", str(RETRY_SECONDS))
    body = Problem(
        type=f"/problems/{error.kind}",
        title=kind.title,
        status=kind.status,
        detail=error.detail,
        instance=instance,
        remedy=kind.remedy,
        errors=error.errors,
    ).model_dump(exclude_none=True)
    content = json.dumps(body, ensure_ascii=False).encode()
    return Response(content, kind.status, headers, MEDIA_TYPE)


def of_status(status: int, detail: str, headers: Mapping[str, str] | None = None) -> ProblemError:
    """The problem for a bare HTTP status."""
    fallback = "malformed-request" if status < HTTPStatus.INTERNAL_SERVER_ERROR else "internal"
    return ProblemError(BY_STATUS.get(status, fallback), detail, headers=headers)


def of_error(error: BfpgError) -> ProblemError:
    """The problem for an error of the project."""
    if isinstance(error, QuestionError):
        return ProblemError("invalid-parameter", str(error))
    if isinstance(error, ReleaseError):
        return ProblemError("no-release", str(error))
    if isinstance(error, StoreError):
        return ProblemError("store-unavailable", str(error))
    return ProblemError("internal", "The server failed; its log says more.")
