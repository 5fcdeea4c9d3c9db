"""What is being served: the current release with its store and its SPARQL workers, followed as the pointer moves."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from app.api import names, network
from app.api.memory import Memory
from app.api.sparql.pool import Pool
from app.settings import Settings
from ontology.errors import ReleaseError
from queries import sparql
from queries.release import POINTER, Release, current
from queries.rows import Answer

RETIRE_SECONDS: Final = 5.0
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Served:
    """A release, opened: its record store for the API's own questions, and workers for everybody else's.

    `names`, `said` and `relations` are read once: what a search, a graph and its labels look through; `answers` are
    kept while the release is served.
    """

    release: Release
    store: ox.Store
    pool: Pool
    names: tuple[names.Name, ...]
    said: tuple[network.Said, ...]
    relations: Mapping[str, Mapping[str, str]]
    answers: Memory[Answer] = field(default_factory=Memory)


class Follower:
    """Gives the release that the pointer names, opening another one when the pointer has been replaced.

    A look at the pointer costs one `stat`. The first request after a switch waits for the new release; requests that
    run at that time end on the old one.
    """

    def __init__(self, settings: Settings, open_pool: Callable[[Settings, Release], Pool]) -> None:
        self._settings = settings
        self._open_pool = open_pool
        self._lock = asyncio.Lock()
        self._served: Served | None = None
        self._stamp: Stamp | None = None
        self.fault: Exception | None = None
        self._pools: set[Pool] = set()
        self._retiring: set[asyncio.Task[None]] = set()

    async def served(self) -> Served:
        """The current release; `ReleaseError` where there is none."""
        stamp = _stamp(self._settings)
        if self._served is not None and stamp == self._stamp:
            return self._served
        async with self._lock:
            if self._served is None or stamp != self._stamp:
                await self._switch(stamp)
            assert self._served is not None
            return self._served

    async def close(self) -> None:
        """Ends all workers."""
        for task in self._retiring:
            task.cancel()
        await asyncio.gather(*self._retiring, return_exceptions=True)
        await asyncio.gather(*(pool.close() for pool in self._pools))

    async def _switch(self, stamp: Stamp | None) -> None:
        try:
            release, store, read = await asyncio.to_thread(_open, self._settings)
        except (ReleaseError, OSError) as error:
            # A broken new release must not take the old one from its readers; /readyz tells of it.
            if self._served is None:
                raise
            self.fault, self._stamp = error, stamp
            return
        self.fault = None
        before, self._stamp = self._served, stamp
        if before is not None and before.release.id == release.id:
            return
        pool = self._open_pool(self._settings, release)
        self._pools.add(pool)
        pool.start()
        self._served = Served(release, store, pool, *read)
        if before is not None:
            task = asyncio.create_task(self._retire(before.pool))
            self._retiring.add(task)
            task.add_done_callback(self._retiring.discard)

    async def _retire(self, pool: Pool) -> None:
        # Requests that were given the old release a moment ago may still be on their way to its workers.
        await asyncio.sleep(RETIRE_SECONDS)
        await pool.close_when_idle()
        self._pools.discard(pool)


def _open(settings: Settings) -> tuple[Release, ox.Store, tuple[Any, ...]]:
    release = current(settings.home)
    store = release.store(store_folder(settings))
    return release, store, (names.read(store), network.read(store), _relations(store))


def _relations(store: ox.Store) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for solution in sparql.select(store, _RELATIONS):
        found.setdefault(str(solution["relation"]), {})[str(solution["language"])] = str(solution["label"])
    return found


_RELATIONS: Final = """
PREFIX bfp: <https://w3id.org/bfpg/vocabulary#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?relation (LANG(?name) AS ?language) (STR(?name) AS ?label) WHERE { ?relation a bfp:Relation ; rdfs:label ?name }
"""


def store_folder(settings: Settings) -> Path:
    """Where the record stores are kept, one a release; they can be thrown away."""
    return settings.cache / "sparql"


def _stamp(settings: Settings) -> Stamp | None:
    with contextlib.suppress(OSError):
        status = (settings.home / POINTER).stat()
        return status.st_mtime_ns, status.st_ino, status.st_size
    return None
