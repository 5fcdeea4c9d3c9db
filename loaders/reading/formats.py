"""Which reader a file needs, by what it holds and then by its extension."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from loaders.reading.decode import decode
from loaders.reading.layout import Layout
from loaders.reading.limits import Limits
from loaders.reading.plain import read_plain
from ontology.errors import SourceError

_EXTENSIONS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
EXTENSIONS = frozenset(_EXTENSIONS)


def layout_of(data: bytes, path: Path, limits: Limits) -> Layout:
    """The layout of a file's bytes; raises SourceError where they cannot be read."""
    if len(data) > limits.bytes:
        sizes = f"{len(data) / 1e6:.0f} MB and the limit is {limits.bytes / 1e6:.0f} MB"
        raise SourceError(f"{path} has {sizes}: split it or raise the limit.")
    return _reader(data, path, limits)()


def _reader(data: bytes, path: Path, limits: Limits) -> Callable[[], Layout]:
    """The reader of a format; those of rare formats are loaded when they are needed."""
    kind = _kind(data, path)
    if kind == "plain":
        return lambda: _plain(data, path)
    read = import_module(f"loaders.reading.{kind}").read
    return partial(read, data, path, limits)


def _plain(data: bytes, path: Path) -> Layout:
    decoded = decode(data, path)
    layout = read_plain(decoded.text)
    return replace(layout, warnings=(*decoded.warnings, *layout.warnings))


def _kind(data: bytes, path: Path) -> str:
    """The format: PDF and DOCX by their first bytes, the others by extension."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    kind = _EXTENSIONS.get(path.suffix.lower())
    if kind is None:
        raise SourceError(f"{path} has an extension that is not read: allowed are {', '.join(sorted(EXTENSIONS))}.")
    if kind == "pdf":
        raise SourceError(f"{path} is not a PDF whatever its name says: give it its true extension.")
    return kind
