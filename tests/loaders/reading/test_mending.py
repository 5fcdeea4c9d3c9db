"""What mending does to words, and what it leaves alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.mend import Manner, Mended, mend, split_ligatures
from loaders.reading.words import Words


def mended(raw: str, language: str = "fr", context: str = "", *, ligatures: bool = False) -> Mended:
    """The lines of a raw text, mended, with `context` for the words that the document has elsewhere."""
    lines, at = [], 0
    for line in raw.split("\n"):
        stripped = line.strip(" ")
        start = at + line.find(stripped)
        lines.append((start, start + len(stripped)))
        at += len(line) + 1
    return mend(raw, lines, language, Manner(Words(f"{raw} {context}"), ligatures))


@pytest.mark.parametrize(
    ("raw", "language", "context", "expected"),
    [
        ("des certitudes abso-\nlues", "fr", "", "des certitudes absolues"),
        ("een straf-\nfeloosheid", "nl", "", "een straffeloosheid"),
        ("de ploeg van B-\nFAST", "nl", "", "de ploeg van B-FAST"),
        ("Saoedi-\nArabië", "nl", "", "Saoedi-Arabië"),
        ("aux États-\nUnis", "fr", "", "aux États-Unis"),
        ("de VN-\nVeiligheidsraad", "nl", "", "de VN-Veiligheidsraad"),
        ("de EU-\nuitbreiding", "nl", "", "de EU-uitbreiding"),
        ("KENNIS- EN COÖRDINATIE-\nCENTRUM", "nl", "", "KENNIS- EN COÖRDINATIECENTRUM"),
        ("afschrikkings-\nen verdedigingsplannen", "nl", "", "afschrikkings- en verdedigingsplannen"),
        ("un rendez-\nvous", "fr", "", "un rendez-vous"),
        ("un pro-\njet", "fr", "", "un projet"),
        ("le no-\ndeal", "fr", "een no-deal", "le no-deal"),
        ("de 2021-\n2024", "fr", "", "de 2021-2024"),
        ("une phrase - \navec tiret", "fr", "", "une phrase - avec tiret"),
        ("sou\xadverai\xad\nneté", "fr", "", "souveraineté"),
        ("l’inter-\ndépendance", "fr", "", "l'interdépendance"),
    ],
)
def test_hyphens_at_line_ends(raw: str, language: str, context: str, expected: str) -> None:
    assert mended(raw, language, context).text == expected


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        ("les confl its", "fr", "les conflits"),
        ("Enfi n, la fi n", "fr", "Enfin, la fin"),
        ("de fi nanciële steun", "nl", "de financiële steun"),
        ("confl ictdiamanten", "nl", "conflictdiamanten"),
        ("un défi majeur", "fr", "un défi majeur"),
        ("des défi s", "fr", "des défis"),
        ("un défi cit", "fr", "un déficit"),
    ],
)
def test_split_ligatures(raw: str, language: str, expected: str) -> None:
    assert mended(raw, language, ligatures=True).text == expected


def test_ligatures_are_joined_only_where_a_document_splits_them() -> None:
    assert split_ligatures("les confl its et la fi n")
    assert not split_ligatures("un défi majeur et un autre défi")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("l ’UE et l’ \nUnion", "l'UE et l'Union"),
        ("j ’ai", "j'ai"),
        ("« bouclier »", '"bouclier"'),
        ("“core”", '"core"'),
        ("8\xa0 août\u202f1980", "8 août 1980"),
        ("e\u0301tat", "état"),
        ("effi\ufb01n", "effifin"),
        ("mot¹ suivant", "mot suivant"),
        ("10 km² et 5 m²", "10 km² et 5 m²"),
        ("**gras** et *maigre*", "gras et maigre"),
        ("[un lien](http://exemple.be/a)", "un lien"),
        ("U N E  P A I X  D U R A B L E", "UNE PAIX DURABLE"),
        ("cap 🌍 tenu", "cap 🌍 tenu"),
    ],
)
def test_typography(raw: str, expected: str) -> None:
    result = mended(raw)
    assert result.text == expected
    assert len(result.offsets) == len(expected)


def test_each_half_of_a_joined_word_keeps_its_place() -> None:
    raw = "abso-\nlues"
    assert list(mended(raw).offsets) == [0, 1, 2, 3, 6, 7, 8, 9]


def test_a_ligature_maps_twice_to_its_sign() -> None:
    assert list(mended("ﬁn").offsets) == [0, 0, 1]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(["fr", "nl", "de", "en"])
)
def test_any_text_maps_back(raw: str, language: str) -> None:
    result = mended(raw, language, ligatures=True)
    assert len(result.text) == len(result.offsets)
    assert list(result.offsets) == sorted(result.offsets)
    assert all(0 <= offset < len(raw) for offset in result.offsets)
    assert "\n" not in result.text
    assert "  " not in result.text


@given(st.text(alphabet="ae\u0301\u0327\u0308oKÅ \u1100\u1161\u11a8", max_size=30))
def test_mended_text_is_composed(raw: str) -> None:
    assert unicodedata.is_normalized("NFC", mended(raw).text)
