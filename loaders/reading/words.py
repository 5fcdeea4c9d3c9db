"""Whether something is a word: by the document itself, then by word lists of four languages."""

import re
from collections import Counter
from functools import cache

from loaders.reading.facts import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Words:
    """The words of one document, with how often each stands in it (case does not count)."""

    def __init__(self, text: str) -> None:
        self._counts: Counter[str] = Counter()
        for line in text.splitlines():  # line by line, since lower() takes twelve bytes a character
            self._counts.update(_WORD.findall(line.lower()))

    def count(self, word: str) -> int:
        """How often the document has the word."""
        return self._counts[word.lower()]

    def known(self, word: str) -> bool:
        """Whether the document has the word more than once, or a word list has it."""
        return self.count(word) > 1 or frequency(word) > 0


def frequency(word: str, language: str = "") -> float:
    """How frequent a word is in a language, or in any of the four; 0 where no list has it."""
    lists = [_frequencies(language)] if language else map(_frequencies, LANGUAGES)
    lower = word.lower()
    return max(entries.get(lower, 0.0) for entries in lists)


@cache
def _frequencies(language: str) -> dict[str, float]:
    """The word list of a language, read when a word is first asked for."""
    from wordfreq import get_frequency_dict

    return get_frequency_dict(language, "small")
