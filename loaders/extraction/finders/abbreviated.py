"""Finds abbreviations: those that a document defines for itself, and those in capitals that nothing explains."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.finders.announced import candidate
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.line import Line
from loaders.reading.words import frequency

SHORTEST, LONGEST = 3, 6  # letters of an abbreviation that names something by itself
ROMAN = frozenset("IVXLCDM")
EVERYDAY = 1e-5  # share of a language's words from which a word in capitals is a word
BORROWABLE = frozenset({"Organisation", "Treaty", "Country", "Region"})


def is_abbreviation(text: str) -> bool:
    """Whether a word looks like an abbreviation: two to twelve characters, most of them capitals.

    >>> is_abbreviation("OTAN"), is_abbreviation("SPF"), is_abbreviation("Conseil")
    (True, True, False)
    """
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(text) <= 12 and text[0].isalnum() and 2 * sum(c.isupper() for c in letters) > len(letters) > 1


def find_abbreviated(lines: Sequence[Line], named: Iterable[Find]) -> Iterator[Find]:
    """Abbreviations that stand in brackets after a name, or before it, wherever the document uses them.

    `named` are the settled names: those of the lists and the announced ones.
    """
    aliases: dict[str, Find] = {}
    for name in named:
        if name.kind in BORROWABLE and name.manner == "name":
            for text in _bracketed(lines[name.line], name):
                aliases.setdefault(text, name)
    if not aliases:
        return
    for n, line in enumerate(lines):
        for i, word in enumerate(line.words):
            name_of = aliases.get(word.text)
            if name_of:
                yield Find(n, i, i, name_of.kind, name_of.iri, "name", "abbreviation", label=name_of.label)


@cache
def _common() -> frozenset[str]:
    return frozenset(facts("names")["abbreviations"]["common"])


def find_capitals(lines: Sequence[Line], lexicons: Mapping[str, Lexicon]) -> Iterator[Find]:
    """Abbreviations that no list has and the document does not define: taken for organisations."""
    for n, line in enumerate(lines):
        known = lexicons[line.segment.language]
        for i, word in enumerate(line.words):
            if not line.upper and _unknown(word.text) and not known.lists(word.fold):
                yield candidate(n, line, i, i, "Organisation", "capitals")


def _unknown(text: str) -> bool:
    if not (SHORTEST <= len(text) <= LONGEST and text.isalpha() and text.isupper()) or text in _common():
        return False
    return bool(set(text) - ROMAN) and frequency(text) < EVERYDAY


def _bracketed(line: Line, name: Find) -> Iterator[str]:
    words = line.words
    after = name.last + 1
    if after + 1 < len(words) and words[after].text == "(":
        text = words[after + 1].text
        closed = after + 2 >= len(words) or words[after + 2].text in {")", ",", ";", "-"}
        if closed and is_abbreviation(text):
            yield text
    before = name.first - 1
    if before >= 1 and words[before].text == "(" and is_abbreviation(words[before - 1].text):
        yield words[before - 1].text
