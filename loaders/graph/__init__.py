"""The RDF record becomes Neo4j, and the embedded Neo4j server that serves it."""
