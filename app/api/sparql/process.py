"""One worker process, seen from the server."""

import asyncio
import json
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

_LENGTH: Final = struct.Struct(">Q")
START_SECONDS: Final = 60.0


class EndedError(Exception):
    """The worker is gone."""


class Worker:
    """One process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, release: Path, cache: Path, memory: int) -> "Worker":
        """A worker with its store open."""
        command = (sys.executable, "-m", "app.api.sparql.worker", str(release), str(cache), str(memory))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
        worker = cls(process)
        try:
            async with asyncio.timeout(START_SECONDS):
                await worker._read()
        except BaseException:
            await worker.end()
            raise
        return worker

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.returncode is None

    async def ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The worker's answer."""
        text = json.dumps(message).encode()
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(_LENGTH.pack(len(text)) + text)
            await self._process.stdin.drain()
        except (ConnectionError, OSError) as error:
            raise EndedError from error
        return await self._read()

    async def end(self) -> None:
        """Kills the process and waits until it is gone."""
        with suppress(ProcessLookupError):
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()

    async def _read(self) -> tuple[dict[str, Any], bytes]:
        return json.loads(await self._part()), await self._part()

    async def _part(self) -> bytes:
        stream = self._process.stdout
        assert stream is not None
        try:
            size = _LENGTH.unpack(await stream.readexactly(_LENGTH.size))[0]
            return await stream.readexactly(size)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise EndedError from error
