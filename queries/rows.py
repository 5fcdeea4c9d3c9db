"""What every question answers with: things with their names, and evidence."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, SerializeAsAny

Nearness = Literal["passage", "section", "document", "any"]
NEARNESS: tuple[Nearness, ...] = ("passage", "section", "document", "any")


class Frozen(BaseModel):
    """A value that does not change."""

    model_config = ConfigDict(frozen=True)


class Thing(Frozen):
    """A thing of the graph: `label` is in the language asked for, by the fallback rule; `labels` has them all."""

    iri: str
    kind: str
    notation: str
    label: str
    labels: dict[str, str]


class Passage(Frozen):
    """A stretch of a document.

    `start` and `end` are code points of the source file's text, `quote` is that text word for word and null where the
    text is not at hand; `mended` is the same for people to read. `section` is a number, `heading` its words.
    """

    passage: str
    document: str
    source: str
    start: int
    end: int
    quote: str | None = None
    mended: str | None = None
    language: str
    section: str | None = None
    heading: str | None = None
    page: int | None = None


class Evidence(Passage):
    """One passage in which a document makes a statement.

    A sentence that a page of the other language cuts has two of these with the same `evidence`.
    """

    statement: str
    stance: str
    evidence: str
    rule: str
    confidence: float


class LeftOut(Frozen):
    """A document that the answer does not draw on, and why."""

    document: str
    title: str
    reason: Literal["speaker", "date", "choice"]


class Row(Frozen):
    """A row of an answer; each question has its own kind of row, made from its columns."""


class Answer(Frozen):
    """The rows of a question, the parameters as understood, the documents drawn on, and those left out."""

    question: str
    parameters: dict[str, object]
    rows: tuple[SerializeAsAny[Row], ...]  # each with the columns of its question
    total: int
    documents: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def in_order(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """Evidence by document and place."""
    return tuple(sorted(evidence, key=lambda each: (each.document, each.start, each.evidence, each.passage)))


def by_place(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages by document and place."""
    return tuple(sorted(passages, key=lambda each: (each.document, each.start, each.passage)))
