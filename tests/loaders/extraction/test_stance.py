from collections import Counter

import pytest

from loaders.extraction import Knowledge
from loaders.extraction.line import line
from loaders.extraction.mentions import find_mentions
from loaders.extraction.statements.pairs import pairs
from loaders.extraction.statements.stance import Stance, read_stance
from tests.loaders.extraction.texts import document


def read(knowledge: Knowledge, text: str, language: str, relation: str) -> Stance:
    """The stance of the first pair of a relation in a sentence."""
    lines = [line(s) for s in document(text, language=language).segments]
    found = [p for p in pairs(lines, find_mentions(lines, knowledge, Counter())) if p.relation == relation]
    assert found, "no pair"
    return read_stance(found[0])


@pytest.mark.parametrize(
    ("text", "language", "relation", "stance", "polarity"),
    [
        ("La désinformation fragilise la démocratie.", "fr", "threatens", "asserted", "positive"),
        ("Desinformatie ondermijnt de democratie.", "nl", "threatens", "asserted", "positive"),
        ("Nous utiliserons des sanctions contre la prolifération nucléaire.", "fr", "counters", "intended", "positive"),
        ("De EU moet sancties inzetten tegen straffeloosheid.", "nl", "counters", "intended", "positive"),
        ("Le terrorisme pourrait menacer notre sécurité.", "fr", "threatens", "conditional", "positive"),
        ("Terrorisme zou onze veiligheid kunnen bedreigen.", "nl", "threatens", "conditional", "positive"),
        ("La Belgique s'oppose à des sanctions contre Cuba.", "fr", "targets", "asserted", "negative"),
        ("België legt geen sancties op tegen Cuba.", "nl", "targets", "asserted", "negative"),
        ("Selon Moscou, les sanctions menacent la prospérité.", "fr", "protects", "attributed", "positive"),
    ],
)
def test_stance_of_plain_sentences(
    knowledge: Knowledge, text: str, language: str, relation: str, stance: str, polarity: str
) -> None:
    found = read(knowledge, text, language, relation)
    assert (found.stance, found.polarity) == (stance, polarity)


def test_a_reported_view_names_its_holder(knowledge: Knowledge) -> None:
    found = read(knowledge, "Selon Moscou, les sanctions menacent la prospérité.", "fr", "protects")
    assert found.holder == "https://w3id.org/bfpg/id/country/RU"
