"""Parameters of a question: from what a user wrote to checked values."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ontology.errors import QuestionError
from ontology.generated.words import LANGUAGES
from queries.catalogue import Parameter, Question
from queries.catalogue import words as allowed_words

Values = Mapping[str, Any]


def parse(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every parameter, defaults included; `QuestionError` says what is allowed.

    Values may be text, as from a command line or an address, where lists are separated by commas, or typed already.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise QuestionError(f"{question.id} has no parameter {', '.join(unknown)}; it has {', '.join(known)}.")
    said = {name: value for name, value in given.items() if value not in (None, "", [], ())}
    return {name: _value(parameter, said) for name, parameter in known.items()}


def _value(parameter: Parameter, said: Mapping[str, Any]) -> Any:
    if parameter.name in said:
        return READERS[parameter.type](parameter, said[parameter.name])
    if parameter.unless in said or (parameter.optional and parameter.default is None):
        return None
    if parameter.default is None:
        raise QuestionError(f"The parameter {parameter.name} is needed ({parameter.title['en']}).")
    return READERS[parameter.type](parameter, parameter.default)


def _integer(parameter: Parameter, value: Any) -> int:
    try:
        number = int(str(value))
    except ValueError as error:
        raise _refused(parameter, value, "a whole number") from error
    return int(_bounded(parameter, number, "a whole number"))


def _number(parameter: Parameter, value: Any) -> float:
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise _refused(parameter, value, "a number") from error
    if not number.is_finite():
        raise _refused(parameter, value, "a number")
    return float(_bounded(parameter, float(number), "a number"))


def _bounded(parameter: Parameter, number: float, what: str) -> float:
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise _refused(parameter, number, what)
    return number


def _date(parameter: Parameter, value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise _refused(parameter, value, "a date such as 2025-12-31") from error


def _language(parameter: Parameter, value: Any) -> str:
    if value not in LANGUAGES:
        raise _refused(parameter, value, f"one of {', '.join(LANGUAGES)}")
    return str(value)


def _words(parameter: Parameter, value: Any) -> tuple[str, ...]:
    allowed = allowed_words(parameter.scheme or "")
    words = _several(value)
    for word in words:
        if word not in allowed:
            raise _refused(parameter, word, f"among {', '.join(allowed)}")
    return words


def _names(parameter: Parameter, value: Any) -> tuple[str, ...]:
    names = _several(value)
    for name in names:
        if not all(letter.isalnum() or letter in "-._" for letter in name):
            raise _refused(parameter, name, f"the id of a {parameter.kind}: letters, digits and hyphens")
    return names


def _several(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(dict.fromkeys(part for each in parts for part in [str(each).strip()] if part))


def _refused(parameter: Parameter, value: Any, allowed: str) -> QuestionError:
    low, high = parameter.minimum, parameter.maximum
    between = f" from {low:g} to {high:g}" if low is not None and high is not None else ""
    return QuestionError(f"The parameter {parameter.name} is '{value}'; allowed is {allowed}{between}.")


READERS = {
    "integer": _integer,
    "number": _number,
    "date": _date,
    "language": _language,
    "words": _words,
    "names": _names,
}
