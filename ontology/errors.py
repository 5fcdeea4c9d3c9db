"""The errors a user can cause, each one sentence: what is wrong, where, and what to do.

BfpgError
├── OntologyError   a fault in the Turtle
├── SourceError     a document or its description cannot be read
├── RecordError     the record breaks its own rules
├── ReleaseError    no release, or a broken one
├── StoreError      Neo4j cannot be fetched, started or reached
├── QuestionError   an unknown question or a parameter out of range
└── SettingsError   a setting that points nowhere
"""


class BfpgError(Exception):
    """The root of all errors that are shown to users as one sentence."""


class OntologyError(BfpgError):
    """A fault in the Turtle: names file, line and what is allowed."""


class SourceError(BfpgError):
    """A document or its description cannot be read."""


class RecordError(BfpgError):
    """The record breaks its own rules."""


class ReleaseError(BfpgError):
    """There is no release, or it is damaged."""


class StoreError(BfpgError):
    """Neo4j cannot be fetched, started or reached."""


class QuestionError(BfpgError):
    """An unknown question, or a parameter that is not allowed."""


class SettingsError(BfpgError):
    """A setting that points nowhere or means nothing."""
