"""An extraction as the quads of three named graphs: statements, mentions, and the text layer (docs/architecture.md).

No blank nodes. A subject has one home graph, except plain triples, candidates and rules, which say the same wherever
they stand; the text layer adds to passages what others wrote.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from loaders.extraction.model import Candidate, Evidence, Extraction, Mention, Passage, Statement
from loaders.reading.document import Document
from loaders.record import describe, ids, passages
from ontology import namespaces as ns
from ontology.iri import parts, term, thing
from ontology.model import Ontology
from ontology.terms import decimal, integer, iri, text

Pair = tuple[str, ox.NamedNode | ox.Literal]


@dataclass(frozen=True, slots=True)
class Layers:
    """The quads of one document: the record proper, and the text layer apart."""

    record: tuple[ox.Quad, ...]
    text: tuple[ox.Quad, ...]


Preferred = Mapping[tuple[str, str], str]


def preferred(extractions: Iterable[Extraction]) -> Preferred:
    """Candidate and language -> the one label to show, where documents write it differently."""
    found: dict[tuple[str, str], str] = {}
    for candidate in (each for extraction in extractions for each in extraction.candidates):
        key = candidate.iri, candidate.language
        found[key] = min(found.get(key, candidate.label), candidate.label)
    return found


def quads(extraction: Extraction, ontology: Ontology, code: str, labels: Preferred | None = None) -> Layers:
    """The quads of one document; `code` is the digest of the code that extracted, `labels` those of all documents."""
    labels = preferred([extraction]) if labels is None else labels
    document = extraction.document
    statements = _Writer(ids.graph_iri(document), ontology)
    mentions = _Writer(ids.graph_iri(document, "mentions"), ontology)
    layer = _Writer(ids.graph_iri(document, "text"), ontology)

    run = ids.run_iri(document, code, ontology.checksum)
    for writer in (statements, mentions, layer):
        describe.graph(writer.add, document, writer.graph.value, run)
    describe.document(statements.add, document, ontology)
    statements.add(run, "Run", describe.run(document, code, ontology))
    for candidate in extraction.candidates:
        _candidate(statements, candidate, labels)
    for statement in extraction.statements:
        _statement(statements, document, statement)
    for mention in _all_mentions(extraction):
        _mention(mentions, document, mention)
    pairs, answers = passages.twins(document, extraction.statements)
    for passage in (*passages.distinct(extraction.statements), *answers):
        _passage(statements, document, passage)
        _passage_text(layer, document, passage)
    for one, other in pairs:
        statements.add(one, None, [(ns.BFP + "twin", iri(other))])
    return Layers(tuple(dict.fromkeys(statements.quads + mentions.quads)), tuple(dict.fromkeys(layer.quads)))


class _Writer:
    """Collects the quads of one graph."""

    def __init__(self, graph: str, ontology: Ontology) -> None:
        self.graph = iri(graph)
        self.ontology = ontology
        self.quads: list[ox.Quad] = []

    def add(self, subject: str, kind: str | None, pairs: Iterable[Pair]) -> None:
        """A subject with its class (a local name of the vocabulary, superclasses written out) and its values."""
        node = iri(subject)
        classes = self.ontology.ancestors(term(kind)) if kind else ()
        for each in classes:
            self.quads.append(ox.Quad(node, iri(ns.RDF + "type"), iri(each), self.graph))
        for predicate, value in pairs:
            self.quads.append(ox.Quad(node, iri(predicate), value, self.graph))


def _all_mentions(extraction: Extraction) -> Iterable[Mention]:
    """Every mention once, those included that only evidence names."""
    used = (m for s in extraction.statements for e in s.evidence for m in (e.subject, e.object))
    found: dict[tuple[int, int, str], Mention] = {}
    for mention in (*extraction.mentions, *used):
        found.setdefault((mention.start, mention.end, mention.kind), mention)
    return found.values()


def _mention(writer: _Writer, document: Document, mention: Mention) -> None:
    node = ids.mention_iri(document, mention, writer.ontology.segments[mention.kind])
    values: list[Pair] = [
        (ns.BFP + "names", iri(mention.iri)),
        (ns.DCTERMS + "isPartOf", iri(ids.text_iri(document))),
        (ns.OA + "start", integer(mention.start)),
        (ns.OA + "end", integer(mention.end)),
        (ns.BFP + "manner", iri(thing("manner", mention.manner))),
        (ns.BFP + "finder", text(mention.finder)),
        (ns.BFP + "confidence", decimal(mention.confidence)),
    ]
    writer.add(node, "Mention", values)


def _candidate(writer: _Writer, candidate: Candidate, labels: Preferred) -> None:
    shown = labels.get((candidate.iri, candidate.language)) == candidate.label
    values: list[Pair] = [
        (ns.SKOS + "notation", text(parts(candidate.iri)[1])),
        (ns.SKOS + ("prefLabel" if shown else "altLabel"), text(candidate.label, candidate.language)),
        (ns.BFP + "reason", text(candidate.reason)),
    ]
    writer.add(candidate.iri, candidate.kind, ())
    writer.add(candidate.iri, "Candidate", values)


def _statement(writer: _Writer, document: Document, statement: Statement) -> None:
    node = ids.statement_iri(document, statement)
    subject, relation, value = iri(statement.subject), iri(term(statement.relation)), iri(statement.object)
    values: list[Pair] = [
        (ns.RDF + "subject", subject),
        (ns.RDF + "predicate", relation),
        (ns.RDF + "object", value),
        (ns.BFP + "stance", iri(thing("stance", statement.stance))),
        (ns.BFP + "polarity", iri(thing("polarity", statement.polarity))),
        (ns.BFP + "confidence", decimal(min(statement.confidence, 0.99), 2)),
        (ns.DCTERMS + "source", iri(ids.document_iri(document))),
    ]
    if statement.holder:
        values.append((ns.PROV + "wasAttributedTo", iri(statement.holder)))
    writer.add(node, "Statement", values)
    for evidence in _best(document, statement):
        _evidence(writer, document, node, evidence)
    if holds(writer.ontology, statement):
        writer.quads.append(ox.Quad(subject, relation, value, writer.graph))


def holds(ontology: Ontology, statement: Statement) -> bool:
    """Whether a statement makes its plain triple hold: positive, with a stance of which the ontology says so."""
    stance = thing("stance", statement.stance)
    return statement.polarity == "positive" and "true" in ontology.objects(stance, ns.BFP + "holds")


def _best(document: Document, statement: Statement) -> Iterator[Evidence]:
    """The surest evidence of each passage: two rules that read the same sentence are one piece of evidence."""
    best: dict[str, Evidence] = {}
    for evidence in sorted(statement.evidence, key=lambda each: (-each.confidence, each.rule, each.subject.start)):
        best.setdefault(ids.passage_iri(document, evidence.passage.spans[0]), evidence)
    return iter(best.values())


def _evidence(writer: _Writer, document: Document, statement: str, evidence: Evidence) -> None:
    targets = [ids.passage_iri(document, span) for span in evidence.passage.spans]
    rule = thing("rule", evidence.rule)
    segments = writer.ontology.segments
    values: list[Pair] = [
        (ns.OA + "motivatedBy", iri(ns.OA + "linking")),
        (ns.OA + "hasBody", iri(statement)),
        *((ns.OA + "hasTarget", iri(target)) for target in targets),
        *(
            (ns.BFP + end + "Mention", iri(ids.mention_iri(document, mention, segments[mention.kind])))
            for end, mention in (("subject", evidence.subject), ("object", evidence.object))
        ),
        *((ns.BFP + "cue", iri(ids.cue_iri(document, span))) for span in evidence.cue),
        (ns.BFP + "rule", iri(rule)),
        (ns.BFP + "confidence", decimal(evidence.confidence)),
    ]
    writer.add(ids.evidence_iri(statement, targets[0]), "Evidence", values)
    writer.add(rule, "Rule", [(ns.SKOS + "notation", text(evidence.rule))])


def _passage(writer: _Writer, document: Document, passage: Passage) -> None:
    section = passages.section(document, passage)
    # Plain text has no pages of its own; what reading counts there only helps to pair the languages.
    page = None if document.reader.startswith("text") else document.segments[passage.segment].page
    for span in passage.spans:
        node = ids.passage_iri(document, span)
        values: list[Pair] = [
            (ns.OA + "hasSource", iri(ids.text_iri(document))),
            (ns.DCTERMS + "isPartOf", iri(ids.document_iri(document))),
            (ns.DC + "language", text(passage.language)),
            (ns.OA + "hasSelector", iri(f"{node}#position")),
        ]
        if section:
            values.append((ns.BFP + "section", text(section)))
        if page is not None:
            values.append((ns.BFP + "page", integer(page)))
        writer.add(node, "Passage", values)
        writer.add(f"{node}#position", None, _selector("TextPositionSelector"))
        writer.add(f"{node}#position", None, [(ns.OA + "start", integer(span[0])), (ns.OA + "end", integer(span[1]))])


def _passage_text(writer: _Writer, document: Document, passage: Passage) -> None:
    heading = passages.heading(document, passage)
    for span in passage.spans:
        node = ids.passage_iri(document, span)
        values: list[Pair] = [
            (ns.OA + "hasSelector", iri(f"{node}#quote")),
            (ns.BFP + "mended", text(passages.mended(document, passage, span))),
        ]
        if heading:
            values.append((ns.BFP + "heading", text(heading)))
        writer.add(node, None, values)
        writer.add(f"{node}#quote", None, _selector("TextQuoteSelector"))
        writer.add(f"{node}#quote", None, [(ns.OA + "exact", text(document.text[span[0] : span[1]]))])


def _selector(name: str) -> list[Pair]:
    return [(ns.RDF + "type", iri(ns.OA + name))]
