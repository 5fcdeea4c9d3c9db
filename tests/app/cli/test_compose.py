"""docker-compose.yml holds to the Compose schema, as far as no engine is needed to tell."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.app.cli.conftest import ROOT

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
SCHEMA = "config/compose_spec.json"  # in PyPI's docker-compose


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))


def test_it_holds_to_the_schema(compose: Any) -> None:
    found = find_spec("compose")
    places = [Path(place) / SCHEMA for place in (found.submodule_search_locations or ()) if found] if found else []
    schema = next((place for place in places if place.exists()), None)
    if schema is None:
        pytest.skip("no Compose schema is at hand: pip install --no-deps docker-compose==1.29.2 brings one")
    known = {key: value for key, value in compose.items() if key != "name"}  # younger than the schema
    jsonschema.Draft7Validator(json.loads(schema.read_text())).validate(known)


def test_everything_is_on_loopback_and_without_privileges(compose: Any) -> None:
    for name, service in compose["services"].items():
        assert all(port.startswith("127.0.0.1:") for port in service["ports"]), name
        assert "no-new-privileges:true" in service["security_opt"] and service["cap_drop"] == ["ALL"], name
    assert compose["services"]["neo4j"]["user"] == "7474:7474"
    assert "\nUSER bfpg\n" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_api_waits_for_neo4j_and_both_have_a_health_check(compose: Any) -> None:
    assert compose["services"]["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert "healthcheck" in compose["services"]["neo4j"]
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_password_comes_from_the_environment(compose: Any) -> None:
    for service, setting in (("neo4j", "NEO4J_AUTH"), ("api", "NEO4J_PASSWORD")):
        assert "${NEO4J_PASSWORD:?" in compose["services"][service]["environment"][setting]


def test_volumes_are_declared(compose: Any) -> None:
    for service in compose["services"].values():
        for volume in service["volumes"]:
            source = volume.rpartition("}")[2].split(":")[0]
            assert volume.startswith("${") or source in compose["volumes"]
