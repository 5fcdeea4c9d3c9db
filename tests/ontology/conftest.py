"""The small ontology, and the example record built on it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.record.vocabulary import ontology_quads
from ontology.model import Ontology
from ontology.source import parse
from tests.small_ontology import small_ontology

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    return small_ontology(tmp_path_factory.mktemp("ontology") / "all")


@pytest.fixture(scope="session")
def valid(ontology: Ontology) -> list[ox.Triple]:
    """The valid example on top of the ontology."""
    return [*(quad.triple for quad in ontology_quads(ontology)), *parse(EXAMPLES / "valid.ttl")]
