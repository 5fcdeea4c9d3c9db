"""The tables of the reference page."""

from collections.abc import Iterable, Mapping
from html import escape

from ontology import namespaces as ns
from ontology.iri import local_name
from ontology.model import LANGUAGES, Ontology

SAID = {
    ns.RDFS + "subClassOf": "a kind of",
    ns.RDFS + "subPropertyOf": "narrower than",
    ns.RDFS + "domain": "of",
    ns.RDFS + "range": "holds",
    ns.SKOS + "broader": "part of",
    ns.BFP + "answersTo": "answers to",
    ns.BFP + "competentLevel": "in the hands of",
    ns.BFP + "legalGround": "by",
    **{ns.SKOS + name: name.replace("Match", " match") for name in ("exactMatch", "closeMatch", "broadMatch")},
    ns.DCTERMS + "isReplacedBy": "replaced by",
}
"""What the last column of a table tells of a term, and how it says so."""


def terms_table(ontology: Ontology, iris: Iterable[str], language: str) -> str:
    """A row for each term: its labels, its definition, and what it is tied to."""
    headings = ("term", *LANGUAGES, "definition", "tied to")
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    return _table(f"<tr>{head}</tr>", (_row(ontology, iri, language) for iri in iris))


def relations_table(ontology: Ontology, language: str) -> str:
    """A row for each relation: from which class to which, and what it means."""
    rows = (
        f'<tr id="{escape(ns.curie(each.iri))}"><td>{_code(each.domain)}</td><td>{_code(each.iri)}</td>'
        f"<td>{_code(each.range)}</td>"
        f"<td>{escape(ontology.definitions(each.iri).get(language, ''))}</td></tr>"
        for each in sorted(ontology.relations.values(), key=lambda each: each.iri)
    )
    return _table("<tr><th>from</th><th>relation</th><th>to</th><th>definition</th></tr>", rows)


def counts_table(counts: Mapping[str, int]) -> str:
    """A row for each class: how many things are known by name."""
    rows = (f'<tr><td>{escape(name)}</td><td class="number">{count}</td></tr>' for name, count in counts.items())
    return _table('<tr><th>class</th><th class="number">things</th></tr>', rows)


def _table(head: str, rows: Iterable[str]) -> str:
    return f'<div class="wide"><table>{head}{"".join(rows)}</table></div>'


def _row(ontology: Ontology, iri: str, language: str) -> str:
    names = ontology.names(iri)
    labels = "".join(f'<td lang="{tag}">{escape(names.get(tag, ""))}</td>' for tag in LANGUAGES)
    told = ontology.definitions(iri).get(language) or next(iter(ontology.objects(iri, ns.RDFS + "comment")), "")
    anchor = escape(ns.curie(iri))
    return (
        f'<tr id="{anchor}"><td><code>{anchor}</code></td>{labels}<td>{escape(told)}</td>'
        f"<td>{'<br>'.join(_ties(ontology, iri, language))}</td></tr>"
    )


def _ties(ontology: Ontology, iri: str, language: str) -> Iterable[str]:
    if "true" in ontology.objects(iri, ns.OWL + "deprecated"):
        yield "<strong>deprecated</strong>"
    for predicate, said in SAID.items():
        values = ontology.objects(iri, predicate)
        if values:
            yield f"{said} {', '.join(_link(ontology, value, language) for value in values)}"
    if "false" in ontology.objects(iri, ns.BFP + "reviewed"):
        yield "<em>not reviewed by a lawyer yet</em>"


def _link(ontology: Ontology, iri: str, language: str) -> str:
    """A thing of ours by its label and as a link; a term of another vocabulary by its compact name."""
    if not iri.startswith((ns.BFP, ns.ID)):
        return f"<code>{escape(ns.curie(iri))}</code>"
    return f'<a href="#{escape(ns.curie(iri))}">{escape(ontology.label(iri, language) or local_name(iri))}</a>'


def _code(iri: str) -> str:
    compact = escape(ns.curie(iri))
    return f'<a href="#{compact}"><code>{compact}</code></a>' if iri.startswith(ns.BFP) else f"<code>{compact}</code>"
