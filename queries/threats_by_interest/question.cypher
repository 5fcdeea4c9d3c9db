// Which threats touch a vital interest, via which instruments?
// In Neo4j Browser, first: :params {number: 3, edition: 2026, language: 'fr', stances: ['asserted', 'intended'],
//   min_confidence: 0.0, as_of: null, documents: null, speaks_for: ['federal-government']}
MATCH (asked:VitalInterest {edition: $edition, number: $number})
MATCH (interest:VitalInterest)-[:EXACT_MATCH|CLOSE_MATCH|BROAD_MATCH*0..1]->(asked)

// the threat threatens the interest
MATCH (interest)<-[:OBJECT]-(s1:Statement {relation: 'threatens', polarity: 'positive'})-[:SUBJECT]->(threat),
      (s1)-[:SAID_IN]->(d1)
WHERE s1.stance IN $stances AND s1.confidence >= $min_confidence
  AND ($documents IS NULL OR d1.notation IN $documents)
  AND ($speaks_for IS NULL OR d1.speaksFor IN $speaks_for)
  AND ($as_of IS NULL OR d1.issued <= $as_of)
WITH asked, threat, s1, CASE
  WHEN interest <> asked THEN 2
  WHEN EXISTS { (d1)-[:DEFINES_EDITION]->()<-[:IN_SCHEME]-(asked) } THEN 0
  ELSE 1 END AS read
WITH asked, threat, collect(DISTINCT s1) AS firsts, max(s1.confidence) AS threatens, min(read) AS reading

// an instrument counters the threat
OPTIONAL MATCH (threat)<-[:OBJECT]-(s2:Statement {relation: 'counters', polarity: 'positive'})-[:SUBJECT]->(instrument),
      (s2)-[:SAID_IN]->(d2)
WHERE s2.stance IN $stances AND s2.confidence >= $min_confidence
  AND ($documents IS NULL OR d2.notation IN $documents)
  AND ($speaks_for IS NULL OR d2.speaksFor IN $speaks_for)
  AND ($as_of IS NULL OR d2.issued <= $as_of)
WITH asked, threat, firsts, threatens, reading, instrument, collect(DISTINCT s2) AS seconds, max(s2.confidence) AS counters

RETURN threat.uri AS threat, threat.name AS threat_name,
  instrument.uri AS instrument, instrument.name AS instrument_name,
  // where no instrument passes the filters: whether one exists outside them
  instrument IS NULL AND EXISTS {
    (threat)<-[:OBJECT]-(:Statement {relation: 'counters', polarity: 'positive'}) } AS filtered,
  // how near the two are said: 0 in one passage (or its twin), 1 in one section, 2 in one document, 3 anywhere
  COLLECT {
    UNWIND firsts AS a
    UNWIND seconds AS b
    MATCH (a)-[:EVIDENCE]->(p)-[:PART_OF]->(x)
    MATCH (b)-[:EVIDENCE]->(q)-[:PART_OF]->(y)  // a MATCH of its own: p and q may be one passage
    RETURN CASE
      WHEN x <> y THEN 3
      WHEN p = q OR EXISTS { (p)-[:TWIN]->(q) } THEN 0
      WHEN p.section = q.section THEN 1
      ELSE 2 END AS step
    ORDER BY step LIMIT 1 }[0] AS within,
  // whether the instrument is also said to protect the interest
  instrument IS NOT NULL AND EXISTS {
    MATCH (instrument)<-[:SUBJECT]-(s3:Statement {relation: 'protects', polarity: 'positive'})-[:OBJECT]->(served:VitalInterest),
          (s3)-[:SAID_IN]->(d3)
    WHERE s3.stance IN $stances AND s3.confidence >= $min_confidence
      AND ($documents IS NULL OR d3.notation IN $documents)
      AND ($speaks_for IS NULL OR d3.speaksFor IN $speaks_for)
      AND ($as_of IS NULL OR d3.issued <= $as_of)
      AND (served = asked OR EXISTS { (served)-[:EXACT_MATCH|CLOSE_MATCH|BROAD_MATCH]->(asked) }) } AS protects,
  reading,
  CASE WHEN counters IS NULL OR threatens < counters THEN threatens ELSE counters END AS confidence,
  threatens, counters,
  COLLECT {
    UNWIND firsts AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS threat_evidence,
  COLLECT {
    UNWIND seconds AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS instrument_evidence
ORDER BY within, confidence DESC, threat, instrument
