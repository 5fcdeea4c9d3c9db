"""The pydantic models of the record's classes: required, scalar and datatype come from the SHACL shapes alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ontology import namespaces as ns
from ontology.emit_words import schemes
from ontology.iri import local_name
from ontology.model import LANGUAGES, Ontology
from ontology.shapes import Facts, Shape, compile_shapes

HEAD = '''# ruff: noqa: E501
"""Models and enumerations. Derived from the Turtle by `python -m ontology.emit`. Do not edit."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Language(StrEnum):
    """The languages of labels."""

%s


class Node(BaseModel):
    """A thing with an IRI."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    id: str
'''
PYTHON = {"string": "str", "integer": "int", "decimal": "Decimal", "boolean": "bool", "date": "date"}


@dataclass(frozen=True, slots=True)
class Member:
    """A field of a model."""

    name: str
    type: str
    default: str

    def __str__(self) -> str:
        return f"    {self.name}: {self.type}{self.default}"


def models(ontology: Ontology) -> str:
    """The module with one enumeration for each closed scheme and one model for each class that has a shape."""
    shapes = compile_shapes(ontology.triples)
    parts = [HEAD % "\n".join(f'    {tag.upper()} = "{tag}"' for tag in LANGUAGES)]
    for scheme in schemes(ontology):
        parts.append(_enumeration(ontology, scheme))
    for shape in shapes.values():
        for target in shape.targets:
            if target.startswith(ns.BFP):
                parts.append(_model(ontology, target, shape, shapes))
    return "\n\n".join(parts)


def snake(name: str) -> str:
    """A lowerCamel name in snake_case.

    >>> snake("hasTarget")
    'has_target'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _enumeration(ontology: Ontology, scheme: str) -> str:
    name = "".join(part.capitalize() for part in scheme.removesuffix("s").split("-"))
    name = {"Polaritie": "Polarity"}.get(name, name)
    title = ontology.label(f"{ns.ID}scheme/{scheme}", "en")
    lines = [f"class {name}Word(StrEnum):", f'    """Words for {title}."""', ""]
    lines += [f'    {word.upper().replace("-", "_")} = "{word}"' for word in ontology.words(scheme)]
    return "\n".join([*lines, ""])


def _model(ontology: Ontology, iri: str, shape: Shape, shapes: Mapping[str, Shape]) -> str:
    lines = [f"class {local_name(iri)}(Node):", f'    """{ontology.definitions(iri).get("en", local_name(iri))}"""', ""]
    facts: dict[str, Facts] = {}
    for name, each in _properties(shape, shapes):
        facts[name] = each if name not in facts else _both(facts[name], each)
    members = [_member(name, each) for name, each in facts.items()]
    ordered = sorted(members, key=lambda each: (bool(each.default), each.name))
    return "\n".join([*lines, *map(str, ordered), ""])


def _properties(shape: Shape, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Facts]]:
    for each in shape.properties:
        if not each.path.inverse:
            yield local_name(each.path.property), each.facts
    for parent in shape.parents:
        yield from _properties(shapes[parent], shapes)


def _both(one: Facts, other: Facts) -> Facts:
    """What two shapes on one property say together."""
    most = [each.max_count for each in (one, other) if each.max_count is not None]
    return Facts(
        max(one.min_count, other.min_count),
        min(most, default=None),
        one.datatype or other.datatype,
        one.languages or other.languages,
        one.unique_language or other.unique_language,
    )


def _member(name: str, facts: Facts) -> Member:
    required = facts.min_count > 0
    if facts.languages:
        inner = "str" if facts.unique_language else "tuple[str, ...]"
        return Member(snake(name), f"dict[Language, {inner}]", "" if required else " = Field(default_factory=dict)")
    base = PYTHON.get(local_name(facts.datatype or ""), "str")
    if facts.max_count == 1:
        return Member(snake(name), base if required else f"{base} | None", "" if required else " = None")
    return Member(snake(name), f"tuple[{base}, ...]", "" if required else " = ()")
