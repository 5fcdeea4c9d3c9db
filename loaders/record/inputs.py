"""What makes a release: documents, their descriptions, the ontology, and the code, rules and models that extract."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

LOADERS: Final = Path(__file__).parent.parent
EXTRACTING: Final = ("reading", "extraction", "record", "sources")


def checksum(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    return sha256(path.read_bytes()).hexdigest()


def code_digest(folders: Iterable[Path] | None = None) -> str:
    """A digest of the code, rules, word lists, models and source files that extraction uses."""
    found = [LOADERS / name for name in EXTRACTING] if folders is None else list(folders)
    total = sha256()
    for folder in found:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not any(_is_cache(part) for part in path.relative_to(folder).parts):
                total.update(f"{path.relative_to(folder.parent).as_posix()} {checksum(path)}\n".encode())
    return total.hexdigest()[:16]


def _is_cache(name: str) -> bool:
    # What tools leave behind is no input: it would give the same code another digest.
    return name == "__pycache__" or name.startswith(".")


def inputs_digest(documents: Iterable[Path], ontology: str, code: str) -> str:
    """A digest of all inputs of a build (names and bytes), to know before extraction that nothing changed."""
    total = sha256(f"{ontology}\n{code}\n".encode())
    for path in sorted(documents, key=lambda each: each.name):
        total.update(f"{path.name} {checksum(path)}\n".encode())
    return total.hexdigest()[:16]
