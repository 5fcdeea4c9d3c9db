"""The SHACL shapes of the ontology, compiled: what a thing of each class must have.

pySHACL is the reference and checks what it can in reasonable time (docs/decisions/validation.md). This is the part of
SHACL that the shapes use, compiled to plain functions so that every node of a record is checked in a second or two.
A constraint that is not known here is an error, never passed over.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.errors import OntologyError
from ontology.iri import local_name

Node = ox.NamedNode | ox.BlankNode
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
TYPE: Final = ns.RDF + "type"
NOT_CONSTRAINTS: Final = frozenset({"path", "property", "node", "targetClass", "message", "name", "description"})


class Graph:
    """Triples by subject and property, and the things of each class."""

    def __init__(self, triples: Iterable[ox.Triple | ox.Quad]) -> None:
        self.values: dict[Node, dict[str, list[Term]]] = {}
        self.inverse: dict[tuple[Term, str], list[Term]] = defaultdict(list)
        self.instances: dict[str, set[Node]] = defaultdict(set)
        for triple in triples:
            if isinstance(triple.subject, ox.Triple):
                continue
            predicate = triple.predicate.value
            values = self.values.setdefault(triple.subject, {}).setdefault(predicate, [])
            if triple.object not in values:
                values.append(triple.object)
                if predicate == TYPE:
                    self.instances[triple.object.value if isinstance(triple.object, ox.NamedNode) else ""].add(
                        triple.subject
                    )
                elif predicate == HAS_BODY:
                    self.inverse[triple.object, predicate].append(triple.subject)

    def get(self, focus: Term, path: "Path") -> Sequence[Term]:
        """The values that a path reaches from a node."""
        if path.inverse:
            return self.inverse.get((focus, path.property), ())
        return self.values.get(focus, {}).get(path.property, ()) if isinstance(focus, Node) else ()


HAS_BODY: Final = ns.OA + "hasBody"


@dataclass(frozen=True, slots=True)
class Path:
    """A property, walked forwards or backwards."""

    property: str
    inverse: bool = False

    def __str__(self) -> str:
        return ("^" if self.inverse else "") + ns.curie(self.property)


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach: the shape, the thing, the property, the SHACL constraint and the value that breaks it."""

    shape: str
    focus: str
    path: str
    constraint: str
    value: str

    def __str__(self) -> str:
        at = f" at {self.path}" if self.path else ""
        return f"{self.focus} breaks {self.shape}{at}: sh:{self.constraint}, value {self.value or 'none'}"


