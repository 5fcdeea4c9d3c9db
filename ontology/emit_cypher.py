"""The constraints and indexes of Neo4j."""

from ontology.cypher import ROOT
from ontology.model import LANGUAGES, Ontology

NAMES = ("name", *(f"name{tag.capitalize()}" for tag in LANGUAGES), "otherNames")
INDEXES = (
    ("statement_relation", "Statement", ("relation", "polarity")),
    ("interest_number", "VitalInterest", ("edition", "number")),
    ("document_notation", "Document", ("notation",)),
    ("notation", ROOT, ("notation",)),
    ("name", ROOT, ("name",)),
)


def constraints(ontology: Ontology) -> str:
    """One statement a line; a uniqueness constraint on the IRI serves every MERGE, Community has no others."""
    known = {each.name for each in ontology.classes.values()} | {ROOT}
    unknown = [label for _, label, _ in INDEXES if label not in known]
    if unknown:
        raise ValueError(f"indexes on unknown classes: {', '.join(unknown)}")
    lines = [f"CREATE CONSTRAINT resource_uri IF NOT EXISTS FOR (n:{ROOT}) REQUIRE n.uri IS UNIQUE;"]
    for name, label, properties in INDEXES:
        on = ", ".join(f"n.{each}" for each in properties)
        lines.append(f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({on});")
    on = ", ".join(f"n.{each}" for each in NAMES)
    lines.append(
        f"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:{ROOT}) ON EACH [{on}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};"
    )
    return "\n".join([*lines, ""])
