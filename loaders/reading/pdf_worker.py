"""The process that opens a PDF: what can crash or never end does so here, and is ended from outside.

Reads the PDF from standard input, limits from its arguments, and writes one JSON line a page:
{"width", "height", "lines": [[text, left, bottom, right, top, size, bold], …]}, or {"error": reason}.
"""

import json
import sys
from collections.abc import Iterator
from ctypes import c_double, create_string_buffer
from typing import Any

_HYPHENS = (0x02, 0xFFFE)  # how the library gives a hyphen at a line end
_GAP = 1.8  # widths of a letter that part two columns on one line
_NO_TEXT = (0, 0xFFFF)

Line = tuple[object, ...]  # text, left, bottom, right, top, size, bold


def main(pages: int, memory: int) -> None:
    """Write the pages of the PDF on standard input, at most `pages`, with `memory` bytes at most."""
    _bound(memory)
    data = sys.stdin.buffer.read()
    try:
        for page in _pages(data, pages):
            sys.stdout.write(json.dumps(page) + "\n")
    except MemoryError:
        sys.stdout.write('{"error": "memory"}\n')
    sys.stdout.flush()


def _bound(memory: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pages(data: bytes, most: int) -> Iterator[dict[str, Any]]:
    import pypdfium2  # type: ignore[import-untyped]
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) or "assword" in str(error)
        yield {"error": "password" if locked else "damaged"}
        return
    if count > most:
        yield {"error": f"pages {count}"}
        return
    for number in range(count):
        try:
            page = document[number]
            width, height = page.get_size()
            text = page.get_textpage()  # kept by name: it closes when nobody holds it
            yield {"width": width, "height": height, "lines": list(_lines(text.raw, pdfium))}
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            yield {"width": 0, "height": 0, "lines": []}


def _lines(text: Any, pdfium: Any) -> Iterator[Line]:
    """The lines of a page in the order of its content; a wide gap parts a line, since columns may share it.

    Boxes are asked for at the ends of words alone: that is most of the cost.
    """
    line = _Open(text, pdfium)
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in (10, 13):
            yield from line.closed()
        elif code in _HYPHENS:
            line.add(at, "-")
            yield from line.closed()
        elif code not in _NO_TEXT:
            char = chr(code)
            if char.isspace():
                line.space()
            else:
                if line.starts_word and not line.reaches(at):
                    yield from line.closed()
                line.add(at, char)
    yield from line.closed()


class _Open:
    """The line that is being collected."""

    def __init__(self, text: Any, pdfium: Any) -> None:
        self._text, self._pdfium = text, pdfium
        self._corners = [c_double() for _ in range(4)]
        self._name = create_string_buffer(200)
        self._chars: list[str] = []
        self._box = [0.0, 0.0, 0.0, 0.0]
        self._first = self._last = 0

    @property
    def starts_word(self) -> bool:
        """Whether the next character begins a word of a line already begun."""
        return bool(self._chars) and self._chars[-1] == " "

    def reaches(self, at: int) -> bool:
        """Whether a character stands near enough to belong to this line."""
        left, bottom, _, top = self._edges(at)
        near = left - self._box[2] <= _GAP * max(top - bottom, 4.0) and left >= self._box[0] - 1.0
        return near and top > self._box[1] and bottom < self._box[3]

    def add(self, at: int, char: str) -> None:
        """Take a character in."""
        if not self._chars:
            self._first, self._box = at, self._edges(at)
        self._chars.append(char)
        self._last = at

    def space(self) -> None:
        """End a word."""
        if self._chars and self._chars[-1] != " ":
            self._widen()
            self._chars.append(" ")

    def closed(self) -> Iterator[Line]:
        """The line, if it has text; what follows begins another."""
        if self._chars:
            self._widen()
            line = "".join(self._chars).strip()
            self._chars = []
            yield (_paired(line), *(round(edge, 1) for edge in self._box), self._size(), self._bold())

    def _widen(self) -> None:
        left, bottom, right, top = self._edges(self._last)
        box = self._box
        self._box = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]

    def _edges(self, at: int) -> list[float]:
        left, right, bottom, top = self._corners
        self._pdfium.FPDFText_GetCharBox(self._text, at, left, right, bottom, top)
        return [left.value, bottom.value, right.value, top.value]

    def _size(self) -> float:
        return round(float(self._pdfium.FPDFText_GetFontSize(self._text, self._first)), 1)

    def _bold(self) -> bool:
        if self._pdfium.FPDFText_GetFontWeight(self._text, self._first) >= 600:
            return True
        self._pdfium.FPDFText_GetFontInfo(self._text, self._first, self._name, len(self._name), None)
        return b"bold" in self._name.value.lower()


def _paired(line: str) -> str:
    """Surrogate pairs, which the library gives one by one, as the characters that they stand for."""
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
