"""Documents that the benchmarks make themselves: the same words in each format, from one seed."""

import zlib
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count
from pathlib import Path
from random import Random

from wordfreq import top_n_list

SEED = 6
Section = tuple[str, list[str]]  # heading, paragraphs

_LINE = 90  # characters of a printed line
_ROWS = 44  # lines of a printed page


def sections(characters: int, language: str = "fr") -> Iterator[Section]:
    """Sections of frequent words, about so many characters in all."""
    chance = Random(SEED)
    words = top_n_list(language, 4000)
    made = 0
    for number in count(1):
        heading = f"{number}. {_words(chance, words, 4).capitalize()}"
        paragraphs = [
            " ".join(f"{_words(chance, words, chance.randint(8, 30)).capitalize()}." for _ in range(4))
            for _ in range(chance.randint(2, 5))
        ]
        yield heading, paragraphs
        made += len(heading) + sum(map(len, paragraphs))
        if made >= characters:
            return


def _words(chance: Random, words: Sequence[str], n: int) -> str:
    low = (min(chance.randrange(len(words)), chance.randrange(len(words))) for _ in range(n))
    return " ".join(words[at] for at in low)


def _wrapped(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= _LINE:
            yield line
            line = word
        else:
            line = f"{line} {word}".lstrip()
    yield line


def text(path: Path, content: Sequence[Section]) -> Path:
    """Plain text with line ends."""
    blocks = ["\n".join(_wrapped(part)) for heading, body in content for part in (heading, *body)]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def markdown(path: Path, content: Sequence[Section]) -> Path:
    """Markdown."""
    blocks = [part for heading, body in content for part in (f"## {heading}", *body)]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def html(path: Path, content: Sequence[Section]) -> Path:
    """A page with a menu, a main part and a footer."""
    menu = "<nav><ul>" + "<li><a href='#'>Menu</a></li>" * 30 + "</ul></nav>"
    tagged = ((tag, part) for heading, parts in content for tag, part in (("h2", heading), *(("p", p) for p in parts)))
    body = "".join(f"<{tag}>{escape(part)}</{tag}>" for tag, part in tagged)
    path.write_text(
        f"<!doctype html><html lang='fr'><head><meta charset='utf-8'><title>Note</title></head><body>{menu}"
        f"<main><article>{body}</article></main><footer>Contact</footer></body></html>",
        encoding="utf-8",
    )
    return path


def docx(path: Path, content: Sequence[Section]) -> Path:
    """A DOCX with headings by style."""
    import docx as library

    document = library.Document()
    for heading, body in content:
        document.add_heading(heading, 2)
        for part in body:
            document.add_paragraph(part)
    document.save(str(path))
    return path


def pdf(path: Path, content: Sequence[Section]) -> Path:
    """A PDF in one column, with page numbers."""
    lines = [
        (line, size)
        for heading, body in content
        for part, size in ((heading, 14), *((each, 10) for each in body))
        for line in (*_wrapped(part), "")
    ]
    pages = [_page(lines[at : at + _ROWS], 1 + at // _ROWS) for at in range(0, len(lines), _ROWS)]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, page in enumerate(pages):
        stream = zlib.compress(page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * i} 0 R >>".encode(),
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    path.write_bytes(_assembled(objects))
    return path


def _page(lines: Sequence[tuple[str, int]], number: int) -> bytes:
    placed = [(60, 790 - 16 * row, size, line) for row, (line, size) in enumerate(lines) if line]
    return b"\n".join(_shown(*each) for each in (*placed, (290, 40, 9, str(number))))


def _shown(left: int, bottom: int, size: int, line: str) -> bytes:
    said = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (size, left, bottom, said)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
