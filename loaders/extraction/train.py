"""Trains the judge on gold statements: features of candidate pairs against what careful readers found."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.evaluation.mentions import overlap
from loaders.evaluation.statements import ACTOR_END, elect
from loaders.export import RELATIONS, key
from loaders.extraction.calibration import (
    Example,
    best_by_triple,
    calibrate,
    least_probability,
    measured,
    probabilities,
)
from loaders.extraction.finders import Find
from loaders.extraction.knowledge import Knowledge
from loaders.extraction.line import SKIPPED_KINDS, Line, line
from loaders.extraction.mentions import find_mentions
from loaders.extraction.statements.assemble import NEARBY
from loaders.extraction.statements.features import features
from loaders.extraction.statements.judge import OTHER, PAPER, genre, weighed_for
from loaders.extraction.statements.link import Near, candidates, said_near
from loaders.extraction.statements.pairs import RELATIONS as KINDS
from loaders.extraction.statements.pairs import Pair
from loaders.reading import read
from loaders.reading.document import Document
from queries.evaluation import HeldOut

Prepared = tuple[Document, Sequence[Line], Sequence[Find]]
Triple = tuple[str, str, str, str]
LOCAL = 500  # characters: evidence in the same language lies closer than this
RARE = 3  # features seen in fewer examples are left out
STRENGTH = 0.05  # inverse strength of the regularisation
FOLDS = 8
READING = 0.3  # weight of our own readings of the same documents, which are denser than the gold
TRAINING = Path(__file__).parent / "training"
JUDGE = Path(__file__).parent / "data/judge.json"


def examples(documents: Iterable[Prepared], gold: Mapping[str, Any], answers: Mapping[str, str]) -> list[Example]:
    """The candidate pairs whose sentence touches an annotated region."""
    said: dict[Triple, list[Mapping[str, Any]]] = defaultdict(list)
    for statement in gold["statements"]:
        said[statement["source"], statement["rel"], statement["s"], statement["o"]].append(statement)
    regions = list(enumerate(gold["regions"]))
    touching = [
        (n, genre(document), pair, near, row)
        for document, lines, finds in documents
        for pair, near in _judged(lines, finds)
        for row in (_row(pair, document.file),)
        for n, region in regions
        if region["source"] == document.file and overlap(region, row)
    ]
    named = elect(gold["statements"], [row for *_, row in touching])
    return [_example(pair, near, n, kind, _renamed(row, named), said, answers) for n, kind, pair, near, row in touching]


def _judged(lines: Sequence[Line], finds: Sequence[Find]) -> Iterator[tuple[Pair, Near]]:
    found = list(candidates(lines, finds, Counter()))
    return zip(found, said_near(found), strict=True)


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
    near: Near,
    region: int,
    kind: str,
    row: Mapping[str, Any],
    said: Mapping[Triple, Sequence[Mapping[str, Any]]],
    answers: Mapping[str, str],
) -> Example:
    found = said.get((row["source"], row["rel"], row["s"], row["o"]), ())
    gap = min((max(g["start"] - row["end"], row["start"] - g["end"], 0) for g in found), default=NEARBY + 1)
    right = gap <= NEARBY
    weight = 1.0 if not right or gap <= LOCAL else 0.5
    triple = (row["rel"], row["s"], row["o"])
    own = features(pair, answers, near.twin)
    names = (*(weighed_for(pair.relation, name) for name in own), *own)
    return Example(pair.relation, names, right, region, triple, kind, near.repeats, weight)


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
        bias = weighed_for(relation, "bias")
        weights[bias] = round(weights.get(bias, 0.0) + intercept, 4)
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


def train(gold_folder: Path, files: Sequence[Path], sources: Any) -> Iterator[str]:
    """Fit, calibrate and write the judge; yields lines that say how good it is on what it had not seen.

    It learns from the gold statements, from our own readings of other regions of the same documents, and from texts
    of our own. How good it is on documents like these is told on the gold alone, and for other authors on our texts.
    """
    knowledge = Knowledge()
    corpus = [_prepare(file, sources, knowledge) for file in files]
    own = [_prepare(file, sources, knowledge) for file in sorted((TRAINING / "texts").glob("*.txt"))]
    gold = json.loads((gold_folder / "statements.json").read_text("utf8"))
    written = json.loads((TRAINING / "statements.json").read_text("utf8"))
    rows = examples(corpus, gold, knowledge.answers)
    readings = examples(corpus, json.loads((TRAINING / "readings.json").read_text("utf8")), knowledge.answers)
    read = [replace(row, weight=READING * row.weight) for row in readings]
    texts = examples(own, written, knowledge.answers)
    for name, found in (("gold", rows), ("readings", read), ("our texts", texts)):
        yield f"{name}: {len(found)} candidate pairs, {sum(row.right for row in found)} right"
    raw = held_out(rows, [*read, *texts])
    raw_texts = held_out(texts, [*read, *rows])
    calibrated = calibrate([*rows, *_apart(texts)], [*raw, *raw_texts])
    values = probabilities(rows, raw, calibrated)
    others = probabilities(texts, raw_texts, calibrated)
    wanted, wanted_texts = _wanted(gold), _wanted(written)
    least = least_probability(((rows, values, wanted.total()), (texts, others, wanted_texts.total())))
    yield from _held_out_lines(rows, values, least, wanted)
    held = measured(rows, values, least, wanted.total(), len(gold["regions"]))
    other = measured(texts, others, least, wanted_texts.total(), len(written["regions"]))
    for name, figures in (("gold", held), ("our texts", other)):
        said = f"precision {figures.precision}, recall {figures.recall}, F1 {figures.f1}, Brier {figures.brier}"
        yield f"{name} held out, from p >= {least:.2f}: {said}"
    write(
        JUDGE,
        fit([*rows, *read, *texts]),
        {g: {r: calibrated.line(g, r) for r in KINDS} for g in (PAPER, OTHER)},
        least,
        held,
    )
    yield f"written: {JUDGE.name}"


def _apart(rows: Sequence[Example]) -> list[Example]:
    return [replace(row, region=-1 - row.region) for row in rows]


def _wanted(gold: Mapping[str, Any]) -> Counter[str]:
    return Counter(t[0] for t in {(g["rel"], g["s"], g["o"], g["source"]) for g in gold["statements"] if g["sure"]})


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
