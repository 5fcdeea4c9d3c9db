"""OWL 2 RL: the ontology has no contradiction, and would be caught in one."""

import owlrl
import pyoxigraph as ox
import pytest
import rdflib

from ontology.model import Ontology
from ontology.namespaces import SH
from ontology.source import parse
from tests.ontology.conftest import EXAMPLES
from tests.ontology.test_shapes import as_rdflib


def contradictions(triples: list[ox.Triple]) -> list[str]:
    graph = as_rdflib([each for each in triples if not each.predicate.value.startswith(SH)])
    reasoner = owlrl.OWLRL_Semantics(graph, axioms=False, daxioms=False, rdfs=False)
    reasoner.closure()
    return list(reasoner.error_messages)


@pytest.fixture(scope="module")
def facts(ontology: Ontology) -> list[ox.Triple]:
    labels = ("Label", "definition", "comment", "label")
    return [
        each
        for each in (*ontology.triples, *parse(EXAMPLES / "valid.ttl"))
        if not each.predicate.value.endswith(labels) and not isinstance(each.subject, ox.BlankNode)
    ]


def test_the_ontology_and_the_example_have_no_contradiction(facts: list[ox.Triple]) -> None:
    assert contradictions(facts) == []


def test_a_threat_that_is_a_country_is_a_contradiction(facts: list[ox.Triple]) -> None:
    a = ox.NamedNode(str(rdflib.RDF.type))
    threat = ox.NamedNode("https://w3id.org/bfpg/id/threat/sabotage")
    wrong = ox.Triple(threat, a, ox.NamedNode("https://w3id.org/bfpg/vocabulary#Country"))
    assert contradictions([*facts, wrong]) != []
