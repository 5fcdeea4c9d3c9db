"""What every answer has: ETags, HEAD, languages, other origins, and a new release without a restart."""

from dataclasses import replace
from pathlib import Path

import pytest
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from app.api import negotiation
from app.api.application import create_app
from app.settings import Settings
from loaders.record import Options, build
from ontology.model import Ontology
from queries.release import Release
from tests.samples import extractions, note, strategy

ASK = "/sparql?query=ASK%20%7B%7D"
GETS = [
    "/",
    "/v1/questions",
    "/v1/questions/threats-by-interest?number=3",
    "/v1/entities?q=cyber",
    "/v1/entities/threat/cyber-threats",
    "/v1/statements",
    "/v1/documents",
    "/v1/documents/note-2025",
    "/v1/graph",
    "/v1/release",
    "/vocabulary",
    "/id/threat/cyber-threats",
    "/openapi.json",
    "/docs",
    "/docs/swagger-ui-bundle.js",
    "/docs/swagger-ui.css",
    "/explorer/explorer.css",
    "/explorer/explorer.js",
    "/explorer/examples.json",
    "/favicon.ico",
    "/sparql",
    ASK,
]


@pytest.mark.parametrize("path", GETS)
def test_get_has_an_etag_that_holds(client: TestClient, release: Release, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200
    etag = first.headers["ETag"]
    assert etag.startswith(f'"{release.id}-')
    assert first.headers["X-Release"] == release.id
    assert "max-age=0" in first.headers["Cache-Control"]
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in first.headers["Access-Control-Expose-Headers"]
    assert {"Accept", "Accept-Language"} <= {each.strip() for each in first.headers["Vary"].split(",")}
    again = client.get(path, headers={"If-None-Match": f'"other", W/{etag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    head = client.head(path)
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", etag)
    assert head.headers["Content-Length"] == first.headers["Content-Length"]


@pytest.mark.parametrize("path", ["/v1/documents", "/v1/entities/threat/cyber-threats", "/sparql", "/healthz"])
def test_trailing_slash_does_not_redirect(client: TestClient, path: str) -> None:
    plain, slashed = client.get(path), client.get(f"{path}/")
    assert slashed.status_code == 200
    assert plain.headers.get("ETag") == slashed.headers.get("ETag")


def test_representations_have_etags_of_their_own(client: TestClient) -> None:
    path = "/v1/entities/threat/cyber-threats"
    variants = [{}, {"Accept-Language": "nl"}, {"Accept": "text/turtle"}, {"Accept": "application/ld+json"}]
    tags = {client.get(path, headers=headers).headers["ETag"] for headers in variants}
    assert len(tags) == len(variants)


def test_health_is_not_kept(client: TestClient) -> None:
    for path in ("/healthz", "/readyz"):
        assert client.get(path).headers["Cache-Control"] == "no-store"
    assert client.get("/readyz").json() == {"status": "ready", "release": _release(client), "neo4j": "not set"}


def test_neo4j_that_cannot_be_reached_is_told(settings: Settings, release: Release) -> None:
    with TestClient(create_app(replace(settings, neo4j_uri="bolt://127.0.0.1:1", neo4j_password="-"))) as client:
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["neo4j"]) == (200, "unreachable")
        assert answer.json()["release"] == release.id


def test_preflight(client: TestClient) -> None:
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = client.options("/sparql", headers=headers)
    assert answer.status_code == 204
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_language_is_negotiated_and_told(client: TestClient) -> None:
    path = "/v1/entities/threat/cyber-threats"
    dutch = client.get(path, headers={"Accept-Language": "nl-BE,nl;q=0.9,fr;q=0.8"})
    assert (dutch.headers["Content-Language"], dutch.json()["label"]) == ("nl", dutch.json()["labels"]["nl"])
    assert client.get(f"{path}?language=fr", headers={"Accept-Language": "nl"}).headers["Content-Language"] == "fr"
    answer = client.get("/v1/questions/threats-by-interest?number=3", headers={"Accept-Language": "nl"})
    assert answer.headers["Content-Language"] == answer.json()["parameters"]["language"] == "nl"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "a/x"),
        ("*/*", "a/x"),
        ("b/y", "b/y"),
        ("a/x;q=0.2, b/y;q=0.3", "b/y"),
        ("a/*;q=0.2, */*;q=0.1, b/y;q=0", "a/x"),
        ("a/x;q=0, */*", "b/y"),
        ("c/z", None),
        ("b/y;charset=utf-8;q=oops", None),
    ],
)
def test_accept(accept: str | None, expected: str | None) -> None:
    assert negotiation.media_type(accept, ["a/x", "b/y"]) == expected


def test_new_release_is_picked_up_and_a_broken_one_is_not(tmp_path: Path, ontology: Ontology) -> None:
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "cache", sparql_workers=1)
    first = build([strategy().extraction()], ontology, settings.home, options=Options(code="c0de"))
    with TestClient(create_app(settings)) as client:
        before = client.get("/v1/documents")
        assert (before.json()["release"], before.json()["total"]) == (first.id, 1)
        second = build(
            [strategy().extraction(), note().extraction()], ontology, settings.home, options=Options(code="c0de")
        )
        after = client.get("/v1/documents", headers={"If-None-Match": before.headers["ETag"]})
        assert (after.status_code, after.json()["release"], after.json()["total"]) == (200, second.id, 2)
        count = client.get("/sparql", params={"query": _COUNT}, headers={"Accept": "text/csv"})
        assert count.text.split() == ["n", "2"]
        (settings.home / "current").write_text("none", encoding="ascii")
        assert client.get("/v1/documents").json()["release"] == second.id
        assert "holds no release" in client.get("/readyz").json()["detail"]


def test_openapi_is_valid(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    validate(schema)
    parameters = schema["paths"]["/v1/questions/threats-by-interest"]["get"]["parameters"]
    number = next(each for each in parameters if each["name"] == "number")
    assert number["required"] and number["schema"]["type"] == "integer"
    for path, methods in schema["paths"].items():
        if path.startswith("/v1"):
            content = methods["get"]["responses"]["422"]["content"]
            assert list(content) == ["application/problem+json"]


def test_docs_and_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/docs", "/sparql"):
        page = client.get(path, headers={"Accept": "text/html"})
        assert page.headers["Content-Type"].startswith("text/html")
        assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
        assert 'src="http' not in page.text and 'href="http' not in page.text
        assert "<style" not in page.text and "style=" not in page.text and "onclick" not in page.text


def _release(client: TestClient) -> str:
    return str(client.get("/v1/release").json()["id"])


_COUNT = "SELECT (COUNT(*) AS ?n) { ?d a <https://w3id.org/bfpg/vocabulary#Document> }"


def test_sample_is_whole(release: Release) -> None:
    assert release.manifest.counts["documents"] == len(extractions())