Check = Callable[[Graph, Term, Sequence[Term]], Iterable[Term | None]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a property shape says that generated code needs."""

    min_count: int = 0
    max_count: int | None = None
    datatype: str | None = None
    languages: tuple[str, ...] = ()
    unique_language: bool = False


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """The constraints on the values of one path."""

    path: Path
    facts: Facts
    checks: tuple[tuple[str, Check], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape; `parents` are the shapes that its nodes must also meet."""

    name: str
    targets: tuple[str, ...]
    parents: tuple[str, ...]
    checks: tuple[tuple[str, Check], ...]
    properties: tuple[PropertyShape, ...]


def compile_shapes(triples: Iterable[ox.Triple]) -> Mapping[str, Shape]:
    """The node shapes among the triples, by local name; `OntologyError` for a constraint that is not known here."""
    graph = Graph(triples)
    return {shape.name: shape for shape in (_shape(graph, each) for each in sorted(_shapes(graph), key=str))}


def _shapes(graph: Graph) -> Iterable[Node]:
    return graph.instances.get(ns.SH + "NodeShape", ())


def _shape(graph: Graph, node: Node) -> Shape:
    values = graph.values[node]
    return Shape(
        local_name(str(node)[1:-1]),
        tuple(local_or_iri(each) for each in values.get(ns.SH + "targetClass", ())),
        tuple(local_name(str(each)[1:-1]) for each in values.get(ns.SH + "node", ())),
        tuple(_checks(graph, node)),
        tuple(_property(graph, each) for each in values.get(ns.SH + "property", ())),
    )


def local_or_iri(term: Term) -> str:
    """The IRI of a term that must be one."""
    if not isinstance(term, ox.NamedNode):
        raise OntologyError(f"A shape has {term} where an IRI is allowed.")
    return term.value


def _property(graph: Graph, node: Term) -> PropertyShape:
    assert isinstance(node, Node)
    path = graph.values[node][ns.SH + "path"][0]
    if isinstance(path, ox.BlankNode):
        inverse = graph.values[path].get(ns.SH + "inversePath", [])
        if len(inverse) != 1:
            raise OntologyError("Allowed as sh:path are a property and [ sh:inversePath property ].")
        return PropertyShape(Path(local_or_iri(inverse[0]), inverse=True), Facts(), tuple(_checks(graph, node)))
    return PropertyShape(Path(local_or_iri(path)), _facts(graph, node), tuple(_checks(graph, node)))


def _facts(graph: Graph, node: Node) -> Facts:
    values = {key.removeprefix(ns.SH): found[0] for key, found in graph.values[node].items()}
    return Facts(
        int(_text(values["minCount"])) if "minCount" in values else 0,
        int(_text(values["maxCount"])) if "maxCount" in values else None,
        _text(values["datatype"]) if "datatype" in values else None,
        tuple(map(_text, items(graph, values["languageIn"]))) if "languageIn" in values else (),
        "uniqueLang" in values,
    )


def _checks(graph: Graph, node: Node) -> Iterator[tuple[str, Check]]:
    for predicate, values in sorted(graph.values[node].items()):
        name = predicate.removeprefix(ns.SH)
        if not predicate.startswith(ns.SH) or name in NOT_CONSTRAINTS:
            continue
        if name not in CONSTRAINTS:
            raise OntologyError(f"The constraint sh:{name} is not known; known are {', '.join(sorted(CONSTRAINTS))}.")
        for value in values:
            yield name, CONSTRAINTS[name](graph, value)


def items(graph: Graph, head: Term) -> list[Term]:
    """The members of an RDF list."""
    found: list[Term] = []
    while isinstance(head, ox.BlankNode):
        cell = graph.values[head]
        found.append(cell[ns.RDF + "first"][0])
        head = cell[ns.RDF + "rest"][0]
    return found


def _each(good: Callable[[Term], bool]) -> Check:
    return lambda _graph, _focus, values: (value for value in values if not good(value))


def _at_least(_: Graph, bound: Term) -> Check:
    count = int(_text(bound))
    return lambda _graph, _focus, values: [None] if len(values) < count else []


def _at_most(_: Graph, bound: Term) -> Check:
    count = int(_text(bound))
    return lambda _graph, _focus, values: values[count:]


def _datatype(_: Graph, datatype: Term) -> Check:
    return _each(lambda value: isinstance(value, ox.Literal) and value.datatype == datatype)


def _class(_: Graph, expected: Term) -> Check:
    name = local_or_iri(expected)
    return lambda graph, _focus, values: (each for each in values if each not in graph.instances.get(name, ()))


def _node_kind(_: Graph, kind: Term) -> Check:
    if local_or_iri(kind) != ns.SH + "IRI":
        raise OntologyError(f"The node kind {kind} is not known; known is sh:IRI.")
    return _each(lambda value: isinstance(value, ox.NamedNode))


def _in(graph: Graph, head: Term) -> Check:
    allowed = set(items(graph, head))
    return _each(lambda value: value in allowed)


def _pattern(_: Graph, pattern: Term) -> Check:
    regex = re.compile(_text(pattern))
    return _each(lambda value: regex.search(_text(value)) is not None)


def _language_in(graph: Graph, head: Term) -> Check:
    allowed = {_text(each) for each in items(graph, head)}
    return _each(lambda value: isinstance(value, ox.Literal) and value.language in allowed)


def _unique_lang(_: Graph, _on: Term) -> Check:
    def repeated(_graph: Graph, _focus: Term, values: Sequence[Term]) -> Iterable[Term]:
        seen: set[str | None] = set()
        for value in values:
            language = value.language if isinstance(value, ox.Literal) else None
            if language and language in seen:
                yield value
            seen.add(language)

    return repeated


def _bound(good: Callable[[Decimal, Decimal], bool]) -> Callable[[Graph, Term], Check]:
    def build(_: Graph, bound: Term) -> Check:
        limit = Decimal(_text(bound))
        return _each(lambda value: (number := as_number(value)) is not None and good(number, limit))

    return build


def _less_than(_: Graph, predicate: Term) -> Check:
    other = Path(local_or_iri(predicate))

    def check(graph: Graph, focus: Term, values: Sequence[Term]) -> Iterable[Term]:
        limits = [as_number(each) for each in graph.get(focus, other)]
        for value in values:
            number = as_number(value)
            if any(number is None or limit is None or number >= limit for limit in limits):
                yield value

    return check


def as_number(term: Term) -> Decimal | None:
    """The number of a numeric literal, else None."""
    numeric = (ns.XSD + "integer", ns.XSD + "decimal")
    return Decimal(term.value) if isinstance(term, ox.Literal) and term.datatype.value in numeric else None


def _text(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


CONSTRAINTS: Final[Mapping[str, Callable[[Graph, Term], Check]]] = {
    "minCount": _at_least,
    "maxCount": _at_most,
    "datatype": _datatype,
    "class": _class,
    "nodeKind": _node_kind,
    "in": _in,
    "pattern": _pattern,
    "languageIn": _language_in,
    "uniqueLang": _unique_lang,
    "minInclusive": _bound(lambda number, limit: number >= limit),
    "maxInclusive": _bound(lambda number, limit: number <= limit),
    "lessThan": _less_than,
}
