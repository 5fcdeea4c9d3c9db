// Which statements of a document in two languages were found in one language only?
// In Neo4j Browser, first: :params {documents: null, relations: null, column: null, min_confidence: 0.0}
MATCH (s:Statement)-[:SAID_IN]->(d), (s)-[:SUBJECT]->(a), (s)-[:OBJECT]->(b)
WHERE s.confidence >= $min_confidence
  AND ($documents IS NULL OR d.notation IN $documents)
  AND ($relations IS NULL OR s.relation IN $relations)
  // the document has columns: some passage has its twin in the other language
  AND EXISTS { (d)<-[:PART_OF]-(:Passage)-[:TWIN]->(:Passage) }
MATCH (s)-[:EVIDENCE]->(place)
WITH s, d, a, b, collect(DISTINCT place.language) AS tongues
WHERE size(tongues) = 1 AND ($column IS NULL OR tongues[0] IN $column)
RETURN s.uri AS statement, a.uri AS subject, s.relation AS relation, b.uri AS object,
  d.notation AS document, tongues[0] AS found_in, s.stance AS stance, s.polarity AS polarity, s.confidence AS confidence,
  COLLECT {
    MATCH (s)-[e:EVIDENCE]->(p)-[:PART_OF]->(x), (p)-[:HAS_SOURCE]->(file)
    RETURN {statement: s.uri, stance: s.stance, evidence: e.uri, passage: p.uri, document: x.notation,
      source: file.identifier, start: p.start, end: p.end, quote: p.quote, mended: p.mended, language: p.language,
      section: p.section, heading: p.heading, page: p.page, rule: e.rule, confidence: e.confidence} AS found
    ORDER BY p.start } AS evidence,
  // what the other column says at the same place
  COLLECT {
    MATCH (s)-[:EVIDENCE]->()-[:TWIN]->(p)-[:PART_OF]->(x), (p)-[:HAS_SOURCE]->(file)
    RETURN DISTINCT {passage: p.uri, document: x.notation, source: file.identifier, start: p.start, end: p.end,
      quote: p.quote, mended: p.mended, language: p.language, section: p.section, heading: p.heading,
      page: p.page} AS found } AS twins
ORDER BY document, confidence DESC, statement
