"""Derived from the Turtle by `python -m ontology.emit`. Do not edit."""
