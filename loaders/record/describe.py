"""What the record says about a document, its bytes, its graphs and the run that made them."""

from collections.abc import Callable, Iterable

import pyoxigraph as ox

from loaders.reading.document import Document
from loaders.record import ids
from ontology import namespaces as ns
from ontology.errors import RecordError
from ontology.iri import thing
from ontology.model import Ontology
from ontology.terms import day, iri, text

Pair = tuple[str, ox.NamedNode | ox.Literal]
Add = Callable[[str, str | None, Iterable[Pair]], None]


def graph(add: Add, document: Document, name: str, run: str) -> None:
    """A named graph, written into itself."""
    values: list[Pair] = [
        (ns.FOAF + "primaryTopic", iri(ids.document_iri(document))),
        (ns.PROV + "wasDerivedFrom", iri(ids.text_iri(document))),
        (ns.PROV + "wasGeneratedBy", iri(run)),
    ]
    add(name, "DocumentGraph", values)


def run(document: Document, code: str, ontology: Ontology) -> list[Pair]:
    """A run is what it used, without a time, or two builds would differ."""
    return [
        (ns.PROV + "used", iri(ids.text_iri(document))),
        (ns.BFP + "codeDigest", text(code)),
        (ns.BFP + "ontologyDigest", text(ontology.checksum)),
    ]


def document(add: Add, document: Document, ontology: Ontology) -> None:
    """The document as its source file describes it, and the bytes that were read."""
    source = document.source
    values: list[Pair] = [
        (ns.SKOS + "notation", text(source.id)),
        (ns.DCTERMS + "title", text(source.title)),
        (ns.BFP + "speaksFor", iri(_concept(ontology, "speaker", source.speaks_for or "unknown", source.id))),
        *((ns.DC + "language", text(language)) for language in source.languages),
    ]
    if source.kind:
        values.append((ns.DCTERMS + "type", iri(_concept(ontology, "document-kind", source.kind, source.id))))
    if source.issued:
        values += [(ns.DCTERMS + "issued", day(source.issued)), (ns.BFP + "datePrecision", text(source.precision))]
    if source.publisher:
        values.append(_publisher(ontology, source.publisher))
    if source.defines_edition:
        values.append((ns.BFP + "definesEdition", iri(thing("edition", str(source.defines_edition)))))
    add(ids.document_iri(document), "Document", values)
    read: list[Pair] = [
        (ns.DCTERMS + "isFormatOf", iri(ids.document_iri(document))),
        (ns.DCTERMS + "identifier", text(document.file)),
        (ns.BFP + "checksum", text(document.checksum)),
        *([(ns.BFP + "reader", text(document.reader))] if document.reader else []),
    ]
    add(ids.text_iri(document), "Text", read)


def _publisher(ontology: Ontology, publisher: str) -> Pair:
    """A publisher that the authorities know is linked, another is named."""
    for kind in ("organisation", "country"):
        if thing(kind, publisher) in ontology.entities:
            return ns.DCTERMS + "publisher", iri(thing(kind, publisher))
    return ns.DC + "publisher", text(publisher)


def _concept(ontology: Ontology, kind: str, word: str, source: str) -> str:
    allowed = ontology.words(f"{kind}s")
    if word not in allowed:
        raise RecordError(f"The source {source} gives '{word}' as {kind}; allowed are {', '.join(allowed)}.")
    return thing(kind, word)
