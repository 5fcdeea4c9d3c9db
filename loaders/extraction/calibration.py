"""From raw scores to probabilities: calibration on what the fit had not seen, the least that is kept, the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.extraction.statements.judge import likely
from queries.evaluation import Bin, HeldOut

BINS = 5  # ranges of the reliability table
SHRINK = 40.0  # penalty on a group's own offset
FLOOR = 0.5  # held-out precision below which no threshold is taken

Group = tuple[str, str]  # genre and relation


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate pair of an annotated region: its features, whether gold has it, and where it stands."""

    relation: str
    names: tuple[str, ...]
    right: bool
    region: int
    triple: tuple[str, str, str]
    genre: str
    repeats: int = 1
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Calibrated:
    """From raw score to log odds: slope, weight of repeats, offset, and for each group an offset shrunk to none."""

    slope: float
    repeated: float
    offset: float
    shifts: Mapping[Group, float]

    def line(self, genre: str, relation: str) -> tuple[float, float, float]:
        """Slope, weight of repeats and offset of a relation in a genre."""
        shift = self.shifts.get((genre, relation), 0.0)
        return round(self.slope, 4), round(self.repeated, 4), round(self.offset + shift, 4)


def calibrate(rows: Sequence[Example], raw: Sequence[float]) -> Calibrated:
    """Platt scaling on held-out scores and repeats, with an offset a group under a penalty that shrinks it.

    It is fitted to the best pair of each triple in each region: that is what decides whether a statement is kept.
    """
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    ranked = sorted(zip(raw, rows, strict=True), key=lambda one: one[0])
    best = list({(row.region, row.triple): (score, row) for score, row in ranked}.values())
    groups = sorted({(row.genre, row.relation) for row in rows})
    x = np.array([score for score, _ in best])
    repeats = np.log([row.repeats for _, row in best])
    y = np.array([float(row.right) for _, row in best])
    group = np.array([groups.index((row.genre, row.relation)) for _, row in best])

    def loss(theta: "np.ndarray[Any, Any]") -> float:
        z = theta[0] * x + theta[1] * repeats + theta[2] + theta[3:][group]
        return float(np.sum(np.logaddexp(0, z) - y * z) + SHRINK * np.sum(theta[3:] ** 2))

    found = minimize(loss, np.concatenate([[1.0, 0.0, 0.0], np.zeros(len(groups))]), method="L-BFGS-B").x
    slope, repeated, offset = map(float, found[:3])
    return Calibrated(slope, repeated, offset, dict(zip(groups, map(float, found[3:]), strict=True)))


def probabilities(rows: Sequence[Example], raw: Sequence[float], calibrated: Calibrated) -> list[float]:
    """The calibrated probability of each row."""
    lines = {group: calibrated.line(*group) for group in {(row.genre, row.relation) for row in rows}}
    scored = zip(rows, raw, strict=True)
    return [likely(lines[row.genre, row.relation], score, row.repeats) for row, score in scored]


def best_by_triple(
    rows: Sequence[Example], values: Sequence[float]
) -> dict[tuple[int, tuple[str, str, str]], tuple[float, bool]]:
    """The highest probability of each triple in each region, and whether the gold has it there."""
    best: dict[tuple[int, tuple[str, str, str]], tuple[float, bool]] = {}
    for row, value in zip(rows, values, strict=True):
        known = best.get((row.region, row.triple))
        if known is None or value > known[0]:
            best[row.region, row.triple] = (value, row.right)
    return best


def least_probability(sets: Sequence[tuple[Sequence[Example], Sequence[float], int]]) -> float:
    """The probability from which statements are kept: where the mean F1 over the sets is highest.

    A set is its rows, their probabilities, and how many statements there are to find. Below the precision of the
    floor a set counts for nothing.
    """
    best = [list(best_by_triple(rows, values).values()) for rows, values, _ in sets]
    wanted = [number for *_, number in sets]
    steps = sorted({round(p, 3) for found in best for p, _ in found})
    return max(steps, key=lambda least: sum(map(_f1_from, best, wanted, [least] * len(sets))))


def _f1_from(found: Sequence[tuple[float, bool]], wanted: int, least: float) -> float:
    kept = [ok for p, ok in found if p >= least]
    right = sum(kept)
    return 2 * right / (len(kept) + wanted) if kept and right / len(kept) >= FLOOR else 0.0


def measured(rows: Sequence[Example], values: Sequence[float], least: float, wanted: int, regions: int) -> HeldOut:
    """The held-out figures: triples kept over the regions, and how far their probability can be trusted."""
    best = list(best_by_triple(rows, values).values())
    kept = [ok for p, ok in best if p >= least]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / max(1, wanted)
    bins = []
    for n in range(BINS):
        inside = [ok for p, ok in best if n <= p * BINS < n + 1]
        low, high = _interval(sum(inside), len(inside))
        bins.append(
            Bin(least=n / BINS, most=(n + 1) / BINS, triples=len(inside), right=sum(inside), low=low, high=high)
        )
    return HeldOut(
        regions=regions,
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(2 * precision * recall / max(1e-9, precision + recall), 3),
        brier=round(sum((p - ok) ** 2 for p, ok in best) / max(1, len(best)), 3),
        reliability=tuple(bins),
    )


def _interval(right: int, number: int) -> tuple[float, float]:
    from scipy.stats import binomtest  # type: ignore[import-untyped]

    if not number:
        return 0.0, 1.0
    found = binomtest(right, number).proportion_ci(method="wilson")
    return round(float(found.low), 3), round(float(found.high), 3)
