"""IRIs under this host: the thing behind `/id/<kind>/<notation>`, and the vocabulary."""

from typing import Final

import pyoxigraph as ox
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.api import negotiation
from app.api.dependencies import Serving
from app.api.problems import ProblemError
from app.api.served import Served
from app.api.sparql import results
from ontology import namespaces as ns
from ontology.iri import thing

JSON: Final = "application/json"
HTML: Final = "text/html"
VIEWS: Final = {"statement": "/v1/statements/{}", "document": "/v1/documents/{}", "graph": None, "text": None}
ENTITIES: Final = frozenset(
    [
        "country",
        "region",
        "organisation",
        "treaty",
        "threat",
        "instrument",
        "vital-interest",
        "person",
        "edition",
        "scheme",
        "level",
        "ground",
        "stance",
        "polarity",
        "document-kind",
        "speaker",
    ]
)


def router() -> APIRouter:
    """`/id/{kind}/{notation}` and `/vocabulary`."""
    routes = APIRouter(tags=["rdf"])
    routes.add_api_route(
        "/id/{kind}/{notation}",
        resource,
        summary="A thing of the record as RDF, by the path of its IRI",
        response_class=Response,
        responses=results.OFFERED,
    )
    routes.add_api_route(
        "/vocabulary", vocabulary, summary="The vocabulary as RDF", response_class=Response, responses=results.OFFERED
    )
    return routes


def resource(kind: str, notation: str, request: Request, serving: Serving) -> Response:
    """Answers with RDF, or leads to the JSON view of the thing."""
    media = negotiation.required_media_type(request.headers.get("Accept"), [*results.GRAPHS, JSON, HTML])
    if media in results.GRAPHS:
        return rdf(serving, thing(kind, notation), media)
    view = VIEWS.get(kind, f"/v1/entities/{kind}/{{}}" if kind in ENTITIES else None)
    if view is None:
        raise ProblemError("not-acceptable", f"A {kind} is offered as {', '.join(results.GRAPHS)}.")
    return RedirectResponse(view.format(notation), 303, {"Cache-Control": "no-store"})


def vocabulary(request: Request, serving: Serving) -> Response:
    """The classes, properties and relations."""
    media = negotiation.required_media_type(request.headers.get("Accept"), list(results.GRAPHS))
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), '{ns.BFP}')) }}"
    return _written(_construct(serving, query), media)


def rdf(serving: Served, iri: str, media: str) -> Response:
    """What the record says of one thing, with the evidence of a statement and the passages of evidence."""
    about = ox.NamedNode(iri)
    found = _construct(serving, _ABOUT, {ox.Variable("about"): about})
    if not found:
        raise ProblemError("not-found", f"There is no {ns.curie(iri)} in this release.")
    return _written(found, media)


def _construct(serving: Served, query: str, values: dict[ox.Variable, ox.NamedNode] | None = None) -> list[ox.Triple]:
    found = serving.store.query(query, substitutions=dict(values or {}))
    assert isinstance(found, ox.QueryTriples)
    return sorted(found, key=str)


def _written(found: list[ox.Triple], media: str) -> Response:
    return Response(results.graph(found, media), media_type=media)


_ABOUT: Final = """
PREFIX oa: <http://www.w3.org/ns/oa#>
CONSTRUCT { ?s ?p ?o } WHERE {
  { ?s ?p ?o FILTER(?s = ?about) }
  UNION { ?s oa:hasBody ?about . ?s ?p ?o }
  UNION { ?about ^oa:hasBody?/oa:hasTarget/oa:hasSelector? ?s . ?s ?p ?o }
  UNION { ?about oa:hasSelector ?s . ?s ?p ?o }
}
"""
