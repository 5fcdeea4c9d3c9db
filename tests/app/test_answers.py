"""Questions, entities, statements, documents and the graph."""

from typing import Any

import pyoxigraph as ox
from jsonschema import Draft7Validator
from starlette.testclient import TestClient

from queries.release import Release

FLAGSHIP = "/v1/questions/threats-by-interest"
EVIDENCE = {"document", "source", "start", "end", "quote", "language", "section", "page", "rule", "confidence"}
# The parts of JSON Graph Format version 2 that a single graph has to keep to.
JGF: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["graph"],
    "properties": {
        "graph": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"}, "label": {"type": "string"}, "type": {"type": "string"},
                "directed": {"type": "boolean"}, "metadata": {"type": "object"},
                "nodes": {
                    "type": "object",
                    "additionalProperties": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"label": {"type": "string"}, "metadata": {"type": "object"}},
                    },
                },
                "edges": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["source", "target"],
                        "properties": {
                            "id": {"type": "string"}, "source": {"type": "string"}, "target": {"type": "string"},
                            "relation": {"type": "string"}, "directed": {"type": "boolean"},
                            "label": {"type": "string"}, "metadata": {"type": "object"},
                        },
                    },
                },
            },
        }
    },
}  # fmt: skip


def test_flagship(client: TestClient, release: Release) -> None:
    body = client.get(f"{FLAGSHIP}?number=3").json()
    assert (body["release"], body["total"], len(body["rows"])) == (release.id, 3, 3)
    assert body["parameters"]["speaks_for"] == ["federal-government"]
    assert body["left_out_total"] == 1 and body["left_out"][0]["reason"] == "speaker"
    first = body["rows"][0]
    assert first["instrument"]["notation"] == "cybersecurity-policy" and first["protects"] is True
    assert first["threat_evidence"][0].keys() >= EVIDENCE and first["instrument_evidence"]
    assert body["rows"][1]["instrument"] is None and body["rows"][1]["filtered"] is True


def test_lists_may_be_repeated_or_joined(client: TestClient) -> None:
    one = client.get(f"{FLAGSHIP}?number=3&stances=asserted,conditional").json()
    two = client.get(f"{FLAGSHIP}?number=3&stances=asserted&stances=conditional").json()
    assert one["rows"] == two["rows"]
    assert any((row["instrument"] or {}).get("notation") == "sanctions" for row in one["rows"])


def test_pages_follow_each_other(client: TestClient) -> None:
    whole = client.get(f"{FLAGSHIP}?number=3").json()["rows"]
    rows, url = [], f"{FLAGSHIP}?number=3&limit=2"
    while url:
        answer = client.get(url)
        rows += answer.json()["rows"]
        url = answer.json()["next"]
        assert not url or f'<{url}>; rel="next"' in answer.headers["Link"]
    assert rows == whole


def test_catalogue(client: TestClient) -> None:
    (question,) = (each for each in client.get("/v1/questions").json()["questions"] if each["href"] == FLAGSHIP)
    assert {"fr", "nl", "en"} <= question["title"].keys()
    assert {each["name"]: each["required"] for each in question["parameters"]}["number"] is True
    assert "MATCH" in question["cypher"] and "SELECT" in question["sparql"]


def test_entity(client: TestClient, release: Release) -> None:
    body = client.get("/v1/entities/instrument/cybersecurity-policy?limit=1").json()
    assert body["release"] == release.id and "bfp:Instrument" in body["classes"]
    assert set(body["competence"]) == {"levels", "grounds", "reviewed"}
    assert body["statements"]["total"] > 1 and len(body["statements"]["results"]) == 1
    assert client.get(body["statements"]["next"]).json()["statements"]["offset"] == 1
    assert client.get("/v1/entities/threat/sabotage").json()["competence"] is None
    only = client.get("/v1/entities/instrument/cybersecurity-policy?relation=protects").json()
    assert {each["relation"] for each in only["statements"]["results"]} == {"protects"}


