"""From mentions to statements: linking rules, candidate pairs, a small judge, stance, and evidence brought together."""
