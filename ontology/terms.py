"""RDF terms as the record writes them: literals that every store gives back unchanged."""

from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from ontology import namespaces as ns


def iri(value: str) -> ox.NamedNode:
    """An IRI as a term."""
    return ox.NamedNode(value)


def text(value: str, language: str | None = None) -> ox.Literal:
    """A string, with a lower-case language tag where it has a language."""
    return ox.Literal(value, language=language.lower()) if language else ox.Literal(value)


def integer(value: int) -> ox.Literal:
    """An `xsd:integer`."""
    return ox.Literal(str(value), datatype=iri(ns.XSD + "integer"))


def decimal(value: float, digits: int = 4) -> ox.Literal:
    """An `xsd:decimal` without trailing zeros.

    >>> decimal(0.90).value
    '0.9'
    """
    number = round(Decimal(str(value)), digits).normalize()
    return ox.Literal(format(number, "f"), datatype=iri(ns.XSD + "decimal"))


def day(value: date) -> ox.Literal:
    """An `xsd:date`."""
    return ox.Literal(value.isoformat(), datatype=iri(ns.XSD + "date"))
