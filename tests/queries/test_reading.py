"""Entities and statements by their IRIs."""

import pyoxigraph as ox
import pytest

from ontology.iri import term, thing
from ontology.model import Ontology
from queries.entities import entity
from queries.release import Release
from queries.statements import statement, statements
from tests.samples import CYBER, DEFENCE


@pytest.fixture(scope="module")
def store(release: Release) -> ox.Store:
    return release.store()


def test_an_entity_has_names_classes_values_and_links(store: ox.Store, ontology: Ontology) -> None:
    found = entity(store, DEFENCE, ontology.relations, "nl")
    assert found is not None
    assert (found.kind, found.notation, found.label) == ("instrument", "cybersecurity-policy", "cyberveiligheidsbeleid")
    assert found.classes == ("bfp:Instrument", "bfp:PolicyInstrument", "skos:Concept")
    assert found.values == {"reviewed": (False,)}
    assert found.definition == "netwerken"
    links = {(link.property, link.thing.notation, link.inverse) for link in found.links}
    assert ("answersTo", "cyber-threats", False) in links
    assert ("competentLevel", "federal", False) in links
    assert not any(name in ("counters", "subject") for name, _, _ in links)


def test_links_are_read_from_both_ends(store: ox.Store, ontology: Ontology) -> None:
    found = entity(store, thing("threat", "hybrid-threats"), ontology.relations)
    assert found is not None
    assert ("broader", "cyber-threats", True) in {(k.property, k.thing.notation, k.inverse) for k in found.links}


def test_a_candidate_is_an_entity_with_one_label_to_show(store: ox.Store, ontology: Ontology) -> None:
    found = entity(store, thing("organisation", "institut-x"), ontology.relations)
    assert found is not None
    assert "bfp:Candidate" in found.classes and found.label == "Institut X"
    assert [(name.text, name.property) for name in found.names] == [("institut X", "altLabel")]


def test_what_the_release_does_not_have_is_none(store: ox.Store, ontology: Ontology) -> None:
    assert entity(store, thing("threat", "dragons"), ontology.relations) is None
    assert statement(store, "0" * 16) is None


def test_statements_about_a_thing_are_paged_surest_first(store: ox.Store) -> None:
    page = statements(store, about=CYBER, limit=2)
    assert (page.total, len(page.statements)) == (4, 2)
    assert [each.confidence for each in page.statements] == [0.88, 0.86]
    rest = statements(store, about=CYBER, limit=2, offset=2)
    assert {each.id for each in page.statements}.isdisjoint(each.id for each in rest.statements)
    assert statements(store, relation="counters", document="programme-2024").total == 1


def test_a_statement_says_what_how_and_who(store: ox.Store) -> None:
    page = statements(store, relation="reinforces")
    found = statement(store, page.statements[0].id, "en")
    assert found is not None
    assert (found.subject.label, found.relation, found.object.label) == ("cyber threats", "reinforces", "sabotage")
    assert (found.stance, found.polarity, found.holds, found.document) == ("attributed", "positive", False, "note-2025")
    assert found.holder is not None and found.holder.iri == thing("country", "BE")
    assert found.evidence[0].quote == "Le sabotage touche l'ancien intérêt économique."
    assert term(found.relation) == "https://w3id.org/bfpg/vocabulary#reinforces"
