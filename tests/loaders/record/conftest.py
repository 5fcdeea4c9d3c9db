"""The hand-made documents as a record."""

from pathlib import Path

import pytest

from loaders.record import Options, build
from ontology.model import Ontology
from queries.release import Release
from tests.samples import extractions
from tests.small_ontology import small_ontology

CODE = Options(digest="d", code="c0de")


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    return small_ontology(tmp_path_factory.mktemp("ontology") / "all")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def release(ontology: Ontology, home: Path) -> Release:
    return build(extractions(), ontology, home, options=CODE)
