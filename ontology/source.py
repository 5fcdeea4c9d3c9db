"""Reads the ontology from its Turtle files.

There is no compiled cache: pyoxigraph parses the whole of it in tens of milliseconds.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.errors import OntologyError
from ontology.iri import local_name, parts
from ontology.model import Class, Entity, Index, Label, Ontology, Relation

FOLDER: Final = Path(__file__).parent
TYPE: Final = ns.RDF + "type"
NAMES: Final = {
    ns.SKOS + "prefLabel": "prefLabel",
    ns.SKOS + "altLabel": "altLabel",
    ns.SKOS + "hiddenLabel": "hiddenLabel",
    **{
        ns.BFP + name: name
        for name in ("abbreviation", "shortForm", "weakLabel", "adjective", "demonym", "seat", "place")
    },
}

__all__ = ["FOLDER", "Entity", "Label", "Ontology", "checksum", "files", "load", "parse"]


def load(folder: Path = FOLDER) -> Ontology:
    """The ontology in a folder; `OntologyError` names file, line and column of a fault in the Turtle."""
    triples: dict[ox.Triple, None] = {}
    for path in _some_files(folder):
        triples.update(dict.fromkeys(parse(path)))
    return assemble(tuple(triples), checksum(folder))


def checksum(folder: Path = FOLDER) -> str:
    """The SHA-256 of all Turtle files of a folder, names and lengths included."""
    total = sha256()
    for path in _some_files(folder):
        content = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode() + content)
    return total.hexdigest()


def _some_files(folder: Path) -> list[Path]:
    found = files(folder)
    if not found:
        raise OntologyError(f"{folder} holds no Turtle file; expected classes/*.ttl, relations.ttl and schemes/*.ttl.")
    return found


def files(folder: Path = FOLDER) -> list[Path]:
    """The Turtle files of the ontology, sorted by path; what is generated is left out."""
    return sorted(path for path in folder.rglob("*.ttl") if "generated" not in path.relative_to(folder).parts)


def parse(path: Path, content: bytes | None = None) -> list[ox.Triple]:
    """The triples of one Turtle file, blank nodes named after the file and their order in it."""
    try:
        quads = list(ox.parse(path.read_bytes() if content is None else content, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        where = f"{path}, line {error.lineno}, column {error.offset}"
        raise OntologyError(f"{where}: {error.msg}. Allowed is Turtle 1.1 with every prefix declared.") from error
    return [quad.triple for quad in _rename_blank_nodes(quads, path.stem)]


def _rename_blank_nodes(quads: Iterable[ox.Quad], stem: str) -> Iterator[ox.Quad]:
    # The parser draws random names, and two files must not share one.
    names: dict[str, ox.BlankNode] = {}

    def name(term: ox.BlankNode) -> ox.BlankNode:
        return names.setdefault(term.value, ox.BlankNode(f"{stem.replace('-', '')}{len(names)}"))

    for quad in quads:
        subject = name(quad.subject) if isinstance(quad.subject, ox.BlankNode) else quad.subject
        value = name(quad.object) if isinstance(quad.object, ox.BlankNode) else quad.object
        yield ox.Quad(subject, quad.predicate, value)


def assemble(triples: tuple[ox.Triple, ...], digest: str) -> Ontology:
    """The ontology that a set of triples describes."""
    index = _index(triples)
    classes = {iri: _class(iri, values) for iri, values in index.items() if ns.OWL + "Class" in values.get(TYPE, ())}
    relations = {
        iri: Relation(iri, *_ends(iri, values))
        for iri, values in index.items()
        if ns.BFP + "Relation" in values.get(TYPE, ())
    }
    kinds = {each.iri: each.name for each in classes.values() if each.mentioned}
    labels = _labels(triples)
    entities = {
        iri: Entity(iri, kinds[kind], _notation(iri, values), tuple(labels.get(iri, ())))
        for iri, values in index.items()
        for kind in values.get(TYPE, ())
        if kind in kinds
    }
    return Ontology(digest, triples, classes, relations, entities, index)


def _index(triples: Iterable[ox.Triple]) -> Index:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            values = found.setdefault(triple.subject.value, {})
            predicate = triple.predicate.value
            values[predicate] = (*values.get(predicate, ()), triple.object.value)
    return found


def _class(iri: str, values: Mapping[str, tuple[str, ...]]) -> Class:
    return Class(
        iri,
        values.get(ns.RDFS + "subClassOf", ()),
        next(iter(values.get(ns.BFP + "idSegment", ())), None),
        "true" in values.get(ns.BFP + "mentioned", ()),
        "true" in values.get(ns.BFP + "named", ()),
    )


def _ends(iri: str, values: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    domain, range_ = values.get(ns.RDFS + "domain", ()), values.get(ns.RDFS + "range", ())
    if len(domain) != 1 or len(range_) != 1:
        raise OntologyError(f"The relation {local_name(iri)} needs exactly one rdfs:domain and one rdfs:range.")
    return domain[0], range_[0]


def _notation(iri: str, values: Mapping[str, tuple[str, ...]]) -> str:
    return next(iter(values.get(ns.SKOS + "notation", ())), parts(iri)[1])


def _labels(triples: Iterable[ox.Triple]) -> dict[str, list[Label]]:
    found: dict[str, list[Label]] = {}
    for triple in triples:
        name, literal = NAMES.get(triple.predicate.value), triple.object
        if name and isinstance(literal, ox.Literal) and isinstance(triple.subject, ox.NamedNode):
            found.setdefault(triple.subject.value, []).append(Label(literal.value, literal.language or "", name))
    return found
