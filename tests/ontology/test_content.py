"""What the Turtle says: wordings that matching can use, competence, memberships, versions."""

import re
from datetime import date

import pytest

from loaders.extraction.tokens import analyse, pipeline
from ontology import namespaces as ns
from ontology.iri import term, thing
from ontology.model import LANGUAGES, Ontology
from ontology.source import load

CONCEPTS = ("PolicyInstrument", "Threat", "VitalInterest")


@pytest.fixture(scope="module")
def whole() -> Ontology:
    return load()


def test_no_wording_shrinks_to_one_word_when_matching_passes_over_the_others(whole: Ontology) -> None:
    shrunk = []
    for entity in whole.of_kind(*CONCEPTS):
        for label in entity.labels:
            words = analyse(pipeline().make_doc(label.text), label.language)
            kept = [word for word in words if not word.skipped]
            said = [word for word in words if word.text[0].isalnum()]
            if len(kept) < min(2, len(said)) and label.text != "de-risking":
                shrunk.append((entity.notation, label.text))
    assert shrunk == []


def test_an_aim_is_no_instrument(whole: Ontology) -> None:
    aims = {"fr": ("respect des droits", "respect du droit"), "nl": ("eerbiediging van",), "en": ("respect for",)}
    for entity in whole.of_kind("PolicyInstrument"):
        wrong = [x for x in entity.labels if x.text.startswith(aims.get(x.language, ()))]
        assert not wrong, f"{entity.notation}: {wrong[0].text} is what is protected, not a means"


def test_every_instrument_says_who_can_wield_it_and_by_what_law(whole: Ontology) -> None:
    for entity in whole.of_kind("PolicyInstrument"):
        assert whole.objects(entity.iri, term("competentLevel")), entity.notation
        assert whole.objects(entity.iri, term("legalGround")), entity.notation
        assert whole.objects(entity.iri, term("reviewed")) == ("false",), f"{entity.notation}: has a lawyer looked?"


def test_memberships_join_known_things_and_end_after_they_began(whole: Ontology) -> None:
    found = whole.subjects(ns.RDF + "type", ns.ORG + "Membership")
    assert len(found) > 300
    for iri in found:
        (whole_body,) = whole.objects(iri, ns.ORG + "organization")
        (member,) = whole.objects(iri, ns.ORG + "member")
        assert {whole_body, member} <= set(whole.entities)
        since, until = (whole.objects(iri, term(name)) for name in ("sinceYear", "untilYear"))
        assert all(1800 < int(year) <= date.today().year for year in (*since, *until)), iri
        assert not (since and until) or since[0] <= until[0], iri
    assert whole.objects(thing("membership", "nato-BE"), term("sinceYear")) == ("1949",)


def test_the_editions_of_the_vital_interests_are_mapped_to_each_other(whole: Ontology) -> None:
    matches = [ns.SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch")]
    for entity in whole.of_kind("VitalInterest"):
        joined = {other for match in matches for other in whole.objects(entity.iri, match)}
        back = {other for match in matches for other in whole.subjects(match, entity.iri)}
        assert joined | back or entity.notation.endswith("all"), entity.notation


def test_the_vocabulary_has_a_version_and_titles(whole: Ontology) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", whole.objects(ns.BFP, ns.OWL + "versionInfo")[0])
    assert len(whole.objects(ns.BFP, ns.DCTERMS + "title")) == len(LANGUAGES)
