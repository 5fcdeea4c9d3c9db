"""Bytes to text, exactly: line ends and astral characters stay as they are."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 18  # bytes that are enough to tell one encoding from another
_WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]  # what French, Dutch, German and English were written in
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"MZ", b"\x7fELF")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and in sentences what was odd about its encoding."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, file: Path, declared: str | None = None) -> Decoded:
    """The text of a file in the encoding that its mark or the format declares, else in the one that it shows."""
    if not data.strip():
        raise SourceError(f"{file} is empty: give a file that has text.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, file))
    if data.startswith(_BINARY):
        raise SourceError(f"{file} is not a text file whatever its name says: give it its true extension.")
    try:
        return Decoded(_checked(data.decode("utf-8"), file))
    except UnicodeDecodeError:
        text = _declared(data, declared)
    if text:
        return Decoded(_checked(text, file))
    text, encoding = _guessed(data, file)
    wrong = f"it is not the {declared} that it declares, and was" if declared else "none is declared, and it was"
    return Decoded(_checked(text, file), (f"The encoding was guessed: {wrong} read as {encoding}.",))


def _strict(data: bytes, encoding: str, file: Path) -> str:
    try:
        return _checked(data.decode(encoding), file)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{file} says that it is {encoding} and is not, at byte {error.start}: save it again as UTF-8."
        ) from error


def _declared(data: bytes, encoding: str | None) -> str:
    """The text in a declared encoding, "" where it is not in it."""
    try:
        return data.decode(encoding) if encoding else ""
    except (UnicodeDecodeError, LookupError):
        return ""


def _guessed(data: bytes, file: Path) -> tuple[str, str]:
    """The text and the encoding that it shows."""
    if data.count(0) > len(data) // 5:
        wide = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
        return _strict(data, wide, file), wide
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_WESTERN).best() or from_bytes(sample).best()
    encoding = "cp1252" if best is None or best.encoding.startswith("utf") else best.encoding
    try:
        return data.decode(encoding), encoding
    except (UnicodeDecodeError, LookupError) as error:
        raise SourceError(f"{file} has an encoding that cannot be told: save it as UTF-8.") from error


def _checked(text: str, file: Path) -> str:
    odd = sum(text.count(chr(code)) for code in (*range(9), *range(14, 27)))
    if odd > 1 + len(text) // 200:
        raise SourceError(f"{file} holds control characters, not text: give a text file, or its true extension.")
    if not text.strip():
        raise SourceError(f"{file} is empty: give a file that has text.")
    return text
