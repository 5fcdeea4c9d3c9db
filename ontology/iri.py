"""IRIs of the vocabulary and of things, minted in one place."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

BASE: Final = "https://w3id.org/bfpg/"
VOCABULARY: Final = BASE + "vocabulary#"
ID: Final = BASE + "id/"


def term(local: str) -> str:
    """The IRI of a class or property of the vocabulary.

    >>> term("threatens")
    'https://w3id.org/bfpg/vocabulary#threatens'
    """
    return VOCABULARY + local


def thing(kind: str, notation: str) -> str:
    """The IRI of a thing of a kind.

    >>> thing("threat", "cyber-threats")
    'https://w3id.org/bfpg/id/threat/cyber-threats'
    """
    return f"{ID}{kind}/{notation}"


def parts(iri: str) -> tuple[str, str]:
    """Kind and notation of a thing's IRI.

    >>> parts("https://w3id.org/bfpg/id/threat/cyber-threats")
    ('threat', 'cyber-threats')
    """
    if not iri.startswith(ID):
        raise ValueError(f"not the IRI of a thing: {iri} (expected {ID}<kind>/<notation>)")
    kind, _, notation = iri.removeprefix(ID).partition("/")
    return kind, notation


def local_name(iri: str) -> str:
    """What follows the last # or / of an IRI.

    >>> local_name("https://w3id.org/bfpg/vocabulary#threatens")
    'threatens'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def digest(values: Iterable[str]) -> str:
    """The first 16 hex digits of the SHA-256 of the values joined by line feeds: every derived id of the record."""
    return sha256("\n".join(values).encode()).hexdigest()[:16]
