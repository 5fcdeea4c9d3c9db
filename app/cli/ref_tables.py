"""What `bfpg ref` shows, as tables for the terminal."""

from collections.abc import Iterable, Mapping
from typing import Final

from rich.markup import escape
from rich.table import Table

from ontology.model import LANGUAGES
from ontology.reference import Entry, Hit

MOST: Final = 12
"""How many values of a property are written out before the rest is counted."""


def overview_table(counts: Mapping[str, int], names: Mapping[str, Mapping[str, int]]) -> Table:
    """How many things the ontology knows of each class, and how many names they have in each language."""
    table = Table(title="Known by name: bfpg ref NAME", caption=f"{sum(counts.values())} things")
    table.add_column("class")
    for heading in ("things", *(f"names {language}" for language in LANGUAGES)):
        table.add_column(heading, justify="right")
    for name, count in counts.items():
        table.add_row(name, str(count), *(str(names[name].get(language, 0)) for language in LANGUAGES))
    return table


def hits_table(hits: Iterable[Hit]) -> Table:
    """The things that bear a name, with the name that fitted."""
    table = Table(title="Found: bfpg ref TERM tells all of one")
    for heading in ("term", "class", "label", "found by"):
        table.add_column(heading, overflow="fold")
    for hit in hits:
        table.add_row(*map(escape, (hit.term, hit.kind, hit.label, hit.matched)))
    return table


def entry_table(entry: Entry) -> Table:
    """All that the ontology says of one thing: labels, definitions, other names, properties, and what refers to it."""
    table = Table(title=f"{escape(entry.term)} · {escape(entry.kind)}", caption=entry.iri, show_header=False)
    table.add_column("what", style="bold", no_wrap=True)
    table.add_column("said", overflow="fold")
    for title, texts in (("label", entry.labels), ("definition", entry.definitions)):
        for language in (each for each in LANGUAGES if each in texts):
            table.add_row(f"{title} {language}", escape(texts[language]))
    table.add_section()
    for (title, language), names in _grouped(entry).items():
        table.add_row(f"{title} {language}".strip(), escape(_some(names, ", ")))
    table.add_section()
    for name, values in entry.facts.items():
        table.add_row(name, escape(_some(values, "\n")))
    for name, values in entry.used_by.items():
        table.add_row(f"{name} of", escape(_some(values, "\n")))
    return table


def _grouped(entry: Entry) -> Mapping[tuple[str, str], list[str]]:
    """The other names by sort and language, in the order of the languages."""
    found: dict[tuple[str, str], list[str]] = {}
    for label in sorted(entry.names, key=lambda each: (each.property, (*LANGUAGES, "").index(each.language))):
        found.setdefault((label.property, label.language), []).append(label.text)
    return found


def _some(values: Iterable[str], joint: str) -> str:
    known = list(values)
    rest = len(known) - MOST
    return joint.join(known[:MOST] + ([f"and {rest} more"] if rest > 0 else []))
