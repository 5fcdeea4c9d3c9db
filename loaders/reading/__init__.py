"""Reading: a file becomes a Document of segments with language, section and exact offsets."""

from loaders.reading.corpus import Corpus, expand, find_corpus
from loaders.reading.document import Document, Segment, SegmentKind, Source, Span
from loaders.reading.limits import Limits
from loaders.reading.reader import read
from loaders.reading.sources import Sources, load_sources

__all__ = [
    "Corpus",
    "Document",
    "Limits",
    "Segment",
    "SegmentKind",
    "Source",
    "Sources",
    "Span",
    "expand",
    "find_corpus",
    "load_sources",
    "read",
]
