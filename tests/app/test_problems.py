"""Every error is a problem with a type that can be looked up, and can be read from another origin."""

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from app.api.problems import KINDS, Problem

FLAGSHIP = "/v1/questions/threats-by-interest"
TURTLE = {"Accept": "image/png"}
CASES: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("GET", "/nothing", {}, 404, "not-found"),
    ("GET", "/v1/questions/why", {}, 404, "not-found"),
    ("GET", "/v1/entities/threat/floods", {}, 404, "not-found"),
    ("GET", "/v1/entities/threat/a b", {}, 404, "not-found"),
    ("GET", "/v1/entities/dragon/smaug", {}, 404, "not-found"),
    ("GET", "/v1/statements/0123456789abcdef", {}, 404, "not-found"),
    ("GET", "/v1/documents/none", {}, 404, "not-found"),
    ("GET", "/id/threat/floods", {}, 404, "not-found"),
    ("GET", "/explorer/..%2fpages.py", {}, 404, "not-found"),
    ("GET", "/problems/none", {}, 404, "not-found"),
    ("GET", "/v1/graph?around=threat", {}, 404, "not-found"),
    ("DELETE", "/v1/documents", {}, 405, "method-not-allowed"),
    ("POST", FLAGSHIP, {}, 405, "method-not-allowed"),
    ("GET", "/v1/entities/threat/sabotage", {"headers": TURTLE}, 406, "not-acceptable"),
    ("POST", "/sparql", {"content": b"x" * 1_000_001}, 413, "body-too-large"),
    ("GET", f"/v1/entities?q={'x' * 17_000}", {}, 414, "url-too-long"),
    (
        "POST",
        "/sparql",
        {"content": b"ASK {}", "headers": {"Content-Type": "text/plain"}},
        415,
        "unsupported-media-type",
    ),
    ("GET", FLAGSHIP, {}, 422, "invalid-parameter"),
    ("GET", f"{FLAGSHIP}?number=x", {}, 422, "invalid-parameter"),
    ("GET", f"{FLAGSHIP}?number=99", {}, 422, "invalid-parameter"),
    ("GET", f"{FLAGSHIP}?number=3&stances=maybe", {}, 422, "invalid-parameter"),
    ("GET", f"{FLAGSHIP}?number=3&documents=unknown", {}, 422, "invalid-parameter"),
    ("GET", f"{FLAGSHIP}?number=3&min_confidance=1", {}, 422, "invalid-parameter"),
    ("GET", "/v1/entities?limit=0", {}, 422, "invalid-parameter"),
    ("GET", "/v1/entities/threat/sabotage?relation=likes", {}, 422, "invalid-parameter"),
    ("GET", "/v1/graph?stances=maybe", {}, 422, "invalid-parameter"),
]


@pytest.mark.parametrize(("method", "url", "options", "status", "kind"), CASES)
def test_error_is_a_problem(
    client: TestClient, method: str, url: str, options: dict[str, Any], status: int, kind: str
) -> None:
    answer = client.request(method, url, **options)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "no-store"
    problem = Problem.model_validate(answer.json())
    assert (problem.status, problem.type) == (status, f"/problems/{kind}")
    assert client.get(problem.type).json()["title"] == problem.title


def test_parameter_is_named(client: TestClient) -> None:
    errors = client.get(f"{FLAGSHIP}?number=x").json()["errors"]
    assert [each["name"] for each in errors] == ["number"]


def test_allow_header_names_what_is_taken(client: TestClient) -> None:
    assert client.delete("/v1/documents").headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.delete("/sparql").headers["Allow"] == "GET, HEAD, POST, OPTIONS"


def test_unexpected_error_is_a_problem_too(app: FastAPI, client: TestClient) -> None:
    def fail() -> None:
        raise RuntimeError("secret")

    app.add_api_route("/fail", fail, include_in_schema=False)
    answer = client.get("/fail")
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "secret" not in answer.text


def test_without_a_release_it_says_so(empty: TestClient) -> None:
    assert empty.get("/healthz").status_code == 200
    assert empty.get("/").status_code == 200
    assert empty.get("/openapi.json").status_code == 200
    ready = empty.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (503, "not ready")
    for path in (f"{FLAGSHIP}?number=3", "/v1/documents", "/sparql", "/id/threat/sabotage"):
        answer = empty.get(path)
        assert (answer.status_code, answer.json()["type"]) == (503, "/problems/no-release")
        assert answer.headers["Retry-After"]


def test_kinds_are_listed(client: TestClient) -> None:
    assert len(client.get("/problems").json()) == len(KINDS)
