"""Names in all languages, read once a release: what a search looks through."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ontology.iri import parts
from queries import sparql

_TEXT: Final = """
PREFIX bfp: <https://w3id.org/bfpg/vocabulary#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing (STR(?name) AS ?text) (LANG(?name) AS ?language) (STRAFTER(STR(?property), "#") AS ?kind) WHERE {
  VALUES ?property { skos:prefLabel skos:altLabel bfp:abbreviation bfp:shortForm bfp:adjective bfp:demonym }
  ?thing skos:notation ?notation ; ?property ?name .
  FILTER(STRSTARTS(STR(?thing), "https://w3id.org/bfpg/id/"))
}
"""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name of a thing; `property` is the local name of what says so."""

    thing: str
    text: str
    language: str
    property: str
    folded: str


def read(store: ox.Store) -> tuple[Name, ...]:
    """Every name in a release, sorted."""
    found = (
        Name(str(each["thing"]), str(each["text"]), each["language"] or "", str(each["kind"]), fold(str(each["text"])))
        for each in sparql.select(store, _TEXT)
    )
    return tuple(sorted(found))


def fold(text: str) -> str:
    """A name without case and accents.

    >>> fold("Société")
    'societe'
    """
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).replace("’", "'")


def search(names: Iterable[Name], wanted: str | None, kind: str | None) -> list[Name]:
    """The best fitting name of each thing, best first: whole names, then beginnings, then what holds the words."""
    asked = fold(wanted.strip()) if wanted else ""
    inside = re.compile(rf"\b{re.escape(asked)}")
    best: dict[str, tuple[int, int, str, Name]] = {}
    for name in names:
        if asked not in name.folded or (kind and parts(name.thing)[0] != kind):
            continue
        rank = (_rank(name.folded, asked, inside), name.property != "prefLabel", name.folded, name)
        if name.thing not in best or rank < best[name.thing]:
            best[name.thing] = rank
    if not asked:
        return [best[iri][3] for iri in sorted(best)]
    return [rank[3] for rank in sorted(best.values())]


def _rank(folded: str, asked: str, inside: re.Pattern[str]) -> int:
    if folded == asked:
        return 0
    if folded.startswith(asked):
        return 1
    return 2 if inside.search(folded) else 3
