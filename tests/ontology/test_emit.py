"""What is derived from the Turtle."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from ontology import emit
from ontology import namespaces as ns
from ontology.cypher import node_labels, relationship_type, upper_snake
from ontology.generated import models
from ontology.iri import term
from ontology.model import Ontology
from ontology.namespaces import PREFIXES, curie, expand
from ontology.source import load
from tests.ontology.conftest import EXAMPLES


@pytest.fixture(scope="module")
def whole() -> Ontology:
    return load()


def test_committed_files_are_what_the_turtle_says(whole: Ontology) -> None:
    assert emit.drifted(whole) == [], "run: python -m ontology.emit"


def test_emitting_writes_what_drifted_and_nothing_else(ontology: Ontology, tmp_path: Path) -> None:
    assert emit.emit(ontology, tmp_path) == list(emit.generated(ontology))
    assert emit.emit(ontology, tmp_path) == []
    (tmp_path / "words.py").write_text("")
    assert emit.emit(ontology, tmp_path) == ["words.py"]


def test_a_model_takes_required_and_scalar_from_the_shape() -> None:
    fields = models.Statement.model_fields
    assert fields["confidence"].is_required() and not fields["was_attributed_to"].is_required()
    found = models.Country.model_validate({"id": "x", "notation": "BE", "prefLabel": {"fr": "Belgique"}})
    assert found.pref_label[models.Language.FR] == "Belgique" and found.iso3 is None
    assert models.StanceWord("intended") is models.StanceWord.INTENDED


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own JSON-LD parser
def test_the_context_reads_json_as_the_same_triples(whole: Ontology) -> None:
    context = json.loads(emit.generated(whole)["context.jsonld"])
    document = {
        **context,
        "id": "https://w3id.org/bfpg/id/threat/x",
        "type": "Threat",
        "notation": "x",
        "prefLabel": {"fr": "menace", "nl": "dreiging"},
        "broader": "threat:sabotage",
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    node = rdflib.URIRef("https://w3id.org/bfpg/id/threat/x")
    assert (node, rdflib.SKOS.prefLabel, rdflib.Literal("dreiging", lang="nl")) in graph
    assert (node, rdflib.SKOS.broader, rdflib.URIRef(PREFIXES["threat"] + "sabotage")) in graph
    assert (node, rdflib.RDF.type, rdflib.URIRef(term("Threat"))) in graph
    assert len(graph) == 5
    assert "@vocab" not in context["@context"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_the_context_has_a_name_for_whatever_a_record_in_json_ld_says(whole: Ontology, valid: list[ox.Triple]) -> None:
    said = json.loads(ox.serialize(valid, format=ox.RdfFormat.JSON_LD) or b"")
    nodes = said if isinstance(said, list) else said.get("@graph", [said])
    terms = json.loads(emit.generated(whole)["context.jsonld"])["@context"]
    named = {expand(each if isinstance(each, str) else each["@id"]) for name, each in terms.items() if _is_term(each)}
    used = {iri for node in nodes for iri in node if not iri.startswith("@")}
    assert len(nodes) > 20 and {iri for iri in used if iri not in named and ns.SH not in iri} <= SCHEMA_TERMS
    assert len(rdflib.Graph().parse(data=json.dumps(said), format="json-ld")) == len(set(valid))


SCHEMA_TERMS = {ns.RDFS + name for name in ("label", "comment", "subClassOf", "subPropertyOf", "domain", "range")} | {
    ns.RDF + "type",  # in the context as "type"
    ns.RDFS + "isDefinedBy",
    *(ns.OWL + name for name in ("versionInfo", "disjointWith", "inverseOf")),
}
"""What only describes the vocabulary itself: in the context by its prefix."""


def _is_term(value: object) -> bool:
    if isinstance(value, dict):
        return "@prefix" not in value
    return isinstance(value, str) and not value.startswith("@")


def test_names_in_neo4j(whole: Ontology) -> None:
    assert upper_snake("wasAttributedTo") == "WAS_ATTRIBUTED_TO"
    assert relationship_type(whole, expand("dcterms:source")) == "SAID_IN"
    assert relationship_type(whole, term("sourceOf")) == "SOURCE_OF"
    assert node_labels(whole, [term("PolicyInstrument")]) == ("Resource", "Concept", "Instrument", "PolicyInstrument")
    assert node_labels(whole, [term("Country")]) == ("Resource", "Country")


def test_every_prefix_of_the_turtle_is_the_one_declared() -> None:
    for path in [*EXAMPLES.rglob("*.ttl"), *(Path(emit.__file__).parent).rglob("*.ttl")]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@prefix"):
                prefix, iri = line.split()[1].removesuffix(":"), line.split()[2].strip("<>")
                assert PREFIXES.get(prefix) == iri, f"{path.name}: {prefix}"


def test_curies_go_both_ways() -> None:
    for iri in (term("counters"), "https://w3id.org/bfpg/id/document-kind/speech", "http://purl.org/dc/terms/source"):
        assert expand(curie(iri)) == iri
    with pytest.raises(ValueError, match="unknown prefix in nope:x"):
        expand("nope:x")
