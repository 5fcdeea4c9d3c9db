"""The closed enumerations: languages, relations, and the notations of the schemes that queries choose from."""

from ontology import namespaces as ns
from ontology.iri import local_name
from ontology.model import LANGUAGES, Ontology

HEAD = '"""Enumerations of the ontology. Derived from the Turtle by `python -m ontology.emit`. Do not edit."""\n'


def schemes(ontology: Ontology) -> list[str]:
    """The schemes whose concepts describe statements and documents; those that texts name change too often."""
    mentioned = {entity.iri for entity in ontology.entities.values()}
    found = map(local_name, ontology.subjects(ns.RDF + "type", ns.SKOS + "ConceptScheme"))
    return [name for name in found if ontology.in_scheme(name) and not mentioned & set(ontology.in_scheme(name))]


def words(ontology: Ontology) -> str:
    """The module with them."""
    relations = sorted(each.name for each in ontology.relations.values())
    lines = [HEAD, "from collections.abc import Mapping", "from typing import Final", ""]
    lines += [f"LANGUAGES: Final = {_tuple(LANGUAGES)}", f"RELATIONS: Final = {_tuple(relations)}"]
    lines += [f"KINDS: Final = {_tuple(ontology.kinds)}", "SEGMENTS: Final[Mapping[str, str]] = {"]
    lines += [f'    "{name}": "{segment}",' for name, segment in sorted(ontology.segments.items())]
    lines += ["}", '"""Local name of a class -> what its things\' IRIs have after id/."""', ""]
    lines += ["WORDS: Final[Mapping[str, tuple[str, ...]]] = {"]
    lines += [f'    "{name}": {_tuple(ontology.words(name))},'.replace("\n", "\n    ") for name in schemes(ontology)]
    lines += ["}", '"""Scheme -> the notations of its concepts."""', ""]
    return "\n".join(lines)


def _tuple(values: tuple[str, ...] | list[str]) -> str:
    """A tuple as the formatter writes it."""
    return "(\n" + "".join(f'    "{value}",\n' for value in values) + ")"
