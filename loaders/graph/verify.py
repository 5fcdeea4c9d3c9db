"""Holds Neo4j against the record after a load."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

import pyoxigraph as ox
from neo4j import Driver

from loaders.graph.names import TYPE
from loaders.graph.rows import Projection
from ontology import namespaces as ns
from ontology.errors import StoreError
from ontology.iri import local_name

NO_NODES: Final = frozenset({"Evidence"})


def verify(
    driver: Driver, projection: Projection, record: Iterable[ox.Quad], stated: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Nodes by label and relationships by type; `StoreError` where they are not what was projected and recorded.

    The record is counted apart from the projection, so that a fault of the projection shows; `stated` are the
    counts of the release's manifest.
    """
    nodes, relationships = count_nodes(driver), count_relationships(driver)
    _same("nodes", nodes, Counter(label for node in projection.nodes for label in node.labels))
    _same("relationships", relationships, Counter(link.type for link in projection.links))
    recorded, evidence = in_record(record)
    _same("nodes", {name: nodes.get(name, 0) for name in recorded}, recorded)
    by_relation = _statements_by_relation(driver)
    expected = {name: stated[name] for name in by_relation.keys() & stated.keys()}
    expected |= {name: stated[name] for name in ("statements", "evidence", "documents") if name in stated}
    found = {**by_relation, "statements": nodes.get("Statement", 0), "documents": nodes.get("Document", 0)}
    found["evidence"] = _pieces_of_evidence(driver)
    _same("counts", {name: found[name] for name in expected}, expected)
    _same("evidence", {"Evidence": found["evidence"]}, {"Evidence": evidence})
    return nodes, relationships


def in_record(record: Iterable[ox.Quad]) -> tuple[dict[str, int], int]:
    """The things of each class of the vocabulary that have nodes, and the pieces of evidence."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in record:
        kind = quad.object
        if quad.predicate.value == TYPE and isinstance(kind, ox.NamedNode) and kind.value.startswith(ns.BFP):
            found[local_name(kind.value)].add(str(quad.subject))
    return {name: len(things) for name, things in found.items() if name not in NO_NODES}, len(found["Evidence"])


def count_nodes(driver: Driver) -> dict[str, int]:
    """Nodes by label."""
    rows, _, _ = driver.execute_query("MATCH (n:Resource) UNWIND labels(n) AS label RETURN label, count(*) AS n")
    return {row["label"]: row["n"] for row in rows}


def count_relationships(driver: Driver) -> dict[str, int]:
    """Relationships by type."""
    rows, _, _ = driver.execute_query("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n")
    return {row["type"]: row["n"] for row in rows}


def _statements_by_relation(driver: Driver) -> dict[str, int]:
    rows, _, _ = driver.execute_query("MATCH (s:Statement) RETURN s.relation AS relation, count(*) AS n")
    return {row["relation"]: row["n"] for row in rows}


def _pieces_of_evidence(driver: Driver) -> int:
    rows, _, _ = driver.execute_query("MATCH ()-[e:EVIDENCE]->() RETURN count(DISTINCT e.uri) AS n")
    return int(rows[0]["n"])


def _same(what: str, found: Mapping[str, int], expected: Mapping[str, int]) -> None:
    names = sorted(name for name in {*found, *expected} if found.get(name, 0) != expected.get(name, 0))
    if names:
        several = "; ".join(f"{name}: {found.get(name, 0)}, expected {expected.get(name, 0)}" for name in names[:5])
        raise StoreError(f"Neo4j does not hold what the record says ({what}: {several}); load the release again.")
