"""From a document to its mentions and statements, each with its evidence."""

from collections import Counter

from loaders.extraction.knowledge import Knowledge
from loaders.extraction.line import SKIPPED_KINDS, line
from loaders.extraction.mentions import candidates, find_mentions, mention
from loaders.extraction.model import Extraction
from loaders.extraction.statements.assemble import statements
from loaders.extraction.statements.judge import Judge, trained
from loaders.extraction.statements.link import link
from loaders.reading.document import Document

__all__ = ["Extraction", "Knowledge", "extract"]


def extract(document: Document, knowledge: Knowledge, judge: Judge | None = None) -> Extraction:
    """All that can be found in a document; what was dropped is counted by reason."""
    dropped: Counter[str] = Counter()
    lines = [line(segment) for segment in document.segments if segment.kind not in SKIPPED_KINDS and segment.text]
    dropped["segment that is no text"] += len(document.segments) - len(lines)
    finds = find_mentions(lines, knowledge, dropped)
    judged = link(document, lines, finds, knowledge.answers, judge or trained(), dropped)
    return Extraction(
        document,
        tuple(mention(find, lines) for find in finds),
        statements(judged, lines),
        candidates(finds, lines),
        +dropped,
    )
