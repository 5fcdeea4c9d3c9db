"""A statement with all that speaks for it: mentions and linking words of its evidence, and its twin passages."""

from collections.abc import Mapping

import pyoxigraph as ox

from queries import sparql
from queries.ask import passages_of
from queries.rows import Frozen, Passage, by_place
from queries.statements import StatementView, statement

Span = tuple[int, int]


class Mark(Frozen):
    """Words that a piece of evidence rests on; `role` is subject, object or link."""

    role: str
    start: int
    end: int


class Explanation(Frozen):
    """A statement, the marks of each piece of evidence (by IRI), and the twins of each passage (by IRI)."""

    statement: StatementView
    marks: Mapping[str, tuple[Mark, ...]]
    twins: Mapping[str, tuple[Passage, ...]]


def explain(store: ox.Store, id: str, language: str = "fr") -> Explanation | None:  # noqa: A002
    """The explanation of a statement by its id of 16 hex digits; None where the release has none."""
    found = statement(store, id, language)
    if found is None:
        return None
    given = {"statement": [ox.NamedNode(found.iri)]}
    marks: dict[str, list[Mark]] = {}
    for solution in sparql.select(store, sparql.fill(sparql.shared("marks.rq"), given)):
        marks.setdefault(str(solution["evidence"]), []).append(_mark(solution))
    pairs = sparql.select(store, sparql.fill(sparql.shared("twins.rq"), given))
    known = passages_of(store, sorted({str(each["twin"]) for each in pairs}))
    twins: dict[str, list[Passage]] = {}
    for each in pairs:
        twins.setdefault(str(each["passage"]), []).append(known[str(each["twin"])])
    return Explanation(
        statement=found,
        marks={name: tuple(sorted(some, key=lambda each: (each.start, each.role))) for name, some in marks.items()},
        twins={name: by_place(some) for name, some in twins.items()},
    )


def _mark(solution: sparql.Solution) -> Mark:
    start, end = fragment(str(solution["cue"])) if solution["cue"] else (solution["start"], solution["end"])
    return Mark.model_validate({"role": solution["role"], "start": start, "end": end})


def fragment(iri: str) -> Span:
    """The stretch that an RFC 5147 fragment names.

    >>> fragment("https://w3id.org/bfpg/id/text/0#char=3,14")
    (3, 14)
    """
    start, _, end = iri.rpartition("#char=")[2].partition(",")
    return int(start), int(end)
