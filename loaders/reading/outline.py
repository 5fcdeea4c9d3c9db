"""The tree of headings: levels, section paths and section numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.reading.document import SegmentKind
from loaders.reading.headings import Role, Shape

_RANKS = {
    "contents": 0,
    "part": 1,
    "upper": 2,
    "roman": 3,
    "padded": 4,
    "decimal 1": 4,
    "decimal 1 spaced": 5,
    "decimal 2": 6,
    "decimal 3": 7,
    "decimal 4": 8,
    "plain": 10,
    "ordinal": 11,
    "paren": 12,
    "letter": 13,
    "bracket": 14,
}
_LOWEST = 15  # bullets and whatever else
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: the positions of the headings above it, its own level if it is one, its section number."""

    section: tuple[int, ...]
    level: int
    number: str


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading whose section is open; `inner` collects the styles of the headings right below it."""

    style: str
    at: int
    number: str
    inner: list[str] = field(default_factory=list)


def outline(shapes: Sequence[Shape], roles: Sequence[Role]) -> list[Place]:
    """The place of each piece of one stream; positions are those in the stream.

    A heading closes all that are open down to one of its own style; a new style goes below what outranks it.
    """
    root = _Open("", -1, "")
    stack = [root]
    opened: dict[int, list[_Open]] = {}
    resumed = _resumed(shapes, roles)
    places = []
    for at, role in enumerate(roles):
        if role.kind != SegmentKind.HEADING:
            places.append(Place(tuple(entry.at for entry in stack[1:]), 0, stack[-1].number))
            continue
        stack = opened[resumed[at]] if at in resumed else _closed(stack, role.style)
        above = stack[-1]
        above.inner.append(role.style)
        number = f"{above.number}.{len(above.inner)}".lstrip(".")
        places.append(Place(tuple(entry.at for entry in stack[1:]), len(stack), number))
        stack = [*stack, _Open(role.style, at, number)]
        opened[at] = stack
    return places


def _closed(stack: list[_Open], style: str) -> list[_Open]:
    """The headings that stay open above one of this style."""
    for depth, entry in enumerate(stack):
        if entry.style == style:
            return stack[:depth]
    for depth, entry in enumerate(stack[1:], 2):
        if style in entry.inner:
            return stack[:depth]
    rank = _rank(style)
    return [stack[0], *(entry for entry in stack[1:] if _rank(entry.style) < rank)]


def _rank(style: str) -> int:
    if style.startswith("level "):
        return int(style.removeprefix("level "))
    return _RANKS.get(style, _LOWEST)


def _resumed(shapes: Sequence[Shape], roles: Sequence[Role]) -> dict[int, int]:
    """Where the first part of a counted series is taken up again without its heading.

    A document lists its parts (01, 02, 03), then treats each at length under its heading repeated; where the first
    repeated one is 02, what stands between the list and it belongs to 01.
    """
    resumed: dict[int, int] = {}
    series: list[int] = []  # positions of 01, 02, 03 …
    inner: int | None = None  # first heading of another style after the series
    for at, role in enumerate(roles):
        if role.kind != SegmentKind.HEADING:
            continue
        if role.style != "padded":
            inner = at if inner is None else inner
        elif int(role.value) == len(series) + 1 and inner is None:
            series.append(at)
        else:
            number = int(role.value)
            repeats = 1 < number <= len(series) and _same(shapes[at], shapes[series[number - 1]])
            if repeats and inner is not None and len(series) > 1:
                resumed[inner] = series[0]
            series, inner = ([at] if number == 1 else []), None
    return resumed


def _same(one: Shape, other: Shape) -> bool:
    return _WORDS.findall(one.bare.lower()) == _WORDS.findall(other.bare.lower())
