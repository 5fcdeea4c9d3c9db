"""One question, two languages, one answer."""

from datetime import date
from itertools import product
from typing import Any

import pyoxigraph as ox
import pytest

from queries.ask import ask_graph, ask_record
from queries.catalogue import question
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


@pytest.fixture(scope="module")
def store(release: Release) -> ox.Store:
    return release.store()


@pytest.mark.neo4j
def test_cypher_and_sparql_give_the_same_rows(graph: Any, store: ox.Store) -> None:
    flagship = question("threats-by-interest")
    for parameters in (*PARAMETERS, *CHOSEN):
        assert ask_graph(graph, flagship, parameters) == ask_record(store, flagship, parameters), parameters
