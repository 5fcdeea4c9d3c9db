"""How documents become statements: reading, extraction, record, graph."""
