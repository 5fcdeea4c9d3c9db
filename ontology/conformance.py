"""Checks triples against the compiled shapes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.namespaces import curie
from ontology.shapes import Check, Graph, Shape, Term, Violation


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked: nodes for each shape that has a target, and what broke a shape."""

    focus_nodes: Mapping[str, int]
    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing broke a shape, and anything was checked at all."""
        return not self.violations and sum(self.focus_nodes.values()) > 0


def check(triples: Iterable[ox.Triple | ox.Quad], shapes: Mapping[str, Shape]) -> Report:
    """The report on every node that a shape targets."""
    graph = Graph(triples)
    counts: dict[str, int] = {}
    found: list[Violation] = []
    for shape in shapes.values():
        nodes = {node for target in shape.targets for node in graph.instances.get(target, ())}
        if shape.targets:
            counts[shape.name] = len(nodes)
        for node in sorted(nodes, key=str):
            found.extend(breaches(graph, node, shape, shapes))
    return Report(counts, tuple(found))


def breaches(graph: Graph, node: Term, shape: Shape, shapes: Mapping[str, Shape]) -> Iterator[Violation]:
    """How a node breaks a shape or one that the shape builds on."""
    yield from _run(graph, node, shape.name, "", [node], shape.checks)
    for each in shape.properties:
        yield from _run(graph, node, shape.name, str(each.path), graph.get(node, each.path), each.checks)
    for parent in shape.parents:
        yield from breaches(graph, node, shapes[parent], shapes)


def _run(
    graph: Graph, node: Term, shape: str, path: str, values: Sequence[Term], checks: tuple[tuple[str, Check], ...]
) -> Iterator[Violation]:
    for name, check_values in checks:
        for value in check_values(graph, node, values):
            yield Violation(shape, curie(str(node)[1:-1]), path, name, "" if value is None else str(value))
