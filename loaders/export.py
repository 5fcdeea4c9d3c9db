"""Mentions and statements as JSON lines, in the format of the gold set's scorer."""

import json
from collections.abc import Iterator
from pathlib import Path

from loaders.extraction.model import Extraction
from ontology.iri import parts

TYPES = {"PolicyInstrument": "Instrument"}
RELATIONS = {"uses": "usedBy"}
SOFT = frozenset({"adjective", "demonym", "seat", "place"})


def key(iri: str) -> str:
    """The scorer's key of an entity: its notation, a vital interest as `vi3`, the interests as such as `vi`.

    >>> key("https://w3id.org/bfpg/id/vital-interest/2026-3")
    'vi3'
    """
    kind, notation = parts(iri)
    if kind == "vital-interest":
        number = notation.partition("-")[2]
        return "vi" if number == "all" else f"vi{number}"
    return notation


def mention_rows(extraction: Extraction) -> Iterator[dict[str, object]]:
    """One row a mention."""
    for m in extraction.mentions:
        row: dict[str, object] = {"source": extraction.document.file, "start": m.start, "end": m.end}
        row |= {"type": TYPES.get(m.kind, m.kind), "key": key(m.iri), "iri": m.iri}
        if m.manner in SOFT:
            row["soft"] = True
        yield row


def statement_rows(extraction: Extraction) -> Iterator[dict[str, object]]:
    """One row a piece of evidence; what the document denies is left out."""
    for s in extraction.statements:
        if s.polarity != "positive":
            continue
        for evidence in s.evidence:
            spans = evidence.passage.spans
            yield {
                "source": extraction.document.file,
                "start": spans[0][0],
                "end": spans[-1][1],
                "rel": RELATIONS.get(s.relation, s.relation),
                "s": key(s.subject),
                "o": key(s.object),
                "stance": s.stance,
                "confidence": evidence.confidence,
                "rule": evidence.rule,
            }


def write_gold(extractions: Iterator[Extraction], folder: Path) -> tuple[int, int]:
    """Write `mentions.jsonl` and `statements.jsonl` into a folder; how many rows of each."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = [0, 0]
    with (
        (folder / "mentions.jsonl").open("w", encoding="utf8") as mentions,
        (folder / "statements.jsonl").open("w", encoding="utf8") as statements,
    ):
        for extraction in extractions:
            for n, (file, rows) in enumerate(
                ((mentions, mention_rows(extraction)), (statements, statement_rows(extraction)))
            ):
                for row in rows:
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
                    counts[n] += 1
    return counts[0], counts[1]
