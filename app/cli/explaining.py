"""`bfpg explain`: a statement with its quotes, in which the mentions and the linking words are marked."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.text import Text

from app.settings import Settings

if TYPE_CHECKING:
    from queries.explained import Explanation, Mark
    from queries.rows import Evidence, Passage

STYLES: Final = {"subject": "bold cyan", "object": "bold magenta", "link": "bold yellow"}
ABSENT: Final = "(the quote appears once the documents are there)"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(explain)


def explain(
    statement: Annotated[str, typer.Argument(help="The id of a statement (16 hex digits), or its IRI.")],
    language: Annotated[str, typer.Option(help="Language of the labels.")] = "fr",
) -> None:
    """Show why a statement is in the graph: quotes with mentions and linking words marked, rule, twin passage."""
    from rich.console import Console

    from ontology.errors import QuestionError
    from ontology.generated.words import LANGUAGES
    from queries.explained import explain as find
    from queries.release import current

    name = statement.rstrip("/").rpartition("/")[2]
    if not re.fullmatch("[0-9a-f]{16}", name):
        raise QuestionError(f"{statement!r} is no statement: write its id of 16 hex digits, or its IRI.")
    if language not in LANGUAGES:
        raise QuestionError(f"{language!r} is no language of the labels; allowed are {', '.join(LANGUAGES)}.")
    settings = Settings.from_env()
    release = current(settings.home)
    found = find(release.store(settings.cache / "stores"), name, language)
    if found is None:
        raise QuestionError(f"There is no statement {name} in release {release.id}.")
    if not sys.stdout.isatty():
        typer.echo("\n".join(part.plain for part in lines(found, brackets=True)))
        return
    out = Console(highlight=False)
    for part in lines(found):
        out.print(part)


def lines(found: "Explanation", *, brackets: bool = False) -> Iterator[Text]:
    """The explanation, line by line: marks as styles, or in brackets."""
    said = found.statement
    denied = "" if said.polarity == "positive" else "not "
    yield Text.assemble(
        (said.subject.label, STYLES["subject"]), f" {denied}{said.relation} ", (said.object.label, STYLES["object"])
    )
    view = f", the view of {said.holder.label}" if said.holder else ""
    yield Text(f"{said.document} · {said.stance}{view} · {said.polarity} · confidence {said.confidence:.2f}")
    yield Text(said.iri, style="dim")
    for _, pieces in groupby(sorted(said.evidence, key=lambda each: each.evidence), key=lambda each: each.evidence):
        yield Text("")
        yield from _piece(found, tuple(pieces), brackets=brackets)


def _piece(found: "Explanation", pieces: Sequence["Evidence"], *, brackets: bool) -> Iterator[Text]:
    """One piece of evidence: its passages (two where the sentence is cut), its rule, and its twins."""
    marks = found.marks.get(pieces[0].evidence, ())
    for passage in pieces:
        yield _place(passage)
        yield marked(passage, marks, brackets=brackets)
    for mark in marks:
        if not any(each.start <= mark.start and mark.end <= each.end for each in pieces):
            yield Text(f"  the {mark.role} stands outside the passage, at {mark.start}–{mark.end}", style="dim")
    yield Text(f"  rule {pieces[0].rule}: {_description(pieces[0].rule)} · confidence {pieces[0].confidence:.2f}")
    supported = {each.passage for each in found.statement.evidence}
    for twin in _twins(found, pieces):
        told = "evidence too" if twin.passage in supported else "the statement was not found there"
        yield Text.assemble("  twin ", _place(twin), f" · {told}")
        yield marked(twin, (), brackets=brackets)


def _twins(found: "Explanation", pieces: Iterable["Evidence"]) -> list["Passage"]:
    """The twins of a piece of evidence in the order of the text, without those that lie within another."""
    known = {twin.passage: twin for each in pieces for twin in found.twins.get(each.passage, ())}.values()
    widest = [
        one for one in known if not any(o is not one and o.start <= one.start and one.end <= o.end for o in known)
    ]
    return sorted(widest, key=lambda each: each.start)


def _place(passage: "Passage") -> Text:
    section = f" · section {passage.section}" if passage.section else ""
    page = f" · page {passage.page}" if passage.page else ""
    heading = f" · {passage.heading}" if passage.heading else ""
    where = f"{passage.document} ({passage.source}) {passage.start}–{passage.end}"
    return Text(f"{where} · {passage.language}{section}{page}{heading}", style="dim")


def marked(passage: "Passage", marks: Iterable["Mark"], *, brackets: bool = False) -> Text:
    """A quote in one line with its marks, or a word on why there is none."""
    if passage.quote is None:
        return Text(f"  {ABSENT}")
    text = Text("  “")
    for role, piece in stretches(passage.quote, passage.mended or passage.quote, passage.start, marks):
        told = re.sub(r"\s+", " ", piece)
        inner = told.strip()
        text.append(
            told.replace(inner, f"[{role}: {inner}]") if inner and role and brackets else told, STYLES.get(role)
        )
    return text.append("”")


def stretches(quote: str, shown: str, start: int, marks: Iterable["Mark"]) -> Iterator[tuple[str, str]]:
    """What is shown of a quote, cut into stretches, each with the role of its mark, or none; the shorter mark is seen.

    >>> from queries.explained import Mark
    >>> list(stretches("ab-\\ncd", "abcd", 10, [Mark(role="link", start=11, end=15)]))
    [('', 'a'), ('link', 'bc'), ('', 'd')]
    """
    roles = [""] * len(quote)
    for mark in sorted(marks, key=lambda each: (each.start - each.end, each.role == "link")):
        first, last = (min(max(each - start, 0), len(quote)) for each in (mark.start, mark.end))
        roles[first:last] = [mark.role] * (last - first)
    for role, group in groupby(zip(_carried(quote, shown, roles), shown, strict=True), key=lambda each: each[0]):
        yield role, "".join(letter for _, letter in group)


def _carried(quote: str, shown: str, roles: Sequence[str]) -> list[str]:
    """The roles of the quote's characters, carried over to the text that is shown."""
    carried: list[str | None] = [None] * len(shown)
    for block in SequenceMatcher(None, quote, shown, autojunk=False).get_matching_blocks():
        carried[block.b : block.b + block.size] = roles[block.a : block.a + block.size]
    found, last = [], ""
    for role in carried:
        last = last if role is None else role
        found.append(last)
    return found


def _description(name: str) -> str:
    from loaders.extraction.statements.rules import describe

    return describe(name) or "(no description at hand)"
