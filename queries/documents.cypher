// The documents of the release: when they were issued and for whom they speak.
MATCH (d:Document)
RETURN d.notation AS document, d.name AS title, d.issued AS issued, d.speaksFor AS speaks_for
