"""Finders: each takes the lines of a document and yields what it takes for a mention, with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Find:
    """The words first to last (both included) of a line, taken to name an entity.

    `line` is the line's position in the document. `weak` finds need company, `short` ones need an antecedent.
    """

    line: int
    first: int
    last: int
    kind: str
    iri: str
    manner: str
    finder: str
    weak: bool = False
    label: str = ""

    @property
    def size(self) -> int:
        """How many words it covers."""
        return self.last - self.first + 1
