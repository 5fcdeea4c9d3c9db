"""The bare release: a release without its text layer, kept in the repository so that a clone serves the real graph.

It holds ids, names, offsets, sections, stances and confidences. A sentence of the documents never stands in it.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from loaders.record.release import compress, describe_file, write
from loaders.record.vocabulary import GRAPH as ONTOLOGY
from ontology import namespaces as ns
from ontology.errors import RecordError, ReleaseError
from queries.manifest import Manifest
from queries.release import MANIFEST, RECORD, TEXT, Release, open_release

FOLDER: Final = Path(__file__).parents[1] / "data" / "release"
LARGEST: Final = 3_000_000  # bytes of all files together
_QUOTING: Final = frozenset({ns.OA + "exact", ns.BFP + "mended"})
_TEXT_LAYER: Final = _QUOTING | {ns.BFP + "heading"}
_SENTENCE: Final = 6  # words of the shortest passage with a full stop that is more than a name
_LONG: Final = 12  # words from which a passage without one is
_WORDS: Final = frozenset({
    *(ns.SKOS + name for name in ("notation", "prefLabel", "altLabel")),
    *(ns.DCTERMS + name for name in ("title", "identifier", "issued")),
    *(ns.DC + name for name in ("language", "publisher")),
    *(ns.OA + name for name in ("start", "end")),
    *(ns.BFP + name for name in (
        "checksum", "reader", "datePrecision", "section", "page", "confidence", "finder", "reason", "codeDigest",
        "ontologyDigest",
    )),
})  # fmt: skip
"""The properties with which a document's graphs may hold words and numbers: names, ids, offsets, measures."""


def find_bare(folder: Path = FOLDER) -> Release | None:
    """The bare release of the repository; None where there is none."""
    return open_release(folder) if (folder / MANIFEST).exists() else None


def write_bare(release: Release, folder: Path = FOLDER) -> Release:
    """Writes a release without its text layer; `RecordError` where it would hold text of the documents."""
    record = release.dump(text=False)
    faults = sorted(set(told(record, _sentences(release))))
    if faults:
        raise RecordError(f"The bare release would hold text of the documents: {'; '.join(faults[:5])}.")
    stored = compress(record)
    manifest = _manifest(release.manifest, stored, record)
    described = manifest.model_dump_json(indent=1).encode() + b"\n"
    if len(stored) + len(described) > LARGEST:
        raise RecordError(f"The bare release has {len(stored) + len(described)} bytes; at most {LARGEST} are allowed.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / RECORD).write_bytes(stored)
    (folder / MANIFEST).write_bytes(described)
    return Release(folder, manifest)


def install(bare: Release, home: Path) -> Release:
    """Makes the bare release the one that this home serves."""
    try:
        bare.verify()
    except ReleaseError as error:
        raise ReleaseError(f"The release in {bare.folder} is damaged: check the repository out again.") from error
    return write(home, bare.manifest, {RECORD: (bare.folder / RECORD).read_bytes()})


def told(record: bytes, sentences: frozenset[str]) -> Iterator[str]:
    """What a record holds that belongs to the text layer: properties of it, other words, whole sentences."""
    for quad in ox.parse(record, format=ox.RdfFormat.N_QUADS):
        if not isinstance(quad.object, ox.Literal) or not isinstance(quad.graph_name, ox.NamedNode):
            continue
        property_, where = ns.curie(quad.predicate.value), ns.curie(quad.graph_name.value)
        allowed = quad.graph_name.value == ONTOLOGY or quad.predicate.value in _WORDS
        if quad.predicate.value in _TEXT_LAYER or not allowed:
            yield f"{property_} in {where}"
        elif _long(quad.object.value) and _says(_plain(quad.object.value), sentences):
            yield f"a sentence as {property_} in {where}"


def _sentences(release: Release) -> frozenset[str]:
    """The passages of the text layer that are more than a name, such as a heading may be, spelled plainly."""
    layer = release.folder / TEXT
    if not layer.exists():
        raise ReleaseError(f"Release {release.id} has no text layer to compare with; build it from the documents.")
    quads = ox.parse(gzip.decompress(layer.read_bytes()), format=ox.RdfFormat.N_QUADS)
    return frozenset(
        _plain(quad.object.value)
        for quad in quads
        if quad.predicate.value in _QUOTING and isinstance(quad.object, ox.Literal) and _is_sentence(quad.object.value)
    )


def _says(text: str, sentences: frozenset[str]) -> bool:
    return any(each in text for each in sentences)


def _long(text: str) -> bool:
    return len(text.split()) >= _SENTENCE


def _is_sentence(text: str) -> bool:
    words = len(text.split())
    return words >= _LONG or (words >= _SENTENCE and text.rstrip().endswith((".", "!", "?", ";", "…")))


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _manifest(manifest: Manifest, stored: bytes, record: bytes) -> Manifest:
    """The manifest of the bare release: no digest, so that a build from the documents always replaces it."""
    graphs = {name: count for name, count in manifest.graphs.items() if not name.endswith("-text")}
    return manifest.model_copy(
        update={
            "inputs": manifest.inputs.model_copy(update={"digest": ""}),
            "graphs": graphs,
            "files": (describe_file(RECORD, stored, record),),
        }
    )


def size(release: Release) -> int:
    """The bytes of all files of a release."""
    return sum(path.stat().st_size for path in release.folder.iterdir() if path.is_file())
