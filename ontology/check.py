"""The linter of the ontology: undeclared terms, shapes, labels, ambiguity, cycles; each fault with file and line."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from ontology import namespaces as ns
from ontology.check_names import Frequency, ambiguous_abbreviations, common_words, missing_labels, shared_labels
from ontology.closed import declared_properties, undeclared
from ontology.conformance import check as check_shapes
from ontology.iri import local_name
from ontology.model import Ontology
from ontology.place import Fault, Places
from ontology.shapes import compile_shapes
from ontology.source import FOLDER, files, load
from ontology.written import written_out

HIERARCHIES: Final = (
    ns.SKOS + "broader",
    ns.ORG + "subOrganizationOf",
    ns.RDFS + "subClassOf",
    ns.DCTERMS + "replaces",
)


def check(folder: Path = FOLDER, frequency: Frequency | None = None) -> list[Fault]:
    """Every fault of the ontology in a folder; `OntologyError` where the Turtle itself cannot be read.

    `frequency` gives the Zipf frequency of a word in a language; without it common words are not looked for.
    """
    ontology = load(folder)
    places = Places(files(folder), folder)
    found = [
        *unknown_terms(ontology, places),
        *broken_shapes(ontology, places),
        *missing_labels(ontology, places),
        *shared_labels(ontology, places),
        *ambiguous_abbreviations(ontology, places),
        *cycles(ontology, places),
        *deprecated_terms(ontology, places),
        *(common_words(ontology, places, frequency) if frequency else ()),
    ]
    return sorted(set(found), key=lambda fault: (fault.file, fault.line, fault.message))


def unknown_terms(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Classes, properties and things that nothing declares, with what may have been meant."""
    known = {
        "class": sorted(map(ns.curie, ontology.classes)),
        "property": sorted(map(ns.curie, declared_properties(ontology))),
        "thing": sorted(map(ns.curie, ontology.index)),
    }
    for each in undeclared(ontology, ontology.triples):
        term = ns.curie(each.term)
        prefix = term.partition(":")[0]
        near = get_close_matches(term, [name for name in known[each.role] if name.startswith(prefix)], 3, 0.7)
        allowed = (
            f"did you mean {' or '.join(near)}?" if near else f"allowed is a {each.role} that the ontology declares."
        )
        yield places.fault(each.subject, f"the {each.role} {term} is not declared; {allowed}", term)


def broken_shapes(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """What breaks a SHACL shape; a value that nothing declares is told of as such, once."""
    for each in check_shapes(written_out(ontology), compile_shapes(ontology.triples)).violations:
        if each.constraint == "class" and each.value[1:-1] not in ontology.index:
            continue
        yield places.fault(ns.expand(each.focus), str(each), each.path)


def cycles(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Things above themselves in a hierarchy."""
    for predicate in HIERARCHIES:
        above = ontology.pairs(predicate)
        for iri in sorted(above):
            if iri in _reached(iri, above):
                name = local_name(predicate)
                yield places.fault(iri, f"{ns.curie(iri)} is above itself by {name}; allowed is a hierarchy.", name)


def deprecated_terms(ontology: Ontology, places: Places) -> Iterator[Fault]:
    """Deprecated terms that do not say what replaces them, and what still uses them."""
    deprecated = ontology.subjects(ns.OWL + "deprecated", "true")
    instead = {iri: ontology.objects(iri, ns.DCTERMS + "isReplacedBy") for iri in deprecated}
    for iri in (iri for iri, others in instead.items() if not others):
        yield places.fault(iri, f"{ns.curie(iri)} is deprecated; needed is dcterms:isReplacedBy.", "owl:deprecated")
    for subject, values in ontology.index.items():
        used = {value for found in values.values() for value in found if instead.get(value)}
        for term in sorted(used if subject not in instead else ()):
            others = " or ".join(map(ns.curie, instead[term]))
            message = f"{ns.curie(term)} is deprecated; allowed is {others}."
            yield places.fault(subject, message, ns.curie(term))


def _reached(start: str, above: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(above.get(start, ()))
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting.extend(above.get(each, ()))
    return found


__all__ = ["Fault", "check"]
