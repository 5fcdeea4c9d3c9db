"""The judge: a linear model over named features, which says how probably a careful reader finds the statement."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from queries.evaluation import HeldOut


@dataclass(frozen=True)
class Judge:
    """Weights of the features; for each relation slope, weight of repeats and offset; and the least that is kept."""

    weights: Mapping[str, float]
    calibration: Mapping[str, tuple[float, float, float]]
    threshold: float
    held_out: HeldOut

    def score(self, names: Iterable[str]) -> float:
        """The sum of the weights."""
        weights = self.weights
        return sum(weights.get(name, 0.0) for name in names)

    def probability(self, relation: str, score: float, repeats: int = 1) -> float:
        """The calibrated probability of a score; `repeats` says how many pairs near by would say the same."""
        slope, repeated, offset = self.calibration.get(relation, (1.0, 0.0, 0.0))
        return logistic(slope * score + repeated * log(repeats) + offset)


def logistic(x: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


@cache
def trained() -> Judge:
    """The judge as trained by `bfpg train` on the gold annotations."""
    data = json.loads((files("loaders.extraction") / "data/judge.json").read_text("utf8"))
    calibration = {relation: (float(a), float(b), float(c)) for relation, (a, b, c) in data["calibration"].items()}
    return Judge(data["weights"], calibration, data["threshold"], HeldOut.model_validate(data["held_out"]))
