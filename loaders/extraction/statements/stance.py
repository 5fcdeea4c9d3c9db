"""How a document stands to what it says: asserted, intended, conditional or attributed, positive or negative."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.statements.pairs import ACTORS, Pair, Sentence
from loaders.extraction.tokens import pipeline
from loaders.reading.document import SegmentKind

MEANS = frozenset({"counters", "protects", "uses", "targets"})  # what somebody does; the others are how things are
CLOSE = 4  # words between a negation and what it denies
BREAKS = frozenset({";", ":", "."})
HOME = "BE"


@dataclass(frozen=True, slots=True)
class Stance:
    """Stance and polarity, with the IRI of whose view is reported."""

    stance: str
    polarity: str
    holder: str | None = None


@cache
def cue_words(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The cue words of a language, each as a tuple of lower-case words."""
    return {name: tuple(_words(text) for text in texts) for name, texts in facts("stance")[language].items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in pipeline().make_doc(text.replace("*", "¤")))


@cache
def _by_first(language: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    index: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for group, cues in cue_words(language).items():
        for words in cues:
            if words:
                index.setdefault(words[0].rstrip("¤")[:2], []).append((group, words))
    return index


def places(line: Line, first: int, after: int, group: str) -> list[tuple[int, int]]:
    """Where the cues of a group stand among the words [first, after): first and last word of each."""
    return [(i, j) for i, j in _all_places(line).get(group, ()) if first <= i and j < after]


@lru_cache(maxsize=64)
def _all_places(line: Line) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    index = _by_first(line.segment.language)
    for i, word in enumerate(line.words):
        for group, words in index.get(word.lower[:2], ()):
            if i + len(words) <= len(line.words) and all(
                _fits(line.words[i + k].lower, w) for k, w in enumerate(words)
            ):
                spans = found.setdefault(group, [])
                if not spans or spans[-1][0] != i:
                    spans.append((i, i + len(words) - 1))
    return found


def _fits(text: str, pattern: str) -> bool:
    return text.startswith(pattern[:-1]) if pattern.endswith("¤") else text == pattern


def read_stance(pair: Pair, lead: Line | None = None) -> Stance:
    """How a pair's sentence stands to the pair; `lead` is the lead-in of the list that the sentence is an item of."""
    sentence = pair.sentence
    denier = _denier(sentence)
    if denier:
        return Stance("attributed", "negative", denier)
    holder = _holder(sentence)
    polarity = "negative" if _denied(pair) else "positive"
    if holder is not None:
        return Stance("attributed", polarity, holder or None)
    first, after = _clause(pair)
    if pair.relation not in MEANS:
        return Stance("conditional" if _hedged(sentence.text, first, after, pair) else "asserted", polarity)
    if _intends(sentence, first, after, lead):
        return Stance("intended", polarity)
    if _conditional(sentence.text, first, after):
        return Stance("conditional", polarity)
    return Stance("asserted", polarity)


def _clause(pair: Pair) -> tuple[int, int]:
    """The stretch of the sentence between strong punctuation that holds both mentions."""
    sentence, words = pair.sentence, pair.sentence.text.words
    spots = [
        f for f in (pair.subject, pair.object) if f.line == sentence.line and sentence.first <= f.first < sentence.after
    ]
    low, high = min(f.first for f in spots), max(f.last for f in spots)
    first, after = low, high + 1
    while first > sentence.first and words[first - 1].text not in BREAKS:
        first -= 1
    while after < sentence.after and words[after].text not in BREAKS:
        after += 1
    return first, after


def _intends(sentence: Sentence, first: int, after: int, lead: Line | None) -> bool:
    line = sentence.text
    if places(line, first, after, "intended") or _future(line, first, after):
        return True
    listed = line.segment.kind is SegmentKind.LIST_ITEM or lead is not None
    if listed and _infinitive(line, first):
        return True
    return bool(lead and (places(lead, 0, len(lead.words), "intended") or _future(lead, 0, len(lead.words))))


def _future(line: Line, first: int, after: int) -> bool:
    endings = tuple(words[0] for words in cue_words(line.segment.language)["future"])
    if not endings:
        return False
    excluded = {words[0] for words in cue_words(line.segment.language)["not-future"]}
    return any(
        len(w.text) > 3 and not w.capital and w.text.endswith(endings) and w.text not in excluded
        for w in line.words[first:after]
    )


def _infinitive(line: Line, first: int) -> bool:
    start = next((w.lower for w in line.words[first:] if w.text[0].isalpha()), "")
    endings = {"fr": ("er", "ir", "re"), "nl": ("en",)}.get(line.segment.language, ())
    return len(start) > 4 and start.endswith(endings) if endings else False


def _conditional(line: Line, first: int, after: int) -> bool:
    return bool(places(line, first, after, "conditional"))


def _hedged(line: Line, first: int, after: int, pair: Pair) -> bool:
    """Whether the clause is hypothetical, or a word of possibility stands before the second of the two mentions."""
    if places(line, first, after, "hypothetical"):
        return True
    here = [f for f in (pair.subject, pair.object) if f.line == pair.sentence.line]
    return any(j < max(f.last for f in here) for _, j in places(line, first, after, "conditional"))


def _denier(sentence: Sentence) -> str | None:
    """Who denies what the sentence says: an IRI, or None."""
    for first, _ in places(sentence.text, sentence.first, sentence.after, "denied"):
        before = [f for f in sentence.finds if f.kind in (*ACTORS, "Person") and 0 < first - f.last <= CLOSE]
        excused = any(i <= first <= j for i, j in places(sentence.text, sentence.first, sentence.after, "not-negative"))
        if before and not excused:
            return before[-1].iri
    return None


def _holder(sentence: Sentence) -> str | None:
    """Whose view the sentence reports: an IRI, "" where it names nobody, None where it reports no view."""
    line = sentence.text
    for first, last in places(line, sentence.first, sentence.after, "attributed"):
        actors = [f for f in sentence.finds if f.kind in (*ACTORS, "Person") and not f.iri.endswith("/" + HOME)]
        text = line.words[first].lower
        if text in {"selon", "volgens", "aldus", "d", "laut", "according"}:
            after = [f for f in actors if 0 <= f.first - last <= CLOSE]
            if after:
                return after[0].iri
            if line.words[min(last + 1, len(line.words) - 1)].lower in {
                "l",
                "le",
                "la",
                "les",
                "de",
                "het",
                "des",
                "certains",
                "sommige",
                "plusieurs",
            }:
                return ""
            continue
        before = [f for f in actors if 0 < first - f.last <= CLOSE]
        if before and any(w.lower in {"que", "qu", "dat"} for w in line.words[last : last + 3]):
            return before[-1].iri
    return None


def _denied(pair: Pair) -> bool:
    """Whether a negation stands between the two mentions, or right before one of them."""
    sentence, line = pair.sentence, pair.sentence.text
    excused = {
        i
        for first, last in places(line, sentence.first, sentence.after, "not-negative")
        for i in range(first, last + 1)
    }
    spots: Sequence[Find] = [f for f in (pair.subject, pair.object) if f.line == sentence.line]
    if any(last < min(f.first for f in spots) for _, last in places(line, sentence.first, sentence.after, "baseless")):
        return True
    for first, last in places(line, sentence.first, sentence.after, "negative"):
        if first in excused:
            continue
        if any(0 < f.first - last <= CLOSE and not _broken(line, last + 1, f.first) for f in spots):
            return True
        if len(spots) == 2 and min(f.last for f in spots) < first and last < max(f.first for f in spots):
            return not any(
                w.text in {",", ";", ":"} for w in line.words[min(f.last for f in spots) : max(f.first for f in spots)]
            )
    return False


def _broken(line: Line, first: int, after: int) -> bool:
    return any(word.text in {",", ";", ":", ")"} for word in line.words[first:after])
