"""Whether a hyphen at a line end is the printer's or the word's own."""

import re

from loaders.reading.facts import facts
from loaders.reading.words import Words, frequency

HYPHENS = "-‐\xad"

_LEFT = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*[-‐\xad]\Z")
_RIGHT = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset(facts("layout")["hyphens"]["prefixes"])
_COMPOUNDING = ("nl", "de")
_COMMON = 2e-6  # share from which both halves count as words of their own


def joiner(left: str, right: str, language: str, words: Words) -> str:
    """What stands between two lines in the mended text: " ", "-", "- " or nothing.

    `left` is the line before with its hyphen, `right` the line after.
    """
    start = _LEFT.search(left[-60:])
    if start is None:
        return " "
    if left[-1] == "\xad":
        return ""
    head = start.group()[:-1]
    match = _RIGHT.match(right)
    if match is None:
        return "-"
    tail = match.group()
    last = re.split("[-‐]", head)[-1]
    if tail in facts("languages")[language]["joiners"] and not frequency(last + tail):
        return "- "
    return "" if _printed(head, last, tail, language, words) else "-"


def _printed(head: str, last: str, tail: str, language: str, words: Words) -> bool:
    """Whether the hyphen is only the line's."""
    if not last[-1:].isalpha():
        return False
    shouted = last.isupper() and tail.isupper()
    if tail[0].isupper() and not (shouted and len(last) > 4):
        return False
    if last.isupper() and len(last) > 1 and not shouted:
        return False
    kept, joined = words.count(f"{last}-{tail}") + words.count(f"{head}-{tail}"), words.count(last + tail)
    if kept != joined:
        return joined > kept
    if frequency(last + tail, language) or language in _COMPOUNDING or last.lower() in _PREFIXES:
        return True
    return not all(frequency(part, language) > _COMMON for part in (last, tail))
