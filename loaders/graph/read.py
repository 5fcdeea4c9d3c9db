"""Reads the graph back from Neo4j."""

from typing import Any

from neo4j import Driver
from neo4j.time import Date

from loaders.graph.rows import Link, Node, Value


def read(driver: Driver) -> tuple[list[Node], list[Link]]:
    """All nodes and links that a load has written."""
    nodes, _, _ = driver.execute_query("MATCH (n:Resource) RETURN labels(n) AS labels, properties(n) AS properties")
    links, _, _ = driver.execute_query(
        "MATCH (a:Resource)-[r]->(b:Resource) "
        "RETURN a.uri AS a, type(r) AS type, b.uri AS b, properties(r) AS properties"
    )
    return (
        [Node(each["properties"]["uri"], tuple(sorted(each["labels"])), _plain(each["properties"])) for each in nodes],
        [Link(each["a"], each["type"], each["b"], _plain(each["properties"])) for each in links],
    )


def loaded(driver: Driver) -> str | None:
    """The id of the release that is loaded whole; None where there is none."""
    found, _, _ = driver.execute_query("MATCH (m:_Release {complete: true}) RETURN m.id AS id")
    return str(found[0]["id"]) if found else None


def _plain(properties: dict[str, Any]) -> dict[str, Value]:
    return {
        key: [_date(each) for each in value] if isinstance(value, list) else _date(value)
        for key, value in properties.items()
    }


def _date(value: Any) -> Any:
    return value.to_native() if isinstance(value, Date) else value
