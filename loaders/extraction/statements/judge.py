"""The judge: a linear model over named features, which says how probably a careful reader finds the statement."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log

from loaders.reading.document import Document
from queries.evaluation import HeldOut

PAPER, OTHER = "paper", "other"
Line = tuple[float, float, float]  # slope, weight of repeats, offset
SEPARATOR = "|"  # between a relation and a feature that it weighs by itself


@dataclass(frozen=True)
class Judge:
    """Weights of the features, the least probability that is kept, and how a score becomes a probability.

    `calibration` holds, by genre of document and relation, the slope, the weight of repeats and the offset: papers
    that set out a policy state more, and other things, than texts about one.
    """

    weights: Mapping[str, float]
    calibration: Mapping[str, Mapping[str, Line]]
    threshold: float
    held_out: HeldOut

    def score(self, relation: str, names: Iterable[str]) -> float:
        """The sum of the weights of features: what each weighs for all relations and what it adds for this one."""
        weights = self._by_relation.get(relation, self._shared)
        return sum(weights.get(name, 0.0) for name in names)

    @cached_property
    def _shared(self) -> Mapping[str, float]:
        return {name: weight for name, weight in self.weights.items() if SEPARATOR not in name}

    @cached_property
    def _by_relation(self) -> Mapping[str, Mapping[str, float]]:
        found: dict[str, dict[str, float]] = {}
        for name, weight in self.weights.items():
            relation, _, own = name.partition(SEPARATOR)
            if own:
                known = found.setdefault(relation, dict(self._shared))
                known[own] = known.get(own, 0.0) + weight
        return found

    def probability(self, genre: str, relation: str, score: float, repeats: int = 1) -> float:
        """The calibrated probability of a score; `repeats` says how many pairs near by would say the same."""
        return likely(self.calibration.get(genre, {}).get(relation, (1.0, 0.0, 0.0)), score, repeats)


def genre(document: Document) -> str:
    """Whether a document is known to be a policy paper."""
    return PAPER if document.source.kind else OTHER


def likely(line: Line, score: float, repeats: int) -> float:
    """The probability of a score and its repeats, by a line of the calibration."""
    slope, repeated, offset = line
    x = slope * score + repeated * log(repeats) + offset
    return 1 / (1 + exp(-max(-30.0, min(30.0, x))))


def weighed_for(relation: str, name: str) -> str:
    """The name under which a feature is weighed for one relation."""
    return f"{relation}{SEPARATOR}{name}"


@cache
def trained() -> Judge:
    """The judge as trained by `bfpg train` on the gold annotations."""
    data = json.loads((files("loaders.extraction") / "data/judge.json").read_text("utf8"))
    calibration = {
        genre: {relation: (float(a), float(b), float(c)) for relation, (a, b, c) in lines.items()}
        for genre, lines in data["calibration"].items()
    }
    return Judge(data["weights"], calibration, data["threshold"], HeldOut.model_validate(data["held_out"]))
