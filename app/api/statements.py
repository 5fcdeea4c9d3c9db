"""Statements: what a document says, with every piece of evidence."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api import negotiation, resources
from app.api.dependencies import Language, Limit, Offset, Serving
from app.api.entities import StatementsPage, checked, checked_iri
from app.api.paging import next_page
from app.api.problems import ProblemError
from app.api.sparql import results
from ontology.generated.words import RELATIONS
from ontology.iri import thing
from queries.statements import StatementView, statement, statements


def router() -> APIRouter:
    """`/v1/statements` and `/v1/statements/{id}`."""
    routes = APIRouter(prefix="/v1/statements", tags=["statements"])
    routes.add_api_route("", find, summary="Statements, surest first")
    routes.add_api_route(
        "/{id}", show, summary="A statement with its evidence", response_model=StatementView, responses=results.OFFERED
    )
    return routes


def find(
    request: Request,
    response: Response,
    serving: Serving,
    language: Language,
    about: Annotated[str | None, Query(description="Kind and notation of a thing: threat/cyber-threats.")] = None,
    relation: Annotated[str | None, Query(description=f"One of {', '.join(RELATIONS)}.")] = None,
    document: Annotated[str | None, Query(description="The id of a document.")] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> StatementsPage:
    """Lists statements, by what they are about, by relation and by document."""
    if relation is not None and relation not in RELATIONS:
        raise ProblemError("invalid-parameter", f"There is no relation '{relation}'; allowed: {', '.join(RELATIONS)}.")
    kind, _, notation = (about or "").partition("/")
    found = statements(
        serving.store,
        about=checked_iri(kind, notation) if about else None,
        relation=relation,
        document=checked(document),
        language=language,
        limit=limit,
        offset=offset,
    )
    following = next_page(request, response, found.total, limit, offset)
    return StatementsPage(results=found.statements, total=found.total, limit=limit, offset=offset, next=following)


def show(id: str, request: Request, serving: Serving, language: Language) -> StatementView | Response:  # noqa: A002
    """Shows a statement, or its RDF with that of its evidence where Accept asks for it."""
    media = negotiation.required_media_type(request.headers.get("Accept"), [resources.JSON, *results.GRAPHS])
    checked_iri("statement", id)
    if media in results.GRAPHS:
        return resources.rdf(serving, thing("statement", id), media)
    found = statement(serving.store, id, language)
    if found is None:
        raise ProblemError("not-found", f"There is no statement '{id}' in this release.")
    return found
