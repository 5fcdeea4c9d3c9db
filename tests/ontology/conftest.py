"""The example record on top of the small ontology."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.model import Ontology
from ontology.source import parse
from ontology.written import written_out

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def valid(ontology: Ontology) -> list[ox.Triple]:
    """The valid example on top of the ontology."""
    return [*written_out(ontology), *parse(EXAMPLES / "valid.ttl")]
