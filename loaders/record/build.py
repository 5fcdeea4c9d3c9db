"""Builds a release from extractions: quads, validation, files, pointer."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from loaders.extraction.model import Extraction
from loaders.record.inputs import code_digest
from loaders.record.quads import Layers, preferred, quads
from loaders.record.release import compress, describe_file, release_id, sorted_lines, write
from loaders.record.validate import validate
from loaders.record.vocabulary import ontology_quads
from ontology import namespaces as ns
from ontology.conformance import Report
from ontology.errors import RecordError, ReleaseError
from ontology.model import Ontology
from queries.manifest import DocumentInput, Inputs, Manifest
from queries.release import RECORD, TEXT, Release, current

Progress = Callable[[str, int, int], None]
"""Called with the stage in words, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: the digest of all inputs, that of the code, and whether the text layer is kept."""

    digest: str = ""
    code: str = ""
    text: bool = True


def build(
    extractions: Iterable[Extraction],
    ontology: Ontology,
    home: Path,
    progress: Progress | None = None,
    options: Options | None = None,
) -> Release:
    """Writes and switches in the release of these extractions; `RecordError` where the record breaks a rule."""
    tell = progress or _silent
    options = options or Options()
    code = options.code or code_digest()
    found = _distinct(extractions)
    labels = preferred(found)
    layers: list[Layers] = []
    for done, extraction in enumerate(found):
        tell("writing statements", done, len(found))
        layers.append(quads(extraction, ontology, code, labels))
    tell("writing statements", len(found), len(found))
    record = [*ontology_quads(ontology), *(quad for layer in layers for quad in layer.record)]
    text = [quad for layer in layers for quad in layer.text]
    tell("validating", 0, 1)
    report = validate([*record, *text], ontology, found)
    tell("validating", 1, 1)
    inputs = Inputs(
        digest=options.digest, ontology=ontology.checksum, code=code, documents=tuple(map(_input, found, layers))
    )
    release = _publish(home, record, text if options.text else [], inputs, report)
    tell("release written", 1, 1)
    return release


def unchanged(home: Path, digest: str) -> Release | None:
    """The current release where it is whole and was made from inputs with this digest."""
    try:
        release = current(home)
        release.verify()
    except ReleaseError:
        return None
    return release if digest and release.manifest.inputs.digest == digest else None


def _distinct(extractions: Iterable[Extraction]) -> Sequence[Extraction]:
    found = sorted(extractions, key=lambda each: each.document.id)
    for name, count in Counter(each.document.id for each in found).items():
        if count > 1:
            raise RecordError(f"{count} documents have the id {name}; give each its own in its source file.")
    return found


def _publish(home: Path, record: list[ox.Quad], text: list[ox.Quad], inputs: Inputs, report: Report) -> Release:
    contents = {RECORD: sorted_lines(record), **({TEXT: sorted_lines(text)} if text else {})}
    stored = {name: compress(content) for name, content in contents.items()}
    manifest = Manifest(
        id=release_id(contents[RECORD]),
        version="1",
        inputs=inputs,
        graphs=dict(sorted(Counter(ns.curie(str(each.graph_name)[1:-1]) for each in (*record, *text)).items())),
        counts=_counts(record, inputs),
        dropped=dict(sorted(sum((Counter(each.dropped) for each in inputs.documents), Counter()).items())),
        focus_nodes=dict(sorted(report.focus_nodes.items())),
        files=tuple(describe_file(name, stored[name], contents[name]) for name in contents),
    )
    return write(home, manifest, stored)


def _counts(record: list[ox.Quad], inputs: Inputs) -> dict[str, int]:
    found: Counter[str] = Counter()
    for quad in record:
        if quad.predicate.value == ns.RDF + "predicate" and isinstance(quad.object, ox.NamedNode):
            found[quad.object.value.removeprefix(ns.BFP)] += 1
    for document in inputs.documents:
        for name in ("statements", "evidence", "mentions", "candidates"):
            found[name] += getattr(document, name)
    return {"documents": len(inputs.documents), "quads": len(set(record)), **dict(sorted(found.items()))}


def _input(extraction: Extraction, layers: Layers) -> DocumentInput:
    document = extraction.document
    types = Counter(
        quad.object.value.removeprefix(ns.BFP)
        for quad in layers.record
        if quad.predicate.value == ns.RDF + "type" and isinstance(quad.object, ox.NamedNode)
    )
    return DocumentInput(
        id=document.id,
        title=document.source.title,
        file=document.file,
        sha256=document.checksum,
        statements=types["Statement"],
        evidence=types["Evidence"],
        mentions=types["Mention"],
        candidates=types["Candidate"],
        dropped=dict(sorted(extraction.dropped.items())),
        warnings=document.warnings,
    )


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass
