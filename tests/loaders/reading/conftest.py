"""What the reading tests share: the documents of the corpus, read once, and the specimen."""

from pathlib import Path

import pytest

from loaders.reading import Document, read
from loaders.reading.corpus import SPECIMEN

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
_READ: dict[Path, Document] = {}


def read_once(path: Path) -> Document:
    """The document, read the first time that it is asked for."""
    if path not in _READ:
        _READ[path] = read(path)
    return _READ[path]


def corpus_file(start: str) -> Path:
    """The corpus file whose name begins so; the test is skipped where there is no corpus."""
    found = sorted(CORPUS.glob(f"{start}*.txt")) if CORPUS.is_dir() else []
    if not found:
        pytest.skip("needs the corpus beside the checkout (../shared/corpus)")
    return found[0]


def specimens() -> list[Path]:
    """The specimen documents."""
    return sorted(SPECIMEN.glob("*.txt"))


@pytest.fixture(params=["000_", "001_", "002_", "003_", "004_", *(path.name for path in specimens())])
def document(request: pytest.FixtureRequest) -> Document:
    """Each document of the corpus, and each specimen."""
    name: str = request.param
    return read_once(SPECIMEN / name if name.endswith(".txt") else corpus_file(name))
