"""Raw text to mended text: what the page did to the words is undone, and every character keeps its raw offset."""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.document import Span
from loaders.reading.facts import facts
from loaders.reading.hyphens import HYPHENS, joiner
from loaders.reading.marks import spaced
from loaders.reading.words import Words, frequency

Edit = tuple[int, int, str]  # [start, end) becomes this

_COMBINING = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\u1160-\u11ff"
_CLUSTER = re.compile(rf"(?s:.)[{_COMBINING}]+|[^\x00-\u02ff]")
_PLAIN = {
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("’‘‛ʼ′`´", "'"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff", ""),
    **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_TYPOGRAPHY = re.compile(
    rf"(?P<guillemets>«\s{{0,3}}|\s{{0,3}}»)|(?P<plain>[{''.join(map(re.escape, _PLAIN))}])|(?P<space>\s\s+|[^\S ])"
    r"|(?P<note>(?<=[^\W\d_]{3})[¹²³⁴-⁹⁰]+)|(?P<stars>(?<!\s)\*{1,3}|\*{1,3}(?!\s))"
)
_LINK = re.compile(r"\[([^\[\]]{1,500})\]\([^()\s]{0,2000}\)")
_BETWEEN = re.compile(r"(?<=\S) (?=\S)")
_ELISION = re.compile(rf"(?<![\w'])(?:{'|'.join(facts('layout')['elisions']['fr'])})( ?' ?)(?=\w)", re.IGNORECASE)
_SPLIT = re.compile(r"(?<![^\W\d_])([^\W\d_]{0,40}f[fil]) ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Mended:
    """Mended text with one raw offset for each of its characters."""

    text: str
    offsets: "array[int]"


@dataclass(frozen=True, slots=True)
class Manner:
    """What mending knows of the whole document: its words, whether ligatures were split, the offsets of note marks."""

    words: Words
    ligatures: bool = False
    notes: frozenset[int] = frozenset()


def mend(raw: str, lines: Sequence[Span], language: str, manner: Manner) -> Mended:
    """The text of lines, mended."""
    mended = _joined(raw, lines, language, manner.words)
    if manner.notes:
        mended = edited(mended, ((i, i + 1, "") for i, at in enumerate(mended.offsets) if at in manner.notes))
    if not unicodedata.is_normalized("NFC", mended.text):
        mended = edited(mended, _composed(mended.text))
    for find in _passes(language, manner):
        mended = edited(mended, find(mended.text))
    return _stripped(mended)


def _passes(language: str, manner: Manner) -> Iterator[Callable[[str], Iterable[Edit]]]:
    yield _links
    yield _unspaced
    yield _typography
    if language == "fr":
        yield _elisions
    if manner.ligatures:
        yield lambda text: _unsplit(text, language, manner.words)


def edited(mended: Mended, edits: Iterable[Edit]) -> Mended:
    """The text with edits made; a new character keeps the offset of the one in whose place it stands."""
    parts: list[str] = []
    offsets: array[int] = array("I")
    done = 0
    for start, end, new in edits:
        parts += (mended.text[done:start], new)
        offsets += mended.offsets[done:start]
        offsets.extend(mended.offsets[min(start + at, max(end - 1, start))] for at in range(len(new)))
        done = end
    if not done:
        return mended
    return Mended("".join((*parts, mended.text[done:])), offsets + mended.offsets[done:])


def _joined(raw: str, lines: Sequence[Span], language: str, words: Words) -> Mended:
    """The lines as one: hyphens of the printer go, other line ends become a space."""
    parts: list[str] = []
    offsets: array[int] = array("I")
    for at, (start, end) in enumerate(lines):
        line = raw[start:end]
        if at + 1 < len(lines):
            after = raw[slice(*lines[at + 1])]
            link = joiner(line, after, language, words) if line[-1:] in HYPHENS else "\n" if spaced(line) else " "
            hyphen = link in ("", "-", "- ")
            parts += (line[:-1], link) if hyphen else (line, link)
            offsets.extend(range(start, end - hyphen))
            offsets.extend(range(end - hyphen, end - hyphen + len(link)))
        else:
            parts.append(line)
            offsets.extend(range(start, end))
    return Mended("".join(parts), offsets)


def _composed(text: str) -> Iterator[Edit]:
    for match in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield (*match.span(), composed)


def _links(text: str) -> Iterator[Edit]:
    """Markdown links become their words."""
    if "](" in text:
        for match in _LINK.finditer(text):
            if not any(map(str.isalnum, match.group(1))):
                continue
            yield (match.start(), match.start(1), "")
            yield (match.end(1), match.end(), "")


def _unspaced(text: str) -> Iterator[Edit]:
    """Spaced capitals ("U N E") become words; two spaces part the words."""
    if spaced(text):
        for match in _BETWEEN.finditer(text):
            yield (*match.span(), "")


def _typography(text: str) -> Iterator[Edit]:
    """One quote, one apostrophe, one hyphen, one space; soft hyphens, emphasis and note marks go."""
    for match in _TYPOGRAPHY.finditer(text):
        kind, found = match.lastgroup, match.group()
        if kind == "plain":
            yield (*match.span(), _PLAIN[found])
        elif kind == "guillemets":
            yield from _alone(match.start(), found, '"')
        elif kind == "space":
            yield (*match.span(), " ")
        else:
            yield (*match.span(), "")


def _elisions(text: str) -> Iterator[Edit]:
    """Spaces beside the apostrophe of an elision go ("l ' Union")."""
    for match in _ELISION.finditer(text):
        if len(match.group(1)) > 1:
            yield from _alone(match.start(1), match.group(1), "'")


def _alone(start: int, found: str, new: str) -> Iterator[Edit]:
    """A sign made new and the spaces beside it taken away, so that it keeps its own offset."""
    before = len(found) - len(found.lstrip())
    yield (start, start + before, "")
    yield (start + before, start + before + 1, new)
    yield (start + before + 1, start + len(found), "")


def _unsplit(text: str, language: str, words: Words) -> Iterator[Edit]:
    """Ligatures that the PDF split are joined, where the halves are no words or the whole is a better one."""
    for match in _SPLIT.finditer(text):
        if _one_word(match.group(1), match.group(2), language, words):
            yield (match.end(1), match.start(2), "")


def _one_word(left: str, right: str, language: str, words: Words) -> bool:
    whole = frequency(left + right, language)
    if len(left) < 4 or not frequency(left, language):
        return True
    if whole and (len(right) < 2 or whole > frequency(right, language)):
        return True
    return words.count(left + right) > 0 and not frequency(right, language)


def split_ligatures(text: str) -> bool:
    """Whether a text shows ligatures split by a space: halves that are no words, twice or more."""
    found = 0
    for match in _SPLIT.finditer(text):
        left = match.group(1).lower()
        found += left in ("fi", "fl") or (left[-2:] in ("fi", "fl") and not frequency(left))
        if found > 1:
            return True
    return False


def _stripped(mended: Mended) -> Mended:
    text = mended.text.strip()
    start = mended.text.find(text) if text else 0
    return Mended(text, mended.offsets[start : start + len(text)])
