"""What is written to Neo4j and read from it: nodes and links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Scalar = str | int | float | bool | date
Value = Scalar | list[str] | list[int] | list[float] | list[bool] | list[date]
Properties = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its `uri` is one of its properties too; labels are sorted."""

    uri: str
    labels: tuple[str, ...]
    properties: Properties = field(hash=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between two nodes, named by their uris. Those with a `uri` of their own may stand in parallel."""

    start: str
    type: str
    end: str
    properties: Properties = field(default_factory=dict, hash=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells a link from all others."""
        return self.start, self.type, self.end, str(self.properties.get("uri", ""))


@dataclass(frozen=True, slots=True)
class Projection:
    """A release as nodes and links; `kept` quads of `quads` are in `_rdf` because nothing else says them."""

    nodes: Sequence[Node]
    links: Sequence[Link]
    quads: int
    kept: int
