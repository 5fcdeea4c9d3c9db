"""The SPARQL 1.1 protocol over HTTP, with SPARQLWrapper and by hand."""

import asyncio
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote_plus

import pyoxigraph as ox
import pytest
import rdflib
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from starlette.testclient import TestClient

from app.api.problems import ProblemError
from app.api.sparql.pool import Limits, Pool
from app.api.sparql.protocol import Asked
from app.api.sparql.results import BINDINGS, GRAPHS
from app.api.sparql.tokens import refusal, repeatable
from app.settings import Settings
from queries.release import Release

PREFIXES = """PREFIX bfp: <https://w3id.org/bfpg/vocabulary#> PREFIX graph: <https://w3id.org/bfpg/id/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
ROWS = PREFIXES + "SELECT ?d ?n ?none { ?d a bfp:Document ; skos:notation ?n } ORDER BY ?n"
ASK = "ASK { ?s ?p ?o }"
GRAPH = PREFIXES + "CONSTRUCT { ?d skos:notation ?n } WHERE { ?d a bfp:Document ; skos:notation ?n }"
COUNT = PREFIXES + "SELECT (COUNT(*) AS ?n) { ?s a bfp:Statement }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?c) < STR(?l)) }"
JSON_ROWS, XML_ROWS = "application/sparql-results+json", "application/sparql-results+xml"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
BARE = {"Content-Type": "application/sparql-query"}


def get(client: TestClient, query: str, accept: str = "*/*", **more: Any) -> Any:
    return client.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


# ---- with the client that partners use


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("format_", [JSON, XML])
def test_sparqlwrapper_rows(address: str, method: str, format_: str) -> None:
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery(ROWS)
    wrapper.setMethod(method)
    wrapper.setReturnFormat(format_)
    found: Any = wrapper.query().convert()
    if format_ == JSON:
        names = [row["n"]["value"] for row in found["results"]["bindings"]]
    else:
        names = [node.firstChild.data for node in found.getElementsByTagName("literal")]
    assert names == ["note-2025", "programme-2024", "strategy-2026"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
@pytest.mark.parametrize("format_", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_graphs(address: str, format_: str) -> None:
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery(GRAPH)
    wrapper.setReturnFormat(format_)
    found: Any = wrapper.query().convert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == 3


@pytest.mark.parametrize(("format_", "line"), [(CSV, b"note-2025"), (TSV, b'"note-2025"')])
def test_sparqlwrapper_tables_and_body(address: str, format_: str, line: bytes) -> None:
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery(ROWS)
    wrapper.setMethod(POST)
    wrapper.setRequestMethod(POSTDIRECTLY)
    wrapper.setReturnFormat(format_)
    assert line in bytes(wrapper.query().convert())


# ---- the formats


@pytest.mark.parametrize("media", BINDINGS)
def test_rows_and_truth_in_every_format(client: TestClient, media: str) -> None:
    rows, truth = get(client, ROWS, media), get(client, ASK, media)
    assert rows.headers["Content-Type"].startswith(media) and truth.headers["Content-Type"].startswith(media)
    if media == "text/csv":  # it has no types, so the engine does not read it
        assert rows.text.split("\r\n")[0] == "d,n,none" and truth.text == "true"
    else:
        parsed = ox.parse_query_results(rows.content, format=BINDINGS[media])
        assert isinstance(parsed, ox.QuerySolutions)
        assert [row["n"].value for row in parsed] == ["note-2025", "programme-2024", "strategy-2026"]
        assert bool(ox.parse_query_results(truth.content, format=BINDINGS[media])) is True


@pytest.mark.parametrize("query", [GRAPH, PREFIXES + "DESCRIBE graph:note-2025"])
def test_graphs_in_every_format(client: TestClient, query: str) -> None:
    found = []
    for media, format_ in GRAPHS.items():
        answer = get(client, query, media)
        assert answer.headers["Content-Type"].startswith(media)
        found.append({quad.triple for quad in ox.parse(answer.content, format=format_)})
    assert found[0] and all(each == found[0] for each in found)


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        ("*/*", "application/sparql-results+json", "text/turtle"),
        ("text/html, */*;q=0.1", "application/sparql-results+json", "text/turtle"),
        (
            "application/sparql-results+json;q=0.5, text/csv;q=0.8, application/ld+json",
            "text/csv",
            "application/ld+json",
        ),
        (
            "application/sparql-results+xml, application/rdf+xml",
            "application/sparql-results+xml",
            "application/rdf+xml",
        ),
    ],
)
def test_accept_is_weighed(client: TestClient, accept: str, rows: str, graph: str) -> None:
    assert get(client, ROWS, accept).headers["Content-Type"].startswith(rows)
    assert get(client, GRAPH, accept).headers["Content-Type"].startswith(graph)


def test_terms_of_every_sort_survive(client: TestClient) -> None:
    query = """SELECT * { VALUES (?a ?b ?c ?d ?e) {
        ("tab\\tline\\nquote\\"" "é"@fr 1.50 <http://example.org/ü> UNDEF) } BIND(<<( <a:s> <a:p> "x" )>> AS ?f) }"""
    answer = get(client, query, "application/sparql-results+json").json()
    (row,) = answer["results"]["bindings"]
    assert row["a"]["value"] == 'tab\tline\nquote"' and row["b"]["xml:lang"] == "fr" and "e" not in row
    assert row["f"]["value"]["object"] == {"type": "literal", "value": "x"}


# ---- the protocol


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: get(client, COUNT),
        lambda client: client.post("/sparql", content=f"query={quote_plus(COUNT)}", headers=FORM),
        lambda client: client.post("/sparql", content=COUNT.encode(), headers=BARE),
        lambda client: client.post(
            "/sparql", content=COUNT.encode(), headers={"Content-Type": "application/sparql-query; charset=UTF-8"}
        ),
        lambda client: client.post("/sparql/", content=COUNT.encode(), headers=BARE),
    ],
)
def test_all_ways_to_ask(client: TestClient, release: Release, ask: Callable[[TestClient], Any]) -> None:
    answer = ask(client)
    assert answer.status_code == 200
    expected = str(release.manifest.counts["statements"])
    assert answer.json()["results"]["bindings"][0]["n"]["value"] == expected


@pytest.mark.parametrize(
    ("ask", "status", "kind"),
    [
        (lambda c: c.get("/sparql?query=ASK{}&query=ASK{}"), 400, "malformed-request"),
        (lambda c: c.post("/sparql", content="other=1", headers=FORM), 400, "malformed-request"),
        (lambda c: c.post("/sparql?query=ASK{}", content="query=ASK{}", headers=FORM), 400, "malformed-request"),
        (lambda c: c.post("/sparql?query=ASK{}", content="ASK{}", headers=BARE), 400, "malformed-request"),
        (lambda c: c.get("/sparql?query=%ff"), 400, "malformed-request"),
        (lambda c: c.post("/sparql", content=ASK.encode("utf-16"), headers=BARE), 400, "malformed-request"),
        (lambda c: c.get("/sparql?query="), 400, "malformed-query"),
        (lambda c: get(c, "SELECT * {\n ?s ?p }"), 400, "malformed-query"),
        (lambda c: get(c, "SELECT * { ?s nope:x ?o }"), 400, "malformed-query"),
        (lambda c: get(c, "INSERT DATA { <a:a> <a:b> 1 }"), 400, "query-refused"),
        (lambda c: get(c, "PREFIX a: <a:> LOAD <http://127.0.0.1/>"), 400, "query-refused"),
        (lambda c: c.get("/sparql?update=CLEAR%20ALL"), 400, "query-refused"),
        (lambda c: c.post("/sparql", content="update=CLEAR%20ALL", headers=FORM), 400, "query-refused"),
        (
            lambda c: c.post("/sparql", content=ASK, headers={"Content-Type": "application/sparql-update"}),
            415,
            "unsupported-media-type",
        ),
        (lambda c: c.post("/sparql", content=b""), 415, "unsupported-media-type"),
        (lambda c: get(c, ASK, "image/png"), 406, "not-acceptable"),
        (lambda c: get(c, ASK, "text/turtle"), 406, "not-acceptable"),
        (lambda c: get(c, GRAPH, "text/csv"), 406, "not-acceptable"),
    ],
)
def test_wrong_requests(client: TestClient, ask: Callable[[TestClient], Any], status: int, kind: str) -> None:
    answer = ask(client)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{kind}")


def test_syntax_error_has_its_place(client: TestClient) -> None:
    assert "3:" in get(client, "SELECT * {\n ?s ?p ?o .\n FOO }").json()["detail"]


def test_query_is_decoded_once(client: TestClient) -> None:
    answer = client.post("/sparql", content="query=" + quote_plus('SELECT ("50%25+1" AS ?x) {}'), headers=FORM)
    assert answer.json()["results"]["bindings"][0]["x"]["value"] == "50%25+1"


def test_dataset_of_the_request_beats_from(client: TestClient) -> None:
    base = "https://w3id.org/bfpg/id/graph/"
    query = PREFIXES + "SELECT (COUNT(*) AS ?n) FROM graph:strategy-2026 { ?s a bfp:Document }"

    def count(text: str, **more: Any) -> int:
        return int(get(client, text, **more).json()["results"]["bindings"][0]["n"]["value"])

    assert count(query) == 1
    assert count(query, **{"default-graph-uri": "https://example.org/none"}) == 0
    both = {"default-graph-uri": [f"{base}note-2025", f"{base}strategy-2026"]}
    assert count(query, **both) == 2
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert count(named, **{"named-graph-uri": f"{base}note-2025"}) == 1
    assert count(named, **both) == 0
    assert count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **{"named-graph-uri": f"{base}note-2025"}) == 0


