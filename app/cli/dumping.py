"""The record in the formats that people take away."""

import gzip
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ontology.errors import SettingsError
from ontology.namespaces import PREFIXES, RDF
from queries.release import Release

FORMATS: Final = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}
REIFIES: Final = ox.NamedNode(RDF + "reifies")
_PARTS: Final = ("subject", "predicate", "object")


def dumped(release: Release, form: str, *, text: bool, rdf12: bool = False) -> bytes:
    """The named graphs of a release; `SettingsError` where the format is unknown."""
    if form not in FORMATS:
        raise SettingsError(f"{form!r} is no format of a dump; allowed are {', '.join(FORMATS)}.")
    quads = release.dump(text=text)
    if rdf12:
        added = sorted(str(quad).encode() + b" .\n" for quad in reifications(quads))
        quads = b"".join((quads, *added))
    if form == "nq":
        return quads
    target = io.BytesIO()
    parsed = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
    ox.serialize(parsed, target, format=FORMATS[form], prefixes=PREFIXES)
    return target.getvalue()


def reifications(quads: bytes) -> Iterator[ox.Quad]:
    """What each statement reifies, as RDF 1.2 says it, in the statement's graph."""
    found: dict[tuple[ox.NamedNode, ox.NamedNode], dict[str, ox.NamedNode]] = defaultdict(dict)
    terms = {RDF + part: part for part in _PARTS}
    for quad in ox.parse(quads, format=ox.RdfFormat.N_QUADS):
        part = terms.get(quad.predicate.value)
        if part and isinstance(quad.object, ox.NamedNode):
            found[quad.subject, quad.graph_name][part] = quad.object
    for (statement, graph), said in found.items():
        if len(said) == len(_PARTS):
            yield ox.Quad(statement, REIFIES, ox.Triple(*(said[part] for part in _PARTS)), graph)


def store(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, compressed where its name ends in .gz."""
    pending = path.with_name(f".{path.name}.part")
    try:
        pending.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
        pending.replace(path)
    finally:
        pending.unlink(missing_ok=True)
