from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.line import line
from loaders.extraction.tokens import fold
from tests.loaders.extraction.texts import segment


def test_inflected_words_meet() -> None:
    for language, forms in {
        "fr": [("cybermenace", "cybermenaces"), ("national", "nationaux"), ("européen", "européennes")],
        "nl": [("aanval", "aanvallen"), ("staat", "staten"), ("dreiging", "dreigingen"), ("hybride", "hybride")],
        "en": [("threat", "threats"), ("policy", "policies")],
    }.items():
        for one, other in forms:
            assert fold(one, language) == fold(other, language), (one, other)


def test_verb_and_noun_stay_apart() -> None:
    assert fold("sanctionner", "fr") != fold("sanction", "fr")
    assert fold("sanctionne", "fr") != fold("sanction", "fr")


def test_an_abbreviation_is_no_common_word() -> None:
    assert fold("VS", "nl") != fold("vs", "nl")
    assert fold("OR", "fr") != fold("or", "fr")


@given(st.text(max_size=200), st.sampled_from(["fr", "nl", "de", "en"]))
def test_words_stand_where_the_text_has_them(text: str, language: str) -> None:
    made = line(segment(text, language)) if text else None
    for word in made.words if made else ():
        assert text[word.start : word.end] == word.text


@given(st.text(min_size=1, max_size=200))
def test_sentences_cover_all_words_once(text: str) -> None:
    made = line(segment(text, "fr"))
    covered = [i for first, after in made.sentences for i in range(first, after)]
    assert covered == list(range(len(made.words)))


def test_elisions_and_hyphens_are_split() -> None:
    words = [w.text for w in line(segment("L'aide de l'UE à la VN-Veiligheidsraad", "fr")).words]
    assert "UE" in words and "aide" in words and "Veiligheidsraad" in words


def test_a_title_ends_no_sentence() -> None:
    assert len(line(segment("Nous saluons M. Dupont. Il reste.", "fr")).sentences) == 2
