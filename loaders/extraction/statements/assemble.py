"""Brings evidence together: one Statement for each triple, stance and polarity that a document says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.mentions import mention
from loaders.extraction.model import Evidence, Passage, Statement
from loaders.extraction.statements.pairs import Pair
from loaders.extraction.statements.stance import Stance

HIGHEST = 0.99
NEARBY = 6000  # characters: a page and its twin in the other language lie closer than this


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that the judge kept, with its rule and the words that spoke for it."""

    pair: Pair
    stance: Stance
    probability: float
    rule: str
    cues: tuple[tuple[int, int], ...]


def statements(judged: Iterable[Judged], lines: Sequence[Line]) -> tuple[Statement, ...]:
    """The statements of a document, sorted by triple; of two pairs in one passage the more probable is its evidence."""
    grouped: dict[tuple[str, str, str, str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        key = (one.pair.subject.iri, one.pair.relation, one.pair.object.iri, one.stance.stance, one.stance.polarity)
        grouped[key].append(one)
    found = []
    for (subject, relation, object_, stance, polarity), ones in sorted(grouped.items()):
        best: dict[tuple[tuple[int, int], ...], tuple[float, Evidence]] = {}
        for one in ones:
            evidence = _evidence(one, lines)
            known = best.get(evidence.passage.spans)
            if known is None or evidence.confidence > known[1].confidence:
                best[evidence.passage.spans] = (one.probability, evidence)
        evidences = tuple(best[spans][1] for spans in sorted(best))
        holder = next((one.stance.holder for one in ones if one.stance.holder), None)
        confidence = combined(evidences)
        found.append(Statement(subject, relation, object_, stance, polarity, confidence, evidences, holder))
    return tuple(found)


def _evidence(one: Judged, lines: Sequence[Line]) -> Evidence:
    sentence = one.pair.sentence
    segment = sentence.text.segment
    start, end = sentence.text.at(_first_word(one.pair), sentence.after - 1)
    passage = Passage(segment.pieces(start, end), segment.index, segment.language)
    cues = tuple(sentence.text.raw(first, last) for first, last in one.cues)
    ends: tuple[Find, Find] = (one.pair.subject, one.pair.object)
    subject, object_ = (mention(find, lines) for find in ends)
    return Evidence(passage, subject, object_, cues, one.rule, round(one.probability, 2))


def _first_word(pair: Pair) -> int:
    """Where the passage begins: with the sentence before where that one carries a mention."""
    if pair.scope != "previous":
        return pair.sentence.first
    carried = min(pair.subject.first, pair.object.first)
    return next(first for first, after in pair.sentence.text.sentences if carried < after)


def combined(evidences: Sequence[Evidence]) -> float:
    """The probability that one of the independent passages says so; passages near each other, as twins are, count once.

    The probability of each already counts what is said near by.
    """
    best: list[float] = []
    reached = -NEARBY
    for evidence in sorted(evidences, key=lambda one: one.passage.spans[0]):
        start = evidence.passage.spans[0][0]
        if start - reached >= NEARBY:
            best.append(evidence.confidence)
            reached = start
        else:
            best[-1] = max(best[-1], evidence.confidence)
    return round(min(HIGHEST, 1 - prod(1 - value for value in best)), 2)
