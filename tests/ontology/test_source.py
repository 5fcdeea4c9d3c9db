"""Reading the Turtle."""

import time
from pathlib import Path

import pytest

from ontology import namespaces as ns
from ontology.errors import OntologyError
from ontology.iri import term, thing
from ontology.model import Ontology
from ontology.source import load
from tests.small_ontology import copy_vocabulary


def test_entities_have_kind_notation_and_names_by_property(ontology: Ontology) -> None:
    nato = ontology.entities[thing("organisation", "nato")]
    assert (nato.kind, nato.notation, nato.label("de")) == ("Organisation", "nato", "Atlantische Allianz")
    assert {(label.text, label.language) for label in nato.labels if label.property == "abbreviation"} == {
        ("OTAN", "fr"),
        ("NAVO", "nl"),
    }
    assert {entity.kind for entity in ontology.entities.values()} <= set(ontology.kinds)
    assert thing("level", "federal") not in ontology.entities  # its name is not looked for in texts


def test_superclasses_close_over_other_vocabularies(ontology: Ontology) -> None:
    assert ontology.is_a(term("Organisation"), ns.FOAF + "Agent")
    assert ontology.is_a(term("Treaty"), term("Instrument"))
    assert not ontology.is_a(term("Instrument"), term("Treaty"))


def test_relations_have_one_domain_and_one_range(ontology: Ontology) -> None:
    names = {relation.name for relation in ontology.relations.values()}
    assert names == {"threatens", "counters", "protects", "sourceOf", "uses", "targets", "reinforces"}
    assert ontology.relations[term("sourceOf")].domain == ns.FOAF + "Agent"


def test_lookups(ontology: Ontology) -> None:
    assert ontology.answers_to == {thing("instrument", "cybersecurity-policy"): (thing("threat", "cyber-threats"),)}
    assert ontology.broader[thing("threat", "cyber-threats")] == (thing("threat", "hybrid-threats"),)
    assert ontology.words("stances") == ("asserted", "attributed", "conditional", "intended")
    assert ontology.segments["VitalInterest"] == "vital-interest"
    assert ontology.label(term("counters"), "en") == "counters"
    assert ontology.label(thing("edition", "2026"), "en") == "édition 2026"  # falls back to French


def test_a_fault_in_the_turtle_names_file_line_and_column(tmp_path: Path) -> None:
    folder = copy_vocabulary(tmp_path / "all")
    (folder / "authorities" / "bad.ttl").write_text("@prefix bfp: <https://x/> .\n\nbfp:a bfp:b bfpp:c .\n")
    with pytest.raises(OntologyError, match=r"bad\.ttl, line 3, column 13: .*Allowed is Turtle 1\.1"):
        load(folder)


def test_a_folder_without_turtle_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="holds no Turtle file"):
        load(tmp_path)


def test_blank_nodes_are_named_alike_each_time(tmp_path: Path) -> None:
    folder = copy_vocabulary(tmp_path / "all")
    assert load(folder).triples == load(folder).triples


def test_the_whole_ontology_is_read_in_well_under_a_second() -> None:
    started = time.perf_counter()
    found = load()
    assert len(found.entities) > 300
    assert time.perf_counter() - started < 3  # about 0.4 s; a busy machine may take longer
