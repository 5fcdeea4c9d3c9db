"""The SHACL shapes: a valid record conforms, and each invalid example breaks the shape that its first line names.

pySHACL is the reference: it must find fault with the same things as the compiled shapes.
"""

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from ontology.conformance import check
from ontology.errors import OntologyError
from ontology.model import Ontology
from ontology.namespaces import curie
from ontology.shapes import compile_shapes
from ontology.source import parse
from tests.ontology.conftest import EXAMPLES

INVALID = sorted((EXAMPLES / "invalid").glob("*.ttl"))


def promise(path: Path) -> tuple[str, str, str]:
    """Shape, path and constraint that an invalid example says it breaks."""
    shape, path_, constraint = path.read_text().splitlines()[0].removeprefix("# breaks ").split(" ")
    return shape, path_, constraint


def as_rdflib(triples: list[ox.Triple]) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")  # type: ignore[arg-type]
    return graph


def test_the_valid_example_conforms_and_every_shape_has_something_to_check(
    ontology: Ontology, valid: list[ox.Triple]
) -> None:
    report = check(valid, compile_shapes(ontology.triples))
    assert report.violations == ()
    assert {shape for shape, count in report.focus_nodes.items() if not count} == set()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_the_shape_it_names_and_no_other(
    ontology: Ontology, valid: list[ox.Triple], path: Path
) -> None:
    report = check([*valid, *parse(path)], compile_shapes(ontology.triples))
    assert promise(path) in {(each.shape, each.path, each.constraint) for each in report.violations}
    assert {each.shape for each in report.violations} == {promise(path)[0]}


def test_every_shape_has_an_invalid_example(ontology: Ontology) -> None:
    shapes = compile_shapes(ontology.triples)
    own = {name for name, shape in shapes.items() if shape.properties or shape.checks}
    assert own - {promise(path)[0] for path in INVALID} == set()


def test_pyshacl_finds_fault_with_the_same_things(ontology: Ontology, valid: list[ox.Triple]) -> None:
    data = [*valid, *(triple for path in INVALID for triple in parse(path))]
    ours = {each.focus for each in check(data, compile_shapes(ontology.triples)).violations}
    conforms, report, _ = pyshacl.validate(as_rdflib(data), shacl_graph=as_rdflib(list(ontology.triples)))
    assert not conforms and isinstance(report, rdflib.Graph)
    theirs = {curie(str(node)) for node in report.objects(None, SH.focusNode)}
    assert ours == theirs
    assert len(ours) >= len(INVALID)


def test_nothing_to_check_is_no_conformance(ontology: Ontology) -> None:
    assert not check([], compile_shapes(ontology.triples)).conforms


def test_an_unknown_constraint_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> ."
        "x:Shape a sh:NodeShape ; sh:property [ sh:path x:a ; sh:hasValue 1 ] ."
    )
    with pytest.raises(OntologyError, match="sh:hasValue is not known; known are class, datatype"):
        compile_shapes(parse(tmp_path / "x.ttl"))
