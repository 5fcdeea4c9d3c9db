"""Finds named things that no list has, by the word that announces them: "Agence …", "Verdrag van …", "ministre …"."""

from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.finders.listed import AND
from loaders.extraction.line import Line
from loaders.extraction.tokens import fold
from ontology.iri import thing
from ontology.text import slug

LONGEST = 14  # words of a name
LOWER_RUN = 7  # words in lower case in a row inside a name
SEGMENTS = {"Organisation": "organisation", "Treaty": "treaty", "Person": "person"}


@cache
def words_of(language: str, group: str) -> frozenset[str]:
    """A group of words of `data/names.toml`, lower case."""
    return frozenset(word.lower() for word in facts("names")[language][group])


@cache
def heads(language: str, group: str) -> frozenset[str]:
    """The folded heads of a group."""
    return frozenset(fold(word, language) for word in words_of(language, group))


def find_announced(lines: Sequence[Line]) -> Iterator[Find]:
    """Organisations, treaties and persons announced by a head and told apart by a capital or a purpose."""
    for n, line in enumerate(lines):
        if line.upper:
            continue
        language = line.segment.language
        for i, word in enumerate(line.words):
            folded = word.fold
            if word.capital and folded in heads(language, "organisations"):
                yield from _named(n, line, i, "Organisation")
            elif folded in heads(language, "treaties") and (
                word.capital or folded in heads(language, "lower-treaties")
            ):
                yield from _named(n, line, i, "Treaty")
            elif folded in heads(language, "titles"):
                yield from _person(n, line, i)


def _named(n: int, line: Line, i: int, kind: str) -> Iterator[Find]:
    last = _name_end(line, i)
    if last > i:
        yield candidate(n, line, i, last, kind, "announced")


def candidate(n: int, line: Line, first: int, last: int, kind: str, finder: str) -> Find:
    """A find of a thing of its own, whose id is its name."""
    label = line.text(first, last)
    return Find(n, first, last, kind, thing(SEGMENTS[kind], slug(label)), "name", finder, label=label)


def _name_end(line: Line, i: int) -> int:
    """The last word of the name that begins with the head at i; i where nothing tells it apart."""
    language = line.segment.language
    joins, opens, stops = (words_of(language, group) for group in ("joins", "opens", "stops"))
    endings = tuple(sorted(words_of(language, "adjectives")))
    named = line.words[i].capital
    last, told, lower, opened = i, False, 0, False
    for j in range(i + 1, min(i + LONGEST, len(line.words))):
        word = line.words[j]
        text = word.lower
        if (
            text in stops
            or (word.fold in AND and not named)
            or (not word.text[0].isalnum() and text not in joins)
            or _another(line, j)
        ):
            break
        if word.text[0].isdigit() and j == i + 1:
            return j  # "résolution 1325": who adopted it is named beside
        if word.capital:
            if word.skipped:
                continue
            last, told, lower = j, True, 0
        elif text in opens:
            following = next((w.fold for w in line.words[j + 1 :] if not w.skipped), "")
            if following in AND or (j > i + 2 and not named):
                break
            opened, lower = True, 0
        elif text in joins or word.skipped:
            continue
        elif j == last + 1 and not told and j == i + 1 and text.endswith(endings):
            last = j  # an adjective straight after the head: "Agence européenne"
        elif opened and lower < LOWER_RUN:
            lower += 1
            last, told = j, True
        else:
            break
    return last if told else i


def _another(line: Line, j: int) -> bool:
    """Whether an "et" at j leads to another name: an abbreviation, or a head of its own."""
    if line.words[j].fold not in AND:
        return False
    following = next((w for w in line.words[j + 1 : j + 4] if not w.skipped), None)
    if following is None:
        return False
    abbreviation = len(following.text) > 1 and following.text.isupper()
    return abbreviation or (following.capital and following.fold in heads(line.segment.language, "organisations"))


def _person(n: int, line: Line, i: int) -> Iterator[Find]:
    """A capitalised name of one to four words after a title, a full stop and one adjective of nationality aside."""
    first = i + 1
    if first < len(line.words) and line.words[first].text == ".":
        first += 1
    last = first
    while last < len(line.words) and last - first < 4 and _name_part(line, last, first):
        last += 1
    while last > first and not line.words[last - 1].capital:
        last -= 1
    if last > first and line.words[first].capital and line.words[i].text[0].isalpha():
        yield candidate(n, line, first, last - 1, "Person", "title")


def _name_part(line: Line, j: int, first: int) -> bool:
    word = line.words[j]
    capital = word.capital and len(word.text) > 1 and not word.text.isupper()
    return capital or (j > first and word.lower in {"de", "van", "der", "den", "von", "al", "-", "ben", "el"})
