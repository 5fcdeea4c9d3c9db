"""The catalogue of questions and the figures of a release as tables for the terminal."""

from collections.abc import Iterator, Mapping

from rich.table import Table

from app.cli.answers import plain
from queries.catalogue import Question
from queries.manifest import Manifest


def catalogue_table(questions: Mapping[str, Question]) -> Table:
    """The questions that can be asked, with their parameters."""
    table = Table(title="Questions: bfpg ask NAME name=value …")
    for heading in ("name", "question", "parameters"):
        table.add_column(heading, overflow="fold")
    for name, question in questions.items():
        said = (p.name if p.default is None else f"{p.name}={plain(p.default)}" for p in question.parameters)
        table.add_row(name, question.title["en"], "\n".join(said))
    return table


def status_tables(manifest: Manifest) -> Iterator[Table]:
    """Documents, counts and drops of a release."""
    documents = Table(title="Documents")
    documents.add_column("document", overflow="fold")
    for heading in ("statements", "evidence", "mentions"):
        documents.add_column(heading, justify="right", no_wrap=True)
    documents.add_column("file and warnings", overflow="fold")
    for d in manifest.inputs.documents:
        counts = (str(n) for n in (d.statements, d.evidence, d.mentions))
        documents.add_row(d.id, *counts, "\n".join((d.file, *d.warnings)))
    yield documents
    for title, counted in (("Counts", manifest.counts), ("Dropped, by reason", manifest.dropped)):
        table = Table(title=title)
        table.add_column("what")
        table.add_column("how many", justify="right")
        for name, n in counted.items():
            table.add_row(name, f"{n:,}".replace(",", " "))
        yield table
