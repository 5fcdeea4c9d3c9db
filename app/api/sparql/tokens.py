"""SPARQL taken apart into tokens, to tell keywords from names, strings and comments.

The engine has no switch against SERVICE and no way to look at a parsed query, so the words are looked at here. Should a
query slip through, its worker cannot open a connection either (see `worker`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""
      (?P<space>\s+|\#[^\r\n]*)
    | (?P<string>\"{3}(?:(?:\"{1,2})?(?:[^"\\]|\\.))*\"{3}
              |'{3}(?:(?:'{1,2})?(?:[^'\\]|\\.))*'{3}
              |"(?:[^"\\\r\n]|\\.)*"
              |'(?:[^'\\\r\n]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\s]*>)
    | (?P<variable>[?$]\w+)
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:_|[^\W\d_][\w.\-]*)?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>[A-Za-z_]\w*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"])
_FORMS: Final = frozenset(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
_CHANGING: Final = frozenset(["NOW", "RAND", "UUID", "STRUUID", "BNODE"])
_GLUED: Final = re.compile(r"\w*SERVICE:[^\s{]*\s*\{", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word of a query, in capitals, with its place."""

    text: str
    line: int
    column: int


def words(query: str) -> Iterator[Word]:
    """The bare words of a query: keywords and function names, without names, strings, IRIs and comments.

    >>> [word.text for word in words('SELECT ?service { ?s <x:service> "SERVICE" } # SERVICE')]
    ['SELECT']
    """
    for found in _TOKEN.finditer(query):
        # The engine's parser also takes SERVICE for a keyword where a name is glued to it: SERVICE:name { }.
        glued = found.lastgroup == "name" and _GLUED.match(query, found.start())
        if found.lastgroup == "word" or glued:
            before = query[: found.start()]
            text = "SERVICE" if glued else found[0].upper()
            yield Word(text, before.count("\n") + 1, found.start() - before.rfind("\n"))


def refusal(query: str) -> str | None:
    """Why a query is not evaluated here: it calls another service, or changes something; else None."""
    # Escapes are resolved before parsing (SPARQL 1.1, 19.2): one of a quote mark can end a string.
    for text in dict.fromkeys((query, _unescape(query))):
        found = list(words(text))
        for word in found:
            if "SERVICE" in word.text:
                return f"Line {word.line}, column {word.column}: SERVICE is not offered; no other server is called."
        first = next((word for word in found if word.text in _FORMS | _UPDATES), None)
        if first is not None and first.text in _UPDATES:
            return f"Line {first.line}, column {first.column}: {first.text} is an update; the record is read-only."
    return None


def dataset(query: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The graphs of FROM and of FROM NAMED; None where one of them cannot be resolved without parsing.

    >>> dataset("PREFIX g: <x:> SELECT * FROM g:a FROM <x:b> FROM NAMED g:c { }")
    (('x:a', 'x:b'), ('x:c',))
    """
    prefixes: dict[str, str] = {}
    default: list[str] = []
    named: list[str] = []
    before: list[str] = ["", ""]
    for found in _TOKEN.finditer(query):
        if found.lastgroup == "space":
            continue
        kind, text = found.lastgroup, found[0]
        if kind == "iri" and before[0] == "PREFIX":
            prefixes[before[1]] = text[1:-1]
        elif kind in ("iri", "name") and "FROM" in (before[1], before[0] if before[1] == "NAMED" else ""):
            iri = text[1:-1] if kind == "iri" else _expanded(text, prefixes)
            if iri is None or ":" not in iri:
                return None
            (named if before[1] == "NAMED" else default).append(iri)
        before = [before[1], text.upper() if kind == "word" else text]
    return tuple(dict.fromkeys(default)), tuple(dict.fromkeys(named))


def _expanded(name: str, prefixes: dict[str, str]) -> str | None:
    prefix, _, local = name.partition(":")
    base = prefixes.get(f"{prefix}:")
    return None if base is None else base + local.replace("\\", "")


def repeatable(query: str) -> bool:
    """Whether a query gives the same answer each time: it asks for no clock, chance or fresh id."""
    return not any(word.text in _CHANGING for word in words(query))


def _unescape(query: str) -> str:
    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code < 0x110000 else found[0]

    return _ESCAPE.sub(character, query)
