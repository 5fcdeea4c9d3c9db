# ruff: noqa: E501
"""Models and enumerations. Derived from the Turtle by `python -m ontology.emit`. Do not edit."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Language(StrEnum):
    """The languages of labels."""

    FR = "fr"
    NL = "nl"
    DE = "de"
    EN = "en"


class Node(BaseModel):
    """A thing with an IRI."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    id: str


class CompetenceLevelWord(StrEnum):
    """Words for levels of competence."""

    COMMUNITIES = "communities"
    EU_EXCLUSIVE = "eu-exclusive"
    EU_SHARED = "eu-shared"
    FEDERAL = "federal"
    NATO = "nato"
    REGIONS = "regions"
    UN = "un"


class DocumentKindWord(StrEnum):
    """Words for kinds of documents."""

    COALITION_AGREEMENT = "coalition-agreement"
    OTHER = "other"
    PARTY_PROGRAMME = "party-programme"
    POLICY_NOTE = "policy-note"
    POLICY_STATEMENT = "policy-statement"
    PRESS_RELEASE = "press-release"
    REPORT = "report"
    SECURITY_STRATEGY = "security-strategy"
    SPEECH = "speech"


class MannerWord(StrEnum):
    """Words for manners of naming."""

    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    NAME = "name"
    PLACE = "place"
    SEAT = "seat"
    SHORT = "short"


class PolarityWord(StrEnum):
    """Words for polarities."""

    NEGATIVE = "negative"
    POSITIVE = "positive"


class SpeakerWord(StrEnum):
    """Words for speakers."""

    EXPERT = "expert"
    FEDERAL_GOVERNMENT = "federal-government"
    FEDERATED_ENTITY = "federated-entity"
    INTERNATIONAL_ORGANISATION = "international-organisation"
    PARLIAMENT = "parliament"
    PARTY = "party"
    UNKNOWN = "unknown"


class StanceWord(StrEnum):
    """Words for stances."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    CONDITIONAL = "conditional"
    INTENDED = "intended"


class Candidate(Node):
    """A named thing that no list has yet."""

    pref_label: tuple[str, ...]
    reason: tuple[str, ...]


class CompetenceLevel(Node):
    """Who may act: the federal authority, the regions, the communities, the Union, NATO or the UN."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Country(Node):
    """A state or territory with an ISO 3166 code (Kosovo has XK), taken as an actor."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    iso3: str | None = None
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class DocumentGraph(Node):
    """The named graph of what one document says."""

    primary_topic: str
    was_derived_from: str
    was_generated_by: str


class DocumentKind(Node):
    """Security strategy, policy statement, policy note, press release, party programme."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Document(Node):
    """A policy document, in all its language versions."""

    notation: str
    speaks_for: str
    title: str
    date_precision: str | None = None
    defines_edition: str | None = None
    issued: date | None = None
    language: tuple[str, ...] = ()
    publisher: str | None = None
    type: str | None = None


class Evidence(Node):
    """One passage where a statement is made, with the rule that read it."""

    confidence: Decimal
    has_body: str
    has_target: tuple[str, ...]
    motivated_by: str
    object_mention: str
    rule: str
    subject_mention: str
    cue: tuple[str, ...] = ()


class LegalGround(Node):
    """The provision on which a competence rests."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Manner(Node):
    """How a mention names: by name, adjective, demonym, seat, place or short form."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Mention(Node):
    """A stretch of characters taken to name an entity."""

    confidence: Decimal
    finder: str
    is_part_of: str
    manner: str
    names: str


class Organisation(Node):
    """An international organisation, institution, public body, NGO, company, court, armed group or group of states that has a name."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    sub_organization_of: tuple[str, ...] = ()
    unit_of: tuple[str, ...] = ()
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Passage(Node):
    """A stretch of characters of a text."""

    has_selector: tuple[str, ...]
    has_source: str
    is_part_of: str
    language: str
    heading: str | None = None
    mended: str | None = None
    page: int | None = None
    section: str | None = None
    twin: tuple[str, ...] = ()


class Person(Node):
    """A person whom the text names."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Polarity(Node):
    """Whether the document says the triple or denies it."""

    definition: dict[Language, str]
    in_scheme: tuple[str, ...]
    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class PolicyInstrument(Node):
    """A means that Belgium uses or wants to use, alone or with the EU, NATO or the UN."""

    definition: dict[Language, str]
    in_scheme: tuple[str, ...]
    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    answers_to: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    competent_level: tuple[str, ...] = ()
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    legal_ground: tuple[str, ...] = ()
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    reviewed: bool | None = None
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Region(Node):
    """A supranational area that texts name: a continent, the Sahel, the Western Balkans."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    member_country: tuple[str, ...] = ()
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Rule(Node):
    """A rule of extraction."""

    notation: str


class Run(Node):
    """The extraction of one text by a given code and ontology; it has no times."""

    code_digest: str
    ontology_digest: str
    used: str


class Speaker(Node):
    """For whom a document speaks."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Stance(Node):
    """How the document says it: asserted, intended, conditional or attributed."""

    definition: dict[Language, str]
    holds: bool
    in_scheme: tuple[str, ...]
    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Statement(Node):
    """One document says one triple, with one stance and one polarity."""

    confidence: Decimal
    object: str
    polarity: str
    predicate: str
    source: str
    stance: str
    subject: str
    was_attributed_to: str | None = None


class Text(Node):
    """The bytes of a file that holds a document; offsets refer to them, in code points."""

    checksum: str
    identifier: str
    is_format_of: str
    reader: str | None = None


class Threat(Node):
    """A threat, risk or harmful phenomenon for Belgium, its interests or its partners."""

    definition: dict[Language, str]
    in_scheme: tuple[str, ...]
    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    broader: tuple[str, ...] = ()
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)


class Treaty(Node):
    """A named treaty, convention, pact, charter, statute, agreement, resolution, directive, code or law."""

    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    id_local: tuple[str, ...] = ()
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    year: int | None = None


class VitalInterest(Node):
    """What an edition of the National Security Strategy wants to protect or promote."""

    definition: dict[Language, str]
    edition: int
    in_scheme: tuple[str, ...]
    notation: str
    pref_label: dict[Language, str]
    abbreviation: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    adjective: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    alt_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    broad_match: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    exact_match: tuple[str, ...] = ()
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    narrow_match: tuple[str, ...] = ()
    number: int | None = None
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
