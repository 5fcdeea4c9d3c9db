"""Statements become RDF: validated, one named graph a document, in immutable releases."""
