"""The JSON-LD 1.1 context: every property by its local name, without a catch-all vocabulary."""

import json
from collections import Counter

from ontology import namespaces as ns
from ontology.closed import PROPERTY_TYPES
from ontology.iri import local_name
from ontology.model import Ontology
from ontology.shapes import compile_shapes


def context(ontology: Ontology) -> str:
    """The context document."""
    terms: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    terms.update({prefix: {"@id": iri, "@prefix": True} for prefix, iri in sorted(ns.PREFIXES.items())})
    for iri in sorted(ontology.classes):
        terms[_name(iri, set())] = ns.curie(iri)
    properties = sorted({iri for kind in PROPERTY_TYPES for iri in ontology.subjects(ns.RDF + "type", kind)})
    counts = Counter(map(local_name, properties))
    taken = {name for name, count in counts.items() if count > 1} | set(terms)
    languages = _by_language(ontology)
    for iri in properties:
        terms[_name(iri, taken)] = _term(ontology, iri, languages.get(iri))
    return json.dumps({"@context": terms}, ensure_ascii=False, indent=2) + "\n"


def _name(iri: str, taken: set[str]) -> str:
    """The local name; where two vocabularies share it, ours keeps it and the other is written with its prefix."""
    name = local_name(iri)
    return name if iri.startswith(ns.BFP) or name not in taken else ns.curie(iri)


def _term(ontology: Ontology, iri: str, unique: bool | None) -> object:
    compact = ns.curie(iri)
    if ns.OWL + "ObjectProperty" in ontology.objects(iri, ns.RDF + "type"):
        return {"@id": compact, "@type": "@id"}
    if unique is not None:
        return {"@id": compact, "@container": "@language" if unique else ["@language", "@set"]}
    ranges = [each for each in ontology.objects(iri, ns.RDFS + "range") if each != ns.XSD + "string"]
    return {"@id": compact, "@type": ns.curie(ranges[0])} if ranges else compact


def _by_language(ontology: Ontology) -> dict[str, bool]:
    """Property -> whether it has at most one value a language, for those with values in languages."""
    found: dict[str, bool] = {}
    for shape in compile_shapes(ontology.triples).values():
        for each in shape.properties:
            if each.facts.languages and not each.path.inverse:
                found[each.path.property] = each.facts.unique_language
    return found
