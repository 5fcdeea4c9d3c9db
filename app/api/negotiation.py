"""What a client accepts: media types and languages, with their q-values."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.api.problems import ProblemError

LANGUAGES: Final = ("fr", "nl", "de", "en")
DEFAULT_LANGUAGE: Final = "fr"


def media_type(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered media type that is accepted best, the first offered where several are; None where none is.

    >>> media_type("text/csv;q=0.5, application/*", ["text/csv", "application/xml"])
    'application/xml'
    """
    if not accept or not accept.strip():
        return offered[0] if offered else None
    ranges = list(_weighted(accept))
    rated = [(_quality(name, ranges), -place, name) for place, name in enumerate(offered)]
    best = max(rated, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def required_media_type(accept: str | None, offered: Sequence[str]) -> str:
    """The offered media type that is accepted best; a 406 problem where none is."""
    found = media_type(accept, offered)
    if found is None:
        raise ProblemError("not-acceptable", f"Offered are {', '.join(offered)}; Accept asks for {accept}.")
    return found


def language(accept_language: str | None) -> str:
    """The language of labels: the best of fr, nl, de, en that is accepted; French where none is.

    >>> language("nl-BE,nl;q=0.9,fr;q=0.8")
    'nl'
    """
    if not accept_language:
        return DEFAULT_LANGUAGE
    best: dict[str, float] = {}
    for name, quality in _weighted(accept_language):
        tag = name.partition("-")[0]
        best[tag] = max(best.get(tag, 0.0), quality)
    rated = [(best.get(tag, best.get("*", 0.0)), -place, tag) for place, tag in enumerate(LANGUAGES)]
    quality, _, tag = max(rated)
    return tag if quality > 0 else DEFAULT_LANGUAGE


def _weighted(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        name, *parameters = (each.strip().lower() for each in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        if name:
            yield name, _number(quality)


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(name: str, ranges: Sequence[tuple[str, float]]) -> float:
    # The most specific range that fits decides (RFC 9110, 12.5.1).
    group = name.partition("/")[0]
    for wanted in (name, f"{group}/*", "*/*", "*"):
        found = [quality for range_, quality in ranges if range_ == wanted]
        if found:
            return max(found)
    return 0.0
