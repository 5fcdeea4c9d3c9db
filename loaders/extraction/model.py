"""What extraction makes: mentions, statements with evidence, candidates, and what was dropped and why."""

from collections import Counter
from dataclasses import dataclass, field

from loaders.reading.document import Document, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A span taken to name an entity.

    `start`, `end` are raw offsets, of the longest piece where another page cuts it; `segment` is the index of its
    segment and `at` its span in the mended text.
    `kind` is the class's local name (Country, Region, Organisation, Treaty, Threat, PolicyInstrument, VitalInterest,
    Person); `manner` says how it names: name, adjective, demonym, seat, place, short.
    """

    start: int
    end: int
    segment: int
    at: Span
    kind: str
    iri: str
    manner: str
    finder: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A named thing that no list has: its own stable IRI, and the reason why it was taken."""

    iri: str
    kind: str
    label: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Where something is said: the raw spans of one sentence (two where a page of the other language cuts it)."""

    spans: tuple[Span, ...]
    segment: int
    language: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that makes a statement, with the two mentions, the raw spans of the linking words, and the rule."""

    passage: Passage
    subject: Mention
    object: Mention
    cue: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """One document says (subject, relation, object) with one stance and one polarity; `relation` is a local name."""

    subject: str
    relation: str
    object: str
    stance: str
    polarity: str
    confidence: float
    evidence: tuple[Evidence, ...]
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document; `dropped` counts what was not kept, by reason."""

    document: Document
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    candidates: tuple[Candidate, ...] = ()
    dropped: Counter[str] = field(default_factory=Counter)
