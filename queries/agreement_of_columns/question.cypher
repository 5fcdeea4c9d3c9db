// How far do the two columns of a document agree, relation by relation?
// In Neo4j Browser, first: :params {documents: null, min_confidence: 0.0}
MATCH (s:Statement)-[:SAID_IN]->(d)
WHERE s.confidence >= $min_confidence
  AND ($documents IS NULL OR d.notation IN $documents)
  // the document has columns: some passage has its twin in the other language
  AND EXISTS { (d)<-[:PART_OF]-(:Passage)-[:TWIN]->(:Passage) }
MATCH (s)-[:EVIDENCE]->(place)
WITH s, collect(DISTINCT place.language) AS tongues
WITH s.relation AS relation, count(s) AS statements,
  sum(CASE WHEN size(tongues) > 1 THEN 1 ELSE 0 END) AS in_both,
  sum(CASE WHEN tongues = ['fr'] THEN 1 ELSE 0 END) AS only_french,
  sum(CASE WHEN tongues = ['nl'] THEN 1 ELSE 0 END) AS only_dutch
RETURN relation, statements, in_both, only_french, only_dutch,
  toInteger(round(100.0 * in_both / statements)) AS percent
ORDER BY relation
