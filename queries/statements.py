"""Statements as the API shows them: what is said, how, by which document, with the evidence."""

from collections.abc import Iterable, Sequence
from typing import Final

import pyoxigraph as ox

from ontology.iri import local_name, term, thing
from queries import sparql
from queries.ask import as_thing, evidence_of, names_of
from queries.rows import Evidence, Frozen, Thing, in_order

RELATION: Final = "relation"


class StatementView(Frozen):
    """A statement; `holds` says whether its plain triple holds, `holder` whose view it is where that is another's."""

    iri: str
    id: str
    subject: Thing
    relation: str
    object: Thing
    stance: str
    polarity: str
    holds: bool
    confidence: float
    document: str
    holder: Thing | None = None
    evidence: tuple[Evidence, ...]


class StatementPage(Frozen):
    """Some of the statements that were asked for, surest first, and how many there are."""

    statements: tuple[StatementView, ...]
    total: int


def statement(store: ox.Store, id: str, language: str = "fr") -> StatementView | None:  # noqa: A002
    """A statement by its id of 16 hex digits; None where the release has none."""
    found = _views(store, _solutions(store, statement=[thing("statement", id)]), language)
    return found[0] if found else None


def statements(
    store: ox.Store,
    *,
    about: str | None = None,
    relation: str | None = None,
    document: str | None = None,
    language: str = "fr",
    limit: int = 50,
    offset: int = 0,
) -> StatementPage:
    """The statements about a thing (IRI), with a relation (local name), of a document (notation), surest first."""
    found = _solutions(
        store,
        about=[about] if about else None,
        relation=[term(relation)] if relation else None,
        said_in=[thing("document", document)] if document else None,
    )
    return StatementPage(statements=_views(store, found[offset : offset + limit], language), total=len(found))


def _solutions(store: ox.Store, **filters: Iterable[str] | None) -> list[sparql.Solution]:
    query = sparql.shared("statements.rq")
    wanted = {name: filters.get(name) for name in sparql.blocks(query)}
    terms = {name: None if iris is None else [ox.NamedNode(each) for each in iris] for name, iris in wanted.items()}
    return sparql.select(store, sparql.fill(query, terms))


def _views(store: ox.Store, found: Sequence[sparql.Solution], language: str) -> tuple[StatementView, ...]:
    things = sorted({iri for each in found for end in ("subject", "object", "holder") if (iri := each[end])})
    names = names_of(store, things)
    evidence = evidence_of(store, [str(each["statement"]) for each in found])

    def show(iri: str | None) -> Thing | None:
        return as_thing(iri, names.get(iri, {}), language) if iri else None

    return tuple(
        StatementView.model_validate(
            {
                **each,
                "iri": each["statement"],
                "id": local_name(str(each["statement"])),
                "relation": local_name(str(each[RELATION])),
                **{end: show(each[end]) for end in ("subject", "object", "holder")},
                "evidence": in_order(evidence.get(str(each["statement"]), [])),
            }
        )
        for each in found
    )
