"""One question, two languages, one answer."""

from datetime import date
from itertools import product
from typing import Any

import pyoxigraph as ox
import pytest

from queries.ask import ask_graph, ask_record
from queries.catalogue import question, questions
from queries.release import Release

STANCES = (["asserted", "intended"], ["asserted"], ["intended"], ["asserted", "intended", "conditional", "attributed"])
SPEAKERS = (None, ["party"], ["federal-government", "party", "unknown"])
PARAMETERS = [
    {"number": number, "edition": edition, "stances": stances, "min_confidence": least, "as_of": as_of,
     "speaks_for": speakers, "language": language}
    for (number, edition), stances, least, as_of, speakers, language in product(
        ((3, 2026), (1, 2026), (4, 2021)), STANCES, (0.0, 0.86), (None, date(2025, 12, 31)), SPEAKERS, ("fr",)
    )
]  # fmt: skip
CHOSEN = [
    {"number": 3, "documents": documents, "language": language}
    for documents in (["strategy-2026"], ["note-2025", "programme-2024"])
    for language in ("nl", "en")
]
OTHERS: dict[str, list[dict[str, Any]]] = {
    "statements-in-one-column": [
        {"documents": documents, "relations": relations, "column": column, "min_confidence": least}
        for documents, relations, column, least in product(
            (None, ["note-2025"], ["strategy-2026"]), (None, ["counters", "reinforces"]), (None, ["fr"], ["nl"]),
            (0.0, 0.5),
        )
    ],
    "agreement-of-columns": [
        {"documents": documents, "min_confidence": least}
        for documents, least in product((None, ["note-2025"]), (0.0, 0.5))
    ],
    "contradictions": [
        {"relations": relations, "stances": stances, "min_confidence": least, "as_of": as_of, "documents": documents,
         "speaks_for": speakers}
        for relations, stances, least, as_of, documents, speakers in product(
            (None, ["targets"]), STANCES[::3], (0.0, 0.72), (None, date(2025, 12, 31)),
            (None, ["strategy-2026"]), SPEAKERS,
        )
    ],
    "changes": [
        {"before": before, "after": after, "relations": relations, "min_confidence": least, "language": "nl"}
        for before, after, relations, least in product(
            (["note-2025"], ["programme-2024", "note-2025"], ["strategy-2026"]),
            (["strategy-2026"], ["programme-2024"]), (None, ["counters", "protects"]), (0.0, 0.75),
        )
    ],
    "holes": [
        {"edition": edition, "number": number, "stances": stances, "min_confidence": least, "as_of": as_of,
         "speaks_for": speakers}
        for (edition, number), stances, least, as_of, speakers in product(
            ((2026, None), (2026, 3), (2021, None)), STANCES, (0.0, 0.86), (None, date(2025, 12, 31)), SPEAKERS
        )
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def store(release: Release) -> ox.Store:
    return release.store()


@pytest.mark.neo4j
def test_cypher_and_sparql_give_the_same_rows(graph: Any, store: ox.Store) -> None:
    flagship = question("threats-by-interest")
    for parameters in (*PARAMETERS, *CHOSEN):
        assert ask_graph(graph, flagship, parameters) == ask_record(store, flagship, parameters), parameters


@pytest.mark.neo4j
@pytest.mark.parametrize("name", OTHERS)
def test_every_other_question_gives_the_same_rows_too(graph: Any, store: ox.Store, name: str) -> None:
    answered = 0
    for parameters in OTHERS[name]:
        answer = ask_record(store, question(name), parameters)
        assert ask_graph(graph, question(name), parameters) == answer, parameters
        answered += bool(answer.total)
    assert answered, "every answer was empty: the test says nothing"


def test_no_question_is_left_out() -> None:
    assert set(questions()) == {"threats-by-interest", *OTHERS}
