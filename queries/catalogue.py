"""The catalogue of questions: each folder here with a question.toml is one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from pydantic import create_model

from ontology.errors import QuestionError
from ontology.generated.words import LANGUAGES, RELATIONS, WORDS
from queries.rows import Evidence, Nearness, Passage, Row, Thing

FOLDER: Final = Path(__file__).parent
COLUMN_TYPES: Final[Mapping[str, Any]] = {
    "thing": Thing,
    "evidence": tuple[Evidence, ...],
    "passages": tuple[Passage, ...],
    "words": tuple[str, ...],
    "date": date,
    "number": float,
    "integer": int,
    "truth": bool,
    "text": str,
    "nearness": Nearness,
}
Kind = Literal["integer", "number", "date", "language", "words", "names"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    `words` come from a scheme of the ontology (or are `relations` or `languages`), `names` are the notations of things
    of one kind. A parameter that is optional may be left out; one with `unless` has its default only where that other
    parameter is not given.
    """

    name: str
    type: Kind
    title: Mapping[str, str]
    default: Any = None
    optional: bool = False
    minimum: float | None = None
    maximum: float | None = None
    scheme: str | None = None
    kind: str | None = None
    unless: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its words, parameters, columns, order, and its text in Cypher and in SPARQL."""

    id: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    order: tuple[str, ...]
    cypher: str
    sparql: str

    @property
    def row(self) -> type[Row]:
        """The model of a row, made from the columns."""
        return _row_model(self.id, tuple(self.columns.items()))


@cache
def questions() -> Mapping[str, Question]:
    """Every question, by id."""
    found = [_read(path.parent) for path in sorted(FOLDER.glob("*/question.toml"))]
    return MappingProxyType({question.id: question for question in found})


def question(name: str) -> Question:
    """A question by its id; `QuestionError` where there is none."""
    known = questions()
    if name not in known:
        raise QuestionError(f"There is no question '{name}'; there is: {', '.join(known)}.")
    return known[name]


def words(scheme: str) -> tuple[str, ...]:
    """The words that a parameter of this scheme takes.

    >>> words("languages")
    ('fr', 'nl', 'de', 'en')
    """
    own = {"relations": tuple(RELATIONS), "languages": tuple(LANGUAGES)}
    return own[scheme] if scheme in own else tuple(WORDS[scheme])


def _read(folder: Path) -> Question:
    told = tomllib.loads((folder / "question.toml").read_text(encoding="utf-8"))
    return Question(
        told["id"],
        told["title"],
        told["description"],
        tuple(Parameter(**each) for each in told["parameters"]),
        told["columns"],
        tuple(told["order"]["by"]),
        (folder / "question.cypher").read_text(encoding="utf-8"),
        (folder / "question.rq").read_text(encoding="utf-8"),
    )


@cache
def _row_model(name: str, columns: tuple[tuple[str, str], ...]) -> type[Row]:
    fields: dict[str, Any] = {}
    for column, kind in columns:
        type_ = COLUMN_TYPES[kind.removesuffix("?")]
        fields[column] = (type_ | None, None) if kind.endswith("?") else (type_, ...)
    title = "".join(part.capitalize() for part in name.split("-")) + "Row"
    return create_model(title, __base__=Row, **fields)
