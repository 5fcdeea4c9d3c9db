import pytest

from loaders.extraction import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """What extraction knows, compiled from the real ontology."""
    return Knowledge()
