"""What goes together by its nature: a hint for the judge, from `data/affinity.toml`."""

from collections.abc import Mapping
from functools import cache

from loaders.extraction.facts import facts
from ontology.iri import ID


@cache
def affinities() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Relation -> subject's notation -> objects' notations, the closest first."""
    return {
        relation: {s: tuple(map(str, os)) for shared, os in pairs.items() for s in shared.split()}
        for relation, pairs in facts("affinity").items()
        if relation != "home"
    }


@cache
def home() -> frozenset[str]:
    """The IRIs of Belgium and its parts."""
    return frozenset(ID + name for name in facts("affinity")["home"])


def affinity(relation: str, subject: str, object_: str) -> str:
    """How close a pair is by its nature: first, near, far, or unknown to the table.

    "*country" there is any country; a subject known so only is "usual" or "unusual".

    >>> affinity("threatens", "espionage", "2026-3")
    'first'
    """
    known = affinities()[relation]
    own = known.get(subject)
    close = known.get(general(subject)) if own is None else own
    if close is None:
        return "unknown"
    name = object_.removeprefix("2026-")
    listed = name in close or general(name) in close
    if own is None:
        return "usual" if listed else "unusual"
    if not listed:
        return "far"
    return "first" if close[0] in (name, general(name)) else "near"


def general(notation: str) -> str:
    """What a notation stands under in the table: "*country" for an ISO code."""
    return "*country" if len(notation) == 2 and notation.isupper() else notation
