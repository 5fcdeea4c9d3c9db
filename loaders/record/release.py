"""Writes releases: sorted, hashed, compressed without a time, switched in by one rename."""

import gzip
import io
import os
import shutil
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from queries.manifest import File, Manifest
from queries.release import MANIFEST, POINTER, Release


def sorted_lines(quads: Iterable[ox.Quad]) -> bytes:
    """Sorted N-Quads without repetition: without blank nodes this is RDFC-1.0."""
    content = io.BytesIO()
    ox.serialize(quads, content, format=ox.RdfFormat.N_QUADS)
    lines = set(content.getvalue().split(b"\n")) - {b""}
    return b"".join(line + b"\n" for line in sorted(lines))


def release_id(record: bytes) -> str:
    """The id of a release: the start of the hash of its sorted record."""
    return sha256(record).hexdigest()[:16]


def compress(content: bytes) -> bytes:
    """Gzip without a time or a name, so that the same content gives the same bytes."""
    target = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0, compresslevel=6) as file:
        file.write(content)
    return target.getvalue()


def describe_file(name: str, stored: bytes, content: bytes) -> File:
    """The manifest's line on a file."""
    return File(name=name, sha256=sha256(stored).hexdigest(), bytes=len(stored), quads=content.count(b"\n"))


def write(home: Path, manifest: Manifest, files: dict[str, bytes]) -> Release:
    """Writes a release and switches it in; a build killed before the last rename leaves the old release served."""
    releases = home / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    folder = releases / manifest.id
    content = {**files, MANIFEST: manifest.model_dump_json(indent=1).encode() + b"\n"}
    if not _same(folder, content):
        _place(releases, folder, content)
    _point(home, manifest.id)
    return Release(folder, manifest)


def _same(folder: Path, content: dict[str, bytes]) -> bool:
    return all((folder / name).exists() and (folder / name).read_bytes() == data for name, data in content.items())


def _place(releases: Path, folder: Path, content: dict[str, bytes]) -> None:
    building = Path(tempfile.mkdtemp(prefix=".building-", dir=releases))
    try:
        for name, data in content.items():
            _write_durably(building / name, data)
        building.chmod(0o755)
        if folder.exists():  # the same record with its text layer come or gone, or other reasons of dropping
            old = Path(tempfile.mkdtemp(prefix=".replaced-", dir=releases))
            folder.rename(old / "release")
            building.rename(folder)
            shutil.rmtree(old)
        else:
            building.rename(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _point(home: Path, name: str) -> None:
    pending = home / f".{POINTER}-{os.getpid()}"
    _write_durably(pending, f"{name}\n".encode())
    pending.replace(home / POINTER)


def _write_durably(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
