"""A process that evaluates SPARQL on one release and can be ended: it opens the store and then nothing else, ever.

Once the store is open, the process may not open another file or connection (`RLIMIT_NOFILE` is 0), so no query can
reach the network, and it may take only so much memory more. An alarm ends it when the one who asked is gone.
"""

import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyoxigraph as ox

from app.api.sparql import results
from queries.release import open_release

GRACE_SECONDS: Final = 5.0
_LENGTH: Final = struct.Struct(">Q")


def send(stream: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    """Writes a message: a header in JSON and a body."""
    head = json.dumps(header).encode()
    stream.write(_LENGTH.pack(len(head)) + head + _LENGTH.pack(len(body)) + body)
    stream.flush()


def main(release: Path, cache: Path, memory: int) -> None:
    """Answers messages from standard input until it is closed."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    store = open_release(release).store(cache)
    _shut(memory)
    send(outgoing, {"status": "ready"})
    while (size := incoming.read(_LENGTH.size)) and len(size) == _LENGTH.size:
        asked = json.loads(incoming.read(_LENGTH.unpack(size)[0]))
        signal.setitimer(signal.ITIMER_REAL, asked["seconds"] + GRACE_SECONDS)
        send(outgoing, *answer(store, asked))
        signal.setitimer(signal.ITIMER_REAL, 0)


def answer(store: ox.Store, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Evaluates one query; the header says how it went."""
    try:
        found = _query(store, asked)
        if isinstance(found, ox.QueryTriples):
            media, limit = asked["graph_type"], asked["rows"]
            written = media and results.triples(found, media, limit)
        elif isinstance(found, ox.QueryBoolean):
            media = asked["bindings_type"]
            written = media and results.boolean(bool(found), media)
        else:
            media, limit = asked["bindings_type"], asked["rows"]
            written = media and results.bindings(found, media, limit)
    except SyntaxError as error:
        return {"status": "malformed", "detail": error.msg}, b""
    except (ValueError, OSError) as error:
        return {"status": "malformed", "detail": str(error)}, b""
    except MemoryError:
        return {"status": "memory"}, b""
    if written and len(written.body) > 2 * results.MAX_BYTES:
        return {"status": "memory"}, b""
    if not written:
        return {"status": "unacceptable", "graph": isinstance(found, ox.QueryTriples)}, b""
    return {"status": "ok", "media": media, "rows": written.rows, "truncated": written.truncated}, written.body


def _query(store: ox.Store, asked: dict[str, Any]) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if asked["default_graphs"] is None:
        return store.query(asked["query"])
    default = [ox.NamedNode(iri) for iri in asked["default_graphs"]]
    named = [ox.NamedNode(iri) for iri in asked["named_graphs"]]
    if len(default) < 2:
        return store.query(asked["query"], default_graph=list(default), named_graphs=list(named))
    merged = ox.Store()
    merged.bulk_extend(ox.Quad(*quad.triple) for graph in default for quad in _graph(store, graph))
    merged.bulk_extend(quad for graph in named for quad in _graph(store, graph))
    return merged.query(asked["query"], default_graph=ox.DefaultGraph(), named_graphs=list(named))


def _graph(store: ox.Store, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(None, None, None, graph)


def _shut(memory: int) -> None:
    with suppress(OSError, ValueError):  # macOS has no limit on address space
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
