"""Words of a segment, and the folded form under which wordings are compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import spacy
from spacy.attrs import ORTH, SPACY
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from loaders.extraction.facts import facts

VOWELS = "aeiouy"
PASSED = frozenset("-–—'’")
SPLIT_INSIDE = [
    r"(?<=\w)['’](?=\w)",
    r"(?<=\w)[-–—/](?=\w)",
    r"(?<=\w)[-–—/](?=[«\"“(])",
    r"(?<=[\w)\]»\"”])[,;:!?…](?=\w)",
]
SPLIT_BEFORE = [r"\(", r"\[", "«", '"', "“", "„", "'", "’", "-", "–", "—", "•", "●", r"\*", "‘", "…"]
SPLIT_AFTER = [
    r"\)",
    r"\]",
    "»",
    '"',
    "”",
    "“",
    "'",
    "’",
    ",",
    ";",
    ":",
    r"\.",
    "!",
    r"\?",
    "…",
    "-",
    "–",
    "—",
    r"\*",
    "%",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the mended text: its surface, in lower case too, its span, folded form and case."""

    text: str
    lower: str
    start: int
    end: int
    fold: str
    capital: bool
    skipped: bool


@cache
def pipeline() -> Language:
    """A blank spaCy pipeline for all languages alike: it splits elisions and hyphens, and finds sentences."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(SPLIT_BEFORE).search,
        suffix_search=compile_suffix_regex(SPLIT_AFTER).search,
        infix_finditer=compile_infix_regex(SPLIT_INSIDE).finditer,
        token_match=re.compile(r"^(?:\d+(?:[.,]\d+)*|(?:[A-Z]\.){2,})$").match,
    )
    return nlp


@cache
def skipped_words(language: str) -> frozenset[str]:
    """Articles, possessives and the prepositions that matching passes over."""
    return frozenset(facts("language")[language]["skipped"])


@cache
def kept_words(language: str) -> frozenset[str]:
    """Words that keep their ending."""
    return frozenset(facts("language")[language]["kept"])


def strip_ending(word: str, endings: list[list[str]], shortest: int = 3) -> str:
    """The word with the first ending that fits replaced, unless too little would be left."""
    for ending, replacement in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: len(word) - len(ending)] + replacement
    return word


def shorten_vowel(word: str) -> str:
    """Dutch spelling of open and closed syllables made one: *staat, staten* and *aanval, aanvallen*."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in VOWELS:
        word = word[:-1]
    if len(word) > 3 and word[-2] == word[-3] and word[-2] in "aeou" and word[-1] not in VOWELS:
        word = word[:-2] + word[-1]
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


@lru_cache(maxsize=200_000)
def fold(word: str, language: str) -> str:
    """The form under which inflected words of one lemma meet; capitals of an abbreviation are kept apart.

    >>> fold("cybermenaces", "fr") == fold("cybermenace", "fr")
    True
    >>> fold("aanvallen", "nl") == fold("aanval", "nl")
    True
    >>> fold("sanctionne", "fr") == fold("sanctions", "fr")
    False
    """
    if len(word) > 1 and word.isupper():
        return word
    lower = word.lower().replace("’", "'").replace("œ", "oe")
    if len(lower) < 4 or lower in kept_words(language) or not lower[-1].isalpha():
        return lower
    endings = facts("language")[language]
    folded = strip_ending(strip_ending(lower, endings["plural"]), endings["feminine"])
    return shorten_vowel(folded) if language == "nl" else folded


def analyse(doc: Doc, language: str, upper: bool = False) -> list[Word]:
    """The words of a tokenised text; `upper` says that its capitals mean nothing (a heading in capitals)."""
    passed = skipped_words(language)
    words = []
    start = 0
    for text, spaced in _texts(doc):
        if not text.isspace():
            lower = text.lower()
            folded = fold(lower if upper else text, language)
            skipped = folded in passed or text in PASSED
            words.append(Word(text, lower, start, start + len(text), folded, text[0].isupper(), skipped))
        start += len(text) + spaced
    return words


def _texts(doc: Doc) -> Iterator[tuple[str, int]]:
    """Each token's text and whether a space follows it; in one array, which is faster than token by token."""
    strings = doc.vocab.strings
    for orth, spaced in doc.to_array([ORTH, SPACY]).tolist():
        yield strings[orth], int(spaced)
