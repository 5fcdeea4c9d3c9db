from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading.document import SegmentKind
from loaders.record.describe import document as describe_document
from loaders.record.quads import Layers, quads
from loaders.record.release import sorted_lines
from loaders.record.validate import misquoted, quads_of
from ontology import namespaces as ns
from ontology.errors import RecordError
from ontology.model import Ontology
from tests.samples import CYBER, DEFENCE, PROSPERITY, SABOTAGE, Draft, note, programme, strategy


@pytest.fixture(scope="module")
def layers(ontology: Ontology) -> dict[str, Layers]:
    return {draft.id: quads(draft.extraction(), ontology, "c0de") for draft in (strategy(), note(), programme())}


def values(found: Layers, predicate: str) -> list[str]:
    both = (*found.record, *found.text)
    return [str(quad.object) for quad in both if quad.predicate.value == ns.expand(predicate)]


def plain(found: Layers) -> set[tuple[str, str, str]]:
    return {
        (str(quad.subject), quad.predicate.value.removeprefix(ns.BFP), str(quad.object))
        for quad in found.record
        if quad.predicate.value in {ns.BFP + name for name in ("threatens", "counters", "protects", "reinforces")}
    }


def test_no_blank_node_stands_in_the_record(layers: dict[str, Layers]) -> None:
    for found in layers.values():
        for quad in (*found.record, *found.text):
            assert not isinstance(quad.subject, ox.BlankNode) and not isinstance(quad.object, ox.BlankNode)


def test_a_document_has_three_graphs_and_its_text_stands_in_one(layers: dict[str, Layers]) -> None:
    found = layers["note-2025"]
    graph = "https://w3id.org/bfpg/id/graph/note-2025"
    assert {str(quad.graph_name)[1:-1] for quad in found.record} == {graph, f"{graph}-mentions"}
    assert {str(quad.graph_name)[1:-1] for quad in found.text} == {f"{graph}-text"}
    words = {quad.object.value for quad in found.record if isinstance(quad.object, ox.Literal)}
    assert not any("piraterie" in word for word in words)


def test_a_plain_triple_is_written_for_a_positive_statement_that_holds(layers: dict[str, Layers]) -> None:
    triples = plain(layers["strategy-2026"])
    assert (f"<{CYBER}>", "threatens", f"<{PROSPERITY}>") in triples
    assert (f"<{DEFENCE}>", "counters", f"<{CYBER}>") in triples  # intended holds
    assert not any(predicate == "counters" and value == f"<{SABOTAGE}>" for _, predicate, value in triples)
    assert not any(predicate == "reinforces" for _, predicate, _ in plain(layers["note-2025"]))  # attributed does not


def test_a_cut_sentence_has_two_targets_and_none_swallows_the_hole(layers: dict[str, Layers]) -> None:
    found = layers["note-2025"]
    targets: dict[str, int] = {}
    for quad in found.record:
        if quad.predicate.value == ns.OA + "hasTarget":
            targets[str(quad.subject)] = targets.get(str(quad.subject), 0) + 1
    assert sorted(targets.values()) == [1, 1, 1, 1, 2]
    assert not any("XXXX" in quote for quote in values(found, "oa:exact"))


def test_twins_are_linked_both_ways_and_counted_once_each(layers: dict[str, Layers]) -> None:
    pairs = {(str(q.subject), str(q.object)) for q in layers["note-2025"].record if q.predicate.value.endswith("twin")}
    assert len(pairs) == 2
    assert all((two, one) in pairs for one, two in pairs)


def test_literals_are_those_that_stores_give_back(layers: dict[str, Layers]) -> None:
    store = ox.Store()
    given_quads = set(layers["strategy-2026"].record) | set(layers["strategy-2026"].text)
    store.extend(given_quads)
    assert set(store) == given_quads


def test_evidence_of_two_rules_in_one_passage_is_one(ontology: Ontology) -> None:
    draft = strategy()
    statement = draft.said[0]
    weaker = replace(statement.evidence[0], rule="other-rule", confidence=0.3)
    doubled = replace(statement, evidence=(weaker, *statement.evidence))
    found = quads(replace(draft.extraction(), statements=(doubled,)), ontology, "c0de")
    assert values(found, "bfp:rule") == ["<https://w3id.org/bfpg/id/rule/sample-rule>"]


def test_an_unknown_speaker_is_refused_with_what_is_allowed(ontology: Ontology) -> None:
    document = Draft("x", speaks_for="nobody").document
    with pytest.raises(RecordError, match=r"gives 'nobody' as speaker; allowed are .*federal-government"):
        describe_document(lambda *_: None, document, ontology)


def test_section_and_heading_are_kept_apart(layers: dict[str, Layers]) -> None:
    assert set(values(layers["strategy-2026"], "bfp:section")) == {'"1"', '"2"'}
    assert set(values(layers["strategy-2026"], "bfp:heading")) == {'"Titre un"', '"Titre deux"'}


text = st.text(st.characters(exclude_categories=("Cs",)), min_size=12, max_size=60)


@settings(deadline=None, max_examples=30)
@given(st.lists(text, min_size=1, max_size=4), st.sampled_from(["fr", "nl"]))
def test_any_text_is_quoted_word_for_word_and_survives_the_dump(
    ontology: Ontology, paragraphs: list[str], language: str
) -> None:
    draft = Draft("any")
    draft.write("Titre", kind=SegmentKind.HEADING)
    for each in paragraphs:
        draft.say(draft.write(each, language), CYBER, "threatens", PROSPERITY)
    extraction = draft.extraction()
    found = quads(extraction, ontology, "c0de")
    lines = sorted_lines([*found.record, *found.text])
    again = list(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    assert not list(misquoted(quads_of(again, extraction), extraction))
    assert sorted_lines(again) == lines
