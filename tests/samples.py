"""Documents and extractions made by hand, small enough to know every answer."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from loaders.extraction.model import Candidate, Evidence, Extraction, Mention, Passage, Statement
from loaders.reading.document import Document, Segment, SegmentKind, Source, Span
from ontology.iri import thing

CYBER, SABOTAGE, PIRACY = (thing("threat", name) for name in ("cyber-threats", "sabotage", "maritime-insecurity"))
DEFENCE, SANCTIONS = thing("instrument", "cybersecurity-policy"), thing("instrument", "sanctions")
PROSPERITY, SECURITY, PROSPERITY_2021 = (thing("vital-interest", name) for name in ("2026-3", "2026-1", "2021-4"))
KINDS = {"threat": "Threat", "instrument": "PolicyInstrument", "vital-interest": "VitalInterest", "country": "Country"}


@dataclass
class Draft:
    """A document under construction: paragraphs go in, an extraction comes out."""

    id: str
    speaks_for: str | None = "federal-government"
    issued: date | None = date(2026, 1, 1)
    edition: int | None = None
    pieces: list[tuple[str, SegmentKind, str, int | None]] = field(default_factory=list)
    said: list[Statement] = field(default_factory=list)

    def write(
        self, text: str, language: str = "fr", kind: SegmentKind = SegmentKind.PARAGRAPH, twin: int | None = None
    ) -> int:
        """Adds a segment; its index."""
        self.pieces.append((text, kind, language, twin))
        return len(self.pieces) - 1

    @property
    def document(self) -> Document:
        """The document, its text the segments on lines of their own."""
        raw, segments, numbers, headings = "", [], [], 0
        above: tuple[int, ...] = ()
        for index, (text, kind, language, twin) in enumerate(self.pieces):
            start = len(raw)
            if kind is SegmentKind.HEADING:
                headings, above = headings + 1, (index,)
            offsets = array("l", range(start, start + len(text)))
            span = ((start, start + len(text)),)
            segments.append(Segment(index, kind, language, text, offsets, span, section=above, twin=twin))
            numbers.append(str(headings) if headings else "")
            raw += text + "\n"
        source = Source(
            self.id, f"Title of {self.id}", issued=self.issued, kind="policy-note", speaks_for=self.speaks_for,
            languages=("fr", "nl"), defines_edition=self.edition,
        )  # fmt: skip
        checksum = sha256(raw.encode()).hexdigest()
        return Document(source, f"{self.id}.txt", checksum, raw, tuple(segments), tuple(numbers), "sample 1")

    def say(
        self, segments: int | Sequence[int], subject: str, relation: str, value: str, stance: str = "asserted",
        polarity: str = "positive", confidence: float = 0.8, holder: str | None = None, cut: Span | None = None,
    ) -> None:  # fmt: skip
        """Adds a statement that whole segments make; `cut` leaves a hole [start, end) in the passage."""
        document = self.document
        found = []
        for index in [segments] if isinstance(segments, int) else segments:
            segment = document.segments[index]
            spans: tuple[Span, ...] = segment.spans
            if cut:
                spans = ((segment.start, segment.start + cut[0]), (segment.start + cut[1], segment.end))
            passage = Passage(spans, index, segment.language)
            one = mention(segment, subject, 0)
            two = mention(segment, value, 6)
            found.append(
                Evidence(passage, one, two, ((segment.start + 2, segment.start + 4),), "sample-rule", confidence)
            )
        self.said.append(Statement(subject, relation, value, stance, polarity, confidence, tuple(found), holder))

    def extraction(self, candidates: tuple[Candidate, ...] = ()) -> Extraction:
        """What was found in the document."""
        mentions = {m: None for s in self.said for e in s.evidence for m in (e.subject, e.object)}
        return Extraction(self.document, tuple(mentions), tuple(self.said), candidates, Counter({"too far": 2}))


def mention(segment: Segment, iri: str, at: int) -> Mention:
    """Five characters of a segment, taken to name a thing."""
    kind = KINDS[iri.split("/")[-2]]
    start = segment.start + at
    return Mention(start, start + 5, segment.index, (at, at + 5), kind, iri, "name", "sample", 0.9)


def strategy() -> Draft:
    """A security strategy that defines the edition: a threat with an answer nearby, one with none, one denied."""
    draft = Draft("strategy-2026", edition=2026)
    draft.write("Titre un", kind=SegmentKind.HEADING)
    one = draft.write("Les attaques informatiques pèsent sur les entreprises 😀 du pays.")
    two = draft.write("Une politique de protection des réseaux y répondra.")
    draft.write("Titre deux", kind=SegmentKind.HEADING)
    three = draft.write("Le sabotage menace lui aussi nos câbles.")
    four = draft.write("Aucune sanction ne vise le sabotage à ce jour.")
    draft.say(one, CYBER, "threatens", PROSPERITY, confidence=0.86)
    draft.say(two, DEFENCE, "counters", CYBER, "intended", confidence=0.82)
    draft.say(two, DEFENCE, "protects", PROSPERITY, "intended", confidence=0.6)
    draft.say(three, SABOTAGE, "threatens", PROSPERITY, confidence=0.5)
    draft.say(four, SANCTIONS, "counters", SABOTAGE, polarity="negative", confidence=0.7)
    draft.say(four, SANCTIONS, "counters", SABOTAGE, "conditional", confidence=0.7)
    return draft


def note() -> Draft:
    """A policy note in two languages, read against the edition; one sentence is cut in two."""
    draft = Draft("note-2025", issued=date(2025, 3, 1))
    french = draft.write("La politique des réseaux répond aux attaques informatiques.", twin=1)
    dutch = draft.write("Het netwerkbeleid beantwoordt de digitale aanvallen.", "nl", twin=0)
    cut = draft.write("La piraterie nuit XXXX au commerce maritime.")
    old = draft.write("Le sabotage touche l'ancien intérêt économique.")
    draft.say([french, dutch], DEFENCE, "counters", CYBER, confidence=0.88)
    draft.say(cut, PIRACY, "threatens", PROSPERITY, confidence=0.7, cut=(18, 23))
    draft.say(old, SABOTAGE, "threatens", PROSPERITY_2021, confidence=0.9)
    draft.say(old, CYBER, "reinforces", SABOTAGE, "attributed", holder=thing("country", "BE"), confidence=0.4)
    return draft


def programme() -> Draft:
    """A party's programme, which does not speak for the State, without a date."""
    draft = Draft("programme-2024", speaks_for="party", issued=None)
    one = draft.write("Des sanctions contre la piraterie, voilà notre idée.")
    draft.say(one, SANCTIONS, "counters", PIRACY, "intended", confidence=0.9)
    draft.say(one, PIRACY, "threatens", SECURITY, confidence=0.75)
    return draft


def extractions() -> list[Extraction]:
    """The three documents, with a candidate that two of them name differently."""
    iri = thing("organisation", "institut-x")
    reason = "a head announces it"
    return [
        strategy().extraction((Candidate(iri, "Organisation", "Institut X", "fr", reason),)),
        note().extraction((Candidate(iri, "Organisation", "institut X", "fr", reason),)),
        programme().extraction(),
    ]
