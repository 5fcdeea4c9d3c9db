"""The ontology as a graph of the record."""

from typing import Final

import pyoxigraph as ox

from ontology.iri import thing
from ontology.model import Ontology
from ontology.terms import iri
from ontology.written import written_out

GRAPH: Final = thing("graph", "ontology")


def ontology_quads(ontology: Ontology) -> tuple[ox.Quad, ...]:
    """The ontology written out, in its named graph."""
    graph = iri(GRAPH)
    return tuple(ox.Quad(each.subject, each.predicate, each.object, graph) for each in written_out(ontology))
