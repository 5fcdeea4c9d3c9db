"""What tests of several rooms share: the hand-made documents as a release, and a Neo4j that holds it.

The server is the real one, fetched into the cache of the user on first use; a test that takes it is marked `neo4j`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver

from app.settings import Settings
from loaders.graph.config import Options
from loaders.graph.load import load
from loaders.graph.server import Server, start
from loaders.graph.store import free_ports
from loaders.record import Options as BuildOptions
from loaders.record import build
from ontology.model import Ontology
from queries.release import Release
from tests.samples import extractions
from tests.small_ontology import small_ontology


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"neo4j", "graph", "served"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.neo4j)


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """The vocabulary with a handful of things."""
    return small_ontology(tmp_path_factory.mktemp("ontology") / "all")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one release."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def release(ontology: Ontology, home: Path) -> Release:
    """The release of the hand-made documents."""
    return build(extractions(), ontology, home, options=BuildOptions(digest="d", code="c0de"))


@pytest.fixture(scope="session")
def cache() -> Path:
    """Where Neo4j is kept once fetched."""
    return Settings.from_env().cache


@pytest.fixture(scope="session")
def neo4j(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An embedded Neo4j that may be written to."""
    bolt, http = free_ports(2)
    with start(tmp_path_factory.mktemp("neo4j"), cache, Options(bolt, http)) as server:
        yield server


@pytest.fixture(scope="session")
def graph(neo4j: Server, release: Release) -> Iterator[Driver]:
    """A driver of a Neo4j that holds the release; a test that changes the graph loads the release again."""
    with neo4j.driver() as driver:
        load(release, driver)
        yield driver
