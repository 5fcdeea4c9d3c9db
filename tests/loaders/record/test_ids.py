from dataclasses import replace
from datetime import date

from loaders.extraction.model import Statement
from loaders.record import ids
from ontology.iri import thing
from tests.samples import CYBER, DEFENCE, PROSPERITY, strategy


def test_ids_are_those_of_the_worked_example() -> None:
    document = strategy().document
    source = replace(document.source, id="nss-2026", issued=date(2026, 1, 1))
    document = replace(document, source=source, checksum="eda17824a46e89e1" + "0" * 48)
    threatens = Statement(CYBER, "threatens", PROSPERITY, "asserted", "positive", 0.86, ())
    counters = Statement(DEFENCE, "counters", CYBER, "intended", "positive", 0.82, ())
    statement = ids.statement_iri(document, threatens)
    passage = ids.passage_iri(document, (67140, 67385))
    assert statement == thing("statement", "cb41d3105eabb63a")
    assert ids.statement_iri(document, counters) == thing("statement", "33bc7684a921ea79")
    assert passage == thing("passage", "eda17824a46e89e1-67140-67385")
    assert ids.evidence_iri(statement, passage) == thing("evidence", "f467aac944b5873e")
    assert ids.text_iri(document) == thing("text", "eda17824a46e89e1")


def test_a_new_conversion_changes_passages_and_never_statements() -> None:
    document = strategy().document
    again = replace(document, checksum="0" * 64)
    statement = strategy().said[0]
    assert ids.statement_iri(document, statement) == ids.statement_iri(again, statement)
    assert ids.passage_iri(document, (0, 5)) != ids.passage_iri(again, (0, 5))
    assert ids.run_iri(document, "c", "o") != ids.run_iri(again, "c", "o")
