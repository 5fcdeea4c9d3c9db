"""The marks that open a heading or a list item: numbers, letters, bullets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.reading.facts import facts

_BULLETS = re.escape(facts("layout")["lists"]["bullets"])
_LETTERED = facts("layout")["lists"]["lettered"]
_DASHES = "-–—*"

_MARKS = (
    ("padded", re.compile(r"(0\d)\.?[ \t\xa0]+(?=\S)")),
    ("decimal", re.compile(r"(\d{1,2}(?:\s?\.\s?(?:\d{1,2}|[a-z](?=\.)))*)(?:\s?\.\s?|(?<=\.\d)\s)[ \t\xa0]*(?=\S)")),
    ("roman", re.compile(r"([IVXL]{1,6})\s?(?:\.\s*[-—–]?|[-—–]|\))\s+(?=\S)")),
    ("paren", re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,5})\)[ \t\xa0]+(?=\S)")),
    ("letter", re.compile(r"(?!p\.\s*\d)([A-Za-z])\.[ \t\xa0]+(?=\S)")),  # "p. 6" names a page
    ("bullet", re.compile(rf"([{_BULLETS}])[ \t\xa0]+(?=\S)|([•●▪➢➔►➤])(?=\w)")),
    ("lettered", re.compile(rf"({_LETTERED})[ \t\xa0]+(?=\S)")),
)
_LOWER = re.compile(r"[a-zà-öø-ÿ]{2}")


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that a text begins with: its style, what it counts, and its length."""

    style: str
    value: str
    length: int


def mark_of(text: str, lettered: bool = False) -> Mark | None:
    """The mark a text begins with, if any; `lettered` says that the document uses a letter as bullet."""
    for style, pattern in _MARKS:
        match = pattern.match(text)
        if match is None or (style == "lettered" and not lettered):
            continue
        value = next(group for group in match.groups() if group)
        style = f"bullet {value}" if style in ("bullet", "lettered") else style
        return Mark(style, re.sub(r"\s", "", value), match.end())
    return None


def lettered_bullets(starts: Iterable[str]) -> bool:
    """Whether lines begin with a lone letter so often that it must be a bullet."""
    return sum(1 for start in starts if start == f"{_LETTERED} ") > 1


def starts_item(line: str, previous: str, first: str, lettered: bool) -> bool:
    """Whether a line inside a block opens a list item of its own; `first` is the first line of the block.

    A dash or "2)" may as well stand inside a sentence that the page broke there.
    """
    mark = mark_of(line, lettered)
    if mark is None:
        return False
    if mark.style.startswith("bullet") and mark.value not in _DASHES:
        return True
    stopped = previous.endswith((";", ":", ".", ","))
    if mark.style.startswith("bullet"):
        return stopped or _style_of(first) == mark.style
    if mark.style not in ("paren", "letter", "decimal"):
        return False
    return (stopped and _style_of(first) == mark.style) or (previous.endswith(":") and mark.value in ("1", "a", "i"))


def _style_of(line: str) -> str:
    mark = mark_of(line)
    return mark.style if mark else ""


def spaced(text: str) -> bool:
    """Whether a text is set in spaced capitals ("U N E")."""
    if len(text) < 9 or _LOWER.search(text):
        return False
    tokens = text.split()
    return len(tokens) > 4 and sum(len(token) == 1 and token.isalpha() for token in tokens) * 2 > len(tokens)
