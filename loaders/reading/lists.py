"""Lists and the sentence that leads into each."""

from collections.abc import Sequence

from loaders.reading.document import SegmentKind
from loaders.reading.headings import Role, Shape

_COUNTING = ("letter", "paren", "decimal", "item")


def lead_ins(shapes: Sequence[Shape], roles: Sequence[Role]) -> list[int | None]:
    """For each piece of one stream the position of what introduces the list that it is an item of."""
    found: list[int | None] = []
    open_lists: dict[str, int | None] = {}  # style of mark -> lead-in
    for at, role in enumerate(roles):
        lead = None
        if role.kind == SegmentKind.LIST_ITEM:
            if role.style not in open_lists or _first(role):
                open_lists.pop(role.style, None)
                open_lists[role.style] = _before(at, shapes, roles, role)
            open_lists = _down_to(open_lists, role.style)
            lead = open_lists[role.style]
        elif role.kind != SegmentKind.NOTE:
            open_lists = {style: lead for style, lead in open_lists.items() if _survives(style, role)}
        found.append(lead)
    return found


def _down_to(lists: dict[str, int | None], style: str) -> dict[str, int | None]:
    """The open lists down to that of a style: those inside it are closed by its next item."""
    styles = list(lists)
    return {name: lists[name] for name in styles[: styles.index(style) + 1]}


def _before(at: int, shapes: Sequence[Shape], roles: Sequence[Role], role: Role) -> int | None:
    """The piece right before a first item, where it announces a list."""
    if not at:
        return None
    text, kind = shapes[at - 1].text.rstrip("*_ \t\xa0"), roles[at - 1].kind
    announces = text.endswith(":") or (role.style.startswith(_COUNTING) and kind == SegmentKind.PARAGRAPH)
    return at - 1 if announces else None


def _first(role: Role) -> bool:
    """Whether an item begins a list anew."""
    return role.value in ("1", "a", "i") and role.style.startswith(_COUNTING)


def _survives(style: str, role: Role) -> bool:
    """Whether a list goes on after a piece that is no item: counted ones do after a paragraph."""
    return role.kind == SegmentKind.PARAGRAPH and style.startswith(("letter", "paren", "decimal"))
