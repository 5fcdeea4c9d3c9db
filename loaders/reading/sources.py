"""What is known of documents from outside: one TOML file each, recognised by file name or by text."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from loaders.reading.document import Source
from ontology.errors import SourceError

FOLDER = Path(__file__).parents[1] / "sources"
KINDS = ("security-strategy", "policy-statement", "policy-note", "press-release", "party-programme", "other")
SPEAKERS = ("federal-government", "federated-government", "party", "organisation", "other")
PRECISIONS = ("day", "month", "year")

_LANGUAGES = ("fr", "nl", "de", "en")
_DATED = frozenset({"issued", "precision", "kind", "speaks_for", "languages", "defines_edition", "hints"})
_KEYS = _DATED | {"id", "title", "titles", "publisher", "files", "sha256"}


@dataclass(frozen=True, slots=True)
class Described:
    """A source and how its file is recognised: by the checksum of its bytes, else by its name."""

    source: Source
    files: frozenset[str]
    checksums: frozenset[str]
    titles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """All described documents."""

    described: tuple[Described, ...]

    def of(self, path: Path, checksum: str, title: str = "") -> Source:
        """The source of a file; one that nobody described is named after its file and its content."""
        for entry in self.described:
            if checksum in entry.checksums:
                return entry.source
        for entry in self.described:
            if path.name in entry.files and not entry.checksums:
                return entry.source
        return guessed(path, checksum, title)

    def __add__(self, other: "Sources") -> "Sources":
        return Sources((*other.described, *self.described))


def guessed(path: Path, checksum: str, title: str = "") -> Source:
    """A source for a file of which nothing is known but itself."""
    name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40].strip("-") or "document"
    return Source(id=f"{name}-{checksum[:8]}", title=title or path.stem)


@cache
def load_sources(*folders: Path) -> Sources:
    """The documents described in `loaders/sources` and `loaders/specimen`, or in the folders given."""
    places = folders or (FOLDER, FOLDER.parent / "specimen")
    described = tuple(describe(file) for folder in places for file in sorted(folder.glob("*.toml")))
    _unique(described)
    return Sources(described)


def describe(file: Path) -> Described:
    """What one TOML file says."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourceError(f"{file} cannot be read as TOML ({error}): correct it.") from error
    return described_by(table, file)


def described_by(table: dict[str, Any], file: Path) -> Described:
    """The description in a table; every fault names the file and what is allowed."""
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise SourceError(f"{file} has the unknown key {unknown[0]!r}: allowed are {', '.join(sorted(_KEYS))}.")
    if not isinstance(table.get("id"), str) or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", table["id"]):
        raise SourceError(f"{file} has no proper id: give one of small letters, digits and hyphens.")
    _allowed(file, "kind", table.get("kind"), KINDS)
    _allowed(file, "speaks_for", table.get("speaks_for"), SPEAKERS)
    _allowed(file, "precision", table.get("precision"), PRECISIONS)
    for language in table.get("languages", ()):
        _allowed(file, "languages", language, _LANGUAGES)
    issued = table.get("issued")
    if issued is not None and type(issued) is not date:
        raise SourceError(f"{file} has an issued that is no date: write it as 2025-03-31, without quotes.")
    titles = table.get("titles", {})
    source = Source(
        id=table["id"],
        title=table.get("title") or next(iter(titles.values()), table["id"]),
        publisher=table.get("publisher"),
        issued=issued,
        precision=table.get("precision", "day"),
        kind=table.get("kind"),
        speaks_for=table.get("speaks_for"),
        languages=tuple(table.get("languages", ())),
        defines_edition=table.get("defines_edition"),
        hints=frozenset(table.get("hints", ())),
    )
    return Described(
        source, frozenset(table.get("files", ())), frozenset(table.get("sha256", ())), tuple(sorted(titles.items()))
    )


def _allowed(file: Path, key: str, value: object, allowed: Iterable[str]) -> None:
    if value is not None and value not in tuple(allowed):
        raise SourceError(f"{file} has {key} = {value!r}: allowed are {', '.join(allowed)}.")


def _unique(described: Iterable[Described]) -> None:
    seen: set[str] = set()
    for entry in described:
        if entry.source.id in seen:
            raise SourceError(f"Two files describe the source {entry.source.id!r}: give one of them another id.")
        seen.add(entry.source.id)
