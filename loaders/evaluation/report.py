"""The report of an evaluation: figures with intervals as data, and as tables for the terminal."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict
from rich.table import Table

from loaders.evaluation.figures import Tally, interval, total
from loaders.evaluation.mentions import Mistake, PassageScore, score_mentions
from loaders.evaluation.statements import score_stances, score_statements
from loaders.export import mention_rows, statement_rows
from loaders.extraction.model import Extraction
from loaders.extraction.statements.judge import trained
from ontology.errors import SourceError
from queries.evaluation import Evaluation, Figure

AROUND = 40  # characters of context either side of a mistake
ALL = "ALL"


class Context(BaseModel):
    """A mistake where it stands; the text is for the terminal and is left out of what is published."""

    model_config = ConfigDict(frozen=True)

    mistake: str
    name: str
    key: str
    source: str
    start: int
    end: int
    text: str


class Report(Evaluation):
    """All figures of one evaluation, and the mistakes in their context."""

    mistakes: tuple[Context, ...]


def evaluate(folder: Path, extractions: Sequence[Extraction]) -> Report:
    """Score extractions against the gold annotations in a folder; `SourceError` where there are none."""
    passages = _load(folder / "passages.json")
    texts = {e.document.file: e.document.text for e in extractions}
    mentions = [row for e in extractions for row in mention_rows(e)]
    statements = [row for e in extractions for row in statement_rows(e)]
    scored = score_mentions(passages, mentions)
    gold = (
        _load(folder / "statements.json")
        if (folder / "statements.json").exists()
        else {"regions": [], "statements": []}
    )
    regions = score_statements(gold, statements)
    stances: Counter[tuple[str, str]] = Counter()
    if (folder / "stance.json").exists():
        stances = score_stances(_load(folder / "stance.json"), statements)
    return Report(
        passages=len(passages),
        regions=len(regions),
        mentions=tuple(_mention_figures(scored)),
        statements=tuple(_figures(ALL, [r.tallies for r in regions])),
        stances={f"{a} read as {b}": n for (a, b), n in sorted(stances.items())},
        held_out=trained().held_out,
        mistakes=tuple(_contexts(scored, texts)),
    )


def _load(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf8"))
    except (OSError, json.JSONDecodeError) as error:
        raise SourceError(
            f"{path} cannot be read as gold annotations ({error}); name a folder that has passages.json."
        ) from error


def _mention_figures(scored: Sequence[PassageScore]) -> Iterator[Figure]:
    yield from _figures(ALL, [s.tallies for s in scored])
    for language in sorted({s.language for s in scored}):
        yield from _figures(language, [s.tallies for s in scored if s.language == language])


def _figures(language: str, units: Sequence[Mapping[str, Tally]]) -> Iterator[Figure]:
    for name in [*sorted({name for unit in units for name in unit}), ALL]:
        tallies = [total(unit.values()) if name == ALL else unit.get(name, Tally()) for unit in units]
        summed = total(tallies)
        low, high = interval(tallies, lambda t: t.f1)
        yield Figure(
            name=name,
            language=language,
            recalled=summed.recalled,
            wanted=summed.wanted,
            right=summed.right,
            found=summed.found,
            precision=round(summed.precision, 3),
            recall=round(summed.recall, 3),
            f1=round(summed.f1, 3),
            f1_low=round(low, 3),
            f1_high=round(high, 3),
        )


def _contexts(scored: Sequence[PassageScore], texts: Mapping[str, str]) -> Iterator[Context]:
    for score in scored:
        for word, mistakes in (("missed", score.missed), ("wrong", score.wrong)):
            for mistake in mistakes:
                yield _context(word, mistake, texts.get(mistake.source, ""))


def _context(word: str, mistake: Mistake, text: str) -> Context:
    before, after = text[max(0, mistake.start - AROUND) : mistake.start], text[mistake.end : mistake.end + AROUND]
    shown = " ".join(f"{before}[{text[mistake.start : mistake.end]}]{after}".split())
    return Context(
        mistake=word,
        name=mistake.kind,
        key=mistake.key,
        source=mistake.source,
        start=mistake.start,
        end=mistake.end,
        text=shown,
    )


def render(report: Report, mistakes: int) -> Iterator[Table]:
    """The report as tables."""
    yield _table(f"Mentions in {report.passages} passages", report.mentions)
    yield _table(f"Statements in {report.regions} regions", report.statements)
    stances = Table(title="Stance of the statements found")
    for heading in ("gold read as predicted", "statements"):
        stances.add_column(heading)
    for name, n in report.stances.items():
        stances.add_row(name, str(n))
    yield stances
    held = report.held_out
    title = f"Statements held out: precision {held.precision:.3f}, recall {held.recall:.3f}, F1 {held.f1:.3f}"
    reliability = Table(title=f"{title}; Brier score {held.brier:.3f}")
    for heading in ("confidence", "triples", "share that the gold has", "95 %"):
        reliability.add_column(heading, justify="right")
    for row in held.reliability:
        share = f"{row.right / max(1, row.triples):.2f}"
        bounds = f"{row.low:.2f} to {row.high:.2f}"
        reliability.add_row(f"{row.least:.1f} to {row.most:.1f}", str(row.triples), share, bounds)
    yield reliability
    shown = Table(title="Mistakes")
    for heading in ("", "type", "key", "where", "text"):
        shown.add_column(heading)
    for m in report.mistakes[:mistakes]:
        shown.add_row(m.mistake, m.name, m.key, f"{m.source} {m.start}", m.text)
    yield shown


def _table(title: str, figures: Iterable[Figure]) -> Table:
    table = Table(title=title)
    for heading in ("", "language", "recall", "precision", "F1", "95 %"):
        table.add_column(heading, justify="left" if heading in ("", "language") else "right")
    for f in figures:
        counts = f"{f.recalled}/{f.wanted} {f.recall:.3f}", f"{f.right}/{f.found} {f.precision:.3f}"
        table.add_row(f.name, f.language, *counts, f"{f.f1:.3f}", f"{f.f1_low:.2f} to {f.f1_high:.2f}")
    return table
