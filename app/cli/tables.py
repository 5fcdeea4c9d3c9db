"""Answers and figures as tables for the terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from queries.catalogue import Question
from queries.manifest import Manifest
from queries.rows import Answer, Evidence, Thing

SHOWN = 2  # quotes a line; the others are counted


def catalogue_table(questions: Mapping[str, Question]) -> Table:
    """The questions that can be asked, with their parameters."""
    table = Table(title="Questions: bfpg ask NAME name=value …")
    for heading in ("name", "question", "parameters"):
        table.add_column(heading)
    for name, question in questions.items():
        said = (p.name if p.default is None else f"{p.name}={_plain(p.default)}" for p in question.parameters)
        table.add_row(name, question.title["en"], "\n".join(said))
    return table


def answer_table(answer: Answer, *, quotes: bool) -> Table:
    """An answer: a row a line, evidence as quotes."""
    table = Table(title=f"{answer.question}: {answer.total} rows", show_lines=True, caption=_caption(answer))
    columns = list(type(answer.rows[0]).model_fields) if answer.rows else []
    shown = [name for name in columns if quotes or not name.endswith("evidence")]
    for name in shown:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in answer.rows:
        table.add_row(*(_cell(getattr(row, name)) for name in shown))
    return table


def _caption(answer: Answer) -> str:
    left = "; ".join(f"{each.document} ({each.reason})" for each in answer.left_out)
    said = f"from {', '.join(answer.documents) or 'no document'}"
    return f"{said}; left out: {left}" if left else said


def _cell(value: object) -> str | Text:
    if isinstance(value, Thing):
        return value.label
    if isinstance(value, tuple) and value and isinstance(value[0], Evidence):
        return _quotes(value)
    return "–" if value is None or value == () else _plain(value)


def _quotes(found: Sequence[Evidence]) -> Text:
    text = Text()
    for evidence in found[:SHOWN]:
        quoted = evidence.mended or evidence.quote or "(the text is not at hand)"
        text.append(f"“{' '.join(quoted.split())}”\n")
        text.append(f"{evidence.document}, {evidence.start}–{evidence.end}, {evidence.language}\n", style="dim")
    if len(found) > SHOWN:
        text.append(f"and {len(found) - SHOWN} more", style="dim")
    return text


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def status_tables(manifest: Manifest) -> Iterator[Table]:
    """Documents, counts and drops of a release."""
    documents = Table(title="Documents")
    for heading in ("id", "file", "statements", "evidence", "mentions", "candidates", "warnings"):
        documents.add_column(heading)
    for d in manifest.inputs.documents:
        counts = (str(n) for n in (d.statements, d.evidence, d.mentions, d.candidates))
        documents.add_row(d.id, d.file, *counts, "\n".join(d.warnings))
    yield documents
    for title, counted in (("Counts", manifest.counts), ("Dropped, by reason", manifest.dropped)):
        table = Table(title=title)
        table.add_column("what")
        table.add_column("how many", justify="right")
        for name, n in counted.items():
            table.add_row(name, str(n))
        yield table
