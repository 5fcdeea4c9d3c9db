"""Loads a release into Neo4j: the embedded one, or any other of 5.26 or later.

Loading twice gives the same graph; what is no longer in the release goes; counts are verified at the end.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import pyoxigraph as ox
from neo4j import Driver

from loaders.graph.artifacts import Progress, silent
from loaders.graph.layers import split
from loaders.graph.project import project
from loaders.graph.rows import Projection
from loaders.graph.schema import constrain, index
from loaders.graph.verify import verify
from ontology.errors import StoreError
from queries.release import Release

BATCH: Final = 1000  # a large graph, written or deleted in one transaction, exceeds the memory of a small server
NODES: Final = """
UNWIND $rows AS row
MERGE (n:Resource {uri: row.uri}) SET n = row.properties, n:$(row.labels)
WITH n, [label IN labels(n) WHERE NOT label IN row.labels] AS old
WHERE size(old) > 0 REMOVE n:$(old)
"""
LINKS: Final = """
UNWIND $rows AS row
MATCH (a:Resource {uri: row.a}) MATCH (b:Resource {uri: row.b})
MERGE (a)-[r:$(row.type)]->(b) SET r = row.values
"""
NEW_LINKS: Final = LINKS.replace("MERGE", "CREATE")  # MERGE reads all links of a node: slow where there are thousands
OWN_LINKS: Final = LINKS.replace("$(row.type)", "$(row.type) {uri: row.values.uri}")
Key = tuple[str, str, str, str]
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a load has left in Neo4j: nodes by label, relationships by type; `kept` of `quads` are in `_rdf`."""

    release: str
    nodes: Mapping[str, int]
    relationships: Mapping[str, int]
    quads: int
    kept: int


def load(release: Release, driver: Driver, progress: Progress = silent) -> Counts:
    """Makes Neo4j hold this release and nothing else; `StoreError` where it then does not, or holds foreign data."""
    layers = split(ox.parse(release.dump(), format=ox.RdfFormat.N_QUADS))
    projection = project(layers)
    check_ours(driver)
    constrain(driver)
    _mark(driver, release.id, complete=False)
    there = _remove_stale(driver, projection)
    _write(driver, projection, there, progress)
    index(driver)
    nodes, relationships = verify(driver, projection, layers.record, release.manifest.counts)
    _mark(driver, release.id, complete=True)
    return Counts(release.id, nodes, relationships, projection.quads, projection.kept)


def check_ours(driver: Driver) -> None:
    """Raises `StoreError` where the database holds data that no load has written: a load would remove it."""
    rows, _, _ = driver.execute_query("MATCH (n) RETURN EXISTS { MATCH (:_Release) } AS ours LIMIT 1")
    if rows and not rows[0]["ours"]:
        raise StoreError("The Neo4j database holds other data, which loading would remove; give it an empty one.")


def _mark(driver: Driver, release: str, *, complete: bool) -> None:
    driver.execute_query(
        "MERGE (m:_Release) SET m = {name: 'release ' + $release, id: $release, complete: $complete}",
        {"release": release, "complete": complete},
    )


def _remove_stale(driver: Driver, projection: Projection) -> set[Key]:
    """Removes what the release has not; the keys of the links that stay."""
    wanted = {node.uri for node in projection.nodes}
    rows, _, _ = driver.execute_query("MATCH (n:Resource) RETURN n.uri AS uri")
    for batch in _batches([row["uri"] for row in rows if row["uri"] not in wanted]):
        driver.execute_query("UNWIND $uris AS uri MATCH (n:Resource {uri: uri}) DETACH DELETE n", {"uris": batch})
    keys = {link.key for link in projection.links}
    rows, _, _ = driver.execute_query(
        "MATCH (a:Resource)-[r]->(b:Resource) "
        "RETURN a.uri AS a, type(r) AS type, b.uri AS b, coalesce(r.uri, '') AS uri, elementId(r) AS id"
    )
    there = {(row["a"], row["type"], row["b"], row["uri"]): row["id"] for row in rows}
    for batch in _batches([own for key, own in there.items() if key not in keys]):
        driver.execute_query("UNWIND $ids AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r", {"ids": batch})
    return keys & there.keys()


def _write(driver: Driver, projection: Projection, there: set[Key], progress: Progress) -> None:
    done, total = 0, len(projection.nodes) + len(projection.links)
    for query, rows in _work(projection, there):
        progress("loading Neo4j", done, total)
        driver.execute_query(query, {"rows": rows})
        done += len(rows)
    progress("loading Neo4j", total, total)


def _work(projection: Projection, there: set[Key]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Queries with their rows. Labels and types are values (Neo4j 5.26), or each would be planned as a query apart."""
    for batch in _batches(projection.nodes):
        yield NODES, [{"uri": each.uri, "labels": each.labels, "properties": dict(each.properties)} for each in batch]
    new = [link for link in projection.links if link.key not in there]
    known = [link for link in projection.links if link.key in there]
    own = [link for link in known if "uri" in link.properties]
    plain = [link for link in known if "uri" not in link.properties]
    for query, links in ((NEW_LINKS, new), (LINKS, plain), (OWN_LINKS, own)):
        for some in _batches(links):
            rows = [
                {"a": each.start, "type": each.type, "b": each.end, "values": dict(each.properties)} for each in some
            ]
            yield query, rows


def _batches(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    for start in range(0, len(rows), BATCH):
        yield list(rows[start : start + BATCH])
