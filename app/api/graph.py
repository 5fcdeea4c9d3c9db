"""The graph for drawing: Cytoscape elements, or JSON Graph Format version 2."""

from datetime import date
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import JSONResponse

from app.api import negotiation
from app.api.dependencies import Language, Serving
from app.api.entities import checked_iri
from app.api.network import Edge, Filters, edges
from app.api.problems import ProblemError
from ontology.generated.words import RELATIONS, WORDS
from ontology.iri import ID, term
from queries.ask import as_thing, names_of
from queries.rows import Thing

CYTOSCAPE: Final = "application/json"
JGF: Final = "application/vnd.jgf+json"
STATE: Final = ("federal-government",)
HOLDING: Final = ("asserted", "intended")
_EXAMPLE: Final = {
    CYTOSCAPE: {"schema": {"type": "object", "required": ["elements"]}},
    JGF: {"schema": {"type": "object", "required": ["graph"]}},
}
Words = Annotated[list[str] | None, Query()]


def router() -> APIRouter:
    """`/v1/graph`."""
    routes = APIRouter(prefix="/v1/graph", tags=["graph"])
    routes.add_api_route(
        "",
        show,
        summary="What is said, as a graph to draw",
        response_class=JSONResponse,
        responses={200: {"description": "Nodes and edges.", "content": _EXAMPLE}},
    )
    return routes


def show(
    request: Request,
    response: Response,
    serving: Serving,
    language: Language,
    around: Annotated[list[str] | None, Query(description="Only near these: kind/notation, several allowed.")] = None,
    depth: Annotated[int, Query(ge=1, le=3, description="How many steps from the things in `around`.")] = 1,
    relations: Annotated[list[str] | None, Query(description=f"Among {', '.join(RELATIONS)}.")] = None,
    stances: Annotated[list[str] | None, Query(description="By default asserted and intended.")] = None,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
    as_of: Annotated[date | None, Query(description="Only documents issued by this day.")] = None,
    documents: Annotated[list[str] | None, Query(description="By default those that speak for the State.")] = None,
    speaks_for: Annotated[list[str] | None, Query(description="By default federal-government.")] = None,
    limit: Annotated[int, Query(ge=1, le=5000, description="How many edges at most, surest first.")] = 500,
    format: Annotated[Literal["cytoscape", "jgf"] | None, Query(description="Goes before Accept.")] = None,  # noqa: A002
) -> Response:
    """Gives the edges that pass the filters, surest first, with both ends of each."""
    filters = Filters(
        relations=_words(relations, RELATIONS),
        stances=_words(stances, WORDS["stances"]) or frozenset(HOLDING),
        documents=frozenset(_split(documents)),
        speakers=_words(speaks_for, WORDS["speakers"]) or frozenset(() if documents else STATE),
        min_confidence=min_confidence,
        as_of=as_of,
    )
    centre = [_checked(each) for each in _split(around)]
    found = edges(serving.said, filters, centre, depth)
    kept = found[:limit]
    ends = sorted({end for edge in kept for end in (edge.source, edge.target)} | set(centre))
    labels = names_of(serving.store, [ID + end for end in ends])
    things = [as_thing(ID + end, labels.get(ID + end, {}), language) for end in ends]
    said = names_of_relations(serving, language)
    about = {
        "release": serving.release.id,
        "truncated": len(kept) < len(found),
        "total": {"edges": len(found), "shown": len(kept), "nodes": len(things)},
    }
    wanted = negotiation.media_type(request.headers.get("Accept"), [CYTOSCAPE, JGF]) or CYTOSCAPE
    media = {"cytoscape": CYTOSCAPE, "jgf": JGF, None: wanted}[format]
    body = jgf(things, kept, said, about) if media == JGF else cytoscape(things, kept, said, about)
    return JSONResponse(body, headers=dict(response.headers), media_type=media)


def cytoscape(things: list[Thing], found: list[Edge], labels: dict[str, str], about: dict[str, Any]) -> dict[str, Any]:
    """Nodes and edges as Cytoscape elements; the kind of a node and the relation of an edge are their classes."""
    nodes = [{"data": {"id": _id(each), **each.model_dump()}, "classes": each.kind} for each in things]
    lines = [
        {
            "data": {
                "id": edge.id,
                "source": edge.source,
                "target": edge.target,
                "relation": edge.relation,
                "label": labels.get(edge.relation, edge.relation),
                **_told(edge),
            },
            "classes": edge.relation,
        }
        for edge in found
    ]
    return {"elements": {"nodes": nodes, "edges": lines}, "data": about}


def jgf(things: list[Thing], found: list[Edge], labels: dict[str, str], about: dict[str, Any]) -> dict[str, Any]:
    """Nodes and edges in JSON Graph Format version 2, where all that is ours stands under `metadata`."""
    nodes = {_id(each): {"label": each.label, "metadata": each.model_dump(exclude={"label"})} for each in things}
    lines = [
        {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "relation": edge.relation,
            "label": labels.get(edge.relation, edge.relation),
            "metadata": _told(edge),
        }
        for edge in found
    ]
    return {"graph": {"directed": True, "metadata": about, "nodes": nodes, "edges": lines}}


def names_of_relations(serving: Serving, language: str) -> dict[str, str]:
    """What each relation is called in a language."""
    return {name: serving.relations.get(term(name), {}).get(language, name) for name in RELATIONS}


def _told(edge: Edge) -> dict[str, Any]:
    return {
        "confidence": edge.confidence,
        "stances": sorted({each.stance for each in edge.statements}),
        "documents": sorted({each.document for each in edge.statements}),
        "statements": sorted(each.id for each in edge.statements),
    }


def _id(thing: Thing) -> str:
    return f"{thing.kind}/{thing.notation}"


def _split(given: list[str] | None) -> list[str]:
    return [word for each in given or () for part in each.split(",") if (word := part.strip())]


def _words(given: list[str] | None, allowed: tuple[str, ...]) -> frozenset[str]:
    found = frozenset(_split(given))
    unknown = sorted(found - set(allowed))
    if unknown:
        raise ProblemError("invalid-parameter", f"'{unknown[0]}' is not among {', '.join(allowed)}.")
    return found


def _checked(text: str) -> str:
    kind, _, notation = text.partition("/")
    return checked_iri(kind, notation).removeprefix(ID)
