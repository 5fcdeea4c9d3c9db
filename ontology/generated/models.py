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


class LegalGroundWord(StrEnum):
    """Words for legal grounds."""

    ARMS_TRADE_TREATY_6 = "arms-trade-treaty-6"
    BENELUX_TREATY_2008 = "benelux-treaty-2008"
    CONSTITUTION_101 = "constitution-101"
    CONSTITUTION_127 = "constitution-127"
    CONSTITUTION_167 = "constitution-167"
    CONSTITUTION_168 = "constitution-168"
    CONSTITUTION_37 = "constitution-37"
    CONSTITUTION_7BIS = "constitution-7bis"
    COOPERATION_AGREEMENT_EU_REPRESENTATION_1994 = "cooperation-agreement-eu-representation-1994"
    COOPERATION_AGREEMENT_FDI_2022 = "cooperation-agreement-fdi-2022"
    COOPERATION_AGREEMENT_MIXED_TREATIES_1994 = "cooperation-agreement-mixed-treaties-1994"
    COOPERATION_AGREEMENT_ORGANISATIONS_1994 = "cooperation-agreement-organisations-1994"
    COOPERATION_AGREEMENT_REPRESENTATIVES_1995 = "cooperation-agreement-representatives-1995"
    DIRECTIVE_CER_2022 = "directive-cer-2022"
    DIRECTIVE_CONSULAR_PROTECTION_2015 = "directive-consular-protection-2015"
    DIRECTIVE_NIS2_2022 = "directive-nis2-2022"
    IHR_2005 = "ihr-2005"
    IN_FORO_INTERNO = "in-foro-interno"
    LAW_CIVIL_SECURITY_2007 = "law-civil-security-2007"
    LAW_COIV_2018 = "law-coiv-2018"
    LAW_CONSULAR_CODE_2013 = "law-consular-code-2013"
    LAW_CRITICAL_INFRASTRUCTURE_2011 = "law-critical-infrastructure-2011"
    LAW_DEVELOPMENT_2013 = "law-development-2013"
    LAW_DRUGS_1921 = "law-drugs-1921"
    LAW_DUCROIRE_1939 = "law-ducroire-1939"
    LAW_FOREIGNERS_1980 = "law-foreigners-1980"
    LAW_ICC_COOPERATION_2004 = "law-icc-cooperation-2004"
    LAW_INTELLIGENCE_1998 = "law-intelligence-1998"
    LAW_LSIC_2018 = "law-lsic-2018"
    LAW_MILITARY_PROGRAMMING_2017 = "law-military-programming-2017"
    LAW_MINES_1995 = "law-mines-1995"
    LAW_MUTUAL_LEGAL_ASSISTANCE_2004 = "law-mutual-legal-assistance-2004"
    LAW_NIS2_2024 = "law-nis2-2024"
    LAW_RESTRICTIVE_MEASURES_2003 = "law-restrictive-measures-2003"
    LAW_SPACE_2005 = "law-space-2005"
    LAW_TERRORIST_OFFENCES_2003 = "law-terrorist-offences-2003"
    LAW_THREAT_ANALYSIS_2006 = "law-threat-analysis-2006"
    LAW_UNSC_DECISIONS_1995 = "law-unsc-decisions-1995"
    NORTH_ATLANTIC_TREATY_3 = "north-atlantic-treaty-3"
    NORTH_ATLANTIC_TREATY_5 = "north-atlantic-treaty-5"
    NPT_6 = "npt-6"
    OTTAWA_CONVENTION_5 = "ottawa-convention-5"
    OTTAWA_CONVENTION_6 = "ottawa-convention-6"
    PARIS_AGREEMENT_4 = "paris-agreement-4"
    PARIS_AGREEMENT_9 = "paris-agreement-9"
    PROTOCOL_PRIVILEGES_EU_7 = "protocol-privileges-eu-7"
    REGULATION_ANTI_COERCION_2023 = "regulation-anti-coercion-2023"
    REGULATION_CONDITIONALITY_2020 = "regulation-conditionality-2020"
    REGULATION_CRITICAL_RAW_MATERIALS_2024 = "regulation-critical-raw-materials-2024"
    REGULATION_DSA_2022 = "regulation-dsa-2022"
    REGULATION_DUAL_USE_2021 = "regulation-dual-use-2021"
    REGULATION_FDI_2019 = "regulation-fdi-2019"
    ROME_STATUTE_86 = "rome-statute-86"
    ROYAL_DECREE_EMERGENCY_PLANNING_2019 = "royal-decree-emergency-planning-2019"
    ROYAL_DECREE_SECURITY_COUNCIL_2020 = "royal-decree-security-council-2020"
    SPECIAL_LAW_1980_31BIS = "special-law-1980-31bis"
    SPECIAL_LAW_1980_4 = "special-law-1980-4"
    SPECIAL_LAW_1980_5 = "special-law-1980-5"
    SPECIAL_LAW_1980_6_1_II = "special-law-1980-6-1-ii"
    SPECIAL_LAW_1980_6_1_VI = "special-law-1980-6-1-vi"
    SPECIAL_LAW_1980_6_1_VII = "special-law-1980-6-1-vii"
    SPECIAL_LAW_1980_6_1_X = "special-law-1980-6-1-x"
    SPECIAL_LAW_1980_6BIS = "special-law-1980-6bis"
    SPECIAL_LAW_1980_81 = "special-law-1980-81"
    SPECIAL_LAW_1980_92BIS = "special-law-1980-92bis"
    SPECIAL_LAW_1993 = "special-law-1993"
    SPECIAL_LAW_2001 = "special-law-2001"
    SPECIAL_LAW_2003 = "special-law-2003"
    TEU_12 = "teu-12"
    TEU_16 = "teu-16"
    TEU_2 = "teu-2"
    TEU_21 = "teu-21"
    TEU_24 = "teu-24"
    TEU_26 = "teu-26"
    TEU_29 = "teu-29"
    TEU_34 = "teu-34"
    TEU_35 = "teu-35"
    TEU_4 = "teu-4"
    TEU_42 = "teu-42"
    TEU_43 = "teu-43"
    TEU_45 = "teu-45"
    TEU_46 = "teu-46"
    TEU_49 = "teu-49"
    TEU_7 = "teu-7"
    TEU_8 = "teu-8"
    TFEU_100 = "tfeu-100"
    TFEU_114 = "tfeu-114"
    TFEU_165 = "tfeu-165"
    TFEU_168 = "tfeu-168"
    TFEU_173 = "tfeu-173"
    TFEU_179 = "tfeu-179"
    TFEU_189 = "tfeu-189"
    TFEU_191 = "tfeu-191"
    TFEU_194 = "tfeu-194"
    TFEU_196 = "tfeu-196"
    TFEU_207 = "tfeu-207"
    TFEU_208 = "tfeu-208"
    TFEU_209 = "tfeu-209"
    TFEU_212 = "tfeu-212"
    TFEU_214 = "tfeu-214"
    TFEU_215 = "tfeu-215"
    TFEU_217 = "tfeu-217"
    TFEU_218 = "tfeu-218"
    TFEU_222 = "tfeu-222"
    TFEU_23 = "tfeu-23"
    TFEU_26 = "tfeu-26"
    TFEU_288 = "tfeu-288"
    TFEU_3 = "tfeu-3"
    TFEU_310 = "tfeu-310"
    TFEU_311 = "tfeu-311"
    TFEU_312 = "tfeu-312"
    TFEU_343 = "tfeu-343"
    TFEU_346 = "tfeu-346"
    TFEU_350 = "tfeu-350"
    TFEU_4 = "tfeu-4"
    TFEU_6 = "tfeu-6"
    TFEU_75 = "tfeu-75"
    TFEU_77 = "tfeu-77"
    TFEU_78 = "tfeu-78"
    TFEU_79 = "tfeu-79"
    TFEU_82 = "tfeu-82"
    TFEU_83 = "tfeu-83"
    TFEU_87 = "tfeu-87"
    UN_CHARTER_1 = "un-charter-1"
    UN_CHARTER_108 = "un-charter-108"
    UN_CHARTER_109 = "un-charter-109"
    UN_CHARTER_23 = "un-charter-23"
    UN_CHARTER_24 = "un-charter-24"
    UN_CHARTER_33 = "un-charter-33"
    UN_CHARTER_41 = "un-charter-41"
    UN_CHARTER_42 = "un-charter-42"
    UN_CHARTER_43 = "un-charter-43"
    UN_CHARTER_51 = "un-charter-51"
    UN_CHARTER_55 = "un-charter-55"
    UNSCR_1325 = "unscr-1325"
    VIENNA_CONSULAR_5 = "vienna-consular-5"
    VIENNA_DIPLOMATIC_22 = "vienna-diplomatic-22"
    VIENNA_DIPLOMATIC_3 = "vienna-diplomatic-3"
    VIENNA_DIPLOMATIC_9 = "vienna-diplomatic-9"


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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
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
    common_word: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    demonym: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    exact_match: tuple[str, ...] = ()
    hidden_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    narrow_match: tuple[str, ...] = ()
    number: int | None = None
    place: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    seat: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    short_form: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    weak_label: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
