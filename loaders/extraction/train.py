"""Trains the judge on gold statements: features of candidate pairs against what careful readers found."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from typing import Any

from loaders.evaluation.mentions import overlap
from loaders.evaluation.statements import ACTOR_END, elect
from loaders.export import RELATIONS, key
from loaders.extraction.finders import Find
from loaders.extraction.knowledge import Knowledge
from loaders.extraction.line import SKIPPED_KINDS, Line, line
from loaders.extraction.mentions import find_mentions
from loaders.extraction.statements.features import features
from loaders.extraction.statements.link import candidates
from loaders.extraction.statements.pairs import RELATIONS as KINDS
from loaders.extraction.statements.pairs import Pair
from loaders.reading import read
from loaders.reading.document import Document
from queries.evaluation import Bin, HeldOut

Prepared = tuple[Document, Sequence[Line], Sequence[Find]]
Triple = tuple[str, str, str, str]
TWIN = 6000  # characters: a passage and its twin in the other language lie closer than this
LOCAL = 500  # characters: evidence in the same language lies closer than this
RARE = 3  # features seen in fewer examples are left out
STRENGTH = 0.1  # inverse strength of the regularisation
FOLDS = 8
BINS = 5  # ranges of the reliability table
READING = 0.3  # weight of our own readings of the same documents, which are denser than the gold
SHRINK = 4.0  # penalty on a relation's own offset
FLOOR = 0.5  # held-out precision below which no threshold is taken
TRAINING = Path(__file__).parent / "training"
JUDGE = Path(__file__).parent / "data/judge.json"


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate pair of an annotated region: its features, whether gold has it, and where it stands."""

    relation: str
    names: tuple[str, ...]
    right: bool
    region: int
    triple: tuple[str, str, str]
    weight: float = 1.0


def examples(documents: Iterable[Prepared], gold: Mapping[str, Any], answers: Mapping[str, str]) -> list[Example]:
    """The candidate pairs whose sentence touches an annotated region."""
    said: dict[Triple, list[Mapping[str, Any]]] = defaultdict(list)
    for statement in gold["statements"]:
        said[statement["source"], statement["rel"], statement["s"], statement["o"]].append(statement)
    touching = [
        (n, pair, row)
        for document, lines, finds in documents
        for pair in candidates(lines, finds, Counter())
        for row in (_row(pair, document.file),)
        for n, region in enumerate(gold["regions"])
        if region["source"] == document.file and overlap(region, row)
    ]
    named = elect(gold["statements"], [row for _, _, row in touching])
    return [_example(pair, n, _renamed(row, named), said, answers) for n, pair, row in touching]


def _row(pair: Pair, file: str) -> dict[str, Any]:
    sentence = pair.sentence
    start, end = sentence.text.raw(sentence.first, sentence.after - 1)
    relation = RELATIONS.get(pair.relation, pair.relation)
    return {
        "source": file,
        "start": start,
        "end": end,
        "rel": relation,
        "s": key(pair.subject.iri),
        "o": key(pair.object.iri),
    }


def _renamed(row: dict[str, Any], named: Mapping[str, str]) -> dict[str, Any]:
    end = ACTOR_END.get(row["rel"])
    return row | {end: named.get(row[end], row[end])} if end else row


def _example(
    pair: Pair,
    region: int,
    row: Mapping[str, Any],
    said: Mapping[Triple, Sequence[Mapping[str, Any]]],
    answers: Mapping[str, str],
) -> Example:
    found = said.get((row["source"], row["rel"], row["s"], row["o"]), ())
    gap = min((max(g["start"] - row["end"], row["start"] - g["end"], 0) for g in found), default=TWIN + 1)
    right = gap <= TWIN
    weight = 1.0 if not right or gap <= LOCAL else 0.5
    triple = (row["rel"], row["s"], row["o"])
    return Example(pair.relation, tuple(features(pair, answers)), right, region, triple, weight)


