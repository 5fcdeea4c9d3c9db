"""Links mentions: every pair that the text puts together is judged, and the probable ones are kept."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.statements.affinity import affinity
from loaders.extraction.statements.assemble import NEARBY, Judged
from loaders.extraction.statements.features import features, fired, short, structural
from loaders.extraction.statements.judge import Judge
from loaders.extraction.statements.pairs import Pair, pairs
from loaders.extraction.statements.stance import read_stance

HOME = "https://w3id.org/bfpg/id/country/BE"
FOREIGN = frozenset({"far", "unknown", "unusual"})
BASE_RULES = {
    "sentence": "same-sentence",
    "previous": "sentence-before",
    "heading": "under-heading",
    "lead-in": "under-lead-in",
}


def link(
    lines: Sequence[Line], finds: Sequence[Find], answers: Mapping[str, str], judge: Judge, dropped: Counter[str]
) -> Iterator[Judged]:
    """The pairs that the judge keeps, with stance and rule."""
    index = {line.segment.index: line for line in lines}
    found = list(candidates(lines, finds, dropped))
    for pair, repeats in zip(found, said_near(found), strict=True):
        probability = judge.probability(pair.relation, judge.score(features(pair, answers)), repeats)
        if probability < judge.threshold:
            dropped[f"improbable {pair.relation}"] += 1
            continue
        lead = pair.sentence.text.segment.lead_in
        stance = read_stance(pair, index.get(lead) if lead is not None else None)
        rule, cues = reason(pair, judge)
        yield Judged(pair, stance, probability, rule, cues)


def said_near(found: Sequence[Pair]) -> list[int]:
    """In how many sentences near each pair, its own included, the same would be stated in the same language."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for pair in found:
        places[_stated(pair)].add(_place(pair))
    ordered = {stated: sorted(known) for stated, known in places.items()}
    return [_within(ordered[_stated(pair)], _place(pair)) for pair in found]


def _stated(pair: Pair) -> tuple[str, ...]:
    return pair.relation, pair.subject.iri, pair.object.iri, pair.sentence.text.segment.language


def _place(pair: Pair) -> int:
    return pair.sentence.text.raw(pair.sentence.first, pair.sentence.first)[0]


def _within(places: Sequence[int], at: int) -> int:
    return bisect_right(places, at + NEARBY) - bisect_left(places, at - NEARBY)


def candidates(lines: Sequence[Line], finds: Sequence[Find], dropped: Counter[str]) -> Iterator[Pair]:
    """The pairs that may be statements.

    Belgium itself is neither wielder nor target in a Belgian document. What is carried over from a heading, a lead-in
    or the sentence before is linked only to what goes with it by its nature.
    """
    for pair in pairs(lines, finds):
        subject, object_ = pair.subject.iri, pair.object.iri
        if pair.relation in ("uses", "targets") and HOME in (subject, object_):
            dropped["Belgium as wielder or target"] += 1
        elif pair.scope != "sentence" and affinity(pair.relation, short(subject), short(object_)) in FOREIGN:
            dropped[f"carried over, no {pair.relation} by nature"] += 1
        else:
            yield pair


def reason(pair: Pair, judge: Judge) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The rule that speaks most for a pair, and where its words stand; the scope where no words link."""
    cues = fired(pair)
    names = sorted(
        {cue.rule for cue in cues} | set(structural(pair)),
        key=lambda name: (-judge.weights.get(f"{pair.relation}|rule={name}", 0.0), name),
    )
    if not names:
        return BASE_RULES[pair.scope], ()
    return names[0], tuple((cue.first, cue.last) for cue in cues if cue.rule == names[0])[:3]
