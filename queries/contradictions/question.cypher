// What does one document or passage say, and another deny?
// In Neo4j Browser, first: :params {relations: null, stances: ['asserted', 'intended'], min_confidence: 0.0, as_of: null,
//   documents: null, speaks_for: null}
MATCH (s1:Statement {polarity: 'positive'})-[:SUBJECT]->(a), (s1)-[:OBJECT]->(b), (s1)-[:SAID_IN]->(d1)
WHERE s1.stance IN $stances AND s1.confidence >= $min_confidence
  AND ($relations IS NULL OR s1.relation IN $relations)
  AND ($documents IS NULL OR d1.notation IN $documents)
  AND ($speaks_for IS NULL OR d1.speaksFor IN $speaks_for)
  AND ($as_of IS NULL OR d1.issued <= $as_of)
MATCH (a)<-[:SUBJECT]-(s2:Statement {polarity: 'negative', relation: s1.relation})-[:OBJECT]->(b), (s2)-[:SAID_IN]->(d2)
WHERE s2.stance IN $stances AND s2.confidence >= $min_confidence
  AND ($documents IS NULL OR d2.notation IN $documents)
  AND ($speaks_for IS NULL OR d2.speaksFor IN $speaks_for)
  AND ($as_of IS NULL OR d2.issued <= $as_of)
WITH a, b, s1.relation AS relation, collect(DISTINCT s1) AS ones, collect(DISTINCT s2) AS others,
  max(s1.confidence) AS affirmed, max(s2.confidence) AS denied, max(d1.issued) AS last1, max(d2.issued) AS last2
RETURN a.uri AS subject, relation, b.uri AS object,
  // how near the two are said: 0 in one passage (or its twin), 1 in one section, 2 in one document, 3 anywhere
  COLLECT {
    UNWIND ones AS one
    UNWIND others AS other
    MATCH (one)-[:EVIDENCE]->(p)-[:PART_OF]->(x)
    MATCH (other)-[:EVIDENCE]->(q)-[:PART_OF]->(y)  // a MATCH of its own: p and q may be one passage
    RETURN CASE
      WHEN x <> y THEN 3
      WHEN p = q OR EXISTS { (p)-[:TWIN]->(q) } THEN 0
      WHEN p.section = q.section THEN 1
      ELSE 2 END AS step
    ORDER BY step LIMIT 1 }[0] AS within,
  CASE WHEN affirmed < denied THEN affirmed ELSE denied END AS confidence, affirmed, denied,
  toString(last1) AS last_affirmed, toString(last2) AS last_denied,
  COLLECT {
    UNWIND ones AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS affirming_evidence,
  COLLECT {
    UNWIND others AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS denying_evidence
ORDER BY confidence DESC, subject, relation, object
