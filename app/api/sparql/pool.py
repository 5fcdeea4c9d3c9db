"""Workers for SPARQL queries: so many at once, so many waiting, and each ended when its time is up."""

import asyncio
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from app.api.problems import ProblemError
from app.api.sparql.process import EndedError, Worker
from app.api.sparql.protocol import Asked

_LOG: Final = logging.getLogger(__name__)
WAITING_PER_WORKER: Final = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers there are, and what one query may take."""

    workers: int = 2
    seconds: float = 10.0
    rows: int = 10_000
    memory: int = 512 * 2**20


@dataclass(frozen=True, slots=True)
class Result:
    """An answer ready to be sent."""

    media_type: str
    body: bytes
    rows: int
    truncated: bool


class Pool:
    """The workers of one release."""

    def __init__(self, release: Path, cache: Path, limits: Limits) -> None:
        self.limits = limits
        self._place = release, cache
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._asking = 0
        self._closed = False
        self._quiet = asyncio.Event()
        self._quiet.set()

    def start(self) -> None:
        """Starts the workers; queries wait until the first is ready."""
        for _ in range(self.limits.workers):
            self._spawn()

    async def run(self, asked: Asked, bindings_type: str | None, graph_type: str | None) -> Result:
        """Evaluates a query; a problem where it is wrong, takes too long or too much, or finds no worker free."""
        if self._closed:
            raise ProblemError("busy", "The release has just been replaced by a newer one.")
        if self._asking >= self.limits.workers * (1 + WAITING_PER_WORKER):
            raise ProblemError("busy", f"{self._asking} queries are being evaluated or waiting.")
        self._asking += 1
        self._quiet.clear()
        if not self._workers and not self._tasks:
            self.start()
        try:
            message = {
                **asdict(asked),
                "bindings_type": bindings_type,
                "graph_type": graph_type,
                "rows": self.limits.rows,
                "seconds": self.limits.seconds,
            }
            return _result(*await self._ask(await self._free(), message))
        finally:
            self._asking -= 1
            if not self._asking:
                self._quiet.set()

    async def close_when_idle(self) -> None:
        """Ends the workers after the queries that they are evaluating."""
        await self._quiet.wait()
        await self.close()

    async def close(self) -> None:
        """Ends the workers now."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._workers))
        self._workers.clear()

    async def _free(self) -> Worker:
        try:
            async with asyncio.timeout(self.limits.seconds):
                while not (worker := await self._idle.get()).alive:
                    self._spawn(instead_of=worker)
                return worker
        except TimeoutError as error:
            raise ProblemError("busy", f"No worker was free for {self.limits.seconds:g} seconds.") from error

    async def _ask(self, worker: Worker, message: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        done = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                answer = await worker.ask(message)
            done = True
            return answer
        except TimeoutError as error:
            detail = f"The query was ended after {self.limits.seconds:g} seconds, the limit of this server."
            raise ProblemError("query-timeout", detail) from error
        except EndedError as error:
            _LOG.warning("a SPARQL worker ended while it evaluated a query")
            limit = self.limits.memory // 2**20
            raise ProblemError("query-too-large", f"The query takes more than {limit} MB, the limit here.") from error
        finally:
            # Whoever leaves a query unfinished, a client that hung up included, leaves a worker that must go.
            if done:
                self._idle.put_nowait(worker)
            else:
                self._spawn(instead_of=worker)

    def _spawn(self, instead_of: Worker | None = None) -> None:
        task = asyncio.create_task(self._replace(instead_of))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replace(self, old: Worker | None) -> None:
        if old is not None:
            await old.end()
            self._workers.discard(old)
        try:
            worker = await Worker.start(*self._place, self.limits.memory)
        except (EndedError, TimeoutError, OSError):
            _LOG.exception("a SPARQL worker did not start")
            return
        self._workers.add(worker)
        self._idle.put_nowait(worker)


def _result(header: dict[str, Any], body: bytes) -> Result:
    status = header["status"]
    if status == "malformed":
        raise ProblemError("malformed-query", header["detail"])
    if status == "memory":
        raise ProblemError("query-too-large", "The query needs more memory than this server allows.")
    if status == "unacceptable":
        form = "a graph" if header["graph"] else "rows or a truth value"
        raise ProblemError("not-acceptable", f"The query gives {form}, for which Accept names no offered format.")
    return Result(header["media"], body, header["rows"], header["truncated"])
