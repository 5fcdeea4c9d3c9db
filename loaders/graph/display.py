"""What a node is called: Neo4j Browser and Bloom show `name`, so every node has one."""

from collections.abc import Mapping

from loaders.graph.rows import Value
from ontology import namespaces as ns
from ontology.iri import local_name
from ontology.model import LANGUAGES, choose

OTHER_NAMES = ("altLabel", "abbreviation")


def display_name(uri: str, labels: tuple[str, ...], properties: Mapping[str, Value]) -> str:
    """The name to show: the preferred label, else a title, else what says most about a node of its kind."""
    if "Statement" in labels:
        denied = "" if properties.get("polarity") == "positive" else "not "
        return f"{properties.get('stance', '')} {denied}{properties.get('relation', '')}".strip()
    if "Passage" in labels:
        heading = str(properties.get("heading") or properties.get("section") or "").rsplit(" › ", 1)[-1]
        return f"§ {heading}" if heading else f"{properties.get('start')}-{properties.get('end')}"
    for stem in ("name", "title", "label"):
        found = choose(_languages(properties, stem), "fr") or properties.get(stem)
        if found:
            return str(found)
    return str(properties.get("identifier") or properties.get("notation") or _short(uri))


def other_names(properties: Mapping[str, Value]) -> list[str]:
    """Other names and abbreviations in all languages: what the full-text index searches besides the names."""
    found: set[str] = set()
    for stem in OTHER_NAMES:
        for tag in ("", *LANGUAGES):
            value = properties.get(stem + tag.capitalize(), [])
            found.update(str(each) for each in (value if isinstance(value, list) else [value]))
    return sorted(found)


def _languages(properties: Mapping[str, Value], stem: str) -> dict[str, str]:
    found = {tag: properties.get(stem + tag.capitalize()) for tag in LANGUAGES}
    return {tag: str(value[0] if isinstance(value, list) else value) for tag, value in found.items() if value}


def _short(uri: str) -> str:
    compact = ns.curie(uri)
    return (local_name(uri) if uri.startswith(ns.ID) else compact) or uri
