"""What the judge looks at in a pair, as named features."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from loaders.extraction.statements.pairs import RELATIONS, Pair
from loaders.extraction.statements.rules import Cue, Rule, rules
from ontology.iri import parts

STEPS = (0, 2, 5, 9, 15, 25)
SMALL = 3  # words between two mentions that stand beside each other


def bucket(n: int) -> str:
    """A number of words as a range."""
    return next((f"<={step}" for step in STEPS if n <= step), f">{STEPS[-1]}")


@lru_cache(maxsize=20_000)
def short(iri: str) -> str:
    """The notation of an IRI."""
    return parts(iri)[1]


def fired(pair: Pair) -> tuple[Cue, ...]:
    """The cues of the relation's rules that stand where their rule wants them."""
    return tuple(cue for cue in _candidates(pair) if _stands(rules()[cue.rule], cue, pair))


def structural(pair: Pair) -> tuple[str, ...]:
    """The rules without words that hold: one mention stands inside the other."""
    if pair.scope == "sentence" and _inside(pair):
        return tuple(r.name for r in rules().values() if r.relation == pair.relation and r.where == "inside")
    return ()


def _candidates(pair: Pair) -> Iterator[Cue]:
    known = rules()
    return (cue for cue in pair.sentence.cues if known[cue.rule].relation == pair.relation)


def _inside(pair: Pair) -> bool:
    s, o = pair.subject, pair.object
    return s.line == o.line and (s.first <= o.first and o.last <= s.last or o.first <= s.first and s.last <= o.last)


def _stands(rule: Rule, cue: Cue, pair: Pair) -> bool:
    s, o = pair.subject, pair.object
    if rule.where == "sentence":
        return True
    if pair.scope != "sentence":
        return rule.where == "before" or (
            rule.where == "between" and (cue.last < o.first or o.line != pair.sentence.line)
        )
    if rule.where == "before":
        return cue.last < min(s.first, o.first)
    forward = s.last < cue.first and cue.last < o.first
    backward = o.last < cue.first and cue.last < s.first
    if rule.where == "between":
        return forward
    if rule.where == "backward":
        return backward
    close = _gap(pair) - (cue.last - cue.first + 1) <= SMALL - 2
    return (forward or backward) and close


def _gap(pair: Pair) -> int:
    s, o = pair.subject, pair.object
    return max(0, o.first - s.last - 1 if o.first > s.last else s.first - o.last - 1)


def features(pair: Pair, answers: Mapping[str, str]) -> list[str]:
    """The features of a pair; each stands once for its relation, the most general also for all relations together."""
    own = list(_own(pair, answers))
    return [f"{pair.relation}|{name}" for name in own] + [
        name for name in own if name.startswith(("scope", "gap", "order"))
    ]


def _own(pair: Pair, answers: Mapping[str, str]) -> Iterator[str]:
    s, o, sentence = pair.subject, pair.object, pair.sentence
    yield "bias"
    yield f"scope={pair.scope}"
    yield f"s={short(s.iri)}"
    yield f"o={short(o.iri)}"
    yield f"so={short(s.iri)}>{short(o.iri)}"
    yield f"kind={sentence.text.segment.kind}"
    domain, range_ = RELATIONS[pair.relation]
    rivals = sum(f.kind in domain for f in sentence.finds), sum(f.kind in range_ for f in sentence.finds)
    yield f"rivals={min(rivals[0], 4)}x{min(rivals[1], 4)}"
    yield f"crowd={bucket(len(sentence.finds))}"
    if answers.get(o.iri) == s.iri:
        yield "answers"
    for find, role in ((s, "s"), (o, "o")):
        if find.finder not in ("listed",):
            yield f"finder-{role}={find.finder}"
        if find.manner != "name":
            yield f"manner-{role}={find.manner}"
        if find.kind in ("Organisation", "Country"):
            yield f"kind-{role}={find.kind}"
        if find.weak:
            yield f"weak-{role}"
    names = {cue.rule for cue in fired(pair)} | set(structural(pair))
    for name in sorted(names):
        yield f"rule={name}"
    yield "cued" if names else "uncued"
    if pair.scope == "sentence":
        gap = _gap(pair)
        yield f"gap={bucket(gap)}"
        order = "in" if _inside(pair) else "so" if s.first < o.first else "os"
        yield f"order={order}"
        if not names:
            yield f"uncued-gap={bucket(gap)}"
        left, right = min(s.last, o.last), max(s.first, o.first)
        between = sentence.text.words[left + 1 : right]
        marks = {word.text for word in between if word.text in ";:,"}
        for mark in sorted(marks):
            yield f"mark={mark}"
        inner = [f for f in sentence.finds if left < f.first and f.last < right]
        yield f"inner-s={min(3, sum(f.kind == s.kind for f in inner))}"
        yield f"inner-o={min(3, sum(f.kind == o.kind for f in inner))}"
    words = sentence.text.words
    for find, role in ((s, "s"), (o, "o")):
        if find.line == sentence.line:
            before = words[find.first - 1].text.lower() if find.first > sentence.first else "^"
            after = words[find.last + 1].text.lower() if find.last + 1 < sentence.after else "$"
            yield f"before-{role}={before}"
            yield f"after-{role}={after}"
