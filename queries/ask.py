"""Asks a question of the record or of the graph: the same rows either way."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from ontology.errors import QuestionError
from ontology.iri import parts
from ontology.model import choose
from queries import sparql
from queries.catalogue import Question
from queries.parameters import parse
from queries.rows import NEARNESS, Answer, Evidence, LeftOut, Passage, Row, Thing, by_place, in_order

if TYPE_CHECKING:
    import neo4j

Raw = Mapping[str, Any]
Names = Mapping[str, Mapping[str, str]]
Evidenced = Mapping[str, list[Evidence]]
Gather = Callable[[str, Any], tuple[Any, ...]]
"""What a column of a kind of `SEVERAL` holds, from what a query gave: IRIs or words in one text, or a list."""
SEVERAL: Final = ("evidence", "passages", "words")


def ask_record(store: ox.Store, question: Question, given: Mapping[str, Any]) -> Answer:
    """The answer from the RDF record; `QuestionError` where a parameter is not allowed."""
    values = parse(question, given)
    rows: list[Raw] = [*sparql.select(store, sparql.fill(question.sparql, sparql.terms(question, values)))]
    documents = sparql.select(store, sparql.shared("documents.rq"))
    evidence = evidence_of(store, _joined(question, rows, "evidence"))
    passages = passages_of(store, _joined(question, rows, "passages"))

    def gather(kind: str, joined: str | None) -> tuple[Any, ...]:
        if kind == "evidence":
            return in_order([each for name in _words(joined) for each in evidence.get(name, ())])
        if kind == "passages":
            return by_place(passages[name] for name in set(_words(joined)))
        return tuple(sorted(set(_words(joined))))

    return _answer(question, values, rows, names_of(store, _things(question, rows)), gather, documents)


def ask_graph(driver: "neo4j.Driver", question: Question, given: Mapping[str, Any], database: str = "neo4j") -> Answer:
    """The answer from Neo4j; `QuestionError` where a parameter is not allowed."""
    values = parse(question, given)

    def run(text: str, **parameters: Any) -> list[Raw]:
        found = driver.execute_query(text, parameters, database_=database, routing_="r")
        return [record.data() for record in found.records]

    rows = run(question.cypher, **values)
    found = run(sparql.shared("names.cypher"), thing=_things(question, rows))
    names = {row["thing"]: {tag: row[tag] for tag in ("fr", "nl", "de", "en") if row[tag]} for row in found}

    def gather(kind: str, listed: list[Any]) -> tuple[Any, ...]:
        if kind == "evidence":
            return in_order([Evidence.model_validate(each) for each in listed])
        if kind == "passages":
            return by_place({each["passage"]: Passage.model_validate(each) for each in listed}.values())
        return tuple(sorted(set(listed)))

    return _answer(question, values, rows, names, gather, run(sparql.shared("documents.cypher")))


def evidence_of(store: ox.Store, statements: Sequence[str]) -> Evidenced:
    """Statement (IRI) -> its evidence."""
    found: dict[str, list[Evidence]] = {}
    if statements:
        query = sparql.fill(sparql.shared("evidence.rq"), {"statement": [ox.NamedNode(each) for each in statements]})
        for solution in sparql.select(store, query):
            evidence = Evidence.model_validate(solution)
            found.setdefault(evidence.statement, []).append(evidence)
    return found


def passages_of(store: ox.Store, passages: Sequence[str]) -> Mapping[str, Passage]:
    """Passage (IRI) -> where it stands, and how it reads where the text is at hand."""
    if not passages:
        return {}
    query = sparql.fill(sparql.shared("passages.rq"), {"passage": [ox.NamedNode(each) for each in passages]})
    return {str(each["passage"]): Passage.model_validate(each) for each in sparql.select(store, query)}


def names_of(store: ox.Store, things: Sequence[str]) -> Names:
    """Thing (IRI) -> its preferred labels by language."""
    found: dict[str, dict[str, str]] = {}
    if things:
        query = sparql.fill(sparql.shared("names.rq"), {"thing": [ox.NamedNode(each) for each in things]})
        for solution in sparql.select(store, query):
            found.setdefault(str(solution["thing"]), {})[solution["language"] or ""] = str(solution["label"])
    return found


def as_thing(iri: str, names: Mapping[str, str], language: str) -> Thing:
    """A thing with its names, shown in a language."""
    kind, notation = parts(iri)
    ordered = dict(sorted(names.items()))
    return Thing(iri=iri, kind=kind, notation=notation, label=choose(ordered, language) or notation, labels=ordered)


def _answer(
    question: Question,
    values: Mapping[str, Any],
    raw: Iterable[Raw],
    names: Names,
    gather: Gather,
    documents: Iterable[Raw],
) -> Answer:
    language = str(values.get("language") or "fr")
    rows = [_row(question, row, names, gather, language) for row in raw]
    used, left_out = _documents(documents, values, _choice(question, values))
    return Answer(
        question=question.id,
        parameters=dict(values),
        rows=tuple(sorted(rows, key=lambda row: _order(question, row))),
        total=len(rows),
        documents=used,
        left_out=left_out,
    )


def _row(question: Question, raw: Raw, names: Names, gather: Gather, language: str) -> Row:
    values: dict[str, Any] = {}
    for column, type_ in question.columns.items():
        value, kind = raw[column], type_.removesuffix("?")
        if kind in SEVERAL:
            values[column] = gather(kind, value)
        elif value is None or (kind == "date" and value == ""):
            values[column] = None
        elif kind == "thing":
            values[column] = as_thing(value, names.get(value, {}), language)
        elif kind == "nearness":
            values[column] = NEARNESS[int(value)]
        else:
            values[column] = value
    return question.row.model_validate(values)


def _order(question: Question, row: Row) -> tuple[Any, ...]:
    """The sort key of a row: its columns in the question's order, missing values last."""
    key: list[Any] = []
    for column in question.order:
        value = getattr(row, column.removeprefix("-"))
        if isinstance(value, Thing):
            value = value.iri
        elif value in NEARNESS:
            value = NEARNESS.index(value)
        key += [value is None, 0 if value is None else -value if column.startswith("-") else value]
    return tuple(key)


