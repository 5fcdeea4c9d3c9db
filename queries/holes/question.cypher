// Which threats to a vital interest does no instrument counter?
// In Neo4j Browser, first: :params {edition: 2026, number: null, stances: ['asserted', 'intended'],
//   min_confidence: 0.0, as_of: null, documents: null, speaks_for: ['federal-government']}
MATCH (asked:VitalInterest {edition: $edition})
WHERE asked.number IS NOT NULL AND ($number IS NULL OR asked.number = $number)
MATCH (interest:VitalInterest)-[:EXACT_MATCH|CLOSE_MATCH|BROAD_MATCH*0..1]->(asked)
MATCH (interest)<-[:OBJECT]-(s1:Statement {relation: 'threatens', polarity: 'positive'})-[:SUBJECT]->(threat),
      (s1)-[:SAID_IN]->(d1)
WHERE s1.stance IN $stances AND s1.confidence >= $min_confidence
  AND ($documents IS NULL OR d1.notation IN $documents)
  AND ($speaks_for IS NULL OR d1.speaksFor IN $speaks_for)
  AND ($as_of IS NULL OR d1.issued <= $as_of)
  // no instrument is said to counter the threat, within the filters
  AND NOT EXISTS {
    MATCH (threat)<-[:OBJECT]-(s2:Statement {relation: 'counters', polarity: 'positive'})-[:SAID_IN]->(d2)
    WHERE s2.stance IN $stances AND s2.confidence >= $min_confidence
      AND ($documents IS NULL OR d2.notation IN $documents)
      AND ($speaks_for IS NULL OR d2.speaksFor IN $speaks_for)
      AND ($as_of IS NULL OR d2.issued <= $as_of) }
WITH asked, threat, s1, CASE
  WHEN interest <> asked THEN 2
  WHEN EXISTS { (d1)-[:DEFINES_EDITION]->()<-[:IN_SCHEME]-(asked) } THEN 0
  ELSE 1 END AS read
WITH asked, threat, collect(DISTINCT s1) AS firsts, max(s1.confidence) AS confidence, min(read) AS reading
RETURN asked.uri AS interest, threat.uri AS threat,
  // whether an instrument exists outside the filters
  EXISTS { (threat)<-[:OBJECT]-(:Statement {relation: 'counters', polarity: 'positive'}) } AS filtered,
  reading, confidence,
  COLLECT {
    UNWIND firsts AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS threat_evidence
ORDER BY interest, confidence DESC, threat
