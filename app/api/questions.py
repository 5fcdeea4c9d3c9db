"""The catalogue of questions, and their answers: one route a question, made from its declaration."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, create_model

from app.api import negotiation
from app.api.catalogue import Catalogue, allowed, describe, required
from app.api.dependencies import Limit, Offset, Serving
from app.api.paging import next_page, page
from app.api.problems import ProblemError
from ontology.generated.words import LANGUAGES
from queries.ask import ask_record
from queries.catalogue import Parameter, Question, questions
from queries.rows import Frozen, LeftOut, Row

DEFAULT_LIMIT = 100


class AnswerPage(Frozen):
    """A page of an answer, with the parameters as they were understood and the documents that it draws on."""

    question: str
    title: dict[str, str]
    release: str = Field(description="The release that the answer was made from.")
    parameters: dict[str, Any] = Field(description="Every parameter as it was understood, defaults included.")
    rows: tuple[Row, ...]
    total: int = Field(description="How many rows the whole answer has.")
    limit: int
    offset: int
    next: str | None = Field(description="The path of the next page; null on the last.")
    documents: tuple[str, ...] = Field(description="The documents that the answer draws on.")
    left_out: tuple[LeftOut, ...] = Field(description="The documents that it does not draw on, and why.")
    left_out_total: int


def router() -> APIRouter:
    """`/v1/questions` and a route for each question."""
    routes = APIRouter(prefix="/v1/questions", tags=["questions"])
    routes.add_api_route("", catalogue, summary="The questions that can be asked")
    for question in questions().values():
        routes.add_api_route(
            f"/{question.id}",
            _handler(question),
            response_model=_answer_model(question),
            summary=question.title["en"],
            description=question.description["en"],
            operation_id=question.id.replace("-", "_"),
        )
    routes.add_api_route("/{question}", unknown, include_in_schema=False)
    return routes


def catalogue() -> Catalogue:
    """Lists the questions with their parameters and texts."""
    found = tuple(describe(question) for question in questions().values())
    return Catalogue(questions=found, total=len(found))


def unknown(question: str) -> None:
    """Says which questions there are."""
    raise ProblemError("not-found", f"There is no question '{question}'; there is: {', '.join(questions())}.")


def _answer_model(question: Question) -> type[BaseModel]:
    name = question.row.__name__.removesuffix("Row")
    return create_model(f"{name}Answer", __base__=AnswerPage, rows=(tuple[question.row, ...], ...))  # type: ignore[name-defined]


def _handler(question: Question) -> Callable[..., AnswerPage]:
    """The handler of a question, with its parameters in its signature, where FastAPI looks for them."""

    def answer(
        request: Request, response: Response, serving: Serving, limit: int, offset: int, **given: Any
    ) -> AnswerPage:
        if "language" in given:
            given["language"] = given["language"] or negotiation.language(request.headers.get("Accept-Language"))
            response.headers["Content-Language"] = given["language"]
        said = {name: ",".join(value) if isinstance(value, list) else value for name, value in given.items()}
        key = (question.id, *sorted((name, str(value)) for name, value in said.items()))
        found = serving.answers.get(key, lambda: ask_record(serving.store, question, said))
        return AnswerPage(
            question=question.id,
            title=dict(question.title),
            release=serving.release.id,
            parameters=dict(found.parameters),
            rows=tuple(page(found.rows, limit, offset)),
            total=found.total,
            limit=limit,
            offset=offset,
            next=next_page(request, response, found.total, limit, offset),
            documents=found.documents,
            left_out=found.left_out,
            left_out_total=len(found.left_out),
        )

    keyword = inspect.Parameter.KEYWORD_ONLY
    fixed = {"request": Request, "response": Response, "serving": Serving, "limit": Limit, "offset": Offset}
    defaults = {"limit": DEFAULT_LIMIT, "offset": 0}
    signature = [
        inspect.Parameter(name, keyword, annotation=type_, default=defaults.get(name, inspect.Parameter.empty))
        for name, type_ in fixed.items()
    ] + [
        inspect.Parameter(each.name, keyword, annotation=_annotation(each), default=_default(each))
        for each in question.parameters
    ]
    answer.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    answer.__annotations__ = {each.name: each.annotation for each in signature}
    return answer


def _annotation(parameter: Parameter) -> Any:
    told = parameter.title["en"]
    if parameter.type in ("words", "names"):
        # A list is written as several parameters or with commas; `queries.parameters` reads both.
        words = allowed(parameter)
        items = {"type": "string", **({"enum": list(words)} if words else {})}
        usual = f" (default: {', '.join(parameter.default)})" if parameter.default else ""
        return Annotated[list[str], Query(description=told + usual, json_schema_extra={"items": items})]
    types: dict[str, Any] = {"integer": int, "number": float, "date": date, "language": Literal[LANGUAGES]}
    type_ = types[parameter.type]
    bounds = Query(description=told, ge=parameter.minimum, le=parameter.maximum)
    return Annotated[type_ | None if _default(parameter) is None else type_, bounds]


def _default(parameter: Parameter) -> Any:
    if required(parameter):
        return inspect.Parameter.empty
    if parameter.type in ("words", "names"):
        return []
    # The language is that of Accept-Language where none is given, so its default is not told as one.
    return None if parameter.type == "language" else parameter.default
