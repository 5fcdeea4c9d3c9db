"""What the judge looks at in a pair, as named features."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from loaders.extraction.finders import Find
from loaders.extraction.statements.affinity import affinity
from loaders.extraction.statements.pairs import ACTORS, RELATIONS, Pair
from loaders.extraction.statements.rules import Cue, Rule, rules
from ontology.iri import parts

STEPS = (0, 2, 5, 9, 15, 25)
VERB_LAST = 3  # words from the object to the verb at the end of a Dutch or German clause
SMALL = 1  # words beside the cue between two mentions that stand next to each other


LINK = 3  # words between two mentions that are looked at as they stand
OPENING = 3  # words at the beginning of a sentence
PLAIN = {"du": "de", "des": "de", "d": "de", "d'": "de", "au": "à", "aux": "à", "’": "'"}


def plain(word: str) -> str:
    """A preposition without the article that is melted into it."""
    return PLAIN.get(word, word)


def bucket(n: int) -> str:
    """A number of words as a range."""
    return next((f"<={step}" for step in STEPS if n <= step), f">{STEPS[-1]}")


@lru_cache(maxsize=20_000)
def short(iri: str) -> str:
    """The notation of an IRI."""
    return parts(iri)[1]


def nearest(pair: Pair) -> tuple[Find, Find]:
    """The two mentions, each replaced by the one of its list that stands nearest to the other."""
    s, o = pair.subject, pair.object
    if s.line != o.line or pair.scope != "sentence":
        return s, o
    lists = pair.sentence.lists
    options = [
        (gap(a, b), a != s, b != o, a.first, b.first, a, b) for a in lists.get(s, (s,)) for b in lists.get(o, (o,))
    ]
    best = min(options, key=lambda option: option[:5])
    return best[5], best[6]


def gap(a: Find, b: Find) -> int:
    """The words between two mentions of a line; 0 where they touch or overlap."""
    return max(0, b.first - a.last - 1 if b.first > a.last else a.first - b.last - 1)


def fired(pair: Pair) -> tuple[Cue, ...]:
    """The cues of the relation's rules that stand where their rule wants them."""
    known = rules()
    ends = nearest(pair)
    own = (cue for cue in pair.sentence.cues if known[cue.rule].relation == pair.relation)
    return tuple(cue for cue in own if _stands(known[cue.rule], cue, pair, *ends))


def structural(pair: Pair) -> tuple[str, ...]:
    """The rules without words that hold: one mention stands inside the other."""
    if pair.scope == "sentence" and _inside(pair):
        return tuple(r.name for r in rules().values() if r.relation == pair.relation and r.where == "inside")
    return ()


def _inside(pair: Pair) -> bool:
    s, o = pair.subject, pair.object
    return s.line == o.line and ((s.first <= o.first and o.last <= s.last) or (o.first <= s.first and s.last <= o.last))


def _stands(rule: Rule, cue: Cue, pair: Pair, s: Find, o: Find) -> bool:
    if rule.where == "sentence":
        return True
    if pair.scope != "sentence":
        here = s if s.line == pair.sentence.line else o
        return rule.where == "before" or (rule.where == "between" and here is o and cue.last < o.first)
    if rule.where == "before":
        return cue.last < min(s.first, o.first)
    forward = s.last < cue.first and cue.last < o.first
    backward = o.last < cue.first and cue.last < s.first
    if rule.where == "between":
        return forward or (s.last < o.first and _verb_last(cue, pair, o))
    if rule.where == "backward":
        return backward
    between = pair.sentence.text.words[min(s.last, o.last) + 1 : max(s.first, o.first)]
    beside = sum(not word.skipped for word in between) - (cue.last - cue.first + 1)
    return rule.where == "joined" and (forward or backward) and beside <= SMALL


def _verb_last(cue: Cue, pair: Pair, o: Find) -> bool:
    language = pair.sentence.text.segment.language
    return language in ("nl", "de") and 0 < cue.first - o.last <= VERB_LAST


def features(pair: Pair, answers: Mapping[str, str], twin: str = "none") -> list[str]:
    """The features of a pair; `twin` says whether the page in the other language agrees, see `link.Near`."""
    return list(dict.fromkeys([f"twin={twin}", *_own(pair, answers)]))


