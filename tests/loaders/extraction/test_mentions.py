from collections import Counter

import pytest

from loaders.extraction import Knowledge, extract
from loaders.extraction.knowledge import defaults
from loaders.extraction.line import line
from loaders.extraction.mentions import find_mentions
from ontology.iri import parts
from tests.loaders.extraction.texts import document

Named = set[tuple[str, str, str]]


def named(knowledge: Knowledge, *paragraphs: str, language: str = "fr") -> Named:
    """(surface, notation, manner) of every mention."""
    doc = document(*paragraphs, language=language)
    lines = [line(s) for s in doc.segments]
    finds = find_mentions(lines, knowledge, Counter())
    return {(lines[f.line].text(f.first, f.last), parts(f.iri)[1], f.manner) for f in finds}


def test_a_country_is_named_or_implied(knowledge: Knowledge) -> None:
    found = named(knowledge, "La Russie et le gouvernement ukrainien ; Moscou et Kiev se taisent, Marioupol aussi.")
    assert ("Russie", "RU", "name") in found
    assert ("ukrainien", "UA", "adjective") in found
    assert ("Moscou", "RU", "seat") in found
    assert ("Marioupol", "UA", "place") in found


def test_congo_and_congo(knowledge: Knowledge) -> None:
    found = named(knowledge, "La République démocratique du Congo et le Congo-Brazzaville ont signé.")
    assert {(iri, manner) for _, iri, manner in found if iri in ("CD", "CG")} == {("CD", "name"), ("CG", "name")}


def test_niger_is_not_nigeria(knowledge: Knowledge) -> None:
    assert {iri for _, iri, _ in named(knowledge, "Niger en Nigeria werken samen.", language="nl")} >= {"NE", "NG"}


def test_parts_of_a_name_are_no_mentions(knowledge: Knowledge) -> None:
    found = named(knowledge, "Le Conseil de sécurité des Nations unies se réunit.")
    assert [iri for _, iri, _ in found] == ["un-security-council"]


def test_a_short_form_takes_the_last_full_name(knowledge: Knowledge) -> None:
    council = named(knowledge, "Le Conseil de l'Union européenne siège ici. Le Conseil a voté.")
    assert ("Conseil", "council-eu", "short") in council
    security = named(knowledge, "Le Conseil de sécurité s'est réuni. Le Conseil a voté.")
    assert ("Conseil", "un-security-council", "short") in security


def test_a_common_word_is_no_abbreviation(knowledge: Knowledge) -> None:
    assert not [f for f in named(knowledge, "Hij gaf de bal vs de ploeg.", language="nl") if f[1] == "US"]
    assert ("VS", "US", "name") in named(knowledge, "De VS en de EU overleggen.", language="nl")


def test_an_unknown_agency_becomes_a_candidate(knowledge: Knowledge) -> None:
    text = "L'Agence des Provinces Boréales (APB) ouvre un bureau. L'APB recrute."
    result = extract(document(text), knowledge)
    [candidate] = result.candidates
    assert candidate.kind == "Organisation" and candidate.label == "Agence des Provinces Boréales"
    assert [text[m.start : m.end] for m in result.mentions if m.iri == candidate.iri].count("APB") == 2


def test_an_unknown_treaty_is_announced(knowledge: Knowledge) -> None:
    found = named(knowledge, "Le Traité de Villeneuve-sur-Mer est entré en vigueur.")
    assert any(notation.startswith("traite-de-villeneuve") for _, notation, _ in found)


@pytest.mark.parametrize(
    ("text", "language", "instrument", "threat"),
    [
        ("La lutte contre le terrorisme continue.", "fr", "counter-terrorism", "terrorism"),
        ("De strijd tegen desinformatie gaat door.", "nl", "counter-disinformation", "disinformation"),
    ],
)
def test_a_fight_is_an_instrument_with_a_threat_in_it(
    knowledge: Knowledge, text: str, language: str, instrument: str, threat: str
) -> None:
    assert {iri for _, iri, _ in named(knowledge, text, language=language)} == {instrument, threat}


def test_a_compound_is_split(knowledge: Knowledge) -> None:
    assert "terrorism" in {iri for _, iri, _ in named(knowledge, "De terrorismeaanpak faalt niet.", language="nl")} or (
        "counter-terrorism" in {iri for _, iri, _ in named(knowledge, "De terrorismeaanpak faalt niet.", language="nl")}
    )


