"""Files that cannot be read: one sentence that names the file and the reason, and what is over the limit is ended."""

import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.reading import Limits, read
from ontology.errors import SourceError
from tests.loaders.reading.pdfs import assembled, pdf

GOOD = pdf([[(60, 700, 10, "La Belgique soutient ses alliés.")]])
SMALL = Limits(bytes=20_000_000, pages=50, seconds=20.0, memory=700_000_000, unpacked=50_000_000)


def bomb_docx() -> bytes:
    """A DOCX that unpacks to more than is allowed."""
    from io import BytesIO

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\r\n\t", "is empty"),
        ("furniture.txt", b"\xef\xbb\xbf", "is empty"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "is not a text file"),
        ("control.txt", bytes(range(1, 9)) * 100, "control characters"),
        ("wrong.txt", b"\xff\xfeA", "says that it is utf-16-le"),
        ("paper.odt", b"x", "extension that is not read"),
        ("text.pdf", b"La Belgique", "is not a PDF"),
        ("text.docx", b"La Belgique", "is no DOCX"),
        ("old.docx", b"\xd0\xcf\x11\xe0" + bytes(100), "is encrypted, or an old .doc"),
        ("bomb.docx", bomb_docx(), "unpacks to"),
        ("empty.html", b"<html></html>", "has no text"),
        ("menu.html", b"<nav><a href=x>Menu</a></nav>", "has no text"),
        ("empty.md", b"[a]: http://x\n", "has no text"),
    ],
)
def test_the_reason_is_said_in_one_sentence(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=reason) as caught:
        read(tmp_path / name, limits=SMALL)
    assert name in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"cannot be read \(No such file"):
        read(tmp_path / "no.txt")


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text("mot " * 1000, encoding="utf-8")
    with pytest.raises(SourceError, match="the limit is"):
        read(tmp_path / "big.txt", limits=Limits(bytes=100))


def scanned() -> bytes:
    """A page with nothing but a drawn square, as a scan has nothing but a picture."""
    return assembled([b"0 0 100 100 re f"])


def locked() -> bytes:
    """A PDF that says it is encrypted with a key that nobody has."""
    encrypted = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (%s) /U (%s) >> /ID [(a) (a)] " % (
        b"o" * 32,
        b"u" * 32,
    )
    return GOOD.replace(b"trailer\n<< ", b"trailer\n<< " + encrypted)


def deep() -> bytes:
    """A million nested arrays."""
    return assembled([b"BT ET"], extra=b"99 0 obj\n" + b"[" * 1_000_000 + b"]" * 1_000_000 + b"\nendobj\n").replace(
        b"/Type /Catalog", b"/Type /Catalog /Deep 99 0 R"
    )


def bomb() -> bytes:
    """A content stream that unpacks to 400 MB of drawing operations."""
    stream = zlib.compress(b"0 0 m 1 1 l S\n" * 30_000_000, 9)
    return assembled([b"@"], compress=False).replace(
        b"<< /Length 1 >>\nstream\n@", b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s" % (len(stream), stream)
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (scanned, "has no text, only images"),
        (locked, "is encrypted"),
        (lambda: assembled([]), "no pages|damaged"),
        (lambda: pdf([[(60, 700, 10, "mot")]] * 51), "has 51 pages and the limit is 50"),
        (lambda: b"%PDF-1.7\n" + bytes(1000), "damaged"),
        (lambda: b"%PDF-1.7\n%%EOF", "damaged"),
    ],
)
def test_a_pdf_that_has_nothing_to_read(tmp_path: Path, make: Callable[[], bytes], reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(make())
    with pytest.raises(SourceError, match=reason):
        read(tmp_path / "a.pdf", limits=SMALL)


@pytest.mark.parametrize(
    "make",
    [
        deep,
        bomb,
        lambda: GOOD[: len(GOOD) // 2],
        lambda: GOOD.replace(b"xref\n0", b"xref\n9"),
        lambda: GOOD.replace(b"startxref\n", b"startxref\n9"),
        lambda: GOOD.replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        lambda: GOOD.replace(b"/Contents 6 0 R", b"/Contents 5 0 R"),
        lambda: GOOD.replace(b"/Count 1", b"/Count 99999999"),
    ],
)
def test_a_hostile_pdf_ends_in_a_result_or_an_error(tmp_path: Path, make: Callable[[], bytes]) -> None:
    (tmp_path / "a.pdf").write_bytes(make())
    start = time.monotonic()
    try:
        assert read(tmp_path / "a.pdf", limits=SMALL).segments
    except SourceError as error:
        assert "a.pdf" in str(error)
    assert time.monotonic() - start < SMALL.seconds + 10


def test_a_pdf_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(GOOD)
    with pytest.raises(SourceError, match="not read within"):
        read(tmp_path / "a.pdf", limits=Limits(seconds=0.001))


def test_deep_html_ends(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 20_000 + "Une phrase." + "</div>" * 20_000, encoding="utf-8")
    try:
        assert read(tmp_path / "a.html").segments
    except SourceError as error:
        assert "a.html" in str(error)


def test_deep_markdown_ends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(">" * 50_000 + " Une phrase.\n" + "- " * 5_000 + "x", encoding="utf-8")
    try:
        assert read(tmp_path / "a.md").segments
    except SourceError as error:
        assert "a.md" in str(error)
