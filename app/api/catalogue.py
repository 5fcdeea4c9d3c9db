"""Questions as the catalogue shows them."""

from typing import Any

from ontology.generated.words import LANGUAGES
from queries.catalogue import Parameter, Question, words
from queries.rows import Frozen


class ParameterDescription(Frozen):
    """A parameter of a question: `allowed` lists its words where only some are."""

    name: str
    type: str
    title: dict[str, str]
    required: bool
    default: Any = None
    minimum: float | None = None
    maximum: float | None = None
    allowed: tuple[str, ...] | None = None


class QuestionDescription(Frozen):
    """A question of the catalogue, with its text in both query languages."""

    id: str
    title: dict[str, str]
    description: dict[str, str]
    href: str
    parameters: tuple[ParameterDescription, ...]
    columns: dict[str, str]
    cypher: str
    sparql: str


class Catalogue(Frozen):
    """Every question that can be asked by name."""

    questions: tuple[QuestionDescription, ...]
    total: int


def describe(question: Question) -> QuestionDescription:
    """A question as the catalogue shows it."""
    return QuestionDescription(
        id=question.id,
        title=dict(question.title),
        description=dict(question.description),
        href=f"/v1/questions/{question.id}",
        parameters=tuple(_describe(parameter) for parameter in question.parameters),
        columns=dict(question.columns),
        cypher=question.cypher,
        sparql=question.sparql,
    )


def _describe(parameter: Parameter) -> ParameterDescription:
    return ParameterDescription(
        name=parameter.name,
        type=parameter.type,
        title=dict(parameter.title),
        required=required(parameter),
        default=parameter.default,
        minimum=parameter.minimum,
        maximum=parameter.maximum,
        allowed=allowed(parameter),
    )


def required(parameter: Parameter) -> bool:
    """Whether a parameter has to be given."""
    return parameter.default is None and not parameter.optional


def allowed(parameter: Parameter) -> tuple[str, ...] | None:
    """The words that a parameter takes; None where it takes more than words."""
    if parameter.type == "language":
        return tuple(LANGUAGES)
    return words(parameter.scheme) if parameter.scheme else None
