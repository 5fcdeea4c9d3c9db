"""Entities as the API shows them: names, definitions, classes, values and links, read from the record."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.iri import local_name, parts
from ontology.model import choose
from queries.ask import as_thing, names_of
from queries.rows import Frozen, Thing

SKIPPED: Final = frozenset({ns.RDF + "type", ns.SKOS + "notation", ns.SKOS + "prefLabel", ns.SKOS + "definition"})
DERIVED: Final = (ns.RDF + "subject", ns.RDF + "object", ns.BFP + "names")


class Name(Frozen):
    """A name other than the preferred label; `property` is the local name of what says so."""

    text: str
    language: str
    property: str


class Link(Frozen):
    """A link to another thing; `inverse` where the other thing has the property."""

    property: str
    thing: Thing
    inverse: bool = False


class EntityView(Frozen):
    """An entity: `classes` from the most specific, `values` property -> literals, `links` without the statements."""

    iri: str
    kind: str
    notation: str
    label: str
    labels: dict[str, str]
    classes: tuple[str, ...]
    definition: str | None
    definitions: dict[str, str]
    names: tuple[Name, ...]
    values: dict[str, tuple[str | int | float | bool, ...]]
    links: tuple[Link, ...]


def entity(store: ox.Store, iri: str, relations: Iterable[str], language: str = "fr") -> EntityView | None:
    """An entity by its IRI; None where the release has none. `relations` (IRIs) are left to the statements."""
    node = ox.NamedNode(iri)
    told = [
        (quad.predicate.value, quad.object) for quad in store.quads_for_pattern(node, None, None, ox.DefaultGraph())
    ]
    if not told:
        return None
    literals = [(predicate, value) for predicate, value in told if isinstance(value, ox.Literal)]
    labels = _by_language(literals, ns.SKOS + "prefLabel")
    definitions = _by_language(literals, ns.SKOS + "definition")
    shown = as_thing(iri, labels, language)
    return EntityView(
        iri=iri,
        kind=shown.kind,
        notation=shown.notation,
        label=shown.label,
        labels=shown.labels,
        classes=_classes(value for predicate, value in told if predicate == ns.RDF + "type"),
        definition=choose(definitions, language),
        definitions=definitions,
        names=_names(literals),
        values=_values(literals),
        links=_links(store, node, frozenset(relations), language),
    )


def _by_language(literals: Iterable[tuple[str, ox.Literal]], wanted: str) -> dict[str, str]:
    return dict(sorted((value.language or "", value.value) for predicate, value in literals if predicate == wanted))


def _classes(values: Iterable[object]) -> tuple[str, ...]:
    found = sorted(value.value for value in values if isinstance(value, ox.NamedNode))
    return tuple(ns.curie(iri) for iri in sorted(found, key=lambda iri: not iri.startswith(ns.BFP)))


def _names(literals: Iterable[tuple[str, ox.Literal]]) -> tuple[Name, ...]:
    found = [
        Name(text=value.value, language=value.language, property=local_name(predicate))
        for predicate, value in literals
        if value.language and predicate not in SKIPPED
    ]
    return tuple(sorted(found, key=lambda each: (each.property, each.language, each.text)))


def _values(literals: Iterable[tuple[str, ox.Literal]]) -> dict[str, tuple[str | int | float | bool, ...]]:
    found: dict[str, list[str | int | float | bool]] = {}
    for predicate, value in literals:
        if not value.language and predicate not in SKIPPED:
            found.setdefault(local_name(predicate), []).append(native(value))
    return {name: tuple(sorted(values, key=str)) for name, values in sorted(found.items())}


def native(literal: ox.Literal) -> str | int | float | bool:
    """The Python value of a literal; dates and strings stay text."""
    kind = literal.datatype.value.removeprefix(ns.XSD)
    if kind == "integer":
        return int(literal.value)
    if kind == "decimal":
        return float(literal.value)
    return literal.value == "true" if kind == "boolean" else literal.value


def _links(store: ox.Store, node: ox.NamedNode, relations: frozenset[str], language: str) -> tuple[Link, ...]:
    passed = {ns.RDF + "type", *DERIVED, *relations}
    outward = {
        (quad.predicate.value, quad.object.value, False)
        for quad in store.quads_for_pattern(node, None, None, ox.DefaultGraph())
        if isinstance(quad.object, ox.NamedNode)
    }
    inward = {
        (quad.predicate.value, quad.subject.value, True)
        for quad in store.quads_for_pattern(None, None, node, ox.DefaultGraph())
        if isinstance(quad.subject, ox.NamedNode)
    }
    found = [each for each in sorted(outward | inward) if each[0] not in passed and _is_thing(each[1])]
    names = names_of(store, sorted({other for _, other, _ in found}))
    return tuple(
        Link(property=local_name(predicate), thing=as_thing(other, names.get(other, {}), language), inverse=inverse)
        for predicate, other, inverse in found
    )


def _is_thing(iri: str) -> bool:
    """Whether an IRI is that of a thing that a page can show: no selector, nothing outside."""
    return iri.startswith(ns.ID) and "#" not in iri and all(parts(iri))
