"""DOCX to blocks: styles tell headings, lists and titles; footnotes come last."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from loaders.reading.builder import Builder
from loaders.reading.document import SegmentKind
from loaders.reading.layout import Layout
from loaders.reading.limits import Limits
from ontology.errors import SourceError

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

READER = "docx-1"

_HEADING = re.compile(r"(?:heading|titre|kop|überschrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titre|titel)\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|inhopg|verzeichnis)\b", re.IGNORECASE)
_LIST = re.compile(r"(?:list|liste|lijst)", re.IGNORECASE)
_QUOTE = re.compile(r"(?:quote|citation|citaat|zitat)", re.IGNORECASE)
_NOTES = re.compile(r"/word/footnotes\.xml\Z")


def read(data: bytes, path: Path, limits: Limits) -> Layout:
    """The layout of a DOCX file."""
    _checked(data, path, limits)
    import docx

    try:
        word = docx.Document(BytesIO(data))
        builder = Builder(READER)
        for kind, level, lines in _blocks(word):
            builder.add(lines, kind, level)
        for note in _footnotes(word):
            builder.add([note], SegmentKind.NOTE)
        return builder.layout()
    except (KeyError, ValueError, AttributeError, SyntaxError, BadZipFile, OSError) as error:
        raise SourceError(f"{path} is a damaged DOCX ({type(error).__name__}): save it again.") from error


def _checked(data: bytes, path: Path, limits: Limits) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(f"{path} is encrypted, or an old .doc: save it as DOCX without a password.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, ValueError, OSError) as error:
        raise SourceError(f"{path} is no DOCX whatever its name says: give it its true extension.") from error
    if size > limits.unpacked:
        raise SourceError(
            f"{path} unpacks to {size / 1e6:.0f} MB, more than is allowed: raise the limit if it is sound."
        )


def _blocks(word: "Word") -> Iterator[tuple[SegmentKind | None, int, list[str]]]:
    from docx.table import Table

    for item in word.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                yield SegmentKind.PARAGRAPH, 0, [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))]
        else:
            kind, level = _role(item)
            yield kind, level, item.text.split("\n")


def _role(paragraph: "Paragraph") -> tuple[SegmentKind | None, int]:
    """What the style says; a paragraph with numbering is a list item."""
    style = paragraph.style
    name = (style.name or "") if style is not None else ""
    heading = _HEADING.match(name)
    if heading:
        return SegmentKind.HEADING, int(heading.group(1))
    for pattern, kind in (
        (_TITLE, SegmentKind.TITLE),
        (_CONTENTS, SegmentKind.CONTENTS),
        (_QUOTE, SegmentKind.QUOTATION),
    ):
        if pattern.match(name):
            return kind, 0
    properties = paragraph._p.pPr
    if _LIST.match(name) or (properties is not None and properties.numPr is not None):
        return SegmentKind.LIST_ITEM, 1
    return None, 0


def _footnotes(word: "Word") -> Iterator[str]:
    from lxml import etree  # type: ignore[import-untyped]

    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for relation in word.part.rels.values():
        if not relation.is_external and _NOTES.search(str(relation.target_part.partname)):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            for note in root.iter(f"{space}footnote"):
                yield "".join(text.text or "" for text in note.iter(f"{space}t"))
