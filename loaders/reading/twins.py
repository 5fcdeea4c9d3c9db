"""The same text in two languages: which segment says what which other says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from loaders.reading.align import align
from loaders.reading.document import Segment, SegmentKind
from loaders.reading.headings import Role

_NO_TEXT = (SegmentKind.FURNITURE, SegmentKind.CONTENTS)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w-]{2,}")
_GAP = 2.0  # cost of leaving one segment without a twin
_TWO = 1.0  # extra cost of one segment that answers two
_WORST = 2.2  # cost from which a pair is no pair


@dataclass(frozen=True, slots=True)
class Traits:
    """What two versions of one text share: length, kind, heading style and value, page, numbers and names."""

    index: int
    length: int
    kind: SegmentKind
    style: str
    value: str
    page: int
    signs: frozenset[str]


def twins(segments: Sequence[Segment], flows: Sequence[str], roles: Sequence[Role]) -> list[int | None]:
    """For each segment the index of the one that says the same in the other language; pairs are mutual."""
    found: list[int | None] = [None] * len(segments)
    streams = _streams(segments, flows, roles)
    if streams is None:
        return found
    for one, other in _pairs(*streams):
        found[one], found[other] = other, one
    return found


def _streams(
    segments: Sequence[Segment], flows: Sequence[str], roles: Sequence[Role]
) -> tuple[list[Traits], list[Traits]] | None:
    """The two streams of a bilingual document, or None where there are not two that take turns."""
    spoken = [(segment, flow) for segment, flow in zip(segments, flows, strict=True) if segment.kind not in _NO_TEXT]
    sizes: Counter[str] = Counter()
    for segment, flow in spoken:
        sizes[flow] += len(segment.text)
    ordered = sizes.most_common(2)
    if len(ordered) < 2 or ordered[0][1] > 2 * ordered[1][1]:
        return None
    turns = sum(1 for (_, left), (_, right) in pairwise(spoken) if left != right)
    if turns < 1:
        return None
    left, right = (
        [_traits(segment, roles[segment.index]) for segment, own in spoken if own == flow] for flow, _ in ordered
    )
    return left, right


def _traits(segment: Segment, role: Role) -> Traits:
    text = segment.text
    signs = {*_NUMBER.findall(text), *(name[:4].lower() for name in _NAME.findall(text))}
    return Traits(
        segment.index, len(text) + 10, segment.kind, role.style, role.value, segment.page or 0, frozenset(signs)
    )


def _pairs(left: Sequence[Traits], right: Sequence[Traits]) -> list[tuple[int, int]]:
    """Headings are paired first, then what stands between two pairs of headings."""
    heads = [[at for at, traits in enumerate(stream) if traits.kind == SegmentKind.HEADING] for stream in (left, right)]
    steps = align(len(heads[0]), len(heads[1]), lambda i, j: _heading_cost(left[heads[0][i]], right[heads[1][j]]), _GAP)
    anchors = [(heads[0][step.left], heads[1][step.right]) for step in steps if step.paired]
    pairs = [(left[i].index, right[j].index) for i, j in anchors]
    for (i, j), (k, m) in pairwise([(-1, -1), *anchors, (len(left), len(right))]):
        pairs += _between(left[i + 1 : k], right[j + 1 : m])
    return pairs


def _between(left: Sequence[Traits], right: Sequence[Traits]) -> list[tuple[int, int]]:
    def merged(i: int, j: int, di: int, dj: int) -> float:
        return _merged(left[i : i + di], right[j : j + dj])

    steps = align(len(left), len(right), lambda i, j: _cost(left[i], right[j]), _GAP, _TWO, merged)
    best = [
        _best(left[step.left : step.left + step.lefts], right[step.right : step.right + step.rights]) for step in steps
    ]
    return [pair for pair in best if pair is not None]


def _best(left: Sequence[Traits], right: Sequence[Traits]) -> tuple[int, int] | None:
    """The pair in one step that is most alike; None where it is not alike enough, or one side stands alone."""
    costs = [(_cost(one, other), one.index, other.index) for one in left for other in right]
    cost, one, other = min(costs, default=(_WORST, 0, 0))
    return (one, other) if cost < _WORST else None


def _heading_cost(one: Traits, other: Traits) -> float:
    """How unlike two headings are: style and value tell most, then the page."""
    unlike = (one.style != other.style) * 2.5 + (one.value != other.value) * 2.0
    far = min(abs(one.page - other.page), 4) * 0.8
    return unlike + far + 0.5 * abs(log(one.length / other.length)) - 0.5 * min(len(one.signs & other.signs), 2)


def _cost(one: Traits, other: Traits) -> float:
    """How unlike two segments are: lengths, kinds, pages, numbers and names."""
    unlike = (one.kind != other.kind) * 0.8 + max(0, abs(one.page - other.page) - 1)
    return _length_cost(one.length, other.length) + unlike - _shared(one.signs, other.signs)


def _merged(left: Sequence[Traits], right: Sequence[Traits]) -> float:
    """How unlike two neighbours taken together and one segment of the other language are."""
    signs = [frozenset().union(*(traits.signs for traits in side)) for side in (left, right)]
    lengths = [sum(traits.length for traits in side) for side in (left, right)]
    return _length_cost(lengths[0], lengths[1]) - _shared(signs[0], signs[1])


def _length_cost(one: int, other: int) -> float:
    return 2.0 * abs(log(one / other))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    fewest = min(len(one), len(other))
    return 1.5 * len(one & other) / fewest if fewest else 0.0
