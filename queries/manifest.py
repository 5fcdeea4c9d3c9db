"""What a release says about itself."""

from pydantic import BaseModel, ConfigDict


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DocumentInput(_Frozen):
    """A document that went into a release; `dropped` counts what was not kept, by reason."""

    id: str
    title: str
    file: str
    sha256: str
    statements: int
    evidence: int
    mentions: int
    candidates: int
    dropped: dict[str, int]
    warnings: tuple[str, ...] = ()


class Inputs(_Frozen):
    """What made a release: `digest` covers all of it."""

    digest: str
    ontology: str
    code: str
    documents: tuple[DocumentInput, ...]


class File(_Frozen):
    """A file of a release, with the SHA-256 of its bytes as stored."""

    name: str
    sha256: str
    bytes: int
    quads: int


class Manifest(_Frozen):
    """A release: its id, what made it, what it counts, what was dropped and why, and its files.

    `focus_nodes` counts the things that each SHACL shape was checked on. There is no time in it: the same inputs
    give the same bytes.
    """

    id: str
    version: str
    inputs: Inputs
    graphs: dict[str, int]
    counts: dict[str, int]
    dropped: dict[str, int]
    focus_nodes: dict[str, int]
    files: tuple[File, ...]

    @property
    def has_text(self) -> bool:
        """Whether quotes, mended text and headings are at hand."""
        return any(file.name.startswith("text.") for file in self.files)