def _own(pair: Pair, answers: Mapping[str, str]) -> Iterator[str]:
    s, o, sentence = pair.subject, pair.object, pair.sentence
    yield "bias"
    yield f"scope={pair.scope}"
    yield f"so={short(s.iri)}>{short(o.iri)}"
    close = affinity(pair.relation, short(s.iri), short(o.iri))
    yield f"affinity={close}"
    yield f"affinity={close}&{pair.scope}"
    yield f"kind={sentence.text.segment.kind}"
    yield from _company(pair)
    if answers.get(o.iri) == s.iri:
        yield "answers"
    for find, role in ((s, "s"), (o, "o")):
        yield from _manner(find, role)
    names = sorted({cue.rule for cue in fired(pair)} | set(structural(pair)))
    for name in names:
        yield f"rule={name}"
        yield f"rule={name}&{pair.scope}"
        yield f"rule={name}&affinity={close}"
        if pair.scope == "sentence":
            yield f"rule={name}&gap={bucket(gap(*nearest(pair)))}"
    yield "cued" if names else "uncued"
    yield f"{'cued' if names else 'uncued'}&affinity={close}"
    if pair.scope == "sentence":
        yield from _positions(pair, bool(names))
    for find, role in ((s, "s"), (o, "o")):
        if find.line == sentence.line:
            yield from _neighbours(pair, find, role)


def _company(pair: Pair) -> Iterator[str]:
    domain, range_ = RELATIONS[pair.relation]
    number = pair.sentence.number
    rivals = sum(number.get(kind, 0) for kind in domain), sum(number.get(kind, 0) for kind in range_)
    yield f"rivals={min(rivals[0], 4)}x{min(rivals[1], 4)}"
    yield f"crowd={bucket(len(pair.sentence.finds))}"
    for kind in ("Threat", "PolicyInstrument", "VitalInterest"):
        if kind in number and kind not in (pair.subject.kind, pair.object.kind):
            yield f"beside={kind}"


def _manner(find: Find, role: str) -> Iterator[str]:
    if find.finder != "listed":
        yield f"finder-{role}={find.finder}"
    if find.manner != "name":
        yield f"manner-{role}={find.manner}"
    if find.kind in ("Organisation", "Country"):
        yield f"kind-{role}={find.kind}"
    if find.weak:
        yield f"weak-{role}"


def _positions(pair: Pair, cued: bool) -> Iterator[str]:
    s, o = nearest(pair)
    sentence = pair.sentence
    distance = gap(s, o)
    order = "in" if _inside(pair) else "so" if s.first < o.first else "os"
    yield f"order={order}"
    yield f"gap={bucket(distance)}"
    yield f"{'cued' if cued else 'uncued'}-gap={bucket(distance)}"
    if pair.object in sentence.lists.get(pair.subject, ()):
        yield "listed-together"
    left, right = min(s.last, o.last), max(s.first, o.first)
    between = sentence.text.words[left + 1 : right]
    for mark in sorted({word.text for word in between if word.text in ";:,"}):
        yield f"mark={mark}"
    if right - left <= LINK + 1:
        yield f"link={order}:{' '.join(plain(word.lower) for word in between)}"
    if distance <= 1 and "adjective" in (s.manner, o.manner):
        yield f"attached={order}"
    for actor, thing, role in ((s, o, "s"), (o, s, "o")):
        if actor.kind in ACTORS:
            rivals = [f for f in sentence.finds if f.kind in ACTORS and f.iri != actor.iri]
            nearer = sum(gap(f, thing) < gap(actor, thing) for f in rivals)
            yield f"nearer-{role}={min(nearer, 3)}"
            yield f"opens-{role}={actor.first - sentence.first <= OPENING}&{all(f.first > actor.first for f in rivals)}"
    inner = [f for f in sentence.finds if left < f.first and f.last < right]
    yield f"inner-s={min(3, sum(f.kind == s.kind for f in inner))}"
    yield f"inner-o={min(3, sum(f.kind == o.kind for f in inner))}"


def _neighbours(pair: Pair, find: Find, role: str) -> Iterator[str]:
    before, after = pair.sentence.beside(find)
    before = plain(before)
    yield f"before-{role}={before}"
    yield f"after-{role}={after}"
    if pair.scope == "sentence":
        s, o = pair.subject, pair.object
        yield f"before-{role}={before}&{'so' if s.first < o.first else 'os'}"