def fit(rows: Sequence[Example], strength: float = STRENGTH) -> dict[str, float]:
    """The weights of a logistic regression over all relations together, features named by relation."""
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    counts = Counter(name for row in rows for name in set(row.names))
    names = sorted(name for name, n in counts.items() if n >= RARE)
    index = {name: n for n, name in enumerate(names)}
    data, column, pointer = [], [], [0]
    for row in rows:
        for name in sorted(set(row.names)):
            if name in index:
                column.append(index[name])
                data.append(1.0)
        pointer.append(len(column))
    matrix = csr_matrix((data, column, pointer), shape=(len(rows), len(names)))
    model = LogisticRegression(C=strength, max_iter=2000, solver="lbfgs")
    model.fit(matrix, [row.right for row in rows], sample_weight=[row.weight for row in rows])
    weights = {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
    intercept = float(model.intercept_[0])
    for relation in KINDS:
        weights[f"{relation}|bias"] = round(weights.get(f"{relation}|bias", 0.0) + intercept, 4)
    return {name: w for name, w in weights.items() if abs(w) >= 0.005}


def held_out(rows: Sequence[Example], extra: Sequence[Example] = (), strength: float = STRENGTH) -> list[float]:
    """The raw score of each row from a fit that has not seen its region; `extra` examples are in every fit."""
    found = [0.0] * len(rows)
    regions = sorted({row.region for row in rows})
    for n in range(FOLDS):
        out = set(regions[n::FOLDS])
        weights = fit([*(row for row in rows if row.region not in out), *extra], strength)
        for i, row in enumerate(rows):
            if row.region in out:
                found[i] = sum(weights.get(name, 0.0) for name in row.names)
    return found


@dataclass(frozen=True, slots=True)
class Calibrated:
    """Slope and offset from raw score to probability, pooled, with an offset for each relation shrunk towards it."""

    slope: float
    offset: float
    shifts: Mapping[str, float]

    def line(self, relation: str) -> tuple[float, float]:
        """Slope and offset of a relation."""
        return round(self.slope, 4), round(self.offset + self.shifts.get(relation, 0.0), 4)


def calibrate(rows: Sequence[Example], raw: Sequence[float]) -> Calibrated:
    """Platt scaling on held-out scores: one slope, and an offset a relation under a penalty that shrinks it."""
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]

    relations = sorted({row.relation for row in rows})
    x = np.array(raw)
    y = np.array([float(row.right) for row in rows])
    group = np.array([relations.index(row.relation) for row in rows])

    def loss(theta: "np.ndarray[Any, Any]") -> float:
        z = theta[0] * x + theta[1] + theta[2:][group]
        return float(np.sum(np.logaddexp(0, z) - y * z) + SHRINK * np.sum(theta[2:] ** 2))

    found = minimize(loss, np.concatenate([[1.0, 0.0], np.zeros(len(relations))]), method="L-BFGS-B").x
    return Calibrated(float(found[0]), float(found[1]), dict(zip(relations, map(float, found[2:]), strict=True)))


def probabilities(rows: Sequence[Example], raw: Sequence[float], calibrated: Calibrated) -> list[float]:
    """The calibrated probability of each row."""
    lines = {row.relation: calibrated.line(row.relation) for row in rows}
    return [1 / (1 + exp(-(lines[r.relation][0] * s + lines[r.relation][1]))) for r, s in zip(rows, raw, strict=True)]


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


def least_probability(rows: Sequence[Example], values: Sequence[float], wanted: int) -> float:
    """The probability from which statements are kept: where F1 over the regions is highest, precision at its floor."""
    ranked = sorted(best_by_triple(rows, values).values(), reverse=True)
    options = [(0.0, 1.0)]
    right = 0
    for n, (p, ok) in enumerate(ranked, 1):
        right += ok
        if right / n >= FLOOR:
            options.append((2 * right / (n + wanted), p))
    return round(max(options)[1] - 0.0001, 4)


