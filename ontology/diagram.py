"""A picture of the classes and relations, as SVG that any browser shows without help."""

from collections.abc import Mapping, Sequence
from html import escape
from math import cos, pi, sin

from ontology.model import Ontology

WIDTH, HEIGHT = 900, 560
Point = tuple[float, float]


def diagram(ontology: Ontology, language: str = "en") -> str:
    """The classes that relations join, on an ellipse, each relation an arrow with its name."""
    relations = sorted(ontology.relations.values(), key=lambda each: each.iri)
    classes = list(dict.fromkeys(iri for each in relations for iri in (each.domain, each.range)))
    places = _places(classes)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="classes and relations">',
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        'orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker></defs>',
    ]
    drawn: dict[frozenset[str], int] = {}
    for each in relations:
        pair = frozenset((each.domain, each.range))
        drawn[pair] = drawn.get(pair, 0) + 1
        label = escape(ontology.label(each.iri, language))
        parts.append(_arrow(places, each.domain, each.range, drawn[pair], label))
    for iri in classes:
        x, y = places[iri]
        name = escape(ontology.label(iri, language))
        parts.append(
            f'<g class="class"><rect x="{x - 75:.0f}" y="{y - 22:.0f}" width="150" height="44" rx="8"/>'
            f'<text x="{x:.0f}" y="{y + 5:.0f}">{name}</text></g>'
        )
    return "\n".join([*parts, "</svg>"])


def _places(classes: Sequence[str]) -> Mapping[str, Point]:
    step = 2 * pi / max(len(classes), 1)
    return {
        iri: (WIDTH / 2 + 330 * cos(index * step), HEIGHT / 2 + 190 * sin(index * step))
        for index, iri in enumerate(classes)
    }


def _arrow(places: Mapping[str, Point], start: str, end: str, nth: int, label: str) -> str:
    (x1, y1), (x2, y2) = places[start], places[end]
    if start == end:
        left, right, base, top = x1 - 30, x1 + 30, y1 - 22, y1 - 95
        path = f"M{left:.0f} {base:.0f}C{left - 30:.0f} {top:.0f} {right + 30:.0f} {top:.0f} {right:.0f} {base:.0f}"
        return _labelled(path, (x1, y1 - 84), label)
    bend = 34 if nth == 1 else 70  # a second relation between the same two bows out further, its own way
    dx, dy = x2 - x1, y2 - y1
    length = (dx * dx + dy * dy) ** 0.5
    middle = (x1 + x2) / 2 - dy / length * bend, (y1 + y2) / 2 + dx / length * bend
    first, last = _edge((x1, y1), middle), _edge((x2, y2), middle)
    path = f"M{first[0]:.0f} {first[1]:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {last[0]:.0f} {last[1]:.0f}"
    return _labelled(path, ((x1 + x2) / 4 + middle[0] / 2, (y1 + y2) / 4 + middle[1] / 2), label)


def _edge(centre: Point, towards: Point) -> Point:
    """Where a line from a box's centre leaves the box."""
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    scale = min(75 / abs(dx) if dx else 1e9, 22 / abs(dy) if dy else 1e9)
    return centre[0] + dx * scale, centre[1] + dy * scale


def _labelled(path: str, at: Point, label: str) -> str:
    arrow = f'<path class="relation" d="{path}" marker-end="url(#tip)"/>'
    return f'{arrow}<text class="name" x="{at[0]:.0f}" y="{at[1]:.0f}">{label}</text>'
