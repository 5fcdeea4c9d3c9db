"""A picture of the classes and relations, as SVG that any browser shows without help."""

from collections.abc import Mapping, Sequence
from html import escape
from math import cos, pi, sin
from textwrap import wrap
from typing import Final

from ontology.model import Ontology

WIDTH: Final = 960
HEIGHT: Final = 600
BOX: Final = (200, 74)
"""Width and height of a class."""
Point = tuple[float, float]


def diagram(ontology: Ontology, language: str = "en") -> str:
    """The classes that relations join, each with the classes below it, and each relation as an arrow with its name."""
    relations = sorted(ontology.relations.values(), key=lambda each: each.iri)
    classes = list(dict.fromkeys(iri for each in relations for iri in (each.domain, each.range)))
    places = _places(classes)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="classes and relations">',
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker></defs>',
    ]
    drawn: dict[frozenset[str], int] = {}
    arrows, names = [], []
    for each in relations:
        pair = frozenset((each.domain, each.range))
        drawn[pair] = drawn.get(pair, 0) + 1
        path, (x, y) = _arrow(places[each.domain], places[each.range], drawn[pair])
        arrows.append(f'<path class="relation" d="{path}" marker-end="url(#tip)"/>')
        label = escape(ontology.label(each.iri, language))
        names.append(f'<text class="name" x="{x:.0f}" y="{y:.0f}">{label}</text>')
    parts += [*arrows, *names, *(_box(ontology, iri, places[iri], language) for iri in classes)]
    return "\n".join([*parts, "</svg>"])


def _places(classes: Sequence[str]) -> Mapping[str, Point]:
    step = 2 * pi / max(len(classes), 1)
    return {
        iri: (WIDTH / 2 + 370 * cos(index * step), HEIGHT / 2 + 200 * sin(index * step))
        for index, iri in enumerate(classes)
    }


def _box(ontology: Ontology, iri: str, at: Point, language: str) -> str:
    """A class with its name, and below it in small type what falls under it."""
    (x, y), (width, height) = at, BOX
    below = _below(ontology, iri, language)
    name = escape(ontology.label(iri, language))
    lines = [f'<tspan class="title" x="{x:.0f}" y="{y + 6 - 9 * len(below):.0f}">{name}</tspan>']
    for row, text in enumerate(below):
        lines.append(f'<tspan class="below" x="{x:.0f}" y="{y + 7 + 17 * row:.0f}">{escape(text)}</tspan>')
    corner = f'x="{x - width / 2:.0f}" y="{y - height / 2:.0f}" width="{width}" height="{height}" rx="10"'
    return f'<g class="class"><rect {corner}/><text>{"".join(lines)}</text></g>'


def _below(ontology: Ontology, iri: str, language: str) -> list[str]:
    """The classes below a class whose things are looked for in texts, in lines that fit the box."""
    found = (each.iri for each in ontology.classes.values() if each.mentioned and each.iri != iri)
    names = sorted(ontology.label(each, language) for each in found if ontology.is_a(each, iri))
    return wrap(", ".join(names), BOX[0] // 7)


def _arrow(start: Point, end: Point, nth: int) -> tuple[str, Point]:
    """The path of the nth relation between two classes, and where its name stands: nearer to where it begins."""
    (x1, y1), (x2, y2) = start, end
    if start == end:
        away = 1 if y1 > HEIGHT / 2 else -1  # a class's relation to itself hangs outside the picture's middle
        base, top = y1 + away * BOX[1] / 2, y1 + away * (BOX[1] / 2 + 62)
        path = f"M{x1 - 30:.0f} {base:.0f}C{x1 - 70:.0f} {top:.0f} {x1 + 70:.0f} {top:.0f} {x1 + 30:.0f} {base:.0f}"
        return path, (x1, y1 + away * (BOX[1] / 2 + 47) + 5)
    bend = 30 if nth == 1 else 75  # a second relation between the same two bows out further, its own way
    dx, dy = x2 - x1, y2 - y1
    length = (dx * dx + dy * dy) ** 0.5
    middle = (x1 + x2) / 2 - dy / length * bend, (y1 + y2) / 2 + dx / length * bend
    first, last = _edge(start, middle), _edge(end, middle)
    path = f"M{first[0]:.0f} {first[1]:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {last[0]:.0f} {last[1]:.0f}"
    x, y = (0.49 * first[i] + 0.42 * middle[i] + 0.09 * last[i] for i in (0, 1))  # the curve at three tenths
    return path, (x, y + 5)


def _edge(centre: Point, towards: Point) -> Point:
    """Where a line from a box's centre leaves the box."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    scale = min(BOX[0] / 2 / abs(dx) if dx else 1e9, BOX[1] / 2 / abs(dy) if dy else 1e9)
    return centre[0] + dx * scale, centre[1] + dy * scale
