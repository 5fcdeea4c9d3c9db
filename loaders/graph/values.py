"""Literals as native values of Neo4j, and back to the same literal."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from loaders.graph.rows import Scalar, Value
from ontology import namespaces as ns
from ontology.terms import day, decimal, integer, iri, text

_LARGEST: Final = 2**63 - 1


def native(literal: ox.Literal) -> Scalar | None:
    """The native value of a literal, its language left aside; None where it would not come back unchanged.

    >>> native(ox.Literal("0.86", datatype=ox.NamedNode(ns.XSD + "decimal")))
    0.86
    """
    if literal.language:
        return literal.value
    try:
        value = _read(literal.datatype.value.removeprefix(ns.XSD), literal.value)
    except (ValueError, ArithmeticError):
        return None
    return value if value is not None and to_literal(value) == literal else None


def _read(datatype: str, lexical: str) -> Scalar | None:
    match datatype:
        case "string":
            return lexical
        case "integer":
            return int(lexical) if abs(int(lexical)) <= _LARGEST else None
        case "decimal":
            return float(Decimal(lexical))
        case "boolean":
            return lexical == "true"
        case "date":
            return date.fromisoformat(lexical)
    return None


def to_literal(value: Scalar, language: str | None = None) -> ox.Literal:
    """The literal of a native value."""
    if isinstance(value, bool):
        return ox.Literal("true" if value else "false", datatype=iri(ns.XSD + "boolean"))
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, float):
        return decimal(value, digits=17)
    if isinstance(value, date):
        return day(value)
    return text(value, language)


def pack(values: Sequence[Scalar], *, several: bool) -> Value | None:
    """One value, or a sorted list of them; None where Neo4j could not hold them together."""
    if not several:
        return values[0] if len(values) == 1 else None
    if len({type(value) for value in values}) != 1:
        return None
    return sorted(values)  # type: ignore[return-value]


def unpack(value: Value) -> Iterable[Scalar]:
    """The values of a property, whether it is a list or not."""
    return value if isinstance(value, list) else (value,)
