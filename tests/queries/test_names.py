"""Whatever name a query uses is one that the ontology declares."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology import namespaces as ns
from ontology.closed import declared_properties
from ontology.cypher import ROOT, relationship_type
from ontology.iri import local_name
from ontology.model import Ontology
from ontology.source import load
from queries import sparql
from queries.catalogue import COLUMN_TYPES, FOLDER, Question, questions

SPARQL = sorted(FOLDER.rglob("*.rq"))
CYPHER = sorted(FOLDER.rglob("*.cypher"))
FOLDED = {"uri", "name", "nameFr", "nameNl", "nameDe", "nameEn", "relation", "quote", "documentKind"}
"""Node properties that fold something else in: docs/projection.md."""


@pytest.fixture(scope="module")
def whole() -> Ontology:
    return load()


@pytest.mark.parametrize("path", SPARQL, ids=lambda path: path.stem)
def test_sparql_uses_declared_terms_and_prefixes(whole: Ontology, path: Path) -> None:
    query = path.read_text(encoding="utf-8")
    ox.Store().query(query)
    declared = dict(re.findall(r"PREFIX ([\w-]+): <([^>]+)>", query))
    assert all(ns.PREFIXES[prefix] == iri for prefix, iri in declared.items())
    body = re.sub(r"#.*|PREFIX.*|\"[^\"]*\"", "", query)
    used = {f"{a}:{b}" for a, b in re.findall(r"(?<![\w?])([a-z][\w-]*):([\w-]+)", body)}
    known = declared_properties(whole) | set(whole.index) | {ns.RDF + "nil"}
    used_as_example = {term for term in used if term.startswith("document:")}
    assert {term for term in used - used_as_example if ns.expand(term) not in known} == set()
    assert {prefix for prefix in declared if not any(term.startswith(f"{prefix}:") for term in used)} <= {
        "document",
        "xsd",
    }


@pytest.mark.parametrize("path", CYPHER, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_cypher_uses_declared_labels_types_and_properties(whole: Ontology, path: Path) -> None:
    query = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
    labels = {each.name for each in whole.classes.values()} | {ROOT}
    types = {relationship_type(whole, iri) for iri in declared_properties(whole)} | {"SUBJECT", "OBJECT", "EVIDENCE"}
    properties = {local_name(iri) for iri in declared_properties(whole)} | FOLDED
    assert set(re.findall(r"\(\w*:(\w+)", query)) <= labels
    assert {name for group in re.findall(r"\[\w*:([\w|]+)", query) for name in group.split("|")} <= types
    assert set(re.findall(r"\b[a-z]\w*\.([a-zA-Z]+)\b", query)) <= properties


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.id)
def test_both_texts_take_the_declared_parameters_and_give_the_declared_columns(question: Question) -> None:
    names = {parameter.name for parameter in question.parameters}
    shown_only = {"language"}
    assert sparql.blocks(question.sparql) == names - shown_only
    assert set(re.findall(r"\$(\w+)", question.cypher)) == names - shown_only
    assert {kind.removesuffix("?") for kind in question.columns.values()} <= set(COLUMN_TYPES)
    for column in question.columns:
        assert re.search(rf"\b{column}\b", question.cypher) and f"?{column}" in question.sparql
    assert {column.removeprefix("-") for column in question.order} <= set(question.columns)
    assert all(set(words) == {"fr", "nl", "de", "en"} for words in (question.title, question.description))
