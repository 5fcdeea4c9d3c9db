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
from ontology.model import Class, Entity, Label, Ontology, Relation

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
    return list(_rename_blank_nodes((quad.triple for quad in quads), path.stem.replace("-", "")))


def _rename_blank_nodes(triples: Iterable[ox.Triple], stem: str) -> Iterator[ox.Triple]:
    # The parser draws random names, and two files must not share one.
    names: dict[ox.BlankNode, ox.BlankNode] = {}

    def name(term: ox.BlankNode) -> ox.BlankNode:
        return names.setdefault(term, ox.BlankNode(f"{stem}{len(names)}"))

    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, ox.BlankNode) or isinstance(value, ox.BlankNode):
            subject = name(subject) if isinstance(subject, ox.BlankNode) else subject
            value = name(value) if isinstance(value, ox.BlankNode) else value
            yield ox.Triple(subject, triple.predicate, value)
        else:
            yield triple


def assemble(triples: tuple[ox.Triple, ...], digest: str) -> Ontology:
    """The ontology that a set of triples describes."""
    index, labels = _read(triples)
    classes = {iri: _class(iri, values) for iri, values in index.items() if ns.OWL + "Class" in values.get(TYPE, ())}
    relations = {
        iri: Relation(iri, *_ends(iri, values))
        for iri, values in index.items()
        if ns.BFP + "Relation" in values.get(TYPE, ())
    }
    kinds = {each.iri: each.name for each in classes.values() if each.mentioned}
    entities = {
        iri: Entity(iri, kinds[kind], _notation(iri, values), tuple(labels.get(iri, ())))
        for iri, values in index.items()
        for kind in values.get(TYPE, ())
        if kind in kinds
    }
    return Ontology(digest, triples, classes, relations, entities, index)


def _read(triples: Iterable[ox.Triple]) -> tuple[dict[str, dict[str, tuple[str, ...]]], dict[str, list[Label]]]:
    """The index by subject and property, and the names of each subject."""
    index: dict[str, dict[str, tuple[str, ...]]] = {}
    labels: dict[str, list[Label]] = {}
    for triple in triples:
        node, term, predicate = triple.subject, triple.object, triple.predicate.value
        if not isinstance(node, ox.NamedNode) or not isinstance(term, ox.NamedNode | ox.Literal):
            continue
        subject, value = node.value, term.value
        values = index.setdefault(subject, {})
        values[predicate] = (*values.get(predicate, ()), value)
        if predicate in NAMES and isinstance(term, ox.Literal):
            labels.setdefault(subject, []).append(Label(value, term.language or "", NAMES[predicate]))
    return index, labels


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
