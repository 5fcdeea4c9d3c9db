"""The release that a clone serves: whole, small, and without a sentence of the documents."""

import re
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from neo4j import Driver

from app.settings import Settings
from loaders.bare import FOLDER, LARGEST, find_bare, install, size, told, write_bare
from loaders.graph.load import load
from loaders.reading import expand, find_corpus
from loaders.record import unchanged
from ontology import namespaces as ns
from ontology.errors import RecordError, ReleaseError
from queries.ask import ask_graph, ask_record
from queries.catalogue import question
from queries.release import Release, current

WORDS = 18  # the longest names of treaties and laws have fewer
TEXT = ("quote", "mended", "heading")


@pytest.fixture(scope="module")
def bare(release: Release, tmp_path_factory: pytest.TempPathFactory) -> Release:
    return write_bare(release, tmp_path_factory.mktemp("bare"))


def without_text(value: Any) -> Any:
    """An answer as JSON, its text layer taken out."""
    if isinstance(value, dict):
        return {key: without_text(each) for key, each in value.items() if key not in TEXT}
    return [without_text(each) for each in value] if isinstance(value, list) else value


def test_it_has_the_record_and_not_the_text(release: Release, bare: Release) -> None:
    assert bare.id == release.id and bare.dump() == release.dump(text=False)
    assert not bare.manifest.has_text and not any(name.endswith("-text") for name in bare.manifest.graphs)
    assert sorted(path.name for path in bare.folder.iterdir()) == ["manifest.json", "record.nq.gz"]
    bare.verify()


def test_the_same_release_gives_the_same_bytes(release: Release, bare: Release, tmp_path: Path) -> None:
    again = write_bare(release, tmp_path)
    for path in bare.folder.iterdir():
        assert path.read_bytes() == (again.folder / path.name).read_bytes()
    lines = bare.dump().splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('<http://a> <{oa}exact> "Le sabotage." <{id}graph/note-2025> .', "oa:exact in"),
        ('<http://a> <{bfp}heading> "Titre" <{id}graph/note-2025> .', "bfp:heading in"),
        ('<http://a> <{rdfs}comment> "Le sabotage." <{id}graph/note-2025> .', "rdfs:comment in"),
        (
            '<http://a> <{skos}prefLabel> "« Le sabotage menace nos câbles. »"@fr <{id}graph/ontology> .',
            "a sentence as",
        ),
    ],
)
def test_text_of_the_documents_is_refused(line: str, fault: str) -> None:
    record = line.format(oa=ns.OA, bfp=ns.BFP, skos=ns.SKOS, rdfs=ns.PREFIXES["rdfs"], id="https://w3id.org/bfpg/id/")
    (found,) = told(record.encode(), frozenset({"le sabotage menace nos câbles."}))
    assert found.startswith(fault)


def test_without_a_text_layer_nothing_can_be_compared(bare: Release, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="has no text layer to compare with"):
        write_bare(bare, tmp_path)


def test_a_release_that_is_too_large_is_refused(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.bare.LARGEST", 100)
    with pytest.raises(RecordError, match="at most 100 are allowed"):
        write_bare(release, tmp_path)


def test_installed_it_is_served_until_the_documents_are_there(bare: Release, tmp_path: Path) -> None:
    served = install(bare, tmp_path)
    assert current(tmp_path) == served and served.dump() == bare.dump()
    assert unchanged(tmp_path, bare.manifest.inputs.digest) is None
    assert find_bare(bare.folder) == bare and find_bare(tmp_path) is None


def test_a_damaged_one_is_one_sentence(bare: Release, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in bare.folder.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / "record.nq.gz").write_bytes(b"")
    with pytest.raises(ReleaseError, match="is damaged: check the repository out again"):
        install(Release(copy, bare.manifest), tmp_path / "home")


def test_the_flagship_has_the_same_rows_but_for_the_quotes(release: Release, bare: Release) -> None:
    flagship = question("threats-by-interest")
    for number in (1, 3):
        given = {"number": number, "speaks_for": "federal-government,party"}
        one, two = (ask_record(each.store(), flagship, given).model_dump(mode="json") for each in (release, bare))
        assert without_text(one) == without_text(two) and two["total"]
        assert not any(re.search(rf'"{name}": "', str(two)) for name in TEXT)


def test_neo4j_holds_it_and_answers_without_quotes(graph: Driver, release: Release, bare: Release) -> None:
    flagship = question("threats-by-interest")
    try:
        load(bare, graph)
        answer: Any = ask_graph(graph, flagship, {"number": 3})
        assert answer == ask_record(bare.store(), flagship, {"number": 3})
        assert {evidence.quote for row in answer.rows for evidence in row.threat_evidence} == {None}
    finally:
        load(release, graph)


@pytest.fixture(scope="module")
def kept() -> Release:
    found = find_bare(FOLDER)
    assert found is not None
    return found


def test_the_one_in_the_repository_is_whole_and_small(kept: Release) -> None:
    kept.verify()
    assert size(kept) < LARGEST
    assert len(kept.manifest.inputs.documents) == 5
    assert not set(told(kept.dump(), frozenset()))


def test_no_sentence_of_the_corpus_is_in_the_repository(kept: Release) -> None:
    corpus = find_corpus(Settings.from_env().corpus)
    if corpus.specimen:
        pytest.skip("the corpus is not at hand")
    texts = [plain(path.read_text(encoding="utf-8")) for each in corpus.files for path in expand(each)]
    sentences = {each for text in texts for each in re.split(r"(?<=[.!?;])\s", text) if len(each.split()) >= 6}
    whole = " ¶ ".join(texts)
    for literal in literals(kept.dump()):
        if len(literal.split()) >= 6:
            assert literal not in sentences
            assert len(literal.split()) < WORDS or literal not in whole


def literals(dump: bytes) -> set[str]:
    quads = ox.parse(dump, format=ox.RdfFormat.N_QUADS)
    return {plain(quad.object.value) for quad in quads if isinstance(quad.object, ox.Literal)}


def plain(text: str) -> str:
    mended = re.sub(r"-\s*\n\s*", "", text.lower().replace("’", "'"))
    return " ".join(mended.split())
