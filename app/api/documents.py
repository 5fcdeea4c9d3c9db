"""The documents of the release: who speaks, when, and how much was read in them."""

from collections.abc import Mapping
from typing import Any, Final

from fastapi import APIRouter, Request, Response

from app.api import negotiation, resources
from app.api.dependencies import Limit, Offset, Serving
from app.api.entities import checked_iri
from app.api.paging import next_page, page
from app.api.problems import ProblemError
from app.api.served import Served
from app.api.sparql import results
from ontology.iri import thing
from queries import sparql
from queries.rows import Frozen

_TEXT: Final = """
PREFIX bfp: <https://w3id.org/bfpg/vocabulary#>
PREFIX dc: <http://purl.org/dc/elements/1.1/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?document ?title ?issued ?date_precision ?kind ?speaks_for ?publisher ?edition ?source ?checksum
  (GROUP_CONCAT(DISTINCT ?language; separator=" ") AS ?languages)
WHERE {
  ?iri a bfp:Document ; skos:notation ?document ; dcterms:title ?title ; bfp:speaksFor/skos:notation ?speaks_for .
  ?text dcterms:isFormatOf ?iri ; dcterms:identifier ?source ; bfp:checksum ?checksum .
  OPTIONAL { ?iri dcterms:issued ?issued ; bfp:datePrecision ?date_precision }
  OPTIONAL { ?iri dcterms:type/skos:notation ?kind }
  OPTIONAL { ?iri dcterms:publisher/skos:notation|dc:publisher ?publisher }
  OPTIONAL { ?iri bfp:definesEdition/skos:notation ?edition }
  OPTIONAL { ?iri dc:language ?language }
}
GROUP BY ?document ?title ?issued ?date_precision ?kind ?speaks_for ?publisher ?edition ?source ?checksum
ORDER BY ?document
"""


class DocumentView(Frozen):
    """A document, the file that was read, and what was found in it; `dropped` counts what was not kept, by reason."""

    document: str
    iri: str
    title: str
    issued: str | None
    date_precision: str | None
    kind: str | None
    speaks_for: str
    publisher: str | None
    edition: str | None
    languages: tuple[str, ...]
    source: str
    checksum: str
    statements: int
    evidence: int
    mentions: int
    dropped: dict[str, int]
    warnings: tuple[str, ...]


class Documents(Frozen):
    """The documents of the release."""

    results: tuple[DocumentView, ...]
    total: int
    limit: int
    offset: int
    next: str | None
    release: str


def router() -> APIRouter:
    """`/v1/documents` and `/v1/documents/{document}`."""
    routes = APIRouter(prefix="/v1/documents", tags=["documents"])
    routes.add_api_route("", find, summary="The documents of the release")
    routes.add_api_route(
        "/{document}", show, summary="A document", response_model=DocumentView, responses=results.OFFERED
    )
    return routes


def find(request: Request, response: Response, serving: Serving, limit: Limit = 100, offset: Offset = 0) -> Documents:
    """Lists the documents by id."""
    found = _documents(serving)
    following = next_page(request, response, len(found), limit, offset)
    return Documents(
        results=tuple(page(found, limit, offset)),
        total=len(found),
        limit=limit,
        offset=offset,
        next=following,
        release=serving.release.id,
    )


def show(document: str, request: Request, serving: Serving) -> DocumentView | Response:
    """Shows a document, or its RDF where Accept asks for it."""
    media = negotiation.required_media_type(request.headers.get("Accept"), [resources.JSON, *results.GRAPHS])
    iri = checked_iri("document", document)
    if media in results.GRAPHS:
        return resources.rdf(serving, iri, media)
    for each in _documents(serving):
        if each.document == document:
            return each
    raise ProblemError("not-found", f"There is no document '{document}' in this release.")


def _documents(serving: Served) -> list[DocumentView]:
    counted = {each.id: each for each in serving.release.manifest.inputs.documents}
    return [_view(each, counted) for each in sparql.select(serving.store, _TEXT)]


def _view(told: sparql.Solution, counted: Mapping[str, Any]) -> DocumentView:
    name = str(told["document"])
    read = counted[name]
    return DocumentView.model_validate(
        {
            **told,
            "iri": thing("document", name),
            "languages": tuple((told["languages"] or "").split()),
            **{key: getattr(read, key) for key in ("statements", "evidence", "mentions", "dropped", "warnings")},
        }
    )
