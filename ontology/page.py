"""The reference page of the ontology for people: one HTML file that needs nothing else."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

import pyoxigraph as ox

from ontology import namespaces as ns
from ontology.closed import declared_properties
from ontology.diagram import diagram
from ontology.iri import local_name
from ontology.model import LANGUAGES, Ontology
from ontology.reference import overview

STYLE = Path(__file__).with_name("page.css")


def page(ontology: Ontology, language: str = "en") -> str:
    """The page: picture, classes, relations, properties, schemes, and how many things are known by name."""
    title = _title(ontology, language)
    version = next(iter(ontology.objects(ns.BFP, ns.OWL + "versionInfo")), "")
    classes = sorted(iri for iri in ontology.classes if iri.startswith(ns.BFP))
    properties = sorted(
        iri for iri in declared_properties(ontology) if iri.startswith(ns.BFP) and iri not in ontology.relations
    )
    counts = "".join(f"<tr><td>{escape(name)}</td><td>{count}</td></tr>" for name, count in overview(ontology).items())
    body = [
        f"<h1>{escape(title)}</h1><p>Version {escape(version)} · <code>{escape(ns.BFP)}</code></p>",
        _section("picture", "Classes and relations", diagram(ontology, language)),
        _section("relations", "What a statement can say", _ends(ontology, language)),
        _section("classes", "Classes", _table(ontology, classes, language)),
        _section("properties", "Properties", _table(ontology, properties, language)),
        *(_section(scheme, ontology.label(f"{ns.ID}scheme/{scheme}", language), _concepts(ontology, scheme, language))
          for scheme in _schemes(ontology)),
        _section("names", "Known by name", f"<table>{counts}</table>"),
    ]  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body>\n" + "\n".join(body) + "\n</body></html>\n"
    )


def _title(ontology: Ontology, language: str) -> str:
    titles = {
        triple.object.language: triple.object.value
        for triple in ontology.triples
        if isinstance(triple.object, ox.Literal) and triple.predicate.value == ns.DCTERMS + "title"
    }
    return titles.get(language, "Ontology")


def _section(anchor: str, title: str, content: str) -> str:
    return f'<section id="{escape(anchor)}"><h2>{escape(title)}</h2>\n{content}</section>'


def _schemes(ontology: Ontology) -> list[str]:
    found = ontology.subjects(ns.RDF + "type", ns.SKOS + "ConceptScheme")
    return [name for name in map(local_name, found) if ontology.in_scheme(name)]


def _concepts(ontology: Ontology, scheme: str, language: str) -> str:
    return _table(ontology, ontology.in_scheme(scheme), language)


def _table(ontology: Ontology, iris: Iterable[str], language: str) -> str:
    head = "<tr><th>term</th>" + "".join(f"<th>{tag}</th>" for tag in LANGUAGES) + "<th>definition</th></tr>"
    return f"<table>{head}{''.join(_row(ontology, iri, language) for iri in iris)}</table>"


def _row(ontology: Ontology, iri: str, language: str) -> str:
    names = ontology.names(iri)
    labels = "".join(f'<td lang="{tag}">{escape(names.get(tag, ""))}</td>' for tag in LANGUAGES)
    told = ontology.definitions(iri).get(language) or next(iter(ontology.objects(iri, ns.RDFS + "comment")), "")
    anchor = escape(ns.curie(iri))
    return f'<tr id="{anchor}"><td><code>{anchor}</code></td>{labels}<td>{escape(told)}</td></tr>'


def _ends(ontology: Ontology, language: str) -> str:
    rows = [
        f"<tr><td><code>{escape(ns.curie(each.domain))}</code></td><td><code>{escape(ns.curie(each.iri))}</code></td>"
        f"<td><code>{escape(ns.curie(each.range))}</code></td>"
        f"<td>{escape(ontology.definitions(each.iri).get(language, ''))}</td></tr>"
        for each in sorted(ontology.relations.values(), key=lambda each: each.iri)
    ]
    return f"<table><tr><th>from</th><th>relation</th><th>to</th><th>definition</th></tr>{''.join(rows)}</table>"
