"""The kinds of problems, one address each: what the `type` of a problem leads to."""

from fastapi import APIRouter

from app.api.problems import KINDS, ProblemError
from queries.rows import Frozen


class ProblemKind(Frozen):
    """A kind of problem."""

    type: str
    status: int
    title: str
    remedy: str


def router() -> APIRouter:
    """`/problems` and `/problems/{kind}`."""
    routes = APIRouter(prefix="/problems", tags=["problems"])
    routes.add_api_route("", kinds, summary="The kinds of problems")
    routes.add_api_route("/{kind}", kind, summary="One kind of problem")
    return routes


def kinds() -> tuple[ProblemKind, ...]:
    """Lists every kind of problem that this API answers with."""
    return tuple(_described(name) for name in KINDS)


def kind(kind: str) -> ProblemKind:
    """Says what a kind of problem means and what to do about it."""
    if kind not in KINDS:
        raise ProblemError("not-found", f"There is no kind of problem '{kind}'; there is: {', '.join(KINDS)}.")
    return _described(kind)


def _described(name: str) -> ProblemKind:
    found = KINDS[name]
    return ProblemKind(type=f"/problems/{name}", status=found.status, title=found.title, remedy=found.remedy)
