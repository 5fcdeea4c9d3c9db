"""Looking things up, and the page for people."""

import re
import xml.etree.ElementTree as ET

import pytest
from typer.testing import CliRunner

from app.cli import app
from ontology.diagram import diagram
from ontology.iri import term, thing
from ontology.model import Ontology
from ontology.page import page
from ontology.reference import did_you_mean, entry, names_by_language, overview, search


def test_names_in_any_language_are_found_exact_ones_first(ontology: Ontology) -> None:
    assert search(ontology, "OTAN")[0].term == "organisation:nato"
    assert search(ontology, "cyberdreigingen")[0].label == "cyber threats"
    hits = search(ontology, "Sabotage")
    assert (hits[0].term, hits[0].kind) == ("threat:sabotage", "Threat")
    assert search(ontology, "counters")[0].kind == "Relation"
    assert len(search(ontology, "a", limit=3)) == 3


def test_a_miss_says_what_may_be_meant(ontology: Ontology) -> None:
    assert search(ontology, "sabotaje") == ()
    assert "sabotage" in did_you_mean(ontology, "sabotaje")


def test_an_entry_has_everything(ontology: Ontology) -> None:
    for name in ("threat:cyber-threats", "cyber-threats", thing("threat", "cyber-threats")):
        found = entry(ontology, name)
        assert found is not None and found.kind == "Threat"
    assert found.labels["de"] == "Cyberbedrohungen"
    assert found.facts["broader"] == ("threat:hybrid-threats",)
    assert found.used_by["answersTo"] == ("instrument:cybersecurity-policy",)
    assert entry(ontology, "dragons") is None


def test_an_overview_counts_by_class(ontology: Ontology) -> None:
    assert overview(ontology)["Threat"] == 4
    assert names_by_language(ontology)["Region"] == {"fr": 1, "nl": 1, "de": 1, "en": 1}


def test_every_link_of_the_page_leads_somewhere(ontology: Ontology) -> None:
    found = page(ontology)
    assert set(re.findall(r'href="#([^"]+)"', found)) <= set(re.findall(r'id="([^"]+)"', found))


@pytest.mark.parametrize(
    ("words", "said"), [((), "names fr"), (("nato",), "nato-BE"), (("threat:sabotage",), "altLabel")]
)
def test_the_command_shows_tables(words: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(app, ["ref", *words], env={"COLUMNS": "140"})
    assert (result.exit_code, said in result.stdout) == (0, True)


def test_the_page_is_one_file_with_a_picture_of_every_relation(ontology: Ontology) -> None:
    found = page(ontology, "fr")
    assert "http" not in found.replace("https://w3id.org/bfpg/", "")
    picture = ET.fromstring(diagram(ontology))
    assert len(picture.findall("path")) == len(ontology.relations) == 7
    for iri in (*ontology.relations, term("Threat")):
        assert iri.replace("https://w3id.org/bfpg/vocabulary#", "bfp:") in found
