from dataclasses import replace

import pyoxigraph as ox
import pytest

from loaders.extraction.model import Extraction
from loaders.record.quads import quads
from loaders.record.validate import validate
from loaders.record.vocabulary import ontology_quads
from ontology import namespaces as ns
from ontology.errors import RecordError
from ontology.iri import thing
from ontology.model import Ontology
from ontology.terms import iri, text
from tests.samples import CYBER, PROSPERITY, SABOTAGE, strategy


def record(ontology: Ontology, extraction: Extraction) -> list[ox.Quad]:
    found = quads(extraction, ontology, "c0de")
    return [*ontology_quads(ontology), *found.record, *found.text]


def test_the_hand_made_record_conforms(ontology: Ontology) -> None:
    extraction = strategy().extraction()
    report = validate(record(ontology, extraction), ontology, [extraction])
    assert report.conforms
    assert report.focus_nodes["EvidenceShape"] == 6


def test_an_empty_record_does_not_conform(ontology: Ontology) -> None:
    with pytest.raises(RecordError, match="StatementShape: 0 things were checked and 6 extracted"):
        validate(ontology_quads(ontology), ontology, [strategy().extraction()])


def test_a_misspelt_class_and_property_are_found(ontology: Ontology) -> None:
    extraction = strategy().extraction()
    where = iri(thing("graph", "strategy-2026"))
    subject = iri(thing("statement", "0" * 16))
    wrong = [
        ox.Quad(subject, iri(ns.RDF + "type"), iri(ns.BFP + "Statment"), where),
        ox.Quad(subject, iri(ns.BFP + "stence"), text("x"), where),
        ox.Quad(subject, iri(ns.SKOS + "broader"), iri(thing("threat", "cyber")), where),
    ]
    with pytest.raises(RecordError) as caught:
        validate([*record(ontology, extraction), *wrong], ontology, [extraction])
    said = str(caught.value)
    assert "the class bfp:Statment, which nothing declares" in said
    assert "the property bfp:stence, which nothing declares" in said
    assert "the thing threat:cyber, which nothing declares" in said


def test_ends_of_the_wrong_class_are_found(ontology: Ontology) -> None:
    draft = strategy()
    turned = replace(draft.said[0], subject=PROSPERITY, object=CYBER)
    extraction = replace(draft.extraction(), statements=(turned,))
    with pytest.raises(RecordError, match="has vi:2026-3 as the subject of threatens, where a bfp:Threat is allowed"):
        validate(record(ontology, extraction), ontology, [extraction])


def test_a_quote_that_is_not_the_text_is_found(ontology: Ontology) -> None:
    extraction = strategy().extraction()
    text_changed = replace(extraction.document, text=extraction.document.text.replace("câbles", "cables"))
    other = replace(extraction, document=text_changed)
    with pytest.raises(RecordError, match="does not quote the text at"):
        validate(record(ontology, extraction), ontology, [other])


def test_a_statement_about_nothing_known_is_found(ontology: Ontology) -> None:
    draft = strategy()
    lost = replace(draft.said[0], subject=SABOTAGE + "-unheard-of")
    extraction = replace(draft.extraction(), statements=(lost,))
    with pytest.raises(RecordError, match="sabotage-unheard-of"):
        validate(record(ontology, extraction), ontology, [extraction])
