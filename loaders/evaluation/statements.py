"""Statements against gold: triples near their evidence, in the regions for which the gold is complete."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.evaluation.figures import Tally
from loaders.evaluation.mentions import overlap

NEAR = 6000  # characters: a page and its twin in the other language lie closer
ACTOR_END = {"sourceOf": "s", "usedBy": "s", "targets": "o"}
Row = Mapping[str, Any]
Triple = tuple[str, str, str, str]


@dataclass(frozen=True)
class RegionScore:
    """One annotated region: a tally for each relation, and the triples missed and not in the gold."""

    tallies: Mapping[str, Tally]
    missed: tuple[Triple, ...]
    wrong: tuple[Triple, ...]


def near(a: Row, b: Row) -> bool:
    """Whether two pieces of evidence may be the same passage or its twin."""
    return bool(a["source"] == b["source"] and a["start"] - NEAR < b["end"] and b["start"] - NEAR < a["end"])


def is_slug(key: str) -> bool:
    """Whether an actor's key is the slug of an organisation, not the code of a country."""
    return not (len(key) == 2 and key.isupper())


def score_statements(gold: Mapping[str, Any], predicted: Sequence[Row]) -> list[RegionScore]:
    """The score of each annotated region."""
    named = elect(gold["statements"], predicted)

    def triple(row: Row) -> Triple:
        ends = {"s": row["s"], "o": row["o"]}
        end = ACTOR_END.get(row["rel"])
        if end and is_slug(ends[end]):
            ends[end] = named.get(ends[end], ends[end])
        return row["source"], row["rel"], ends["s"], ends["o"]

    said: dict[Triple, list[Row]] = defaultdict(list)
    for row in predicted:
        said[triple(row)].append(row)
    wanted: dict[Triple, list[Row]] = defaultdict(list)
    for row in gold["statements"]:
        wanted[row["source"], row["rel"], row["s"], row["o"]].append(row)
    home = {t: _region(rows, gold["regions"]) for t, rows in wanted.items()}
    return [_score(n, region, said, wanted, home) for n, region in enumerate(gold["regions"])]


def _region(rows: Sequence[Row], regions: Sequence[Row]) -> int:
    """The region that a gold triple counts in: the first that its sure evidence touches."""
    for row in rows:
        for n, region in enumerate(regions):
            if row["sure"] and region["source"] == row["source"] and overlap(region, row):
                return n
    return -1


def _score(
    n: int,
    region: Row,
    said: Mapping[Triple, Sequence[Row]],
    wanted: Mapping[Triple, Sequence[Row]],
    home: Mapping[Triple, int],
) -> RegionScore:
    tallies: dict[str, Tally] = defaultdict(Tally)
    missed, wrong = [], []
    for t, rows in sorted(wanted.items()):
        if home[t] == n:
            hit = any(near(g, p) for g in rows if g["sure"] for p in said.get(t, ()))
            tallies[t[1]] += Tally(recalled=int(hit), wanted=1)
            if not hit:
                missed.append(t)
    for t, found in sorted(said.items()):
        here = [p for p in found if region["source"] == p["source"] and overlap(region, p)]
        if here:
            right = any(near(g, p) for p in here for g in wanted.get(t, ()))
            tallies[t[1]] += Tally(right=int(right), found=1)
            if not right:
                wrong.append(t)
    return RegionScore(dict(tallies), tuple(missed), tuple(wrong))


def elect(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, str]:
    """Predicted organisation slug -> the gold slug that it stands for, by vote."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    other = {"s": "o", "o": "s"}
    for p in predicted:
        if p["rel"] in ACTOR_END:
            groups[p["source"], p["rel"], p[other[ACTOR_END[p["rel"]]]]].append(p)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for g in gold:
        end = ACTOR_END.get(g["rel"])
        if end and is_slug(g[end]):
            for p in groups[g["source"], g["rel"], g[other[end]]]:
                if is_slug(p[end]) and overlap(g, p):
                    votes[g[end]][p[end]] += 1
    named = {slug: slug for slug in votes if slug in votes[slug]}
    for slug, counted in sorted(votes.items(), key=lambda kv: -max(kv[1].values(), default=0)):
        for found, _ in counted.most_common():
            if slug not in named.values() and found not in named:
                named[found] = slug
                break
    return named


def score_stances(gold: Sequence[Row], predicted: Sequence[Row]) -> Counter[tuple[str, str]]:
    """(gold stance, predicted stance) of the sure gold statements that were found, counted."""
    said: dict[Triple, list[Row]] = defaultdict(list)
    for row in predicted:
        said[row["source"], row["rel"], row["s"], row["o"]].append(row)
    pairs: Counter[tuple[str, str]] = Counter()
    for g in gold:
        found = next((p for p in said[g["source"], g["rel"], g["s"], g["o"]] if overlap(g, p)), None)
        if g["sure"] and found:
            pairs[g["stance"], found["stance"]] += 1
    return pairs
