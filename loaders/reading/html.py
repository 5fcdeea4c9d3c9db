"""HTML to blocks: the main content, without menus, forms and footers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.reading.builder import Builder
from loaders.reading.decode import decode
from loaders.reading.document import SegmentKind
from loaders.reading.facts import facts
from loaders.reading.layout import Layout
from loaders.reading.limits import Limits
from ontology.errors import SourceError

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

READER = "html-1"

_FACTS = facts("layout")["html"]
_DROPPED, _OUTER, _INLINE = (_FACTS[name].split() for name in ("dropped", "outer", "inline"))
_MENU = re.compile(r"\b(?:nav|menu|breadcrumb|cookie|share|sidebar|social|banner|pager)", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LINKED = 0.6  # share of linked text from which a block is a menu


def read(data: bytes, path: Path, limits: Limits) -> Layout:  # noqa: ARG001 (readers have one signature)
    """The layout of an HTML page."""
    from lxml import etree, html  # type: ignore[import-untyped]

    declared = _DECLARED.search(data[:4096])
    decoded = decode(data, path, declared.group(1).decode("ascii") if declared else None)
    markup = decoded.text
    try:
        root = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup).replace("\0", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{path} is no HTML that can be read ({error}): save the page again.") from error
    for element in list(root.iter(*_DROPPED, etree.Comment, etree.ProcessingInstruction)):
        element.drop_tree()
    builder = Builder(READER)
    for kind, level, text in _blocks(_main(root)):
        builder.add([text], kind, level)
    return builder.layout(decoded.warnings)


def _main(root: "HtmlElement") -> "HtmlElement":
    """The element with the main content: what the page declares as such, else its body without header and footer."""
    for query in ("//main", "//*[@role='main']", "//article"):
        found = root.xpath(query)
        if found:
            return max(found, key=lambda element: len(element.text_content()))
    for element in list(root.iter(*_OUTER)):
        element.drop_tree()
    body = root.find("body")
    return root if body is None else body


def _blocks(main: "HtmlElement") -> Iterator[tuple[SegmentKind | None, int, str]]:
    """The texts between block elements, with what the innermost of these is."""
    parts: list[str] = []
    linked = 0
    kind: SegmentKind | None = None
    level = 0
    for moment, element in _walk(main):
        inline = element.tag in _INLINE
        if moment == "start" and element.tag == "br":
            parts.append("\n")
        elif not inline:
            text = _SPACE.sub(" ", "".join(parts)).strip()
            if text and linked <= len(text) * _LINKED:
                yield kind, level, text
            parts, linked = [], 0
            kind, level = _role(element if moment == "start" else element.getparent(), main)
        if moment == "start":
            parts.append(element.text or "")
            linked += len(element.text or "") if element.tag == "a" else 0
        else:
            parts.append(element.tail or "")
    text = _SPACE.sub(" ", "".join(parts)).strip()
    if text:
        yield kind, level, text


def _walk(main: "HtmlElement") -> Iterator[tuple[str, "HtmlElement"]]:
    from lxml import etree

    skipped: HtmlElement | None = None
    for moment, element in etree.iterwalk(main, events=("start", "end")):
        if skipped is None and moment == "start" and element is not main and _menu(element):
            skipped = element
        elif skipped is None and (element is not main or moment == "start"):
            yield moment, element
        elif element is skipped and moment == "end":
            skipped = None
            yield moment, element


def _menu(element: "HtmlElement") -> bool:
    """Whether an element calls itself a menu or the like."""
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in ("div", "ul", "section") and _MENU.search(named) is not None


def _role(element: "HtmlElement | None", main: "HtmlElement") -> tuple[SegmentKind | None, int]:
    depth = 0
    while element is not None and element is not main and depth < 60:
        tag = str(element.tag)
        if re.fullmatch("h[1-6]", tag):
            return SegmentKind.HEADING, int(tag[1])
        if tag in ("li", "dd"):
            return SegmentKind.LIST_ITEM, 1
        if tag == "blockquote":
            return SegmentKind.QUOTATION, 0
        if tag == "p":
            parent = _role(element.getparent(), main)
            return parent if parent[0] is not None else (SegmentKind.PARAGRAPH, 0)
        element = element.getparent()
        depth += 1
    return None, 0
