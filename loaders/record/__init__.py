"""The RDF record: extractions become quads, are validated, and become a release."""

from loaders.record.build import Options, Progress, build, unchanged
from loaders.record.inputs import checksum, code_digest, inputs_digest

__all__ = ["Options", "Progress", "build", "checksum", "code_digest", "inputs_digest", "unchanged"]
