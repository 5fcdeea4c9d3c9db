"""An answer as a table that can be read at the width of the terminal, however wide it is."""

from collections.abc import Sequence
from typing import Final

from rich.console import Group
from rich.table import Table
from rich.text import Text

from queries.rows import Answer, Evidence, Passage, Row, Thing

NARROW: Final = 110  # below it, what a row says stands in one column
WIDE: Final = 160  # from it on, each link has a column for its quotes
QUOTED: Final = ("evidence", "twins")  # columns whose values are passages
SHOWN: Final = 2  # quotes of a link; the others are counted
FOLDED: Final = frozenset({"filtered", "protects", "reading", "threatens", "counters"})  # said in words, or in JSON
READINGS: Final = ("", "its wording read against this edition", "said of another edition's interest")


def answer_table(answer: Answer, *, quotes: bool, width: int) -> Table | Text:
    """An answer: a row a line, evidence as quotes beside it; a sentence where there is no row."""
    if not answer.rows:
        return Text(_caption(answer))
    table = Table(title=_title(answer), show_lines=True, caption=_caption(answer), caption_justify="left")
    columns = list(type(answer.rows[0]).model_fields)
    quoted = [name for name in columns if name.endswith(QUOTED)]
    facts = [name for name in columns if name not in quoted and name not in FOLDED]
    links = quoted if quotes else []
    narrow = width < NARROW and bool(links)
    together = width < WIDE and bool(links)
    shown = 1 if narrow else SHOWN
    for name in [", ".join(map(_heading, facts))] if narrow else map(_heading, facts):
        table.add_column(name, max_width=width // 3 if narrow else width // 6)
    for name in ["quotes"] if together else (f"quotes: {_heading(name)}" for name in links):
        table.add_column(name, ratio=1)
    for row in answer.rows:
        cells = [_cell(row, name) for name in facts]
        proofs = [_proof(getattr(row, name), _heading(name) if together else "", shown) for name in links]
        said = [Group(*(_labelled(name, cell) for name, cell in zip(facts, cells, strict=True)))] if narrow else cells
        table.add_row(*said, *([Group(*filter(None, proofs))] if together else proofs))
    return table


def _title(answer: Answer) -> str:
    return f"{answer.question}: {answer.total} {'row' if answer.total == 1 else 'rows'}"


def _caption(answer: Answer) -> str:
    said = f"from {', '.join(answer.documents) or 'no document'}"
    if not answer.rows:
        said = f"Nothing is said about this within the filters; asked {said.removeprefix('from ')}"
    left = "; ".join(f"{each.document} ({each.reason})" for each in answer.left_out)
    return f"{said}; left out: {left}" if left else said


def _heading(name: str) -> str:
    return name.removesuffix("_evidence").replace("_", " ")


def _cell(row: Row, name: str) -> Text:
    """A value in words, with what the row says of it."""
    value = getattr(row, name)
    text = Text("–" if value is None or value == () else plain(value))
    if name == "instrument":
        if value is None:
            outside = getattr(row, "filtered", False)
            return Text("none within the filters; there is one outside them" if outside else "none is stated", "yellow")
        if getattr(row, "protects", False):
            text.append("\nalso said to protect the interest", style="dim")
    if name == "threat" and (reading := int(str(getattr(row, "reading", "0")))):
        text.append(f"\n{READINGS[reading]}", style="dim")
    if name == "within":
        return Text("no second link" if value is None else "anywhere" if value == "any" else f"same {value}")
    if name == "confidence":
        return Text(f"{value:.2f}")
    return text


def _labelled(name: str, cell: Text) -> Text:
    return Text.assemble((f"{_heading(name)}: ", "dim"), cell)


def _proof(found: Sequence[Evidence | Passage], link: str, shown: int) -> Text:
    """The surest quotes of a link with their places, and how many more there are."""
    text = Text()
    surest = sorted(found, key=lambda each: -getattr(each, "confidence", 0.0))[:shown]
    if link and found:
        text.append(f"{link}\n", style="bold")
    for evidence in sorted(surest, key=lambda each: (each.document, each.start)):
        quote = evidence.mended or evidence.quote
        text.append(f"“{' '.join(quote.split())}”\n" if quote else "(the text is not at hand)\n")
        text.append(f"{evidence.document}, {evidence.start}–{evidence.end}, {evidence.language}\n", style="dim")
    if len(found) > shown:
        text.append(f"and {len(found) - shown} more\n", style="dim")
    text.rstrip()
    return text


def plain(value: object) -> str:
    """A value in words.

    >>> plain(True), plain((1, "b"))
    ('yes', '1, b')
    """
    if isinstance(value, Thing):
        return value.label
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(plain, value)) if isinstance(value, tuple | list) else str(value)
