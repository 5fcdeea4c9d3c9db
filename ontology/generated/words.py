"""Enumerations of the ontology. Derived from the Turtle by `python -m ontology.emit`. Do not edit."""

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = (
    "fr",
    "nl",
    "de",
    "en",
)
RELATIONS: Final = (
    "counters",
    "protects",
    "reinforces",
    "sourceOf",
    "targets",
    "threatens",
    "uses",
)
KINDS: Final = (
    "Country",
    "Organisation",
    "Person",
    "PolicyInstrument",
    "Region",
    "Threat",
    "Treaty",
    "VitalInterest",
)
SEGMENTS: Final[Mapping[str, str]] = {
    "CompetenceLevel": "level",
    "Country": "country",
    "Document": "document",
    "DocumentGraph": "graph",
    "DocumentKind": "document-kind",
    "Edition": "edition",
    "Evidence": "evidence",
    "LegalGround": "ground",
    "Manner": "manner",
    "Mention": "mention",
    "Organisation": "organisation",
    "Passage": "passage",
    "Person": "person",
    "Polarity": "polarity",
    "PolicyInstrument": "instrument",
    "Region": "region",
    "Rule": "rule",
    "Run": "run",
    "Speaker": "speaker",
    "Stance": "stance",
    "Statement": "statement",
    "Text": "text",
    "Threat": "threat",
    "Treaty": "treaty",
    "VitalInterest": "vital-interest",
}
"""Local name of a class -> what its things' IRIs have after id/."""

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "competence-levels": (
        "communities",
        "eu-exclusive",
        "eu-shared",
        "federal",
        "nato",
        "regions",
        "un",
    ),
    "document-kinds": (
        "coalition-agreement",
        "other",
        "party-programme",
        "policy-note",
        "policy-statement",
        "press-release",
        "report",
        "security-strategy",
        "speech",
    ),
    "manners": (
        "adjective",
        "demonym",
        "name",
        "place",
        "seat",
        "short",
    ),
    "polarities": (
        "negative",
        "positive",
    ),
    "speakers": (
        "expert",
        "federal-government",
        "federated-entity",
        "international-organisation",
        "parliament",
        "party",
        "unknown",
    ),
    "stances": (
        "asserted",
        "attributed",
        "conditional",
        "intended",
    ),
}
"""Scheme -> the notations of its concepts."""
