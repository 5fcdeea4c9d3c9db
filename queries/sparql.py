"""Runs the SPARQL texts of this room on a release's store."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from ontology.errors import QuestionError
from ontology.iri import term, thing
from ontology.terms import day, decimal, integer, iri, text
from queries.catalogue import Parameter, Question

FOLDER: Final = Path(__file__).parent
_BLOCK: Final = re.compile(r"VALUES \?(\w+) \{[^}]*\}")
Solution = dict[str, str | None]
Term = ox.NamedNode | ox.Literal


@cache
def shared(name: str) -> str:
    """A SPARQL or Cypher text that questions share: `evidence.rq`, `names.rq` …"""
    return (FOLDER / name).read_text(encoding="utf-8")


def fill(query: str, values: Mapping[str, Iterable[Term] | None]) -> str:
    """A query whose VALUES blocks hold these terms; None stands for UNDEF, any value.

    >>> fill("ASK { VALUES ?x { 1 } }", {"x": [ox.Literal("a\\"} b")]})
    'ASK { VALUES ?x { "a\\\\"} b" } }'
    """

    def block(match: re.Match[str]) -> str:
        name = match[1]
        if name not in values:
            raise QuestionError(f"The query has the parameter {name}, which is not declared.")
        terms = values[name]
        inside = "UNDEF" if terms is None else " ".join(map(str, terms))
        return f"VALUES ?{name} {{ {inside} }}"

    return _BLOCK.sub(block, query)


def blocks(query: str) -> set[str]:
    """The names of a query's VALUES blocks: the parameters that it reads."""
    return set(_BLOCK.findall(query))


def select(store: ox.Store, query: str) -> list[Solution]:
    """The solutions of a SELECT query, each variable with its lexical form or None."""
    solutions = store.query(query)
    if not isinstance(solutions, ox.QuerySolutions):
        raise QuestionError("Only SELECT queries give rows.")
    names = [variable.value for variable in solutions.variables]
    return [{name: _lexical(solution[name]) for name in names} for solution in solutions]


def _lexical(term: Any) -> str | None:
    return None if term is None else str(term.value)


def terms(question: Question, values: Mapping[str, Any]) -> dict[str, list[Term] | None]:
    """Checked parameter values as RDF terms."""
    return {each.name: _terms(each, values[each.name]) for each in question.parameters}


def _terms(parameter: Parameter, value: Any) -> list[Term] | None:
    if value is None:
        return None
    if parameter.scheme == "relations":
        return [iri(term(word)) for word in value]
    if parameter.scheme == "languages":
        return [text(word) for word in value]
    if parameter.type == "words":
        return [iri(thing((parameter.scheme or "").removesuffix("s"), word)) for word in value]
    if parameter.type == "names":
        return [iri(thing(parameter.kind or "", name)) for name in value]
    return [_literal(value)]


def _literal(value: Any) -> ox.Literal:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return decimal(value, 6)
    return integer(value) if isinstance(value, int) else text(str(value))
