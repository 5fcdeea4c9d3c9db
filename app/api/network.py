"""The graph of what is said: statements gathered into edges, chosen by filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pyoxigraph as ox

from ontology.iri import ID, local_name
from queries import sparql

_TEXT: Final = """
PREFIX bfp: <https://w3id.org/bfpg/vocabulary#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?statement ?subject ?relation ?object ?stance ?confidence ?document ?speaker ?issued WHERE {
  ?statement a bfp:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    bfp:stance/skos:notation ?stance ; bfp:polarity/skos:notation "positive" ; bfp:confidence ?confidence ;
    dcterms:source ?said_in .
  ?said_in skos:notation ?document ; bfp:speaksFor/skos:notation ?speaker .
  OPTIONAL { ?said_in dcterms:issued ?issued }
}
"""


@dataclass(frozen=True, slots=True)
class Said:
    """A positive statement, as far as an edge needs it."""

    id: str
    source: str
    relation: str
    target: str
    stance: str
    confidence: float
    document: str
    speaker: str
    issued: date | None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements count; empty means any."""

    relations: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    min_confidence: float = 0.0
    as_of: date | None = None

    def pass_(self, said: Said) -> bool:
        """Whether a statement counts."""
        return (
            said.confidence >= self.min_confidence
            and (not self.relations or said.relation in self.relations)
            and (not self.stances or said.stance in self.stances)
            and (not self.documents or said.document in self.documents)
            and (not self.speakers or said.speaker in self.speakers)
            and (self.as_of is None or (said.issued is not None and said.issued <= self.as_of))
        )


@dataclass(slots=True)
class Edge:
    """All statements that say the same of the same two things."""

    source: str
    relation: str
    target: str
    statements: list[Said] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The same for the same triple in every release."""
        return f"{self.source}--{self.relation}--{self.target}"

    @property
    def confidence(self) -> float:
        """That of its surest statement."""
        return max(each.confidence for each in self.statements)


def read(store: ox.Store) -> tuple[Said, ...]:
    """Every positive statement of a release."""
    found = (
        Said(
            local_name(str(each["statement"])),
            str(each["subject"]).removeprefix(ID),
            local_name(str(each["relation"])),
            str(each["object"]).removeprefix(ID),
            str(each["stance"]),
            float(str(each["confidence"])),
            str(each["document"]),
            str(each["speaker"]),
            date.fromisoformat(each["issued"]) if each["issued"] else None,
        )
        for each in sparql.select(store, _TEXT)
    )
    return tuple(sorted(found, key=lambda each: each.id))


def edges(said: Iterable[Said], filters: Filters, around: Sequence[str] = (), depth: int = 1) -> list[Edge]:
    """The edges that pass, within `depth` steps of the things given, surest first."""
    found: dict[tuple[str, str, str], Edge] = {}
    for each in said:
        if filters.pass_(each):
            key = (each.source, each.relation, each.target)
            found.setdefault(key, Edge(*key)).statements.append(each)
    kept = list(found.values()) if not around else _near(list(found.values()), around, depth)
    return sorted(kept, key=lambda edge: (-edge.confidence, edge.id))


def _near(found: list[Edge], around: Sequence[str], depth: int) -> list[Edge]:
    reached, kept = set(around), dict[str, Edge]()
    for _ in range(depth):
        touching = [edge for edge in found if edge.source in reached or edge.target in reached]
        kept.update((edge.id, edge) for edge in touching)
        reached |= {end for edge in touching for end in (edge.source, edge.target)}
    return list(kept.values())
