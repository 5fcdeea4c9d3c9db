from collections import Counter
from dataclasses import replace

from loaders.extraction import Knowledge, extract
from loaders.extraction.line import line
from loaders.extraction.mentions import find_mentions
from loaders.extraction.model import Evidence, Mention, Passage
from loaders.extraction.statements.affinity import affinities
from loaders.extraction.statements.assemble import NEARBY, combined
from loaders.extraction.statements.judge import trained
from loaders.extraction.statements.link import Near, candidates, said_near
from ontology.iri import parts, thing
from tests.loaders.extraction.texts import document

KEEN = replace(trained(), weights={}, calibration={}, threshold=0.0)


def triples(knowledge: Knowledge, *paragraphs: str, language: str = "fr") -> set[tuple[str, str, str]]:
    """Everything that could be said, with a judge that keeps all."""
    result = extract(document(*paragraphs, language=language), knowledge, KEEN)
    return {(parts(s.subject)[1], s.relation, parts(s.object)[1]) for s in result.statements}


def evidence(index: int, start: int, confidence: float) -> Evidence:
    mention = Mention(start, start + 1, index, (0, 1), "Threat", thing("threat", "terrorism"), "name", "listed", 1.0)
    return Evidence(Passage(((start, start + 9),), index, "fr"), mention, mention, (), "harms", confidence)


def test_passages_near_each_other_count_once() -> None:
    assert combined([evidence(0, 0, 0.6), evidence(1, 30, 0.7)]) == 0.7
    assert combined([evidence(0, 0, 0.6), evidence(1, NEARBY - 1, 0.2)]) == 0.6


def test_independent_passages_add_up() -> None:
    assert combined([evidence(0, 0, 0.6), evidence(1, NEARBY, 0.5)]) == 0.8
    assert combined([evidence(1, NEARBY, 0.99), evidence(0, 0, 0.99)]) == 0.99


def test_what_is_said_near_is_counted_by_sentence_and_language(knowledge: Knowledge) -> None:
    doc = document("Le terrorisme menace la sécurité.", "Le terrorisme menace la sécurité. Rien de plus.")
    lines = [line(s) for s in doc.segments]
    pairs = list(candidates(lines, find_mentions(lines, knowledge, Counter()), Counter()))
    assert set(said_near(pairs)) == {Near(2, "none")}


def test_a_heading_carries_its_threat_into_the_section(knowledge: Knowledge) -> None:
    found = triples(knowledge, "# Terrorisme", "Notre sécurité est en jeu.")
    assert ("terrorism", "threatens", "2026-1") in found


def test_a_lead_in_carries_into_the_list(knowledge: Knowledge) -> None:
    found = triples(knowledge, "Contre les violations du droit international, nous prévoyons:", "- des sanctions")
    assert ("sanctions", "counters", "multilateral-erosion") in found


def test_belgium_wields_nothing_as_another(knowledge: Knowledge) -> None:
    found = triples(knowledge, "La Belgique et la France mènent une mission économique en Inde.")
    assert not [t for t in found if "BE" in (t[0], t[2])]
    assert ("FR", "uses", "economic-diplomacy") in found


def test_nothing_is_dropped_in_silence(knowledge: Knowledge) -> None:
    never = replace(KEEN, threshold=2.0)
    result = extract(document("Le terrorisme menace notre sécurité."), knowledge, never)
    assert not result.statements
    assert result.dropped["improbable threatens"] == 1


def test_evidence_lies_inside_its_passage(knowledge: Knowledge) -> None:
    doc = document("Le terrorisme menace notre sécurité. Les sanctions visent la Russie.", "La Chine espionne.")
    for statement in extract(doc, knowledge, KEEN).statements:
        for each in statement.evidence:
            start, end = each.passage.spans[0][0], each.passage.spans[-1][1]
            assert all(start <= a and b <= end for a, b in each.cue)
            assert start <= max(each.subject.start, each.object.start) < end


def test_affinities_name_known_things(knowledge: Knowledge) -> None:
    known = {parts(iri)[1] for iri in knowledge.ontology.entities} | {"*country"}
    for pairs_of in affinities().values():
        for subject, objects in pairs_of.items():
            assert subject in known, subject
            assert all(o in known or f"2026-{o}" in known for o in objects), (subject, objects)
