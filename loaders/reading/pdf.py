"""PDF to blocks: lines from a worker process, put in reading order, with page and box."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.reading.builder import Builder
from loaders.reading.document import SegmentKind
from loaders.reading.layout import Layout
from loaders.reading.limits import Limits
from loaders.reading.oddities import numbered
from loaders.reading.pages import Line, Page, box_of, grouped, ordered, running_lines
from ontology.errors import SourceError

READER = "pdf-1"

_ROOT = Path(__file__).parents[2]
_REASONS = {
    "password": "is encrypted: save it without a password",
    "damaged": "is a damaged PDF: save or print it to PDF again",
    "memory": "needs more memory than is allowed: split it, or raise the limit if it is sound",
}


def read(data: bytes, path: Path, limits: Limits) -> Layout:
    """The layout of a PDF; text and boxes are those that the worker found."""
    pages = [_page(number, entry) for number, entry in enumerate(_worked(data, path, limits), 1)]
    if not pages:
        raise SourceError(f"{path} has no pages: give a PDF with text.")
    if not any(page.lines for page in pages):
        raise SourceError(f"{path} has no text, only images: run a text recognition (OCR) on it first.")
    return _layout(pages)


def _worked(data: bytes, path: Path, limits: Limits) -> Iterator[dict[str, object]]:
    """What the worker writes; its end by limit or crash is a SourceError."""
    command = [sys.executable, "-m", "loaders.reading.pdf_worker", str(limits.pages), str(limits.memory)]
    places = os.pathsep.join((str(_ROOT), os.environ.get("PYTHONPATH", ""))).rstrip(os.pathsep)
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": places},
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            f"{path} was not read within {limits.seconds:.0f} seconds: split it, or raise the limit if it is sound."
        ) from error
    entries = [json.loads(line) for line in done.stdout.splitlines() if line.endswith(b"}")]
    reason = entries[-1].get("error") if entries else None
    if reason:
        raise SourceError(f"{path} {_said(reason, limits)}.")
    if done.returncode:
        raise SourceError(f"{path} {_REASONS['memory' if b'MemoryError' in done.stderr else 'damaged']}.")
    yield from entries


def _said(reason: str, limits: Limits) -> str:
    if reason.startswith("pages "):
        return f"has {reason.removeprefix('pages ')} pages and the limit is {limits.pages}: split it or raise the limit"
    return _REASONS[reason]


def _page(number: int, entry: dict[str, object]) -> Page:
    lines = entry["lines"]
    assert isinstance(lines, list)
    found = tuple(Line(text, tuple(box), size, bold) for text, *box, size, bold in lines)
    return Page(number, float(str(entry["width"])), float(str(entry["height"])), found)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The size of running text, and the larger sizes from the largest on: those of headings."""

    body: float
    heads: tuple[float, ...]


def _layout(pages: Sequence[Page]) -> Layout:
    builder = Builder(READER)
    running = running_lines(pages)
    sizes = _sizes(pages)
    for page in pages:
        furniture = running[page.number]
        first = True
        for lines in grouped(ordered(page, furniture), page):
            kind, level = _kind(lines, sizes, page)
            builder.add([line.text for line in lines], kind, level, page.number, box_of(lines), first)
            first = False
        for line in furniture:
            builder.add([line.text], SegmentKind.FURNITURE, 0, page.number, box_of([line]))
    return builder.layout(_warnings(pages))


def _warnings(pages: Sequence[Page]) -> tuple[str, ...]:
    """The pages that gave nothing."""
    damaged = numbered([page.number for page in pages if not page.width])
    bare = numbered([page.number for page in pages if page.width and not page.lines])
    found = (f"{bare}: no text, perhaps a picture of it." if bare else "", f"{damaged}: damaged." if damaged else "")
    return tuple(sentence for sentence in found if sentence)


def _sizes(pages: Sequence[Page]) -> _Sizes:
    counts: dict[float, int] = {}
    for page in pages:
        for line in page.lines:
            counts[round(line.size)] = counts.get(round(line.size), 0) + len(line.text)
    body = max(counts, key=counts.__getitem__)
    heads = sorted((size for size in counts if size > body * 1.1), reverse=True)
    return _Sizes(body, tuple(heads))


def _kind(lines: Sequence[Line], sizes: _Sizes, page: Page) -> tuple[SegmentKind | None, int]:
    """A heading by its size or weight, a note by its size and place; all else is judged by its words."""
    text = " ".join(line.text for line in lines)
    size = round(lines[0].size)
    if len(text) <= 200 and len(lines) <= 3 and any(map(str.isalpha, text)):
        if size in sizes.heads:
            return SegmentKind.HEADING, min(sizes.heads.index(size) + 1, 6)
        if all(line.bold for line in lines) and not text.endswith((".", ";", ",")):
            return SegmentKind.HEADING, min(len(sizes.heads) + 1, 6)
    low = lines[0].box[3] < page.height / 3
    if size < sizes.body * 0.92 and low and text[:1].isdigit():
        return SegmentKind.NOTE, 0
    return None, 0
