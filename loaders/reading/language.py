"""The language of each block: function words first, then n-grams, then the neighbours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.reading.facts import LANGUAGES, facts

if TYPE_CHECKING:
    from lingua import LanguageDetector

_WORD = re.compile(r"(?<![@./\w])[^\W\d_]+(?![@\w])")  # no parts of addresses
_SURE_HITS = 4  # function words of one language that settle a block
_SAMPLE = 1200  # characters of a block that are looked at
_LONG = 40  # letters from which n-grams alone can be trusted


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and whether the text itself settles it; "" where nothing speaks for any."""

    language: str
    sure: bool
    words: bool = False  # function words settle it


@cache
def _owners() -> dict[str, int]:
    """Each function word with the index of its language; words of two languages tell nothing."""
    tables = facts("languages")
    owners: dict[str, int] = {}
    shared: set[str] = set()
    for index, language in enumerate(LANGUAGES):
        for word in tables[language]["words"].split():
            if word in owners:
                shared.add(word)
            owners[word] = index
    return {word: index for word, index in owners.items() if word not in shared}


def hits(text: str) -> list[int]:
    """How many function words of each language a text has."""
    owners = _owners()
    counts = [0] * len(LANGUAGES)
    for word in _WORD.findall(text[:_SAMPLE].lower()):
        index = owners.get(word)
        if index is not None:
            counts[index] += 1
    return counts


def guess(text: str) -> Guess:
    """The language that a text shows by itself."""
    counts = hits(text)
    best = max(range(len(LANGUAGES)), key=counts.__getitem__)
    others = sum(counts) - counts[best]
    if counts[best] >= _SURE_HITS and counts[best] >= 3 * others:
        return Guess(LANGUAGES[best], True, True)
    if sum(map(str.isalpha, text)) >= _LONG:
        first, second = _ranked(text)[:2]
        return Guess(first[0], first[1] - second[1] > 0.4, LANGUAGES[best] == first[0] and counts[best] > others + 1)
    if counts[best] > 1 and not others:
        return Guess(LANGUAGES[best], True, True)
    return Guess("", False)


def _ranked(text: str) -> list[tuple[str, float]]:
    """The languages by likelihood, most likely first."""
    values = _detector().compute_language_confidence_values(text[:_SAMPLE])
    return [(value.language.iso_code_639_1.name.lower(), value.value) for value in values]


@cache
def _detector() -> "LanguageDetector":
    """The n-gram detector, loaded when a text first needs it; its small models tell four languages well enough."""
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = [getattr(IsoCode639_1, language.upper()) for language in LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).with_low_accuracy_mode().build()


def languages(texts: Sequence[str], breaks: Sequence[bool], declared: tuple[str, ...] = ()) -> list[str]:
    """The language of each text; what a text does not settle its neighbours do.

    A short text goes with the next one (headings stand before their text), unless a page mark parts them.
    """
    guesses = _trusted(texts, [guess(text) for text in texts])
    main = declared[0] if declared else _most(texts, guesses)
    before = _carried(guesses, main)
    after = _carried(guesses[::-1], main)[::-1]
    found = []
    for index, (text, own) in enumerate(zip(texts, guesses, strict=True)):
        if own.sure:
            found.append(own.language)
            continue
        parted = index + 1 < len(texts) and breaks[index + 1]
        found.append(_settled(text, before[index], after[index], parted))
    return found


def _trusted(texts: Sequence[str], guesses: Sequence[Guess]) -> list[Guess]:
    """The guesses, those unsure that n-grams alone make for a language that the document hardly has."""
    share: dict[str, int] = {}
    for text, own in zip(texts, guesses, strict=True):
        if own.words:
            share[own.language] = share.get(own.language, 0) + len(text)
    total = sum(share.values())
    return [
        own if own.words or share.get(own.language, 0) * 6 > total or not total else Guess(own.language, False)
        for own in guesses
    ]


def _most(texts: Sequence[str], guesses: Sequence[Guess]) -> str:
    """The language of most of the text."""
    share: dict[str, int] = {}
    for text, own in zip(texts, guesses, strict=True):
        if own.language:
            share[own.language] = share.get(own.language, 0) + len(text)
    return max(share, key=share.__getitem__) if share else "en"


def _carried(guesses: Sequence[Guess], main: str) -> list[str]:
    """For each text the language of the last sure one at or before it."""
    last = ""
    carried = []
    for own in guesses:
        last = own.language if own.sure else last
        carried.append(last)
    first = next((language for language in carried if language), main)
    return [language or first for language in carried]


def _settled(text: str, before: str, after: str, parted: bool) -> str:
    if before == after:
        return before
    likely = dict(_ranked(text))
    favoured, other = (before, after) if parted else (after, before)
    clear = likely.get(other, 0.0) > max(0.85, 4 * likely.get(favoured, 0.0))
    return other if clear else favoured


def switches(lines: Sequence[str]) -> list[int]:
    """The indexes of lines at which a block changes its language; both sides are clear and of three lines or more."""
    if len(lines) < 6:
        return []
    counts = [hits(line) for line in lines]
    total = [sum(column) for column in zip(*counts, strict=True)]
    first, second = sorted(total, reverse=True)[:2]
    if second < 2 * _SURE_HITS or second * 8 < first:
        return []
    tops = [max(range(len(total)), key=row.__getitem__) if sum(row) else -1 for row in counts]
    return _runs(tops)


def _runs(tops: Sequence[int]) -> list[int]:
    """Where runs of three lines or more of one language meet."""
    runs: list[tuple[int, int, int]] = []  # language, first line, lines
    for index, top in enumerate(tops):
        if runs and (top in (-1, runs[-1][0])):
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((top, index, 1))
    long = [run for run in runs if run[2] > 2 and run[0] >= 0]
    return [right[1] for left, right in pairwise(long) if left[0] != right[0]]
