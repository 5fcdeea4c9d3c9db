"""Mentions against gold: matched one to one, as the scorer of the gold set does it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.evaluation.figures import Tally

FREE = frozenset({"Organisation", "Treaty", "Region", "Person"})  # gold keys are free slugs there
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Mistake:
    """A gold mention that was missed, or a prediction that gold does not have, with where it stands."""

    kind: str
    key: str
    source: str
    start: int
    end: int


@dataclass(frozen=True)
class PassageScore:
    """One passage: its language, a tally for each type, and the mistakes."""

    language: str
    tallies: Mapping[str, Tally]
    missed: tuple[Mistake, ...]
    wrong: tuple[Mistake, ...]


def overlap(a: Row, b: Row) -> bool:
    """Whether two spans share a character."""
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def alike(a: Row, b: Row) -> bool:
    """Whether two spans share at least a third of the longer one."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return bool(3 * common >= max(a["end"] - a["start"], b["end"] - b["start"]))


def title(row: Row) -> str:
    """The type of a mention, soft countries apart."""
    return f"{row['type']} (soft)" if row.get("soft") else str(row["type"])


def score_mentions(passages: Sequence[Row], predicted: Sequence[Row]) -> list[PassageScore]:
    """The score of each annotated passage."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in predicted:
        by_source[row["source"]].append(row)
    pairs = [
        (p, [m for m in by_source[p["source"]] if m["start"] < p["end"] and m["end"] > p["start"]]) for p in passages
    ]
    stands = _elect(pairs)
    return [_score(passage, _distinct(found), stands) for passage, found in pairs]


def _elect(pairs: Sequence[tuple[Row, Sequence[Row]]]) -> dict[tuple[str, str], str]:
    """Free gold slug -> the IRI that most of its mentions are linked to; one IRI stands for one slug."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for passage, found in pairs:
        for g in passage["mentions"]:
            if g["type"] in FREE:
                votes[g["type"], g["key"]].update(m["iri"] for m in found if m["type"] == g["type"] and overlap(g, m))
    stands: dict[tuple[str, str], str] = {}
    taken: set[tuple[str, str]] = set()
    for slug, counted in sorted(votes.items(), key=lambda kv: -max(kv[1].values(), default=0)):
        for iri, _ in counted.most_common():
            if (slug[0], iri) not in taken:
                stands[slug] = iri
                taken.add((slug[0], iri))
                break
    return stands


def _identity(row: Row) -> tuple[Any, ...]:
    return row["start"], row["end"], row["type"], row["iri"] if row["type"] in FREE else row["key"]


def _distinct(found: Sequence[Row]) -> list[Row]:
    return list({_identity(row): row for row in found}.values())


def _score(passage: Row, found: Sequence[Row], stands: Mapping[tuple[str, str], str]) -> PassageScore:
    gold: Sequence[Row] = passage["mentions"]

    def same(g: Row, m: Row) -> bool:
        if g["type"] != m["type"] or not alike(g, m):
            return False
        return bool(m["iri"] == stands.get((g["type"], g["key"])) if g["type"] in FREE else m["key"] == g["key"])

    fits = [(i, j) for i, g in enumerate(gold) for j, m in enumerate(found) if same(g, m)]
    common = {(i, j): min(gold[i]["end"], found[j]["end"]) - max(gold[i]["start"], found[j]["start"]) for i, j in fits}
    fits.sort(key=lambda ij: (gold[ij[0]].get("sure") is False, -common[ij], *ij))
    hit: set[int] = set()
    used: set[int] = set()
    for i, j in fits:
        if i not in hit and j not in used:
            hit.add(i)
            used.add(j)
    tallies: dict[str, Tally] = defaultdict(Tally)
    missed, wrong = [], []
    for i, g in enumerate(gold):
        if g.get("sure") is not False:
            tallies[title(g)] += Tally(recalled=int(i in hit), wanted=1)
            if i not in hit:
                missed.append(Mistake(title(g), g["key"], passage["source"], g["start"], g["end"]))
    for j, m in enumerate(found):
        tallies[title(m)] += Tally(right=int(j in used), found=1)
        if j not in used:
            wrong.append(Mistake(title(m), m["key"], passage["source"], m["start"], m["end"]))
    return PassageScore(passage.get("lang", "und"), dict(tallies), tuple(missed), tuple(wrong))
