"""Each linking rule is data with an example; the example must make the rule speak."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from loaders.extraction import Knowledge
from loaders.extraction.line import line
from loaders.extraction.mentions import find_mentions
from loaders.extraction.statements.features import fired, structural
from loaders.extraction.statements.link import BASE_RULES
from loaders.extraction.statements.pairs import RELATIONS, pairs
from loaders.extraction.statements.rules import describe, rules
from tests.loaders.extraction.texts import document

BLOCKS = tomllib.loads((files("loaders.extraction") / "data/rules.toml").read_text("utf8"))["rule"]
EXAMPLES = [(block["name"], tag, text) for block in BLOCKS for tag, text in block["example"].items()]


@pytest.mark.parametrize(("name", "language", "text"), EXAMPLES)
def test_the_example_of_a_rule_makes_it_speak(knowledge: Knowledge, name: str, language: str, text: str) -> None:
    lines = [line(s) for s in document(text, language=language).segments]
    found = list(pairs(lines, find_mentions(lines, knowledge, Counter())))
    spoken = {rule for pair in found for rule in (*(cue.rule for cue in fired(pair)), *structural(pair))}
    assert name in spoken, [(p.relation, p.subject.iri, p.object.iri) for p in found]


def test_every_rule_speaks_for_a_relation() -> None:
    assert {rule.relation for rule in rules().values()} == set(RELATIONS)
    assert {rule.where for rule in rules().values()} <= {
        "between",
        "backward",
        "joined",
        "before",
        "inside",
        "sentence",
    }


def test_every_reason_of_a_link_is_described() -> None:
    assert all(describe(name) for name in (*rules(), *BASE_RULES.values()))
    assert describe("no-such-rule") is None
