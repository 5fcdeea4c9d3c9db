"""Whether something is a word: by the document itself, then by word lists of four languages."""

import re
from collections import Counter
from functools import cache

from loaders.reading.facts import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Words:
    """The words of one document, with how often each stands in it (case does not count)."""

    def __init__(self, text: str) -> None:
        self._counts = Counter(_WORD.findall(text.lower()))

    def count(self, word: str) -> int:
        """How often the document has the word."""
        return self._counts[word.lower()]

    def known(self, word: str) -> bool:
        """Whether the document has the word more than once, or a word list has it."""
        return self.count(word) > 1 or frequency(word) > 0


def frequency(word: str) -> float:
    """How frequent a word is in the four languages, 0 where no list has it."""
    return _frequencies().get(word.lower(), 0.0)


@cache
def _frequencies() -> dict[str, float]:
    """The word lists, read when a word is first asked for."""
    from wordfreq import get_frequency_dict

    merged: dict[str, float] = {}
    for language in LANGUAGES:
        for word, share in get_frequency_dict(language, "small").items():
            if share > merged.get(word, 0.0):
                merged[word] = share
    return merged
