"""Entities: found by name, or shown with names, types, links and statements."""

import re
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response

from app.api import names, negotiation, resources
from app.api.dependencies import Language, Limit, Offset, Serving
from app.api.paging import next_page, page
from app.api.problems import ProblemError
from app.api.sparql import results
from ontology import namespaces as ns
from ontology.generated.words import RELATIONS
from ontology.iri import term, thing
from queries.ask import as_thing, names_of
from queries.entities import EntityView, entity
from queries.rows import Frozen, Thing
from queries.statements import StatementView, statements

NOTATION: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_RELATIONS: Final = tuple(term(name) for name in RELATIONS)


class Match(Frozen):
    """The name that fitted the search."""

    text: str
    language: str
    property: str


class Hit(Thing):
    """A thing that was found, and by which name."""

    matched: Match


class Found(Frozen):
    """Things found by name, best first."""

    results: tuple[Hit, ...]
    total: int
    limit: int
    offset: int
    next: str | None
    release: str


class Competence(Frozen):
    """Who may act with an instrument, and on which ground; `reviewed` says whether a lawyer has checked it."""

    levels: tuple[Thing, ...]
    grounds: tuple[Thing, ...]
    reviewed: bool | None


class StatementsPage(Frozen):
    """A page of the statements about a thing, surest first."""

    results: tuple[StatementView, ...]
    total: int
    limit: int
    offset: int
    next: str | None


class EntityPage(EntityView):
    """An entity with a page of what is said about it; `competence` is null for what is no instrument."""

    competence: Competence | None
    statements: StatementsPage
    release: str


def router() -> APIRouter:
    """`/v1/entities` and `/v1/entities/{kind}/{notation}`."""
    routes = APIRouter(prefix="/v1/entities", tags=["entities"])
    routes.add_api_route("", find, summary="Find entities by name, in all languages")
    routes.add_api_route(
        "/{kind}/{notation}", show, summary="An entity", response_model=EntityPage, responses=results.OFFERED
    )
    return routes


def find(
    request: Request,
    response: Response,
    serving: Serving,
    language: Language,
    q: Annotated[
        str | None, Query(max_length=200, description="A name or a part of one; case and accents do not count.")
    ] = None,
    kind: Annotated[
        str | None, Query(description="threat, instrument, vital-interest, country, organisation …")
    ] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Found:
    """Finds entities by any of their names; without `q` lists them by kind."""
    found = names.search(serving.names, q, kind)
    shown = page(found, limit, offset)
    labels = names_of(serving.store, [name.thing for name in shown])
    hits = tuple(
        Hit(
            **as_thing(name.thing, labels.get(name.thing, {}), language).model_dump(),
            matched=Match(text=name.text, language=name.language, property=name.property),
        )
        for name in shown
    )
    following = next_page(request, response, len(found), limit, offset)
    return Found(results=hits, total=len(found), limit=limit, offset=offset, next=following, release=serving.release.id)


def show(
    kind: str,
    notation: str,
    request: Request,
    response: Response,
    serving: Serving,
    language: Language,
    relation: Annotated[
        str | None, Query(description=f"Only statements with this relation: {', '.join(RELATIONS)}.")
    ] = None,
    document: Annotated[str | None, Query(description="Only statements of this document.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> EntityPage | Response:
    """Shows an entity with its names, links and statements, or its RDF where Accept asks for it."""
    iri = checked_iri(kind, notation)
    media = negotiation.required_media_type(request.headers.get("Accept"), [resources.JSON, *results.GRAPHS])
    if media in results.GRAPHS:
        return resources.rdf(serving, iri, media)
    found = entity(serving.store, iri, _RELATIONS, language)
    if found is None:
        raise ProblemError("not-found", f"There is no {kind} '{notation}' in this release.")
    if relation is not None and relation not in RELATIONS:
        raise ProblemError("invalid-parameter", f"There is no relation '{relation}'; allowed: {', '.join(RELATIONS)}.")
    said = statements(
        serving.store,
        about=iri,
        relation=relation,
        document=checked(document),
        language=language,
        limit=limit,
        offset=offset,
    )
    following = next_page(request, response, said.total, limit, offset)
    return EntityPage(
        **dict(found),
        competence=_competence(found),
        statements=StatementsPage(
            results=said.statements, total=said.total, limit=limit, offset=offset, next=following
        ),
        release=serving.release.id,
    )


def checked_iri(kind: str, notation: str) -> str:
    """The IRI of a kind and notation; a 404 problem where they cannot be those of a thing."""
    if kind not in ns.KINDS or not NOTATION.fullmatch(notation):
        raise ProblemError("not-found", f"There is no {kind} '{notation}' in this release.")
    return thing(kind, notation)


def checked(notation: str | None) -> str | None:
    """A notation as given; a 422 problem where it cannot be one."""
    if notation is not None and not NOTATION.fullmatch(notation):
        raise ProblemError("invalid-parameter", f"'{notation}' is no id: letters, digits, hyphens.")
    return notation


def _competence(found: EntityView) -> Competence | None:
    if "bfp:Instrument" not in found.classes:
        return None
    linked = {
        name: tuple(each.thing for each in found.links if each.property == name and not each.inverse)
        for name in ("competentLevel", "legalGround")
    }
    reviewed = next(iter(found.values.get("reviewed", ())), None)
    return Competence(
        levels=linked["competentLevel"],
        grounds=linked["legalGround"],
        reviewed=None if reviewed is None else bool(reviewed),
    )
