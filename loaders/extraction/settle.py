"""Settles what the finders found: the longest name wins, weak wordings need company, short forms an antecedent."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from loaders.extraction.facts import facts
from loaders.extraction.finders import Find
from loaders.extraction.line import Line
from ontology.iri import ID

SURER = {
    "listed": 0,
    "abbreviation": 1,
    "coordinated": 2,
    "compound": 2,
    "against": 2,
    "framed": 2,
    "title": 3,
    "announced": 3,
    "capitals": 4,
}
PARTIES = frozenset({"Country", "Organisation"})
STANDING = {"Organisation": ("name", "adjective", "place"), "Treaty": ("name",)}
NEARER = {"name": 0, "adjective": 1, "demonym": 1, "seat": 2, "place": 2, "short": 3}

HOME = ID + "country/BE"

Spot = tuple[int, int, int]


def spot(find: Find) -> Spot:
    """Where a find stands: line, first and last word."""
    return find.line, find.first, find.last


def longest(
    finds: Iterable[Find], clash: Callable[[Find, Find], bool], dropped: Counter[str], reason: str
) -> list[Find]:
    """The finds that no better one overlaps and clashes with: longer first, then by how sure the finder is."""
    kept: dict[int, list[Find]] = defaultdict(list)
    for find in sorted(finds, key=lambda f: (f.line, -f.size, SURER[f.finder], NEARER[f.manner], f.first, f.iri)):
        others = kept[find.line]
        if any(o.first <= find.last and find.first <= o.last and clash(o, find) for o in others):
            dropped[reason] += 1
        else:
            others.append(find)
    return [find for line in sorted(kept) for find in sorted(kept[line], key=spot)]


def settle_names(
    finds: Iterable[Find], lines: Sequence[Line], defaults: Mapping[str, str], dropped: Counter[str]
) -> list[Find]:
    """Names of things: the parts of a name are no names of their own, and each spot names one thing."""
    found = _of_this_country(_heads_not_listed(list(finds), dropped), lines, dropped)
    kept = longest(found, lambda a, b: _hides(a, b, lines[a.line]), dropped, "part of a longer name")
    spots: dict[Spot, list[Find]] = defaultdict(list)
    for find in kept:
        spots[spot(find)].append(find)
    sizes = Counter(find.iri for options in spots.values() for find in {o.iri: o for o in options}.values())
    settled: list[Find] = []
    said: dict[str, int] = {}
    for n, where in enumerate(sorted(spots)):
        options = spots[where]
        full = [o for o in options if o.manner != "short"]
        if full:
            chosen: Find | None = min(full, key=lambda o: (SURER[o.finder], NEARER[o.manner], -sizes[o.iri], o.iri))
        else:
            chosen = _antecedent(options, said, defaults, lines)
        if chosen is None:
            dropped["short form without antecedent"] += 1
            continue
        said[chosen.iri] = n
        settled.append(chosen)
    return settled


def _hides(longer: Find, find: Find, line: Line) -> bool:
    # Names hide the names in them; descriptions in lower case do not: "armée libanaise", "accord avec le Maroc".
    if spot(longer) == spot(find):
        return False
    if find.kind not in PARTIES or find.manner not in STANDING.get(longer.kind, ()):
        return True
    within = longer.first <= find.first and find.last <= longer.last
    own = [i for i in range(longer.first, longer.last + 1) if not find.first <= i <= find.last]
    return not within or any(line.words[i].capital for i in own)


def _of_this_country(finds: list[Find], lines: Sequence[Line], dropped: Counter[str]) -> list[Find]:
    # "le parlement géorgien", "de Libanese regering": the short form means another country's.
    foreign: dict[int, set[int]] = defaultdict(set)
    for find in finds:
        if find.kind == "Country" and find.manner != "short" and find.iri != HOME:
            foreign[find.line] |= {find.first, find.last}
    kept = [f for f in finds if f.manner != "short" or f.kind != "Organisation" or not _owned(f, lines, foreign)]
    dropped["short form for another country's"] += len(finds) - len(kept)
    return kept


def _owned(find: Find, lines: Sequence[Line], foreign: Mapping[int, set[int]]) -> bool:
    kept = lines[find.line].kept
    at = foreign[find.line]
    before = next((i for i in reversed(kept) if i < find.first), -1)
    after = next((i for i in kept if i > find.last), -1)
    return before in at or after in at


def _heads_not_listed(finds: list[Find], dropped: Counter[str]) -> list[Find]:
    # "Accord de Paris sur le climat": where a listed name begins at the head, the head announces nothing new.
    listed = {(f.line, f.first) for f in finds if f.finder == "listed" and f.manner != "short"}
    kept = [f for f in finds if f.finder != "announced" or (f.line, f.first) not in listed]
    dropped["announced, but listed"] += len(finds) - len(kept)
    return kept


def _antecedent(
    options: Sequence[Find], said: Mapping[str, int], defaults: Mapping[str, str], lines: Sequence[Line]
) -> Find | None:
    """Of the things with this short form, the one named last before; else the one that it means by default."""
    seen = [option for option in options if option.iri in said]
    if seen:
        return max(seen, key=lambda o: said[o.iri])
    first = options[0]
    words = lines[first.line].words[first.first : first.last + 1]
    default = defaults.get(" ".join(word.fold for word in words if not word.skipped))
    return next((option for option in options if option.iri == default), None)


def settle_concepts(finds: Iterable[Find], names: Sequence[Find], dropped: Counter[str]) -> list[Find]:
    """Wordings of concepts: nothing inside a name, one reading of each kind at a place."""
    inside: dict[int, list[Find]] = defaultdict(list)
    for name in names:
        if name.size > 1:
            inside[name.line].append(name)
    free = [f for f in finds if not any(_inside(f, name) for name in inside[f.line])]
    free = _apart(free, dropped)
    found = longest(free, lambda a, b: a.kind == b.kind and not _stacked(a, b), dropped, "part of a longer wording")
    threats = _covered(f for f in found if f.kind == "Threat" and f.size > 1)
    tools = _covered(f for f in found if f.kind == "PolicyInstrument" and f.size > 1)
    kept = []
    for find in found:
        words = {(find.line, i) for i in range(find.first, find.last + 1)}
        if find.kind != "Threat" and find.finder != "against" and words <= threats:
            dropped["inside a threat"] += 1
        elif find.size == 1 and find.iri in _qualities() and words <= tools:
            dropped["inside an instrument"] += 1
        else:
            kept.append(find)
    return kept


def _covered(finds: Iterable[Find]) -> set[tuple[int, int]]:
    return {(f.line, i) for f in finds for i in range(f.first, f.last + 1)}


def _inside(find: Find, name: Find) -> bool:
    if find.finder == "coordinated":
        return name.first <= find.last and find.first <= name.last
    return name.first <= find.first and find.last <= name.last


@cache
def _qualities() -> frozenset[str]:
    return frozenset(ID + name for name in facts("composition")["qualities"])


def _apart(finds: list[Find], dropped: Counter[str]) -> list[Find]:
    # "la stabilité et la prospérité du pays" names two things: what stands there by itself is not to be coordinated.
    # "coopération policière avec le Maroc" is police cooperation: what the head names by itself is not to be framed.
    listed = [f for f in finds if f.finder == "listed" and not f.weak]
    edges = {(f.line, i, f.iri) for f in listed for i in (f.first, f.last)}
    named = {(f.line, f.first, f.kind): f.iri for f in sorted(listed, key=lambda f: f.size) if f.size > 1}
    kept = []
    for find in finds:
        if find.finder == "coordinated" and {(find.line, i, find.iri) for i in (find.first, find.last)} & edges:
            dropped["coordinated, but named by itself"] += 1
        elif find.finder == "framed" and named.get((find.line, find.first, find.kind), find.iri) != find.iri:
            dropped["framed, but named by itself"] += 1
        else:
            kept.append(find)
    return kept


def _stacked(a: Find, b: Find) -> bool:
    # "lutte contre A et B" holds two instruments, the longer standing over the shorter; so does "menace A et B".
    over = {a.finder, b.finder}
    return a.iri != b.iri and (
        over == {"against"} or "coordinated" in over or (over == {"against", "listed"} and a.first == b.first)
    )


def in_company(finds: Iterable[Find], lines: Sequence[Line], dropped: Counter[str]) -> list[Find]:
    """Weak wordings are kept where a strong one of the same concept stands in the same sentence."""
    found = list(finds)
    strong = {(_sentence(f, lines), f.iri) for f in found if not f.weak}
    kept = [f for f in found if not f.weak or (_sentence(f, lines), f.iri) in strong]
    dropped["weak wording without company"] += len(found) - len(kept)
    return kept


def _sentence(find: Find, lines: Sequence[Line]) -> tuple[int, int]:
    return find.line, next(n for n, (first, after) in enumerate(lines[find.line].sentences) if find.first < after)
