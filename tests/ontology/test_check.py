"""The linter: each fault is found at its file and line, with what is allowed."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import app, main
from ontology.check import check
from tests.small_ontology import copy_vocabulary

HEAD = """@prefix bfp: <https://w3id.org/bfpg/vocabulary#> .
@prefix threat: <https://w3id.org/bfpg/id/threat/> .
@prefix organisation: <https://w3id.org/bfpg/id/organisation/> .
@prefix scheme: <https://w3id.org/bfpg/id/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

"""
CONCEPT = """threat:new a bfp:Threat ; skos:notation "new" ; skos:inScheme scheme:threats ;
    skos:prefLabel "neuf"@fr, "nieuw"@nl, "neu"@de, "new"@en ;
    skos:definition "a"@fr, "b"@nl, "c"@de, "d"@en ;
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_vocabulary(tmp_path / "all")


def faults(folder: Path, text: str) -> list[str]:
    (folder / "authorities" / "new.ttl").write_text(HEAD + text)
    return [str(fault) for fault in check(folder, lambda word, _: 6.0 if word == "crises" else 2.0)]


def test_the_vocabulary_has_no_fault(folder: Path) -> None:
    kept = [fault for fault in check(folder) if not fault.file.startswith("authorities")]
    assert kept == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            CONCEPT + '    bfp:weekLabel "x"@fr .',
            "new.ttl, line 12: the property bfp:weekLabel is not declared; did you mean bfp:weakLabel",
        ),
        (
            CONCEPT.replace("a bfp:Threat", "a bfp:Thread") + '    skos:altLabel "x"@fr .',
            "new.ttl, line 9: the class bfp:Thread is not declared; did you mean bfp:Threat",
        ),
        (
            CONCEPT + "    skos:broader threat:sabotages .",
            "new.ttl, line 12: the thing threat:sabotages is not declared; did you mean threat:sabotage",
        ),
        (
            CONCEPT.replace(', "neu"@de', "") + '    skos:altLabel "x"@fr .',
            "new.ttl, line 9: threat:new has no label in de; needed are fr, nl, de and en.",
        ),
        (
            CONCEPT.replace('"neuf"', '"Sabotage"') + '    skos:altLabel "x"@fr .',
            'is the preferred label of threat:new too',
        ),
        (
            'organisation:x a bfp:Organisation ; skos:notation "x" ;\n'
            '    skos:prefLabel "X"@fr, "X"@nl, "X"@de, "X"@en ;\n    bfp:abbreviation "OTAN"@fr .',
            'is an abbreviation of organisation:',
        ),
        (CONCEPT + '    skos:altLabel "crises"@fr .', '"crises"@fr is an everyday word; allowed is it'),
        (CONCEPT + "    skos:broader threat:new .", "new.ttl, line 12: threat:new is above itself by broader"),
        (
            CONCEPT.replace("skos:inScheme scheme:threats ;", "") + '    skos:altLabel "x"@fr .',
            "threat:new breaks ConceptShape at skos:inScheme: sh:minCount",
        ),
        (
            CONCEPT + "    owl:deprecated true .",
            "new.ttl, line 12: threat:new is deprecated; needed is dcterms:isReplacedBy.",
        ),
        (
            CONCEPT
            + "    owl:deprecated true ; dcterms:isReplacedBy threat:sabotage .\n"
            + CONCEPT.replace("new", "other").replace("ne", "ano").replace("nie", "anie")
            + "    skos:broader threat:new .",
            "new.ttl, line 16: threat:new is deprecated; allowed is threat:sabotage.",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_found_where_it_stands(folder: Path, text: str, said: str) -> None:
    assert any(said in fault for fault in faults(folder, text)), faults(folder, text)


def test_a_mapping_allows_one_label_for_two(folder: Path) -> None:
    text = CONCEPT.replace('"neuf"', '"sabotage"') + "    skos:closeMatch threat:sabotage ."
    assert not any("preferred label" in fault for fault in faults(folder, text))


def test_an_everyday_word_that_somebody_looked_at_is_no_fault(folder: Path) -> None:
    text = CONCEPT + '    skos:altLabel "crises"@fr ; bfp:commonWord "crises"@fr .'
    assert not any("everyday" in fault for fault in faults(folder, text))


def test_the_command_names_the_faults_and_fails(folder: Path) -> None:
    (folder / "authorities" / "new.ttl").write_text(HEAD + CONCEPT + "    skos:broader threat:sabotages .")
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert result.exit_code == 1
    assert "authorities/new.ttl:12: the thing threat:sabotages is not declared; did you mean" in result.stdout
    assert "faults" in result.stderr


@pytest.mark.parametrize(("words", "said"), [(["check"], "bad.ttl, line 3, column 13"), (["ref", "otn"], "Otan")])
def test_bad_input_is_one_sentence_and_exit_code_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    (tmp_path / "bad.ttl").write_text("@prefix bfp: <https://x/> .\n\nbfp:a bfp:b bfpp:c .\n")
    where = [str(tmp_path)] if words == ["check"] else []
    monkeypatch.setattr(sys, "argv", ["bfpg", *words, *where])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert said in capsys.readouterr().err
