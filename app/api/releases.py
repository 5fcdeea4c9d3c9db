"""The release that is served: what it was made from, what it counts, and what was dropped."""

from fastapi import APIRouter

from app.api.dependencies import Serving
from queries.evaluation import Evaluation, published
from queries.manifest import Manifest


def router() -> APIRouter:
    """`/v1/release` and `/v1/evaluation`."""
    routes = APIRouter(prefix="/v1", tags=["release"])
    routes.add_api_route("/release", release, summary="The release that is served")
    routes.add_api_route("/evaluation", evaluation, summary="How good the extraction is, as measured")
    return routes


def release(serving: Serving) -> Manifest:
    """The manifest of the release: inputs with checksums, counts, drops by reason, and the files."""
    return serving.release.manifest


def evaluation(serving: Serving) -> Evaluation:  # noqa: ARG001 - an answer goes with a release, like every other
    """Precision, recall and F1 of mentions and statements against gold annotations, with intervals, and reliability."""
    return published()
