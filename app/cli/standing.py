"""What `bfpg status` says: what is built, what is served, and where it lies."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

from app.settings import Settings
from queries.release import Release

WAIT = 1.0  # seconds


def standing(settings: Settings, release: Release) -> dict[str, Any]:
    """Release, places, counts and drops, as plain values."""
    manifest = release.manifest
    return {
        "release": release.id,
        "folder": str(release.folder),
        "text_layer": manifest.has_text,
        "neo4j_store": _store(settings, release),
        "served": _served(settings),
        "documents": [each.model_dump(exclude={"dropped"}) for each in manifest.inputs.documents],
        "counts": manifest.counts,
        "dropped": manifest.dropped,
    }


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The first part of it in sentences."""
    yield f"release {found['release']} in {found['folder']}"
    yield "text layer: " + ("there, answers have quotes" if found["text_layer"] else "absent, answers have no quotes")
    yield f"Neo4j: {found['neo4j_store']}"
    served = found["served"]
    if served["release"] is None:
        yield f"served: nothing answers at {served['address']}"
    else:
        older = "" if served["release"] == found["release"] else f", which is release {served['release']}"
        yield f"served: {served['address']}{older}, Neo4j {served['neo4j']}"


def _store(settings: Settings, release: Release) -> str:
    from loaders.graph.store import key

    if settings.neo4j_uri:
        return f"another one, at {settings.neo4j_uri}"
    store = settings.home / "neo4j" / "stores" / key(release)
    return f"loaded, in {store}" if store.is_dir() else "not loaded yet, the next bfpg serve does it"


def _served(settings: Settings) -> dict[str, Any]:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host
    address = f"http://{host}:{settings.api_port}"
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=WAIT) as answer:
            said = json.load(answer)
        return {"address": address, "release": said["release"], "neo4j": said["neo4j"]}
    except (OSError, ValueError, KeyError, TypeError):  # nothing there, or something else
        return {"address": address, "release": None, "neo4j": None}
