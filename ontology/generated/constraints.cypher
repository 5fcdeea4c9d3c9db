CREATE CONSTRAINT resource_uri IF NOT EXISTS FOR (n:Resource) REQUIRE n.uri IS UNIQUE;
CREATE INDEX statement_relation IF NOT EXISTS FOR (n:Statement) ON (n.relation, n.polarity);
CREATE INDEX interest_number IF NOT EXISTS FOR (n:VitalInterest) ON (n.edition, n.number);
CREATE INDEX document_notation IF NOT EXISTS FOR (n:Document) ON (n.notation);
CREATE INDEX notation IF NOT EXISTS FOR (n:Resource) ON (n.notation);
CREATE INDEX name IF NOT EXISTS FOR (n:Resource) ON (n.name);
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Resource) ON EACH [n.name, n.nameFr, n.nameNl, n.nameDe, n.nameEn, n.otherNames] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