def train(gold_folder: Path, files: Sequence[Path], sources: Any) -> Iterator[str]:
    """Fit, calibrate and write the judge; yields lines that say how good it is on regions that it had not seen.

    It learns from the gold statements, from our own readings of other regions of the same documents, and from texts
    of our own; how good it is, is told on the gold alone.
    """
    gold = json.loads((gold_folder / "statements.json").read_text("utf8"))
    knowledge = Knowledge()
    corpus = [_prepare(file, sources, knowledge) for file in files]
    rows = examples(corpus, gold, knowledge.answers)
    readings = examples(corpus, json.loads((TRAINING / "readings.json").read_text("utf8")), knowledge.answers)
    extra = [replace(row, weight=READING * row.weight) for row in readings]
    texts = [_prepare(file, sources, knowledge) for file in sorted((TRAINING / "texts").glob("*.txt"))]
    extra += examples(texts, json.loads((TRAINING / "statements.json").read_text("utf8")), knowledge.answers)
    yield f"gold: {len(rows)} candidate pairs in {len(gold['regions'])} regions, {sum(r.right for r in rows)} right"
    yield f"our own: {len(extra)} candidate pairs, {sum(r.right for r in extra)} right"
    raw = held_out(rows, extra)
    calibrated = calibrate(rows, raw)
    values = probabilities(rows, raw, calibrated)
    wanted = Counter(t[0] for t in {(g["rel"], g["s"], g["o"], g["source"]) for g in gold["statements"] if g["sure"]})
    least = least_probability(rows, values, wanted.total())
    yield from _held_out_lines(rows, values, least, wanted)
    held = measured(rows, values, least, wanted.total(), len(gold["regions"]))
    yield f"held out, from p >= {least:.2f}: precision {held.precision}, recall {held.recall}, F1 {held.f1}"
    write(JUDGE, fit([*rows, *extra]), {r: calibrated.line(r) for r in KINDS}, least, held)
    yield f"written: {JUDGE.name}"


def measured(rows: Sequence[Example], values: Sequence[float], least: float, wanted: int, regions: int) -> HeldOut:
    """The held-out figures: triples kept over the regions, and how far the probability of a pair can be trusted."""
    kept = [ok for p, ok in best_by_triple(rows, values).values() if p >= least]
    precision, recall = sum(kept) / max(1, len(kept)), sum(kept) / max(1, wanted)
    bins = []
    for n in range(BINS):
        inside = [row.right for row, p in zip(rows, values, strict=True) if n <= p * BINS < n + 1]
        bins.append(Bin(least=n / BINS, most=(n + 1) / BINS, pairs=len(inside), right=sum(inside)))
    return HeldOut(
        regions=regions,
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(2 * precision * recall / max(1e-9, precision + recall), 3),
        brier=round(sum((p - row.right) ** 2 for row, p in zip(rows, values, strict=True)) / max(1, len(rows)), 3),
        reliability=tuple(bins),
    )


def _prepare(file: Path, sources: Any, knowledge: Knowledge) -> Prepared:
    document = read(file, sources)
    lines = [line(s) for s in document.segments if s.kind not in SKIPPED_KINDS and s.text]
    return document, lines, find_mentions(lines, knowledge, Counter())


def _held_out_lines(
    rows: Sequence[Example], values: Sequence[float], least: float, wanted: Mapping[str, int]
) -> Iterator[str]:
    best = best_by_triple(rows, values)
    for relation in KINDS:
        name = RELATIONS.get(relation, relation)
        kept = [right for (_, t), (p, right) in best.items() if t[0] == name and p >= least]
        reach = len({t for (_, t), (_, right) in best.items() if t[0] == name and right})
        counts = len(kept), sum(kept), wanted.get(name, 0)
        yield f"{relation:12} kept {counts[0]:4}  right {counts[1]:4}  wanted {counts[2]:4}  reachable {reach:4}"


def write(
    path: Path, weights: Mapping[str, float], calibration: Mapping[str, Any], threshold: float, held_out: HeldOut
) -> None:
    """The judge as sorted JSON, one feature a line, so that two trainings can be compared."""
    content: dict[str, Any] = {"calibration": calibration, "held_out": held_out.model_dump(), "threshold": threshold}
    content["weights"] = weights
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf8")
