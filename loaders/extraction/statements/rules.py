"""The linking rules of `data/rules.toml`, and where their words stand in a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from loaders.extraction.facts import facts
from loaders.extraction.line import Line
from loaders.extraction.tokens import pipeline


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which texts link two mentions; `where` says where its words stand."""

    name: str
    relation: str
    where: str
    description: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words first to last of a line, which speak for a rule."""

    rule: str
    first: int
    last: int


def _blocks() -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = facts("rules")["rule"]
    return blocks


def describe(name: str) -> str | None:
    """What a rule says, in a sentence; also for what links without words ("same-sentence")."""
    known = rules().get(name)
    scope: str | None = facts("rules")["scopes"].get(name)
    return known.description if known else scope


@cache
def rules() -> dict[str, Rule]:
    """All rules by name."""
    fields = ("name", "relation", "where", "description")
    return {str(block["name"]): Rule(*(str(block[field]) for field in fields)) for block in _blocks()}


@cache
def _automaton(language: str) -> ahocorasick.Automaton:
    found: dict[str, set[str]] = {}
    for block in _blocks():
        texts = block.get(language, [])
        for text in texts if isinstance(texts, list) else []:
            for variant in _spelled(text):
                found.setdefault(variant, set()).add(str(block["name"]))
    automaton = ahocorasick.Automaton()
    for text, names in found.items():
        automaton.add_word(text, (len(text), tuple(sorted(names))))
    automaton.make_automaton()
    return automaton


def _spelled(text: str) -> Iterable[str]:
    """A cue as it stands among the words of a line; "*" at the end of it leaves the last word open."""
    words = [word for part in text.split() for word in ([part] if "*" in part else _tokens(part))]
    if all("*" not in word for word in words[:-1]):
        spelled = " " + " ".join(words)
        yield spelled.removesuffix("*") if spelled.endswith("*") else spelled + " "
    else:
        # an open word inside a cue ("menac* par") stands for the commonest endings
        at = next(i for i, word in enumerate(words) if "*" in word)
        for ending in (
            "",
            "e",
            "é",
            "ée",
            "és",
            "ées",
            "és",
            "s",
            "es",
            "ent",
            "i",
            "ie",
            "is",
            "er",
            "ant",
            "t",
            "ue",
            "us",
            "ues",
        ):
            yield " " + " ".join([*words[:at], words[at].removesuffix("*") + ending, *words[at + 1 :]]) + " "


def _tokens(text: str) -> list[str]:
    return [token.text for token in pipeline().make_doc(text)]


def find_cues(line: Line) -> list[Cue]:
    """All cues of a line, in text order."""
    starts: dict[int, int] = {}
    length = 0
    pieces = []
    for i, word in enumerate(line.words):
        starts[length] = i
        pieces.append(word.lower)
        length += len(word.lower) + 1
    if not pieces:
        return []
    text = " " + " ".join(pieces) + " "
    found: list[Cue] = []
    for end, (size, names) in _automaton(line.segment.language).iter(text):
        first = starts[end - size + 1]
        last = first + text[end - size + 2 : end].count(" ")
        found.extend(Cue(name, first, last) for name in names)
    return found
