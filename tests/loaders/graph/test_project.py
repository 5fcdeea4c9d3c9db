"""Nodes and links of the hand-made documents, without a server."""

from datetime import date

import pyoxigraph as ox
import pytest

from loaders.graph.inverse import canonical, inverse
from loaders.graph.layers import split
from loaders.graph.names import names
from loaders.graph.project import project
from loaders.graph.rows import Link, Node, Projection
from ontology import namespaces as ns
from ontology.errors import RecordError
from ontology.iri import thing
from ontology.terms import iri
from queries.release import Release
from tests.samples import CYBER, DEFENCE, PROSPERITY, SABOTAGE, SANCTIONS


def parse(content: bytes) -> list[ox.Quad]:
    return list(ox.parse(content, format=ox.RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def quads(release: Release) -> list[ox.Quad]:
    return parse(release.dump())


@pytest.fixture(scope="module")
def projection(quads: list[ox.Quad]) -> Projection:
    return project(split(quads))


@pytest.fixture(scope="module")
def nodes(projection: Projection) -> dict[str, Node]:
    return {node.uri: node for node in projection.nodes}


def links(projection: Projection, type_: str, start: str | None = None) -> list[Link]:
    return [each for each in projection.links if each.type == type_ and start in (None, each.start)]


def test_everything_comes_back_and_little_is_kept_aside(quads: list[ox.Quad], projection: Projection) -> None:
    layers = split(quads)
    back = inverse(projection.nodes, projection.links, names(layers.ontology))
    assert back == set(layers.record)
    assert canonical(back) == canonical(layers.record)
    assert projection.quads == len(layers.record) and projection.kept <= 2


def test_a_concept_has_its_classes_and_its_names(nodes: dict[str, Node]) -> None:
    tool, interest = nodes[DEFENCE], nodes[PROSPERITY]
    assert tool.labels == ("Concept", "Instrument", "PolicyInstrument", "Resource")
    assert interest.labels == ("Concept", "Resource", "VitalInterest")
    assert (interest.properties["edition"], interest.properties["number"]) == (2026, 3)
    assert interest.properties["name"] == interest.properties["nameFr"]
    assert {"nameFr", "nameNl"} <= interest.properties.keys()
    assert all(node.properties["name"] and node.properties["uri"] == uri for uri, node in nodes.items())


def test_a_document_is_called_by_its_title_and_its_enumerations_are_words(nodes: dict[str, Node]) -> None:
    document = nodes[thing("document", "note-2025")].properties
    assert document["name"] == "Title of note-2025" and document["notation"] == "note-2025"
    assert document["issued"] == date(2025, 3, 1)
    assert (document["speaksFor"], document["documentKind"]) == ("federal-government", "policy-note")
    assert document["language"] == ["fr", "nl"]
    assert "issued" not in nodes[thing("document", "programme-2024")].properties


def test_a_statement_says_what_how_and_where(projection: Projection, nodes: dict[str, Node]) -> None:
    found = [
        node for node in nodes.values() if "Statement" in node.labels and node.properties["polarity"] == "negative"
    ]
    (denied,) = found
    assert denied.properties["name"] == "asserted not counters"
    assert (denied.properties["relation"], denied.properties["confidence"]) == ("counters", 0.7)
    for type_, end in (("SUBJECT", SANCTIONS), ("OBJECT", SABOTAGE), ("SAID_IN", thing("document", "strategy-2026"))):
        assert [each.end for each in links(projection, type_, denied.uri)] == [end]


def test_evidence_is_a_relationship_to_each_passage(projection: Projection, nodes: dict[str, Node]) -> None:
    by_uri: dict[object, list[Link]] = {}
    for link in links(projection, "EVIDENCE"):
        by_uri.setdefault(link.properties["uri"], []).append(link)
    assert {len(each) for each in by_uri.values()} == {1, 2}  # a sentence that is cut has two passages
    for each in links(projection, "EVIDENCE"):
        assert each.properties["rule"] == "sample-rule" and isinstance(each.properties["confidence"], float)
        passage = nodes[each.end].properties
        assert passage["language"] in ("fr", "nl") and passage["quote"]
        assert isinstance(passage["start"], int) and isinstance(passage["end"], int)


def test_the_summary_holds_what_the_statements_say(projection: Projection) -> None:
    (summary,) = (each for each in links(projection, "COUNTERS", DEFENCE) if each.end == CYBER)
    assert summary.properties["stances"] == ["asserted", "intended"] and summary.properties["stance"] == "asserted"
    assert summary.properties["documents"] == ["note-2025", "strategy-2026"]
    assert len(summary.properties["statements"]) == 2  # type: ignore[arg-type]
    assert summary.properties["confidence"] == 0.88
    assert summary.properties["firstStated"] == date(2025, 3, 1)
    assert summary.properties["lastStated"] == date(2026, 1, 1)


def test_what_does_not_hold_has_no_summary(projection: Projection) -> None:
    assert not [each for each in links(projection, "COUNTERS", SANCTIONS) if each.end == SABOTAGE]
    assert not links(projection, "REINFORCES")


def test_a_passage_mentions_what_it_names(projection: Projection, nodes: dict[str, Node]) -> None:
    found = {(nodes[each.start].properties["quote"], each.end) for each in links(projection, "MENTIONS")}
    assert ("Het netwerkbeleid beantwoordt de digitale aanvallen.", DEFENCE) in found
    assert all(each.properties["count"] for each in links(projection, "MENTIONS"))


def test_a_release_without_text_has_no_quotes(release: Release) -> None:
    bare = project(split(parse(release.dump(text=False))))
    passages = [node.properties for node in bare.nodes if "Passage" in node.labels]
    assert passages and not [each for each in passages if {"quote", "mended", "heading"} & each.keys()]


def test_what_has_no_place_is_kept_on_its_node(quads: list[ox.Quad]) -> None:
    graph = iri(thing("graph", "note-2025"))
    odd = [
        ox.Quad(iri(thing("document", "note-2025")), iri(ns.DCTERMS + "issued"), _typed("2025", "gYear"), graph),
        ox.Quad(iri(CYBER), iri(ns.SKOS + "prefLabel"), ox.Literal("ciberamenazas", language="es"), graph),
        ox.Quad(iri(thing("graph", "elsewhere")), iri("http://example.org/unknown"), iri(CYBER), graph),
    ]
    found = project(split([*quads, *odd]))
    kept = [str(line) for node in found.nodes for line in node.properties.get("_rdf", [])]  # type: ignore[union-attr]
    assert (
        found.kept == len(kept) and sum("gYear" in line or "ciber" in line or "unknown" in line for line in kept) == 3
    )
    layers = split([*quads, *odd])
    assert inverse(found.nodes, found.links, names(layers.ontology)) == set(layers.record)


def _typed(value: str, datatype: str) -> ox.Literal:
    return ox.Literal(value, datatype=iri(ns.XSD + datatype))


def test_a_quad_that_the_record_does_not_say_is_an_error(quads: list[ox.Quad]) -> None:
    plain = next(quad for quad in quads if quad.predicate.value == ns.BFP + "counters")
    with pytest.raises(
        RecordError, match=r"Neo4j would say 1 quads that the record does not say, the first: .*counters"
    ):
        project(split([quad for quad in quads if quad != plain]))
