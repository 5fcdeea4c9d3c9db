"""Brings evidence together: one Statement for each triple, stance and polarity that a document says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.mentions import mention
from loaders.extraction.model import Evidence, Passage, Statement
from loaders.extraction.statements.pairs import Pair
from loaders.extraction.statements.stance import Stance
from loaders.reading.document import Segment

HIGHEST = 0.99


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
    segments = {line.segment.index: line.segment for line in lines}
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
        confidence = combined(evidences, segments)
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


def combined(evidences: Sequence[Evidence], segments: Mapping[int, Segment]) -> float:
    """The probability that one of the independent passages says so; a passage and its twin count once."""
    best: dict[int, float] = {}
    for evidence in evidences:
        segment = segments[evidence.passage.segment]
        group = min(segment.index, segment.twin if segment.twin is not None else segment.index)
        best[group] = max(best.get(group, 0.0), evidence.confidence)
    return round(min(HIGHEST, 1 - prod(1 - value for value in best.values())), 2)
