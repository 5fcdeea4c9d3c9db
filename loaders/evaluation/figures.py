"""Counts of right, found and wanted, and what follows from them."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

DRAWS = 500
SEED = 20260101


@dataclass(frozen=True, slots=True)
class Tally:
    """`recalled` of `wanted` gold items were found; `right` of `found` predictions are in the gold."""

    recalled: int = 0
    wanted: int = 0
    right: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.recalled + other.recalled,
            self.wanted + other.wanted,
            self.right + other.right,
            self.found + other.found,
        )

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 0 where nothing was wanted."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return sum(tallies, Tally())


def interval(units: Sequence[Tally], measure: Callable[[Tally], float], draws: int = DRAWS) -> tuple[float, float]:
    """The 95 % bootstrap interval of a measure, drawing whole units (passages, regions) with replacement."""
    if not units:
        return 0.0, 0.0
    chance = random.Random(SEED)
    values = sorted(measure(total(chance.choices(units, k=len(units)))) for _ in range(draws))
    return values[int(0.025 * draws)], values[min(draws - 1, int(0.975 * draws))]
