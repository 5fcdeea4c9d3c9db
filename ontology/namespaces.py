"""Namespaces, each once: the prefixes that every Turtle file, query and dump of this project uses."""

from typing import Final

from ontology.iri import BASE, ID, VOCABULARY

BFP: Final = VOCABULARY
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SH: Final = "http://www.w3.org/ns/shacl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ELI: Final = "http://data.europa.eu/eli/ontology#"

KINDS: Final = (
    "country",
    "region",
    "organisation",
    "treaty",
    "threat",
    "instrument",
    "vital-interest",
    "person",
    "edition",
    "scheme",
    "level",
    "ground",
    "membership",
    "stance",
    "polarity",
    "manner",
    "document-kind",
    "speaker",
    "rule",
    "run",
    "graph",
    "document",
    "text",
    "passage",
    "mention",
    "statement",
    "evidence",
)

PREFIXES: Final = {
    "bfp": BFP,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "sh": SH,
    "skos": SKOS,
    "org": ORG,
    "prov": PROV,
    "oa": OA,
    "dc": DC,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "eli": ELI,
    **{("vi" if kind == "vital-interest" else kind): f"{ID}{kind}/" for kind in KINDS},
}

__all__ = ["BASE", "ID", "KINDS", "PREFIXES"]


def curie(iri: str) -> str:
    """The compact form of an IRI, or the IRI in angle brackets where no prefix fits.

    >>> curie("https://w3id.org/bfpg/id/threat/sabotage")
    'threat:sabotage'
    """
    fits = [(len(base), prefix) for prefix, base in PREFIXES.items() if iri.startswith(base) and iri != base]
    if not fits:
        return f"<{iri}>"
    length, prefix = max(fits)
    return f"{prefix}:{iri[length:]}"


def expand(compact: str) -> str:
    """The IRI of a compact form; `ValueError` where the prefix is unknown.

    >>> expand("bfp:counters")
    'https://w3id.org/bfpg/vocabulary#counters'
    """
    prefix, found, local = compact.partition(":")
    if not found or prefix not in PREFIXES:
        raise ValueError(f"unknown prefix in {compact}; known: {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local
