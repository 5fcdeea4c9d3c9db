"""The flagship question on a record small enough to know every answer."""

from datetime import date
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import QuestionError
from queries.ask import ask_record
from queries.catalogue import question, questions
from queries.release import Release
from queries.rows import Answer

FLAGSHIP = question("threats-by-interest")


@pytest.fixture(scope="module")
def store(release: Release) -> ox.Store:
    return release.store()


def ask(store: ox.Store, **given: Any) -> Answer:
    return ask_record(store, FLAGSHIP, {"number": 3, **given})


def short(answer: Answer) -> list[tuple[str, str | None]]:
    return [(row.threat.notation, row.instrument and row.instrument.notation) for row in answer.rows]  # type: ignore[attr-defined]


def test_the_state_answers_and_the_party_is_left_out(store: ox.Store) -> None:
    answer = ask(store)
    assert short(answer) == [
        ("cyber-threats", "cybersecurity-policy"), ("sabotage", None), ("maritime-insecurity", None),
    ]  # fmt: skip
    assert answer.documents == ("note-2025", "strategy-2026")
    assert [(each.document, each.reason) for each in answer.left_out] == [("programme-2024", "speaker")]


def test_a_row_says_how_near_how_sure_and_who_says_so(store: ox.Store) -> None:
    row: Any = ask(store).rows[0]
    assert (row.within, row.protects, row.reading, row.filtered) == ("section", True, 0, False)
    assert (row.threatens, row.counters, row.confidence) == (0.86, 0.88, 0.86)
    evidence = row.threat_evidence[0]
    assert evidence.quote == "Les attaques informatiques pèsent sur les entreprises 😀 du pays."
    assert (evidence.document, evidence.source, evidence.section, evidence.page) == (
        "strategy-2026",
        "strategy-2026.txt",
        "1",
        None,
    )
    assert [(e.language, e.stance) for e in row.instrument_evidence] == [
        ("fr", "asserted"),
        ("nl", "asserted"),
        ("fr", "intended"),
    ]


def test_a_hole_says_whether_something_exists_outside_the_filters(store: ox.Store) -> None:
    answer: Any = ask(store)
    assert [row.filtered for row in answer.rows] == [False, True, True]
    assert all(row.within is None and row.counters is None and not row.instrument_evidence for row in answer.rows[1:])
    sure: Any = ask(store, min_confidence="0.85")
    assert short(sure) == [("cyber-threats", "cybersecurity-policy"), ("sabotage", None)]
    assert sure.rows[1].filtered
    denied: Any = ask(store, number=3, stances="asserted", speaks_for="federal-government,party")
    assert {row.threat.notation: row.filtered for row in denied.rows}["maritime-insecurity"] is True


def test_each_filter_is_on_the_statement(store: ox.Store) -> None:
    assert ("maritime-insecurity", "sanctions") in short(ask(store, speaks_for="federal-government,party"))
    assert ("sabotage", "sanctions") in short(ask(store, stances="asserted,conditional"))
    assert short(ask(store, documents="strategy-2026")) == [
        ("cyber-threats", "cybersecurity-policy"),
        ("sabotage", None),
    ]
    assert short(ask(store, as_of="2025-12-31")) == [("sabotage", None), ("maritime-insecurity", None)]
    assert short(ask(store, stances="intended")) == []
    assert short(ask(store, number=1)) == []


def test_another_editions_interest_is_read_towards_the_asked_one(store: ox.Store) -> None:
    before: Any = ask(store, as_of=date(2025, 12, 31))
    assert {row.threat.notation: row.reading for row in before.rows} == {"sabotage": 2, "maritime-insecurity": 1}
    assert before.rows[0].confidence == 0.9
    assert short(ask(store, edition=2021, number=4)) == [
        ("cyber-threats", "cybersecurity-policy"),
        ("sabotage", None),
        ("maritime-insecurity", None),
    ]  # fmt: skip  closeMatch is written in both directions


def test_within_knows_twins_documents_and_anywhere(store: ox.Store) -> None:
    far: Any = ask(store, documents="strategy-2026,note-2025", stances="asserted")
    assert far.rows[0].within == "any"


def test_two_links_in_one_sentence_are_within_a_passage(store: ox.Store) -> None:
    row: Any = ask(store, number=1, speaks_for="party").rows[0]
    assert (row.threat.notation, row.instrument.notation, row.within) == ("maritime-insecurity", "sanctions", "passage")


def test_labels_follow_the_language_asked(store: ox.Store) -> None:
    dutch: Any = ask(store, language="nl").rows[0]
    assert dutch.threat.label == "cyberdreigingen"
    assert dutch.threat.labels["fr"] == "cybermenaces"


def test_without_the_text_layer_quotes_are_null(release: Release) -> None:
    row: Any = ask(release.store(text=False)).rows[0]
    assert row.threat_evidence[0].quote is None and row.threat_evidence[0].heading is None
    assert row.threat_evidence[0].section == "1"


@pytest.mark.parametrize(
    ("given_values", "said"),
    [
        ({}, "The parameter number is needed"),
        ({"number": "three"}, "number is 'three'; allowed is a whole number from 1 to 9"),
        ({"number": 12}, "allowed is a whole number from 1 to 9"),
        ({"number": 3, "stances": "sure"}, "stances is 'sure'; allowed is among asserted, attributed"),
        ({"number": 3, "as_of": "yesterday"}, "a date such as 2025-12-31"),
        ({"number": 3, "language": "es"}, "one of fr, nl, de, en"),
        ({"number": 3, "min_confidence": "nan"}, "allowed is a number from 0 to 1"),
        ({"number": 3, "colour": 1}, "has no parameter colour; it has number, edition"),
        ({"number": 3, "documents": "no-such"}, "There is no document no-such in this release"),
        ({"number": 3, "documents": "a> } DROP ALL"}, "letters, digits and hyphens"),
    ],
)
def test_a_wrong_parameter_is_one_sentence(store: ox.Store, given_values: dict[str, Any], said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask_record(store, FLAGSHIP, given_values)
    assert said in str(caught.value)


def test_an_unknown_question_is_one_sentence() -> None:
    with pytest.raises(QuestionError, match="There is no question 'x'; there is: "):
        question("x")
    assert "threats-by-interest" in questions()


stances = st.lists(st.sampled_from(["asserted", "intended", "conditional", "attributed"]), min_size=1, unique=True)


@settings(deadline=None, max_examples=60)
@given(
    stances=stances,
    min_confidence=st.sampled_from([0.0, 0.5, 0.7, 0.71, 0.86, 0.9]),
    as_of=st.sampled_from([None, date(2025, 1, 1), date(2025, 12, 31), date(2026, 6, 1)]),
    speaks_for=st.sampled_from([["federal-government"], ["party"], ["federal-government", "party"]]),
)
def test_evidence_passes_the_filters_and_multiplies_nothing(store: ox.Store, **given_values: Any) -> None:
    answer: Any = ask(store, **given_values)
    pairs = short(answer)
    assert len(pairs) == len(set(pairs)) == answer.total
    for row in answer.rows:
        for evidence in (*row.threat_evidence, *row.instrument_evidence):
            assert evidence.stance in given_values["stances"]
            assert evidence.document in answer.documents
        assert row.confidence == min(each for each in (row.threatens, row.counters) if each is not None)
        assert row.confidence >= given_values["min_confidence"]
        assert (row.instrument is None) == (not row.instrument_evidence)
        targets = [each.passage for each in row.threat_evidence]
        assert len(targets) == len(set(targets))
