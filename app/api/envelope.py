"""What every request and answer goes through: limits, HEAD, trailing slashes, CORS, ETags, and a last catch."""

import logging
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api import problems
from app.api.problems import ProblemError
from ontology.errors import BfpgError

_LOG: Final = logging.getLogger(__name__)
MAX_URL: Final = 16_384
MAX_BODY: Final = 1_000_000
EXPOSED: Final = "ETag, Link, Content-Language, Retry-After, X-Release, X-Row-Limit, X-Truncated"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": EXPOSED,
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
PREFLIGHT: Final = {
    **ALWAYS,
    "Allow": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
REVALIDATE: Final = "public, max-age=0, must-revalidate"


class Envelope:
    """The outermost layer of the application; `code` is a digest of what writes the answers."""

    def __init__(self, app: ASGIApp, code: str) -> None:
        self._app = app
        self._code = code

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send)
            return
        inner = _inner(scope)
        answer = _Answer(inner, scope["method"], send, self._code)
        problem: ProblemError | None = None
        try:
            _check(scope)
            await _look_up_release(inner)
            await self._app(inner, _limited(receive), answer.send)
        except ProblemError as error:
            problem = error
        except Exception:
            _LOG.exception("an error that no handler expected")
            problem = ProblemError("internal", "The server failed; its log says more.")
        if problem is not None and not answer.started:
            await problems.response(problem, scope["path"])(scope, receive, answer.send)


class _Answer:
    """Completes the headers of an answer, and leaves the body out of a 304 and of the answer to HEAD."""

    def __init__(self, scope: Scope, method: str, send: Send, code: str) -> None:
        self._scope = scope
        self._method = method
        self._send = send
        self._code = code
        self._silent = method == "HEAD"
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(raw=list(message["headers"]))
            for name, value in ALWAYS.items():
                headers.setdefault(name, value)
            headers.add_vary_header("Accept, Accept-Language")
            message = {**message, "status": self._status(message["status"], headers), "headers": headers.raw}
        elif self._silent:
            message = {**message, "body": b""}
        await self._send(message)

    def _status(self, status: int, headers: MutableHeaders) -> int:
        release = self._release()
        if release:
            headers.setdefault("X-Release", release)
        if status != 200 or self._method not in ("GET", "HEAD") or "no-store" in headers.get("Cache-Control", ""):
            return status
        headers.setdefault("Cache-Control", REVALIDATE)
        headers.setdefault("ETag", self._etag(release or "", headers))
        if not _matches(Headers(scope=self._scope).get("If-None-Match"), headers["ETag"]):
            return status
        self._silent = True
        for name in ("Content-Length", "Content-Type"):
            if name in headers:
                del headers[name]
        return 304

    def _release(self) -> str | None:
        served = self._scope["state"].get("served")
        return served.release.id if served else None

    def _etag(self, release: str, headers: MutableHeaders) -> str:
        # One URL has one representation for each type and language; the release and the code make the rest.
        variant = "\n".join((self._code, headers.get("Content-Type", ""), headers.get("Content-Language", "")))
        return f'"{release}-{sha256(variant.encode()).hexdigest()[:12]}"'


def _inner(scope: Scope) -> Scope:
    path = scope["path"]
    plain = path.rstrip("/") or "/"
    method = "GET" if scope["method"] == "HEAD" else scope["method"]
    return {**scope, "path": plain, "method": method, "state": dict(scope.get("state", {}))}


def _check(scope: Scope) -> None:
    length = len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"])
    if length > MAX_URL:
        raise ProblemError("url-too-long", f"A URL has at most {MAX_URL} bytes; this one has {length}.")
    announced = Headers(scope=scope).get("Content-Length", "0")
    if not announced.isdecimal() or int(announced) > MAX_BODY:
        raise _too_large()


async def _look_up_release(scope: Scope) -> None:
    """Every request is answered from one release, the one current at its beginning."""
    state = scope["state"]
    try:
        state["served"] = await Request(scope).app.state.follower.served()
    except (BfpgError, OSError) as error:
        state["served"], state["fault"] = None, error


def _limited(receive: Receive) -> Receive:
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MAX_BODY:
            raise _too_large()
        return message

    return counted


def _too_large() -> ProblemError:
    return ProblemError("body-too-large", f"A body has at most {MAX_BODY} bytes.")


def _matches(wanted: str | None, etag: str) -> bool:
    if wanted is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in wanted.split(",")]
    return "*" in tags or etag in tags
