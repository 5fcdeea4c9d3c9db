"""Validates the whole record before it becomes a release: shapes, closed vocabulary, domains and ranges, evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import pyoxigraph as ox

from loaders.extraction.model import Extraction
from loaders.record import ids
from ontology import namespaces as ns
from ontology.closed import undeclared
from ontology.conformance import Report, check
from ontology.errors import RecordError
from ontology.model import Ontology
from ontology.shapes import compile_shapes

SHOWN = 10
Terms = Mapping[str, str]


def validate(quads: Sequence[ox.Quad], ontology: Ontology, extractions: Sequence[Extraction]) -> Report:
    """The SHACL report on the record; `RecordError` with the first faults where the record breaks a rule."""
    report = check(quads, compile_shapes(ontology.triples))
    faults = (
        *map(str, report.violations),
        *(f"shape {shape}: {fault}" for shape, fault in miscounted(report, extractions)),
        *map(str, undeclared(ontology, quads)),
        *misplaced_ends(quads, ontology),
        *(f"a blank node stands in {each.graph_name}" for each in quads if _has_blank_node(each)),
        *(fault for extraction in extractions for fault in misquoted(quads_of(quads, extraction), extraction)),
    )
    if faults:
        more = f" (and {len(faults) - SHOWN} more)" if len(faults) > SHOWN else ""
        raise RecordError(f"The record breaks its own rules: {'; '.join(islice(faults, SHOWN))}{more}.")
    return report


def miscounted(report: Report, extractions: Sequence[Extraction]) -> Iterator[tuple[str, str]]:
    """Shapes that checked fewer or more things than were extracted: SHACL calls an empty graph conformant."""
    statements = {ids.statement_iri(each.document, s) for each in extractions for s in each.statements}
    expected = {"DocumentShape": len(extractions), "TextShape": len(extractions), "StatementShape": len(statements)}
    for shape, count in expected.items():
        if report.focus_nodes.get(shape) != count:
            yield shape, f"{report.focus_nodes.get(shape, 0)} things were checked and {count} extracted"
    for kind in ("Threat", "PolicyInstrument", "VitalInterest", "Country", "Stance"):
        if not report.focus_nodes.get(f"{kind}Shape"):
            yield f"{kind}Shape", "nothing was checked"


def misplaced_ends(quads: Iterable[ox.Quad], ontology: Ontology) -> Iterator[str]:
    """Statements whose subject or object is not of the class that the relation leads from or to."""
    ends: dict[str, dict[str, str]] = {}
    types: dict[str, set[str]] = {}
    wanted = {ns.RDF + "subject", ns.RDF + "predicate", ns.RDF + "object"}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            if quad.predicate.value in wanted:
                ends.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
            elif quad.predicate.value == ns.RDF + "type":
                types.setdefault(quad.subject.value, set()).add(quad.object.value)
    for statement, said in ends.items():
        relation = ontology.relations.get(said.get(ns.RDF + "predicate", ""))
        if relation is None:
            continue  # the shape of statements says so
        for end, expected in (("subject", relation.domain), ("object", relation.range)):
            found = said.get(ns.RDF + end, "")
            if expected not in types.get(found, ()):
                yield (
                    f"{ns.curie(statement)} has {ns.curie(found)} as the {end} of {relation.name}, "
                    f"where a {ns.curie(expected)} is allowed"
                )


def quads_of(quads: Iterable[ox.Quad], extraction: Extraction) -> list[ox.Quad]:
    """The quads of one document's statements and text graphs."""
    graphs = {ids.graph_iri(extraction.document), ids.graph_iri(extraction.document, "text")}
    return [quad for quad in quads if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value in graphs]


def misquoted(quads: Iterable[ox.Quad], extraction: Extraction) -> Iterator[str]:
    """Quotes that are not the text at their offsets, word for word, and passages without one."""
    text = extraction.document.text
    found: dict[str, dict[str, str]] = {}
    wanted = {ns.OA + "start", ns.OA + "end", ns.OA + "exact"}
    for quad in quads:
        if quad.predicate.value in wanted and isinstance(quad.subject, ox.NamedNode):
            passage = quad.subject.value.partition("#")[0]
            value = quad.object.value if isinstance(quad.object, ox.Literal) else ""
            found.setdefault(passage, {})[quad.predicate.value] = value
    for passage, values in found.items():
        start, end = int(values.get(ns.OA + "start", -1)), int(values.get(ns.OA + "end", -1))
        if not 0 <= start < end <= len(text) or values.get(ns.OA + "exact") != text[start:end]:
            yield f"{ns.curie(passage)} does not quote the text at {start} to {end}"


def _has_blank_node(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
