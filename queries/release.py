"""Releases, opened read-only.

A home holds `releases/<id>/` and the file `current` with the id of the release that is served.
"""

import gzip
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pydantic import ValidationError

from ontology.errors import ReleaseError
from queries.manifest import Manifest

RECORD: Final = "record.nq.gz"
TEXT: Final = "text.nq.gz"
POINTER: Final = "current"
MANIFEST: Final = "manifest.json"
_GRAPH: Final = re.compile(rb" <[^<>]*> \.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """A release in its folder."""

    folder: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """The first 16 hex digits of the hash of the sorted record."""
        return self.manifest.id

    @property
    def record(self) -> tuple[Path, ...]:
        """The dumps: the record, and the text layer where it is at hand."""
        paths = (self.folder / RECORD, self.folder / TEXT)
        return tuple(path for path in paths if path.exists())

    def dump(self, *, text: bool = True) -> bytes:
        """The named graphs as N-Quads, sorted within each layer."""
        return b"".join(gzip.decompress(path.read_bytes()) for path in self.record if text or path.name == RECORD)

    def store(self, cache: Path | None = None, *, text: bool = True) -> ox.Store:
        """The release as a SPARQL store whose default graph is the merge of the named graphs, stored as such.

        With a cache folder the store is kept on disk, made once a release, and opened read-only, which is quick.
        """
        if cache is None:
            return _fill(ox.Store(), self.dump(text=text))
        folder = cache / f"{self.id}{'' if text and self.manifest.has_text else '-bare'}"
        if not (folder / "complete").exists():
            folder.mkdir(parents=True, exist_ok=True)
            store = ox.Store(str(folder / "store"))
            if not len(store):
                _fill(store, self.dump(text=text))
            store.flush()
            del store
            (folder / "complete").touch()
        return ox.Store.read_only(str(folder / "store"))

    def verify(self) -> None:
        """Raises `ReleaseError` where a file is not what the manifest says."""
        for file in self.manifest.files:
            path = self.folder / file.name
            if not path.exists() or sha256(path.read_bytes()).hexdigest() != file.sha256:
                raise ReleaseError(f"{path} is damaged or missing; build the release again with: bfpg build")


def _fill(store: ox.Store, dump: bytes) -> ox.Store:
    # The engine's union flag counts a triple once for every graph that holds it, so the merge is loaded as well.
    store.bulk_load(dump, format=ox.RdfFormat.N_QUADS)
    store.bulk_load(_GRAPH.sub(b" .", dump), format=ox.RdfFormat.N_TRIPLES)
    return store


def current(home: Path) -> Release:
    """The release that is served; `ReleaseError` where there is none yet."""
    pointer = home / POINTER
    try:
        name = pointer.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise ReleaseError(f"There is no release in {home}; make one with: bfpg build") from error
    return open_release(home / "releases" / name)


def open_release(folder: Path) -> Release:
    """The release in a folder; `ReleaseError` where its manifest is missing or broken."""
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except FileNotFoundError as error:
        raise ReleaseError(f"{folder} holds no release; build one with: bfpg build") from error
    except ValidationError as error:
        raise ReleaseError(f"{folder / MANIFEST} is broken ({error.error_count()} errors); build again.") from error
    return Release(folder, manifest)
