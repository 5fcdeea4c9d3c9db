"""Two sequences aligned in order at the least cost (dynamic programming in a band)."""

from collections.abc import Callable
from dataclasses import dataclass

_BAND = 40  # how far two sequences may drift apart: keeps long ones linear

Cost = Callable[[int, int], float]
Merge = Callable[[int, int, int, int], float]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment: from `left` and `right` it takes `lefts` and `rights` items, 0 where none answers."""

    left: int
    right: int
    lefts: int
    rights: int

    @property
    def paired(self) -> bool:
        """Whether both sides take part."""
        return bool(self.lefts and self.rights)


def align(left: int, right: int, cost: Cost, gap: float, two: float = 0.0, merge: Merge | None = None) -> list[Step]:
    """The steps that align `left` items with `right` items.

    `merge(i, j, di, dj)` is the cost of taking two items of one side as one.
    """
    if not left or not right:
        return []
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(left + 1):
        middle = i * right // left
        for j in range(max(0, middle - _BAND), min(right, middle + _BAND) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for di, dj, price in _moves(i, j, left, right, cost, gap, two, merge):
                to = (i + di, j + dj)
                if here + price < best.get(to, float("inf")):
                    best[to], came[to] = here + price, (di, dj)
    return _traced(left, right, came)


def _moves(
    i: int, j: int, left: int, right: int, cost: Cost, gap: float, two: float, merge: Merge | None
) -> list[tuple[int, int, float]]:
    moves = []
    if i < left:
        moves.append((1, 0, gap))
    if j < right:
        moves.append((0, 1, gap))
    if i < left and j < right:
        moves.append((1, 1, cost(i, j)))
        if merge and i + 1 < left:
            moves.append((2, 1, two + merge(i, j, 2, 1)))
        if merge and j + 1 < right:
            moves.append((1, 2, two + merge(i, j, 1, 2)))
    return moves


def _traced(left: int, right: int, came: dict[tuple[int, int], tuple[int, int]]) -> list[Step]:
    steps = []
    at = (left, right)
    while at in came:
        di, dj = came[at]
        at = (at[0] - di, at[1] - dj)
        steps.append(Step(at[0], at[1], di, dj))
    return steps[::-1]
