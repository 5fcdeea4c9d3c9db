"""The library: documents of one's own, kept outside the checkout, that every build takes in.

One folder a document, named by its id: `document.toml`, and each version of the file in a folder of its checksum.
"""

import json
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from loaders.reading.document import Source
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.reader import read
from loaders.reading.sources import Described, Sources, described_by, guessed
from ontology.errors import SourceError

FOLDER = "library"  # under the home folder
_RECORD = "document.toml"
_OWN = ("current", "origin", "versions")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library: its source, its current file, where that came from, all checksums, its record."""

    source: Source
    path: Path
    origin: str
    versions: tuple[str, ...]
    record: Path


def add(
    home: Path,
    file: Path,
    *,
    title: str | None = None,
    issued: str | None = None,
    publisher: str | None = None,
    kind: str | None = None,
    speaks_for: str | None = None,
    languages: tuple[str, ...] = (),
    limits: Limits = LIMITS,
) -> Entry:
    """Put a file in the library; the same path again is a new version of the same document.

    `issued` is a year, a month or a day (2025, 2025-03, 2025-03-31). A file that cannot be read is a SourceError, and
    then nothing is kept of it.
    """
    day, precision = _dated(issued)
    document = read(file, Sources(()), limits)
    origin = str(file.resolve())
    known = next((entry for entry in entries(home) if _same(entry, origin, document.checksum)), None)
    source = known.source if known else guessed(file, document.checksum)
    source = replace(
        source,
        title=title or source.title,
        issued=day or source.issued,
        precision=precision if day else source.precision,
        publisher=publisher or source.publisher,
        kind=kind or source.kind,
        speaks_for=speaks_for or source.speaks_for,
        languages=languages or source.languages,
    )
    earlier = tuple(version for version in known.versions if version != document.checksum) if known else ()
    return _kept(home, file, origin, source, (*earlier, document.checksum))


def remove(home: Path, name: str) -> Entry:
    """Take a document out of the library, by its id."""
    known = {entry.source.id: entry for entry in entries(home)}
    if name not in known:
        there = ", ".join(sorted(known)) or "nothing"
        raise SourceError(f"The library has no document {name!r}: it has {there}.")
    shutil.rmtree(home / FOLDER / name)
    return known[name]


def entries(home: Path) -> tuple[Entry, ...]:
    """The documents of the library in order of id."""
    return tuple(_entries(home / FOLDER))


def library_sources(home: Path) -> Sources:
    """The library as sources, each recognised by the checksum of its current file."""
    return Sources(
        tuple(Described(entry.source, frozenset(), frozenset(entry.versions[-1:])) for entry in entries(home))
    )


def _same(entry: Entry, origin: str, checksum: str) -> bool:
    return entry.origin == origin or checksum in entry.versions


def _dated(issued: str | None) -> tuple[date | None, str]:
    """The first day that a written date names, and how much of it is known."""
    if issued is None:
        return None, "day"
    match = _DATE.fullmatch(issued.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        precision = "year" if month is None else "month" if day is None else "day"
        return date(year or 0, month or 1, day or 1), precision
    except ValueError:
        raise SourceError(f"The date {issued!r} is none: write it as 2025, 2025-03 or 2025-03-31.") from None


def _kept(home: Path, file: Path, origin: str, source: Source, versions: tuple[str, ...]) -> Entry:
    """Write file and record; the folder is made aside and moved in, so that none is ever half-written."""
    shelf = home / FOLDER
    folder = shelf / source.id
    current = f"{versions[-1]}/{file.name}"
    described_by(_table(source), folder / _RECORD)  # before anything is written
    shelf.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".adding-", dir=shelf))
    try:
        if folder.exists():
            shutil.copytree(folder, aside, dirs_exist_ok=True)
        (aside / current).parent.mkdir(exist_ok=True)
        shutil.copyfile(file, aside / current)
        if sha256((aside / current).read_bytes()).hexdigest() != versions[-1]:
            raise SourceError(f"{file} changed while it was read: add it again.")
        record = {**_table(source), "current": current, "origin": origin, "versions": list(versions)}
        (aside / _RECORD).write_text(_toml(record), encoding="utf-8")
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=".replaced-", dir=shelf))
            folder.replace(old / folder.name)
            aside.replace(folder)
            shutil.rmtree(old)
        else:
            aside.replace(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return Entry(source, folder / current, origin, versions, folder / _RECORD)


def _table(source: Source) -> dict[str, object]:
    table: dict[str, object] = {"id": source.id, "title": source.title, "precision": source.precision}
    for key in ("publisher", "issued", "kind", "speaks_for", "defines_edition"):
        if getattr(source, key) is not None:
            table[key] = getattr(source, key)
    return {**table, "languages": list(source.languages)}


def _entries(shelf: Path) -> Iterator[Entry]:
    if not shelf.is_dir():
        return
    for record in sorted(shelf.glob(f"[!.]*/{_RECORD}")):
        try:
            table = tomllib.loads(record.read_text(encoding="utf-8"))
            own = {key: table.pop(key) for key in _OWN if key in table}
            source = described_by(table, record).source
            current = record.parent / own["current"]
            if not current.is_file():
                raise FileNotFoundError(f"{own['current']} is missing")
            yield Entry(source, current, own["origin"], tuple(own["versions"]), record)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
            raise SourceError(
                f"{record} is damaged ({error}): remove its folder and add the document again."
            ) from error


def _toml(table: dict[str, object]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(_CONTROL.sub(" ", value), ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)
