"""Fetches the jars of Neo4j into the cache, in parallel, each held against the lock.

Half a fetch is never taken for a whole one: jars arrive under other names in `<lock>.part`, and the folder gets its
own name when every jar is there and right. What a killed fetch has finished is not fetched again.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders.graph.maven import LOCK, Jar, read_lock, repository
from ontology.errors import StoreError

if TYPE_CHECKING:
    from requests import Session

Progress = Callable[[str, int, int], None]
"""Called with the stage in words, how many are done, and how many there are."""

STAGE: Final = "fetching Neo4j"
SPARE: Final = 500_000_000  # what a release and the stores of Neo4j need besides
ATTEMPTS: Final = 4
_PARALLEL: Final = 8


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def fetch(cache: Path, progress: Progress = silent, *, lock: Path = LOCK, source: str | None = None) -> Path:
    """The folder of Neo4j's jars, fetched where it is not there yet; `progress` counts bytes.

    `source` is the address of a Maven repository; without it Maven's own settings and Maven Central decide.
    """
    jars = read_lock(lock)
    folder = cache / "neo4j" / sha256(lock.read_bytes()).hexdigest()[:16]
    if complete(folder, jars):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.with_suffix(".lock")):
        if not complete(folder, jars):
            _fill(folder.with_suffix(".part"), jars, source or repository(), progress)
            shutil.rmtree(folder, ignore_errors=True)
            folder.with_suffix(".part").rename(folder)
    return folder


def complete(folder: Path, jars: Sequence[Jar]) -> bool:
    """Whether every jar is there in its size; checksums were held against the lock when they came."""
    if not folder.is_dir():
        return False
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    return all(sizes.get(jar.file) == jar.size for jar in jars)


def _fill(folder: Path, jars: Sequence[Jar], source: str, progress: Progress) -> None:
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in {jar.file for jar in jars}:
            path.unlink()  # the half of a jar that a killed fetch has left
    missing = [jar for jar in jars if not _right(folder / jar.file, jar)]
    _check_space(folder, sum(jar.size for jar in missing) + SPARE)
    total = sum(jar.size for jar in jars)
    done = total - sum(jar.size for jar in missing)
    progress(STAGE, done, total)
    with _session() as session, _pool() as pool:
        futures = {pool.submit(_fetch_one, jar, folder, source, session): jar for jar in missing}
        for future in as_completed(futures):
            future.result()
            done += futures[future].size
            progress(STAGE, done, total)


@contextmanager
def _pool() -> Iterator[ThreadPoolExecutor]:
    """Threads; on the first error what has not begun is dropped, and Ctrl-C waits for none of them."""
    pool, wait = ThreadPoolExecutor(_PARALLEL), True
    try:
        yield pool
    except KeyboardInterrupt:
        wait = False
        raise
    finally:
        pool.shutdown(wait=wait, cancel_futures=True)


def _session() -> "Session":
    from requests import Session  # it and pooch are wanted on the first run only

    return Session()


def _right(path: Path, jar: Jar) -> bool:
    return path.exists() and sha256(path.read_bytes()).hexdigest() == jar.sha256


def _fetch_one(jar: Jar, folder: Path, source: str, session: "Session") -> None:
    import pooch  # type: ignore[import-untyped]
    import requests

    def download(url: str, target: str, _pooch: object) -> None:
        with session.get(url, stream=True, timeout=60) as response, Path(target).open("wb") as file:
            response.raise_for_status()
            for chunk in response.iter_content(1 << 16):
                file.write(chunk)

    pooch.get_logger().setLevel("ERROR")
    url = f"{source}/{jar.path}"
    try:  # pooch retries, holds the checksum, and renames what is whole
        pooch.core.stream_download(url, folder / jar.file, f"sha256:{jar.sha256}", download, None, ATTEMPTS - 1)
    except requests.exceptions.HTTPError as error:
        raise StoreError(f"{error}; check the Maven mirror in use, or run again later.") from error
    except requests.exceptions.RequestException as error:
        raise StoreError(
            f"Neo4j is fetched on the first run, and {source} cannot be reached ({_reason(error)}); "
            "connect to the network, or name a mirror in ~/.m2/settings.xml, and run again."
        ) from error
    except ValueError as error:  # pooch: the checksum differs
        raise StoreError(
            f"{url} is not the file that loaders/graph/neo4j.lock pins (its SHA-256 differs), so it was thrown away; "
            "run again, and if it stays so, look at who answers for the repository."
        ) from error
    except OSError as error:
        raise StoreError(
            f"{folder / jar.file} cannot be written ({error.strerror}); set BFPG_CACHE elsewhere."
        ) from error


def _reason(error: BaseException) -> str:
    """The innermost cause in a word: the outer ones repeat the address."""
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__ or error
    return getattr(error, "strerror", None) or type(error).__name__


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise StoreError(
            f"{folder.parent} has {free // 1_000_000} MB free and Neo4j needs {needed // 1_000_000} MB; "
            "make room or set BFPG_CACHE to a folder on another disk."
        )


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keeps a second process out, which then finds what the first has fetched."""
    import fcntl

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
