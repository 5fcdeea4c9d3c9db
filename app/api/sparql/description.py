"""What the endpoint says of itself: a SPARQL 1.1 service description."""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from app.api.sparql import results
from ontology import namespaces as ns
from ontology.terms import integer, iri, text
from queries.release import Release

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
VOID: Final = "http://rdfs.org/ns/void#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def triples(url: str, release: Release) -> list[ox.Triple]:
    """The description of the endpoint at a URL, with the dataset of a release."""
    return [ox.Triple(iri(subject), iri(predicate), value) for subject, predicate, value in _values(url, release)]


def _values(url: str, release: Release) -> Iterator[tuple[str, str, ox.NamedNode | ox.Literal]]:
    dataset, default = f"{url}#dataset", f"{url}#default"
    yield url, ns.RDF + "type", iri(SD + "Service")
    yield url, SD + "endpoint", iri(url)
    yield url, SD + "supportedLanguage", iri(SD + "SPARQL11Query")
    for media in (*results.BINDINGS, *results.GRAPHS):
        if media in _NAMES:
            yield url, SD + "resultFormat", iri(FORMATS + _NAMES[media])
    yield url, SD + "defaultDataset", iri(dataset)
    yield dataset, ns.RDF + "type", iri(SD + "Dataset")
    yield dataset, ns.OWL + "versionInfo", text(release.id)
    yield dataset, SD + "defaultGraph", iri(default)
    yield default, ns.RDF + "type", iri(SD + "Graph")
    yield default, ns.RDFS + "comment", text("The merge of the named graphs: each triple once.", "en")
    for name, count in release.manifest.graphs.items():
        graph = ns.expand(name)
        node = f"{url}#{name.replace(':', '-')}"
        yield dataset, SD + "namedGraph", iri(node)
        yield node, ns.RDF + "type", iri(SD + "NamedGraph")
        yield node, SD + "name", iri(graph)
        yield node, SD + "graph", iri(f"{node}-graph")
        yield f"{node}-graph", ns.RDF + "type", iri(SD + "Graph")
        yield f"{node}-graph", VOID + "triples", integer(count)
