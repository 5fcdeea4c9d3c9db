"""Loading a real Neo4j."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox
import pytest
from neo4j import Driver
from neo4j.exceptions import ConstraintError

from loaders.graph.credentials import Login
from loaders.graph.inverse import canonical, inverse
from loaders.graph.layers import split
from loaders.graph.load import load
from loaders.graph.names import names
from loaders.graph.read import loaded, read
from loaders.graph.remote import connect
from loaders.graph.server import Server
from ontology import namespaces as ns
from ontology.errors import StoreError
from ontology.iri import thing
from queries.manifest import Manifest
from queries.release import Release
from tests.samples import CYBER, PROSPERITY


@dataclass(frozen=True)
class Changed:
    """A release with fewer quads."""

    release: Release
    without: str
    id: str = "changed"
    manifest: Manifest = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "manifest", self.release.manifest.model_copy(update={"counts": {}}))

    def dump(self) -> bytes:
        lines = self.release.dump().splitlines(keepends=True)
        return b"".join(line for line in lines if self.without.encode() not in line)


@pytest.fixture
def restored(graph: Driver, release: Release) -> Iterator[Driver]:
    """The graph, loaded again after the test."""
    yield graph
    load(release, graph)


def test_loading_twice_changes_nothing(graph: Driver, release: Release) -> None:
    before, told = read(graph), []
    counts = load(release, graph, lambda *each: told.append(each))
    assert counts == load(release, graph)
    assert _sorted(read(graph)) == _sorted(before)
    assert loaded(graph) == release.id == counts.release
    assert counts.nodes["Statement"] == release.manifest.counts["statements"]
    assert counts.relationships["EVIDENCE"] > release.manifest.counts["evidence"]  # a cut sentence has two passages
    assert told[-1][1] == told[-1][2]


def _sorted(graph: tuple[list, list]) -> tuple[list, list]:  # type: ignore[type-arg]
    return sorted(graph[0], key=lambda each: each.uri), sorted(graph[1], key=lambda each: each.key)


def test_neo4j_gives_the_record_back(graph: Driver, release: Release) -> None:
    layers = split(ox.parse(release.dump(), format=ox.RdfFormat.N_QUADS))
    back = inverse(*read(graph), names(layers.ontology))
    assert canonical(back) == canonical(layers.record)


def test_what_is_no_longer_there_goes(restored: Driver, release: Release) -> None:
    before = load(release, restored)
    after = load(Changed(release, "note-2025"), restored)  # type: ignore[arg-type]
    assert after.nodes["Document"] == before.nodes["Document"] - 1
    assert after.relationships["COUNTERS"] <= before.relationships["COUNTERS"]
    rows, _, _ = restored.execute_query("MATCH (n:Resource) WHERE 'note-2025' IN n._graph RETURN n")
    assert not rows
    (row,) = restored.execute_query(
        "MATCH (:Threat {uri: $threat})-[r:THREATENS]->({uri: $interest}) RETURN r.documents AS documents",
        {"threat": CYBER, "interest": PROSPERITY},
    ).records
    assert row["documents"] == ["strategy-2026"]


def test_a_label_that_is_no_longer_true_goes(restored: Driver, release: Release) -> None:
    restored.execute_query("MATCH (n:Resource {uri: $uri}) SET n:Country, n.stale = true", {"uri": CYBER})
    load(release, restored)
    (row,) = restored.execute_query("MATCH (n:Resource {uri: $uri}) RETURN n", {"uri": CYBER}).records
    assert row["n"].labels == {"Resource", "Concept", "Threat"} and "stale" not in row["n"]


def test_a_count_that_differs_is_an_error(restored: Driver, release: Release) -> None:
    counts = {**release.manifest.counts, "threatens": 99}
    manifest = release.manifest.model_copy(update={"counts": counts})
    with pytest.raises(
        StoreError, match=r"does not hold what the record says \(counts: threatens: [0-9]+, expected 99\)"
    ):
        load(Release(release.folder, manifest), restored)
    assert loaded(restored) is None


def test_foreign_data_is_left_alone(restored: Driver, release: Release) -> None:
    restored.execute_query("MATCH (m:_Release) DELETE m")
    try:
        with pytest.raises(StoreError, match="holds other data"):
            load(release, restored)
    finally:
        restored.execute_query("MERGE (m:_Release {id: 'x'})")


def test_uris_are_unique(graph: Driver) -> None:
    rows, _, _ = graph.execute_query("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN *")
    assert [(row["labelsOrTypes"], row["properties"]) for row in rows] == [(["Resource"], ["uri"])]
    with pytest.raises(ConstraintError):
        graph.execute_query("CREATE (:Resource {uri: $uri})", {"uri": CYBER})


@pytest.mark.parametrize("asked", ["cybermenaces", "cyberdreigingen", "cyber threats"])
def test_names_are_found_in_all_languages(graph: Driver, asked: str) -> None:
    rows, _, _ = graph.execute_query(
        "CALL db.index.fulltext.queryNodes('names', $asked) YIELD node, score RETURN node.uri AS uri LIMIT 3",
        {"asked": f'"{asked}"'},
    )
    assert rows[0]["uri"] == CYBER


def test_a_planner_can_draw_it(graph: Driver) -> None:
    rows, _, _ = graph.execute_query(
        "MATCH (i)-[:COUNTERS]->(t:Threat)-[:THREATENS]->(v:VitalInterest {edition: 2026, number: 3}) RETURN t.uri AS t"
    )
    assert CYBER in {row["t"] for row in rows}


def test_another_neo4j_is_connected_to_or_refused_in_a_sentence(neo4j: Server) -> None:
    with connect(neo4j.uri, neo4j.api) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    with pytest.raises(StoreError, match="refuses the login; check NEO4J_USER"):
        connect(neo4j.uri, Login("nobody", "wrong password"))
    with pytest.raises(StoreError, match="not an address of Neo4j"):
        connect("http://127.0.0.1", neo4j.api)
    with pytest.raises(StoreError, match="cannot be reached"):
        connect("bolt://127.0.0.1:9", neo4j.api)


def test_every_thing_of_the_record_is_counted_apart(graph: Driver, release: Release) -> None:
    store = release.store(text=False)
    query = "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a <%s> }"
    for name in ("Threat", "Statement", "Passage", "Instrument"):
        (row,) = store.query(query % (ns.BFP + name))  # type: ignore[misc]
        found = graph.execute_query(f"MATCH (n:{name}) RETURN count(n) AS n").records[0]["n"]
        assert found == int(row["n"].value), name  # type: ignore[union-attr,index]


def test_the_statement_is_where_the_record_says(graph: Driver) -> None:
    rows, _, _ = graph.execute_query(
        "MATCH (s:Statement)-[:SAID_IN]->(d:Document) WHERE NOT d.notation IN s._graph RETURN s"
    )
    assert not rows
    (row,) = graph.execute_query(
        "MATCH (:Document {uri: $uri})-[:DEFINES_EDITION]->(e:Edition)<-[:IN_SCHEME]-(v:VitalInterest {number: 3}) "
        "RETURN v.edition AS edition",
        {"uri": thing("document", "strategy-2026")},
    ).records
    assert row["edition"] == 2026
