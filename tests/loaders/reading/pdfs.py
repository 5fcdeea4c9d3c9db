"""Small PDFs made by hand, good ones and hostile ones."""

import zlib
from collections.abc import Sequence

Placed = tuple[float, float, float, str]  # left, bottom, size, text


def pdf(pages: Sequence[Sequence[Placed]], *, compress: bool = False) -> bytes:
    """A PDF with text at places, in Helvetica; a size below 0 is set in bold."""
    return assembled([_content(page) for page in pages], compress=compress)


def assembled(contents: Sequence[bytes], *, compress: bool = False, extra: bytes = b"") -> bytes:
    """A PDF with one page for each content stream."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for i, content in enumerate(contents):
        stream, how = (zlib.compress(content), b"/Filter /FlateDecode ") if compress else (content, b"")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            + f"/Contents {6 + 2 * i} 0 R >>".encode()
        )
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (how, len(stream), stream))
    return _file(objects, extra)


def _content(page: Sequence[Placed]) -> bytes:
    lines = []
    for left, bottom, size, text in page:
        code = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F2" if size < 0 else b"F1"
        lines.append(b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font, abs(size), left, bottom, code))
    return b"\n".join(lines)


def _file(objects: Sequence[bytes], extra: bytes) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    starts = []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    out += extra
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