def test_to_sanction_is_no_sanction(knowledge: Knowledge) -> None:
    assert not named(knowledge, "Il faut sanctionner les chauffards.")
    assert {iri for _, iri, _ in named(knowledge, "Il faut des sanctions.")} == {"sanctions"}


def test_a_heading_in_capitals_is_read(knowledge: Knowledge) -> None:
    assert "un" in {iri for _, iri, _ in named(knowledge, "LA BELGIQUE AUX NATIONS UNIES ET LE CYBERESPACE")}


def test_spans_are_exact(knowledge: Knowledge) -> None:
    doc = document("L'agression russe contre l'Ukraine menace notre sécurité.", "La Chine observe.")
    for mention in extract(doc, knowledge).mentions:
        segment = doc.segments[mention.segment]
        assert doc.text[mention.start : mention.end] == segment.text[mention.at[0] : mention.at[1]]


def test_defaults_name_known_things(knowledge: Knowledge) -> None:
    assert set(defaults().values()) <= set(knowledge.ontology.entities)


def test_a_name_ends_where_another_begins(knowledge: Knowledge) -> None:
    found = named(knowledge, "L'Institut Montclair et la BCE publient une étude.")
    assert {surface for surface, _, _ in found} == {"Institut Montclair", "BCE"}


@pytest.mark.parametrize(
    ("text", "language", "surface", "concept"),
    [
        (
            "Nous misons sur un dialogue franc avec le Maroc.",
            "fr",
            "dialogue franc avec le Maroc",
            "bilateral-relations",
        ),
        ("De banden met Vietnam worden hechter.", "nl", "banden met Vietnam", "bilateral-relations"),
        ("De Libische crisis duurt voort.", "nl", "Libische crisis", "regional-instability"),
        ("La rivalité entre Pékin et Washington croît.", "fr", "rivalité entre Pékin", "great-power-rivalry"),
    ],
)
def test_a_head_and_a_name_make_a_concept(
    knowledge: Knowledge, text: str, language: str, surface: str, concept: str
) -> None:
    assert (surface, concept, "name") in named(knowledge, text, language=language)


def test_what_a_head_names_by_itself_is_not_framed(knowledge: Knowledge) -> None:
    found = {iri for _, iri, _ in named(knowledge, "La coopération au développement avec le Japon progresse.")}
    assert "development-cooperation" in found and "bilateral-relations" not in found


def test_two_things_joined_by_and_are_two(knowledge: Knowledge) -> None:
    found = named(knowledge, "Il y va de la stabilité et de la prospérité du pays.")
    assert ("prospérité", "2026-3", "name") in found


def test_security_says_of_what_kind_a_policy_is(knowledge: Knowledge) -> None:
    found = {iri for _, iri, _ in named(knowledge, "La stratégie nationale de sécurité sera revue.")}
    assert found == {"security-strategy"}


def test_a_description_does_not_hide_the_names_in_it(knowledge: Knowledge) -> None:
    assert ("libanaise", "LB", "adjective") in named(knowledge, "L'armée libanaise se déploie.")
    assert {iri for _, iri, _ in named(knowledge, "La Banque africaine de développement prête.")} == {"afdb"}


def test_a_short_form_beside_another_country_is_not_ours(knowledge: Knowledge) -> None:
    found = named(knowledge, "Le gouvernement fédéral a décidé. Le gouvernement géorgien proteste.")
    assert [surface for surface, iri, _ in found if iri == "belgian-government"] == ["gouvernement fédéral"]


def test_unknown_capitals_are_taken_for_an_organisation(knowledge: Knowledge) -> None:
    result = extract(document("Le KZQV a publié un rapport sur les PME, STOP. Chapitre LXXIV."), knowledge)
    assert [(c.kind, c.label, c.reason) for c in result.candidates] == [
        ("Organisation", "KZQV", "an abbreviation in capitals that no list has")
    ]


def test_a_resolution_ends_at_its_number(knowledge: Knowledge) -> None:
    found = named(knowledge, "La résolution 2801 du Conseil de sécurité demande un cessez-le-feu.")
    assert {"résolution 2801", "Conseil de sécurité"} <= {surface for surface, _, _ in found}