def _choice(question: Question, values: Mapping[str, Any]) -> set[str] | None:
    """The documents that a question was asked of by name; None where it was asked of any."""
    given = [values[each.name] for each in question.parameters if each.kind == "document"]
    named = [names for names in given if names is not None]
    return {name for names in named for name in names} if named else None


def _documents(
    found: Iterable[Raw], values: Mapping[str, Any], chosen: Collection[str] | None
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """The documents that an answer draws on, and the others with the reason."""
    used: list[str] = []
    left_out: list[LeftOut] = []
    known = sorted(found, key=lambda each: str(each["document"]))
    speakers, as_of = values.get("speaks_for"), values.get("as_of")
    unknown = sorted(set(chosen or ()) - {str(each["document"]) for each in known})
    if unknown:
        there = ", ".join(str(each["document"]) for each in known)
        raise QuestionError(f"There is no document {', '.join(unknown)} in this release; there is: {there}.")
    for each in known:
        reason = _reason(each, chosen, speakers, as_of)
        if reason is None:
            used.append(each["document"])
        else:
            left_out.append(LeftOut.model_validate({**each, "reason": reason}))
    return tuple(used), tuple(left_out)


def _reason(document: Raw, chosen: Any, speakers: Any, as_of: date | None) -> str | None:
    if chosen is not None and document["document"] not in chosen:
        return "choice"
    if speakers is not None and document["speaks_for"] not in speakers:
        return "speaker"
    issued = document["issued"]
    if as_of is not None and (issued is None or date.fromisoformat(str(issued)) > as_of):
        return "date"
    return None


def _things(question: Question, rows: Iterable[Raw]) -> list[str]:
    columns = _columns(question, "thing")
    return sorted({row[column] for row in rows for column in columns if row[column] is not None})


def _columns(question: Question, kind: str) -> list[str]:
    return [column for column, type_ in question.columns.items() if type_.removesuffix("?") == kind]


def _joined(question: Question, rows: Iterable[Raw], kind: str) -> list[str]:
    """The IRIs in the columns of a kind, each once."""
    return sorted({name for row in rows for column in _columns(question, kind) for name in _words(row[column])})


def _words(joined: str | None) -> list[str]:
    return joined.split() if joined else []
