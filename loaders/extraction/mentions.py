"""From a document's lines to its mentions: the finders in their order, then settled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from loaders.extraction.finders import Find
from loaders.extraction.finders.abbreviated import find_abbreviated, find_capitals
from loaders.extraction.finders.announced import find_announced
from loaders.extraction.finders.composed import find_against, find_compounds
from loaders.extraction.finders.framed import find_framed
from loaders.extraction.finders.listed import find_listed
from loaders.extraction.knowledge import Knowledge, defaults
from loaders.extraction.lexicon import NAMED
from loaders.extraction.line import Line
from loaders.extraction.model import Candidate, Mention
from loaders.extraction.settle import in_company, settle_concepts, settle_names

REASONS = {
    "announced": "a head announces it",
    "title": "a title stands before it",
    "abbreviation": "the document defines it",
    "capitals": "an abbreviation in capitals that no list has",
}


def find_mentions(lines: Sequence[Line], knowledge: Knowledge, dropped: Counter[str]) -> list[Find]:
    """All mentions of a document, settled, in text order."""
    listed = list(find_listed(lines, knowledge.lexicons))
    listed += find_compounds(lines, knowledge.lexicons, knowledge.answers)
    named = [f for f in listed if f.kind in NAMED]
    concepts = [f for f in listed if f.kind not in NAMED]
    named += find_announced(lines)
    names = settle_names(named, lines, defaults(), dropped)
    known = list(find_abbreviated(lines, names))
    names = settle_names(chain(named, known, find_capitals(lines, knowledge.lexicons)), lines, defaults(), dropped)
    concepts += find_framed(lines, names)
    concepts = in_company(concepts, lines, dropped)
    threats = [f for f in settle_concepts(concepts, names, Counter()) if f.kind == "Threat"]
    concepts += find_against(lines, threats, knowledge.answers)
    concepts = settle_concepts(concepts, names, dropped)
    return sorted(chain(names, concepts), key=lambda f: (f.line, f.first, f.last, f.kind, f.iri))


def mention(find: Find, lines: Sequence[Line]) -> Mention:
    """A find as a mention with raw offsets: of a name that a page of the other language cuts, the longest piece."""
    line = lines[find.line]
    at = line.at(find.first, find.last)
    start, end = max(line.segment.pieces(*at), key=lambda piece: piece[1] - piece[0])
    return Mention(start, end, line.segment.index, at, find.kind, find.iri, find.manner, find.finder, 1.0)


def candidates(finds: Iterable[Find], lines: Sequence[Line]) -> tuple[Candidate, ...]:
    """The things of their own that finders made, each once, under the first name by which the document calls it."""
    seen: dict[str, Candidate] = {}
    for find in finds:
        if find.label and find.iri not in seen:
            language = lines[find.line].segment.language
            seen[find.iri] = Candidate(find.iri, find.kind, find.label, language, REASONS[find.finder])
    return tuple(seen[iri] for iri in sorted(seen))
