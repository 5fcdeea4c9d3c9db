"""Neo4j back to RDF: the quads of the ontology and statements graphs that nodes and links stand for."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

import pyoxigraph as ox

from loaders.graph import folds
from loaders.graph.names import OWN_KEYS, TYPE, Names
from loaders.graph.rows import Link, Node
from loaders.graph.values import to_literal, unpack
from ontology import namespaces as ns
from ontology.iri import thing
from ontology.terms import iri


def inverse(nodes: Iterable[Node], links: Iterable[Link], names: Names) -> set[ox.Quad]:
    """The quads that a graph stands for."""
    nodes, links = list(nodes), list(links)
    graphs = {node.uri: _graphs(node) for node in nodes}
    found: set[ox.Quad] = set()

    def add(home: str, subject: str, pair: folds.Pair) -> None:
        for graph in graphs.get(home, ()):
            found.add(ox.Quad(iri(subject), iri(pair[0]), pair[1], iri(graph)))

    for node in nodes:
        for subject, pair in _of_node(node, names):
            add(node.uri, subject, pair)
        found.update(_kept(node))
    for statement, uri, pair in folds.unevidence((each for each in links if each.type == "EVIDENCE"), names):
        add(statement, uri, pair)
    ends: dict[tuple[str, str], str] = {}
    for link in links:
        predicate = names.relationships.get(link.type)
        if predicate and predicate not in names.ontology.relations:
            add(link.start, link.start, (predicate, iri(link.end)))
            ends[link.start, link.type] = link.end
    for node in nodes:
        for subject, pair in _plain(node, ends, names):
            add(node.uri, subject, pair)
    return found


def canonical(quads: Iterable[ox.Quad]) -> str:
    """The SHA-256 of sorted N-Quads; without blank nodes this is the hash of RDFC-1.0."""
    return sha256("".join(sorted({line(quad) for quad in quads})).encode()).hexdigest()


def line(quad: ox.Quad) -> str:
    """A quad as a line of N-Quads."""
    return (ox.serialize([quad], format=ox.RdfFormat.N_QUADS) or b"").decode()


def _graphs(node: Node) -> list[str]:
    return [thing("graph", str(each)) for each in unpack(node.properties.get("_graph", []))]


def _of_node(node: Node, names: Names) -> Iterator[tuple[str, folds.Pair]]:
    for each in names.implied_classes(node.labels) | _types(node):
        yield node.uri, (TYPE, iri(each))
    passage = "Passage" in node.labels
    silent = OWN_KEYS | {str(each) for each in unpack(node.properties.get("_local", []))}
    for key, value in node.properties.items():
        if key in silent or key not in names.properties:
            continue
        if passage and (key in folds.TEXT_KEYS.values() or key in ("start", "end")):
            continue
        predicate, language = names.properties[key]
        for scalar in unpack(value):
            yield node.uri, (predicate, to_literal(scalar, language))
    for pair in folds.unword(node.properties):
        yield node.uri, pair
    if passage:
        yield from folds.unposition(node.uri, node.properties, names)


def _types(node: Node) -> set[str]:
    """The classes that labels do not tell."""
    written = (str(each) for each in unpack(node.properties.get("types", [])))
    return {each.strip("<>") if each.startswith("<") else ns.expand(each) for each in written}


def _plain(node: Node, ends: Mapping[tuple[str, str], str], names: Names) -> Iterator[tuple[str, folds.Pair]]:
    """The plain triple of a statement that makes it hold."""
    if "Statement" in node.labels and holds(node, names):
        subject, value = ends.get((node.uri, "SUBJECT")), ends.get((node.uri, "OBJECT"))
        if subject and value:
            yield subject, (ns.BFP + str(node.properties["relation"]), iri(value))


def holds(node: Node, names: Names) -> bool:
    """Whether a statement's triple holds: it is positive, and its stance is one of which the ontology says so."""
    stance = thing("stance", str(node.properties.get("stance")))
    positive = node.properties.get("polarity") == "positive" and "relation" in node.properties
    return positive and "true" in names.ontology.objects(stance, ns.BFP + "holds")


def _kept(node: Node) -> Iterable[ox.Quad]:
    lines = "\n".join(str(each) for each in unpack(node.properties.get("_rdf", [])))
    return ox.parse(lines, format=ox.RdfFormat.N_QUADS) if lines else ()
