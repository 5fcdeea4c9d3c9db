"""What the commands do on the specimen documents."""

import gzip
import json
import re
from io import StringIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from rich.console import Console

from app.cli.answers import answer_table
from app.cli.main import app
from ontology import namespaces as ns
from queries.ask import ask_record
from queries.catalogue import question
from queries.release import current
from queries.rows import Answer
from tests.app.cli.conftest import ROOT, Bfpg

EVERYONE = "speaks_for=federal-government,party,unknown"


def test_a_second_build_builds_nothing(bare: Path, bfpg: Bfpg) -> None:
    (bare / "corpus").mkdir()
    (bare / "corpus" / "one.txt").write_text("Le terrorisme menace la sécurité de la Belgique.", encoding="utf-8")
    first = bfpg("build", bare / "corpus")
    assert first.exit_code == 0 and "statements" in first.stderr
    stages = ("reading and extracting", "writing statements", "validating", "release written")
    assert [first.stderr.count(stage) for stage in stages] == [1, 1, 1, 1]
    manifest = current(bare / "home").folder / "manifest.json"
    before = manifest.stat().st_mtime_ns
    second = bfpg("build", bare / "corpus")
    assert "nothing changed, nothing built" in second.stderr
    assert manifest.stat().st_mtime_ns == before


def test_specimen_documents_are_said_to_be_such(bare: Path, bfpg: Bfpg) -> None:
    result = bfpg("export", "--gold", bare / "gold")
    assert "specimen" in result.stderr


def test_export_reads_any_folder_of_texts(bare: Path, bfpg: Bfpg) -> None:
    (bare / "texts").mkdir()
    text = "Het terrorisme bedreigt onze burgers.\n"
    (bare / "texts" / "nota.txt").write_text(text, encoding="utf-8")
    result = bfpg("export", "--gold", bare / "gold", "--corpus", bare / "texts")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in (bare / "gold" / "mentions.jsonl").read_text().splitlines()]
    assert {row["source"] for row in rows} == {"nota.txt"}
    assert "terrorisme" in {text[row["start"] : row["end"]] for row in rows}
    assert (bare / "gold" / "statements.jsonl").exists()
    assert not (bare / "home").exists() or not (bare / "home" / "current").exists()


def test_an_answer_as_json_is_the_answer(specimen: Path, specimen_home: Path, bfpg: Bfpg) -> None:  # noqa: ARG001
    said = json.loads(bfpg("ask", "threats-by-interest", "number=3", EVERYONE).stdout)
    release = current(specimen_home)
    answer = ask_record(release.store(), question("threats-by-interest"), dict([["number", "3"], EVERYONE.split("=")]))
    assert said == {"release": release.id, **answer.model_dump(mode="json")}
    assert said["rows"] and said == json.loads(
        bfpg("ask", "threats-by-interest", "number=3", EVERYONE, "--json").stdout
    )


def with_holes(answer: Answer) -> Answer:
    """The answer with two more rows that have no instrument: none at all, and none within the filters."""
    hole = answer.rows[0].model_copy(update={"instrument": None, "within": None, "instrument_evidence": ()})
    holes = (hole, hole.model_copy(update={"filtered": True}))
    return answer.model_copy(update={"rows": (*answer.rows, *holes), "total": answer.total + 2})


@pytest.mark.parametrize("width", [80, 120, 200])
def test_a_table_fits_and_says_holes_in_words(specimen_home: Path, width: int) -> None:
    answer = with_holes(ask_record(current(specimen_home).store(), question("threats-by-interest"), {"number": 3}))
    out = Console(width=width, record=True, highlight=False, file=StringIO())
    out.print(answer_table(answer, quotes=True, width=width))
    text = out.export_text()
    assert max(map(len, text.splitlines())) <= width
    words = re.sub(r"\s+", " ", text.replace("│", " "))
    assert "stated" in words and "outside" in words and "“" in words
    assert "None" not in words


