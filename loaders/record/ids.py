"""The derived ids of the record (docs/architecture.md): hashes of what a thing is, never counters or clocks."""

from loaders.extraction.model import Mention, Statement
from loaders.reading.document import Document, Span
from ontology.iri import digest, term, thing


def document_iri(document: Document) -> str:
    """The document, in all its versions."""
    return thing("document", document.id)


def text_id(document: Document) -> str:
    """The id of a document's bytes: 16 hex digits of their SHA-256."""
    return document.checksum[:16]


def text_iri(document: Document) -> str:
    """The bytes that the offsets count in."""
    return thing("text", text_id(document))


def graph_iri(document: Document, layer: str = "") -> str:
    """The named graph of a document, or of its layer `mentions` or `text`."""
    return thing("graph", f"{document.id}-{layer}" if layer else document.id)


def passage_iri(document: Document, span: Span) -> str:
    """A stretch of a text."""
    return thing("passage", f"{text_id(document)}-{span[0]}-{span[1]}")


def mention_iri(document: Document, mention: Mention, segment: str) -> str:
    """A mention; `segment` is the word of its class in IRIs."""
    return thing("mention", f"{text_id(document)}-{mention.start}-{mention.end}-{segment}")


def cue_iri(document: Document, span: Span) -> str:
    """Linking words, as an RFC 5147 fragment of the text."""
    return f"{text_iri(document)}#char={span[0]},{span[1]}"


def statement_iri(document: Document, statement: Statement) -> str:
    """A statement: the same for every conversion of the document, whatever its passages."""
    said = (statement.subject, term(statement.relation), statement.object)
    return thing("statement", digest((document_iri(document), *said, statement.stance, statement.polarity)))


def evidence_iri(statement: str, first_passage: str) -> str:
    """The evidence for a statement in a passage (the first of two where the sentence is cut)."""
    return thing("evidence", digest((statement, first_passage)))


def run_iri(document: Document, code: str, ontology: str) -> str:
    """The extraction of one text by one state of code and ontology."""
    return thing("run", digest((code, ontology, document.checksum)))
