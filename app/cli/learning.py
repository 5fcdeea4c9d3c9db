"""`bfpg evaluate` and `bfpg train`: how good the extraction is, and the model that judges statements."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_GOLD = Path("../shared/gold")
Gold = Annotated[Path, typer.Argument(help="Folder with passages.json, statements.json and stance.json.")]
Corpus = Annotated[Path | None, typer.Option(help="The annotated texts (default: the corpus).")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(evaluate)
    app.command()(train)


def evaluate(
    gold: Gold = DEFAULT_GOLD,
    corpus: Corpus = None,
    out: Annotated[Path | None, typer.Option(help="Write the report here as JSON, mistakes with their text.")] = None,
    mistakes: Annotated[int, typer.Option(help="How many misses and errors to list, with their context.")] = 20,
    publish: Annotated[bool, typer.Option(help="Write the figures that the API publishes.")] = False,
) -> None:
    """Precision, recall and F1 against gold annotations, with bootstrap intervals, and what was missed or wrong."""
    import queries.evaluation
    from app.cli.common import Faults, console
    from app.cli.corpus import extract_all
    from loaders.evaluation.report import evaluate as measure
    from loaders.evaluation.report import render

    faults = Faults()
    report = measure(gold, list(extract_all(corpus, faults)))
    for table in render(report, mistakes):
        console.print(table)
    if out:
        out.write_text(report.model_dump_json(indent=1) + "\n", encoding="utf8")
        console.print(f"written: {out}")
    if publish:
        target = Path(queries.evaluation.__file__).parent / queries.evaluation.PUBLISHED
        target.write_text(report.model_dump_json(indent=1, exclude={"mistakes"}) + "\n", encoding="utf8")
        console.print(f"written: {target.name}")
    faults.settle()


def train(
    gold: Gold = DEFAULT_GOLD,
    corpus: Corpus = None,
) -> None:
    """Train the judge of statements on gold annotations; writes its weights, prints held-out figures."""
    from app.cli.common import console
    from app.cli.corpus import chosen
    from loaders.extraction.train import train as fit_all

    sources, files = chosen(corpus)
    for line in fit_all(gold, files, sources):
        console.print(line)
