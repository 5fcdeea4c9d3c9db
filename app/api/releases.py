"""The release that is served: what it was made from, what it counts, and what was dropped."""

from fastapi import APIRouter

from app.api.dependencies import Serving
from queries.manifest import Manifest


def router() -> APIRouter:
    """`/v1/release`."""
    routes = APIRouter(prefix="/v1/release", tags=["release"])
    routes.add_api_route("", release, summary="The release that is served")
    return routes


def release(serving: Serving) -> Manifest:
    """The manifest of the release: inputs with checksums, counts, drops by reason, and the files."""
    return serving.release.manifest
