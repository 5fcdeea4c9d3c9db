"""Links mentions: every pair that the text puts together is judged, and the probable ones are kept."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from loaders.extraction.statements.affinity import affinity, home
from loaders.extraction.statements.assemble import NEARBY, Judged
from loaders.extraction.statements.features import features, fired, short, structural
from loaders.extraction.statements.judge import Judge, genre, weighed_for
from loaders.extraction.statements.pairs import Pair, pairs
from loaders.extraction.statements.stance import read_stance
from loaders.reading.document import Document

FOREIGN = frozenset({"far", "unknown", "unusual"})
BASE_RULES = {
    "sentence": "same-sentence",
    "previous": "sentence-before",
    "heading": "under-heading",
    "lead-in": "under-lead-in",
}


def link(
    document: Document,
    lines: Sequence[Line],
    finds: Sequence[Find],
    answers: Mapping[str, str],
    judge: Judge,
    dropped: Counter[str],
) -> Iterator[Judged]:
    """The pairs that the judge keeps, with stance and rule."""
    index = {line.segment.index: line for line in lines}
    found = list(candidates(lines, finds, dropped))
    for pair, near in zip(found, said_near(found), strict=True):
        score = judge.score(pair.relation, features(pair, answers, near.twin))
        probability = judge.probability(genre(document), pair.relation, score, near.repeats)
        if probability < judge.threshold:
            dropped[f"improbable {pair.relation}"] += 1
            continue
        lead = pair.sentence.text.segment.lead_in
        stance = read_stance(pair, index.get(lead) if lead is not None else None)
        rule, cues = reason(pair, judge)
        yield Judged(pair, stance, probability, rule, cues)


@dataclass(frozen=True, slots=True)
class Near:
    """What is said near a pair: in how many sentences of its language, its own included, and whether the twin agrees.

    `twin` is "agrees" where the page in the other language puts the same two things together, "silent" where it does
    not, "none" where the passage has no twin.
    """

    repeats: int
    twin: str


def said_near(found: Sequence[Pair]) -> list[Near]:
    """What is said near each pair that would make the same statement."""
    places: dict[tuple[str, str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for pair in found:
        places[_stated(pair)][_language(pair)].add(_place(pair))
    ordered = {
        stated: {language: sorted(known) for language, known in by_language.items()}
        for stated, by_language in places.items()
    }
    return [_near(pair, ordered[_stated(pair)]) for pair in found]


def _near(pair: Pair, places: Mapping[str, Sequence[int]]) -> Near:
    at, own = _place(pair), _language(pair)
    elsewhere = any(_within(places[language], at) for language in places if language != own)
    twin = "agrees" if elsewhere else "silent" if pair.sentence.text.segment.twin is not None else "none"
    return Near(_within(places[own], at), twin)


def _stated(pair: Pair) -> tuple[str, str, str]:
    return pair.relation, pair.subject.iri, pair.object.iri


def _language(pair: Pair) -> str:
    return pair.sentence.text.segment.language


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
        if pair.relation in ("uses", "targets") and not home().isdisjoint((subject, object_)):
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
        key=lambda name: (-judge.weights.get(weighed_for(pair.relation, f"rule={name}"), 0.0), name),
    )
    if not names:
        return BASE_RULES[pair.scope], ()
    return names[0], tuple((cue.first, cue.last) for cue in cues if cue.rule == names[0])[:3]