def test_merged_default_graphs_count_a_triple_once(client: TestClient) -> None:
    # The rule stands in both documents' graphs, with the same two triples.
    query = "SELECT (COUNT(*) AS ?n) %s { <https://w3id.org/bfpg/id/rule/sample-rule> ?p ?o }"
    base = "https://w3id.org/bfpg/id/graph/"
    graphs = [f"{base}note-2025", f"{base}strategy-2026"]
    inside = query % "".join(f"FROM <{graph}> " for graph in graphs)
    answers = [
        *(get(client, query % "", **{"default-graph-uri": chosen}) for chosen in (graphs[0], graphs[1], graphs)),
        get(client, inside),
        get(client, f"PREFIX g: <{base}> {query % 'FROM g:note-2025 FROM g:strategy-2026'}"),
    ]
    assert {each.json()["results"]["bindings"][0]["n"]["value"] for each in answers} == {"2"}


def test_head_and_etag(client: TestClient) -> None:
    answer = client.head("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.content) == (200, b"")
    assert get(client, ASK).headers["ETag"] == answer.headers["ETag"]
    assert "ETag" not in get(client, "SELECT (NOW() AS ?now) {}").headers


def test_service_description(client: TestClient, release: Release) -> None:
    answer = client.get("/sparql", headers={"Accept": "application/n-triples"})
    assert answer.text.count("service-description#NamedGraph>") == len(release.manifest.graphs)
    assert "service-description#endpoint> <http://testserver/sparql>" in answer.text
    page = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert "<textarea" in page.text


def test_examples_run(client: TestClient) -> None:
    for example in client.get("/explorer/examples.json").json():
        assert get(client, example["query"]).status_code == 200, example["id"]


# ---- the limits


def test_rows_are_cut_and_it_is_said(client: TestClient) -> None:
    for query, media in (
        ("SELECT * { ?s ?p ?o }", "text/csv"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples"),
    ):
        cut, whole = get(client, query, media), get(client, f"{query} LIMIT 50", media)
        assert (cut.headers["X-Row-Limit"], cut.headers["X-Truncated"]) == ("50", "true")
        assert whole.headers["X-Truncated"] == "false"
        assert len(cut.text.splitlines()) == len(whole.text.splitlines()) == 50 + (media == "text/csv")


def test_slow_query_is_ended_and_the_next_is_answered(client: TestClient) -> None:
    slow = get(client, SLOW)
    assert (slow.status_code, slow.json()["type"]) == (504, "/problems/query-timeout")
    assert int(slow.headers["Retry-After"]) > 0 and slow.headers["Access-Control-Allow-Origin"] == "*"
    assert slow.elapsed.total_seconds() < 4
    assert get(client, ASK).json()["boolean"] is True


def test_greedy_query_is_ended(settings: Settings, release: Release) -> None:
    limits = Limits(workers=1, seconds=30, rows=10, memory=48 * 2**20)

    async def run() -> None:
        pool = Pool(release.folder, settings.cache / "sparql", limits)
        pool.start()
        try:
            with pytest.raises(ProblemError) as refused:
                await pool.run(Asked("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a"), JSON_ROWS, None)
            assert refused.value.kind == "query-too-large"
            assert (await pool.run(Asked(ASK), JSON_ROWS, None)).rows == 1
        finally:
            await pool.close()

    asyncio.run(run())


def test_too_many_queries_at_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.api.sparql.pool.WAITING_PER_WORKER", 0)
    with ThreadPoolExecutor(1) as elsewhere:
        slow = elsewhere.submit(get, client, SLOW)
        time.sleep(0.5)
        busy = get(client, ASK)
        assert (busy.status_code, busy.json()["type"]) == (503, "/problems/busy")
        assert busy.headers["Retry-After"]
        assert slow.result().status_code == 504


def test_worker_that_died_is_replaced(settings: Settings, release: Release) -> None:
    async def run() -> None:
        pool = Pool(release.folder, settings.cache / "sparql", Limits(workers=1, seconds=20))
        pool.start()
        try:
            await pool.run(Asked(ASK), JSON_ROWS, None)
            (worker,) = pool._workers
            await worker.end()
            assert (await pool.run(Asked(ASK), JSON_ROWS, None)).rows == 1
        finally:
            await pool.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:1/> SELECT * {SERVICE:a{?s ?p ?o}}",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:1/>{?s ?p ?o}}",
        'SELECT * { ?s ?p "\\u0022 SERVICE<http://127.0.0.1:1/>{?s ?p ?o} #" \n}',
        "SELECT * { {} UNION { SERVICE ?where { ?s ?p ?o } } }",
    ],
)
def test_service_is_refused(client: TestClient, query: str) -> None:
    answer = get(client, query)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/query-refused")


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?service { ?service ?SERVICE "SERVICE" } # SERVICE',
        "SELECT * { ?s <http://example.org/SERVICE> '''it's SERVICE''' }",
        "PREFIX service: <http://example.org/> SELECT * { ?s service:desk ?o }",
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_the_word_service_elsewhere_is_not(query: str) -> None:
    assert refusal(query) is None and repeatable(query)


def test_worker_cannot_open_a_connection(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.api.sparql.protocol.refusal", lambda _: None)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        port = server.getsockname()[1]
        answer = get(client, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        assert "Too many open files" in answer.json()["detail"]
        with pytest.raises(TimeoutError):
            server.accept()