def test_an_answer_without_rows_says_so(specimen_home: Path) -> None:
    answer = ask_record(current(specimen_home).store(), question("threats-by-interest"), {"number": 9})
    out = Console(width=80, record=True, file=StringIO())
    out.print(answer_table(answer, quotes=True, width=80))
    assert "Nothing is said about this within the filters" in out.export_text()


def test_the_catalogue_is_json_when_piped(bfpg: Bfpg) -> None:
    assert "threats-by-interest" in {each["name"] for each in json.loads(bfpg("ask").stdout)}


def test_status_says_what_is_there(specimen: Path, specimen_home: Path, bfpg: Bfpg) -> None:  # noqa: ARG001
    said = json.loads(bfpg("status").stdout)
    release = current(specimen_home)
    assert said["release"] == release.id and said["text_layer"] is True and said["served"]["release"] is None
    assert said["counts"] == release.manifest.counts and said["dropped"] == release.manifest.dropped
    assert len(said["documents"]) == 3 and "not loaded" in said["neo4j_store"]


@pytest.mark.parametrize("name", ["d.nq", "d.trig", "d.nq.gz", "d.trig.gz"])
def test_a_dump_holds_the_record(specimen: Path, specimen_home: Path, bfpg: Bfpg, name: str) -> None:
    assert bfpg("dump", specimen / name).exit_code == 0
    content = (specimen / name).read_bytes()
    content = gzip.decompress(content) if name.endswith(".gz") else content
    form = ox.RdfFormat.TRIG if "trig" in name else ox.RdfFormat.N_QUADS
    expected = set(ox.parse(current(specimen_home).dump(), format=ox.RdfFormat.N_QUADS))
    assert set(ox.parse(content, format=form)) == expected
    assert [path.name for path in specimen.iterdir() if path.name.endswith(".part")] == []


def test_a_dump_without_text_has_no_quotes(specimen: Path, bfpg: Bfpg) -> None:
    bfpg("dump", specimen / "d.nq", "--no-text")
    assert f'<{ns.OA}exact> "' not in (specimen / "d.nq").read_text()


@pytest.mark.parametrize("name", ["d.nq", "d.trig"])
def test_a_dump_in_rdf12_says_what_each_statement_reifies(
    specimen: Path, specimen_home: Path, bfpg: Bfpg, name: str
) -> None:
    bfpg("dump", specimen / name, "--rdf12")
    form = ox.RdfFormat.TRIG if "trig" in name else ox.RdfFormat.N_QUADS
    quads = set(ox.parse((specimen / name).read_bytes(), format=form))
    added = quads - set(ox.parse(current(specimen_home).dump(), format=ox.RdfFormat.N_QUADS))
    assert len(added) == current(specimen_home).manifest.counts["statements"]
    for quad in added:
        triple = quad.object
        assert quad.predicate.value == f"{ns.RDF}reifies" and isinstance(triple, ox.Triple)
        for part in ("subject", "predicate", "object"):
            spelt = ox.Quad(quad.subject, ox.NamedNode(ns.RDF + part), getattr(triple, part), quad.graph_name)
            assert spelt in quads


def test_every_command_and_option_has_help_and_a_theme(commands: dict[str, object]) -> None:
    for name, command in commands.items():
        assert command.help, name  # type: ignore[attr-defined]
        assert command.rich_help_panel, name  # type: ignore[attr-defined]
        for parameter in command.params:  # type: ignore[attr-defined]
            assert getattr(parameter, "help", None), f"{name} {parameter.name}"


@pytest.fixture
def commands() -> dict[str, object]:
    from typer.main import get_command

    return dict(get_command(app).commands)  # type: ignore[attr-defined]


def test_without_arguments_help_is_shown(bfpg: Bfpg) -> None:
    result = bfpg()
    assert "Run and serve" in result.output and "threat" not in result.stderr


def test_version(bfpg: Bfpg) -> None:
    declared = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert declared and bfpg("--version").stdout == f"bfpg {declared[1]}\n"
