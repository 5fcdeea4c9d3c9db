"""Pages: a slice of what was found, and the address of the next one."""

from collections.abc import Sequence
from typing import TypeVar

from fastapi import Request, Response

T = TypeVar("T")


def page(found: Sequence[T], limit: int, offset: int) -> Sequence[T]:
    """One page of what was found."""
    return found[offset : offset + limit]


def next_page(request: Request, response: Response, total: int, limit: int, offset: int) -> str | None:
    """The path of the next page, also told in a Link header (RFC 8288); None on the last."""
    links = []
    if offset:
        links.append(f'<{_path(request, limit, max(offset - limit, 0))}>; rel="prev"')
    following = _path(request, limit, offset + limit) if offset + limit < total else None
    if following:
        links.append(f'<{following}>; rel="next"')
    if links:
        response.headers["Link"] = ", ".join(links)
    return following


def _path(request: Request, limit: int, offset: int) -> str:
    url = request.url.include_query_params(limit=limit, offset=offset)
    return f"{url.path}?{url.query}"
