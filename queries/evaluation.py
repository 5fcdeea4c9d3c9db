"""How good the extraction is, as measured and published with the code: figures, no text."""

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

PUBLISHED = "evaluation.json"


class Figure(BaseModel):
    """Precision, recall and F1 of one type or relation, with the 95 % bootstrap interval of F1."""

    model_config = ConfigDict(frozen=True)

    name: str
    language: str
    recalled: int
    wanted: int
    right: int
    found: int
    precision: float
    recall: float
    f1: float
    f1_low: float
    f1_high: float


class Bin(BaseModel):
    """Of the triples held out with a probability in a range, how many the gold has: the reliability of confidence.

    `low` and `high` bound that share with 95 % confidence (Wilson).
    """

    model_config = ConfigDict(frozen=True)

    least: float
    most: float
    triples: int
    right: int
    low: float
    high: float


class HeldOut(BaseModel):
    """Statements on annotated regions that the judge had not seen, by cross-validation; the honest figure."""

    model_config = ConfigDict(frozen=True)

    regions: int
    precision: float
    recall: float
    f1: float
    brier: float
    reliability: tuple[Bin, ...]


class Evaluation(BaseModel):
    """All published figures; `statements` is on the gold that the judge has learnt from, `held_out` is not."""

    model_config = ConfigDict(frozen=True)

    passages: int
    regions: int
    mentions: tuple[Figure, ...]
    statements: tuple[Figure, ...]
    stances: dict[str, int]
    held_out: HeldOut


@cache
def published() -> Evaluation:
    """The figures that stand in `queries/evaluation.json`, written by `bfpg evaluate --publish`."""
    return Evaluation.model_validate_json((files("queries") / PUBLISHED).read_text(encoding="utf8"))
