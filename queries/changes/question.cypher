// What does a document say that an earlier one did not, no longer, or with another stance?
// In Neo4j Browser, first: :params {before: ['policy-note-2018'], after: ['policy-statement-2025'], relations: null,
//   min_confidence: 0.0}
MATCH (s:Statement)-[:SAID_IN]->(d), (s)-[:SUBJECT]->(a), (s)-[:OBJECT]->(b)
WHERE s.confidence >= $min_confidence
  AND ($relations IS NULL OR s.relation IN $relations)
  AND (d.notation IN $before OR d.notation IN $after)
WITH a, b, s.relation AS relation, max(s.confidence) AS confidence,
  collect(DISTINCT CASE WHEN d.notation IN $before THEN s END) AS olds,
  collect(DISTINCT CASE WHEN d.notation IN $after THEN s END) AS news
WITH a, b, relation, confidence, olds, news,
  COLLECT {
    UNWIND olds AS s
    RETURN DISTINCT CASE s.polarity WHEN 'positive' THEN s.stance ELSE 'not-' + s.stance END AS how
    ORDER BY how } AS stances_before,
  COLLECT {
    UNWIND news AS s
    RETURN DISTINCT CASE s.polarity WHEN 'positive' THEN s.stance ELSE 'not-' + s.stance END AS how
    ORDER BY how } AS stances_after
WHERE stances_before <> stances_after
RETURN CASE WHEN size(olds) = 0 THEN 'new' WHEN size(news) = 0 THEN 'dropped' ELSE 'stance' END AS change,
  a.uri AS subject, relation, b.uri AS object, stances_before, stances_after,
  // when any document of the release said it first and last
  COLLECT {
    MATCH (a)<-[:SUBJECT]-(x:Statement {relation: relation, polarity: 'positive'})-[:OBJECT]->(b), (x)-[:SAID_IN]->(y)
    WHERE y.issued IS NOT NULL RETURN toString(y.issued) AS day ORDER BY day LIMIT 1 }[0] AS first_said,
  COLLECT {
    MATCH (a)<-[:SUBJECT]-(x:Statement {relation: relation, polarity: 'positive'})-[:OBJECT]->(b), (x)-[:SAID_IN]->(y)
    WHERE y.issued IS NOT NULL RETURN toString(y.issued) AS day ORDER BY day DESC LIMIT 1 }[0] AS last_said,
  confidence,
  COLLECT {
    UNWIND olds AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS evidence_before,
  COLLECT {
    UNWIND news AS s
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(d), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: d.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY d.notation, p.start } AS evidence_after
ORDER BY change, relation, confidence DESC, subject, object
