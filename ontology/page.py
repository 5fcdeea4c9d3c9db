"""The reference page of the ontology for people: one HTML file that needs nothing else."""

from html import escape
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.closed import declared_properties
from ontology.diagram import diagram
from ontology.iri import local_name
from ontology.model import Ontology
from ontology.page_tables import counts_table, relations_table, terms_table
from ontology.reference import overview

STYLE: Final = Path(__file__).with_name("page.css")


def page(ontology: Ontology, language: str = "en") -> str:
    """The page: picture, relations, classes, properties, schemes, and how many things are known by name."""
    title = _title(ontology, language)
    version = next(iter(ontology.objects(ns.BFP, ns.OWL + "versionInfo")), "")
    sections = _sections(ontology, language)
    links = " · ".join(f'<a href="#{escape(anchor)}">{escape(name)}</a>' for anchor, name, _ in sections)
    body = [
        f"<header><h1>{escape(title)}</h1><p>Version {escape(version)} · <code>{escape(ns.BFP)}</code></p>"
        f"<nav>{links}</nav></header>",
        *(f'<section id="{escape(a)}"><h2>{escape(name)}</h2>\n{text}</section>' for a, name, text in sections),
    ]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _sections(ontology: Ontology, language: str) -> list[tuple[str, str, str]]:
    """Anchor, title and content of each part of the page."""
    classes = sorted(iri for iri in ontology.classes if iri.startswith(ns.BFP))
    properties = sorted(
        iri for iri in declared_properties(ontology) if iri.startswith(ns.BFP) and iri not in ontology.relations
    )
    found = [
        ("picture", "Classes and relations", diagram(ontology, language)),
        ("relations", "What a statement can say", relations_table(ontology, language)),
        ("classes", "Classes", terms_table(ontology, classes, language)),
        ("properties", "Properties", terms_table(ontology, properties, language)),
    ]
    for scheme in _schemes(ontology):
        name = ontology.label(f"{ns.ID}scheme/{scheme}", language)
        found.append((scheme, name, terms_table(ontology, ontology.in_scheme(scheme), language)))
    for edition in ontology.subjects(ns.RDF + "type", ns.BFP + "Edition"):
        interests = ontology.subjects(ns.SKOS + "inScheme", edition)
        found.append((ns.curie(edition), ontology.label(edition, language), terms_table(ontology, interests, language)))
    return [*found, ("names", "Known by name", counts_table(overview(ontology)))]


def _title(ontology: Ontology, language: str) -> str:
    titles = {
        triple.object.language: triple.object.value
        for triple in ontology.triples
        if isinstance(triple.object, ox.Literal) and triple.predicate.value == ns.DCTERMS + "title"
    }
    return titles.get(language, "Ontology")


def _schemes(ontology: Ontology) -> list[str]:
    found = ontology.subjects(ns.RDF + "type", ns.SKOS + "ConceptScheme")
    return [name for name in map(local_name, found) if ontology.in_scheme(name)]