def test_search_reads_all_languages_without_accents_and_case(client: TestClient) -> None:
    labels = client.get("/v1/entities/threat/cyber-threats").json()["labels"]
    for label in labels.values():
        found = client.get("/v1/entities", params={"q": label.upper(), "kind": "threat"}).json()
        assert found["results"][0]["notation"] == "cyber-threats"
    interests = client.get("/v1/entities?kind=vital-interest").json()
    assert "2026-3" in {each["notation"] for each in interests["results"]}
    assert client.get("/v1/entities?q=(((").json()["total"] == 0


def test_statement_with_all_its_evidence(client: TestClient) -> None:
    listed = client.get("/v1/statements?about=threat/cyber-threats&relation=counters&document=note-2025").json()
    (found,) = listed["results"]
    statement = client.get(f"/v1/statements/{found['id']}").json()
    assert statement == found
    assert {each["language"] for each in statement["evidence"]} == {"fr", "nl"}
    for each in statement["evidence"]:
        assert each.keys() >= EVIDENCE and each["source"] == "note-2025.txt" and each["page"] is None


def test_rdf_of_entity_and_statement(client: TestClient) -> None:
    formats = {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
    statement = client.get("/v1/statements?limit=1").json()["results"][0]["id"]
    for path in ("/v1/entities/threat/sabotage", f"/v1/statements/{statement}", "/id/document/note-2025"):
        graphs = []
        for media, format_ in formats.items():
            answer = client.get(path, headers={"Accept": f"{media}, application/json;q=0.1"})
            assert answer.headers["Content-Type"].startswith(media)
            graphs.append({quad.triple for quad in ox.parse(answer.content, format=format_)})
        assert graphs[0] and all(graph == graphs[0] for graph in graphs)


def test_id_leads_to_the_view(client: TestClient) -> None:
    answer = client.get("/id/threat/sabotage", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/v1/entities/threat/sabotage")
    assert (
        client.get("/id/document/note-2025", headers={"Accept": "text/html"})
        .headers["Location"]
        .startswith("/v1/documents")
    )


def test_documents(client: TestClient) -> None:
    body = client.get("/v1/documents").json()
    assert [each["document"] for each in body["results"]] == ["note-2025", "programme-2024", "strategy-2026"]
    assert body["results"][1]["issued"] is None and body["results"][1]["speaks_for"] == "party"
    assert body["results"][0] == client.get("/v1/documents/note-2025").json()


def test_cytoscape_graph_is_whole(client: TestClient) -> None:
    body = client.get("/v1/graph?around=vital-interest/2026-3&depth=2").json()
    nodes = {each["data"]["id"] for each in body["elements"]["nodes"]}
    edges = [each["data"] for each in body["elements"]["edges"]]
    assert {"threat/cyber-threats", "instrument/cybersecurity-policy"} <= nodes
    assert all({each["source"], each["target"]} <= nodes for each in edges)
    assert body["data"]["truncated"] is False
    assert body == client.get("/v1/graph?around=vital-interest/2026-3&depth=2").json()


def test_graph_says_when_it_is_cut_and_what_it_left_out(client: TestClient) -> None:
    cut = client.get("/v1/graph?limit=1").json()
    assert cut["data"]["truncated"] is True and len(cut["elements"]["edges"]) == 1
    state = client.get("/v1/graph?relations=counters").json()["elements"]["edges"]
    party = client.get("/v1/graph?relations=counters&speaks_for=party").json()["elements"]["edges"]
    assert {each["data"]["documents"][0] for each in party} == {"programme-2024"}
    assert not {each["data"]["id"] for each in state} & {each["data"]["id"] for each in party}


def test_json_graph_format(client: TestClient) -> None:
    body = client.get("/v1/graph", headers={"Accept": "application/vnd.jgf+json"})
    assert body.headers["Content-Type"] == "application/vnd.jgf+json"
    Draft7Validator(JGF).validate(body.json())
    assert body.json() == client.get("/v1/graph?format=jgf").json()
    assert all(edge["source"] in body.json()["graph"]["nodes"] for edge in body.json()["graph"]["edges"])
