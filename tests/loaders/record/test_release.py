import gzip
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.record import Options, build, code_digest, inputs_digest, unchanged
from loaders.record import release as writing
from ontology.errors import RecordError, ReleaseError
from ontology.model import Ontology
from queries.release import Release, current
from tests.loaders.record.conftest import CODE
from tests.samples import extractions, note, programme, strategy


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_inputs_give_the_same_bytes(release: Release, ontology: Ontology, tmp_path: Path) -> None:
    again = build(reversed(extractions()), ontology, tmp_path, options=CODE)
    assert again.id == release.id
    assert content(again.folder) == content(release.folder)


def test_the_id_is_the_hash_of_the_sorted_record(release: Release) -> None:
    record = gzip.decompress((release.folder / "record.nq.gz").read_bytes())
    lines = record.splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert writing.release_id(record) == release.id == release.folder.name


def test_the_text_layer_does_not_touch_the_id(release: Release, ontology: Ontology, tmp_path: Path) -> None:
    bare = build(extractions(), ontology, tmp_path, options=Options("d", "c0de", text=False))
    assert bare.id == release.id
    assert not bare.manifest.has_text and release.manifest.has_text
    assert [path.name for path in bare.record] == ["record.nq.gz"]


def test_adding_a_document_changes_that_documents_lines_only(ontology: Ontology, tmp_path: Path) -> None:
    two = build([strategy().extraction(), note().extraction()], ontology, tmp_path, options=CODE)
    before = set(two.dump(text=False).splitlines())
    three = build([d.extraction() for d in (strategy(), note(), programme())], ontology, tmp_path, options=CODE)
    after = set(three.dump(text=False).splitlines())
    assert not before - after
    assert all(b"/id/graph/programme-2024" in line for line in after - before)


def test_a_killed_build_leaves_the_old_release_served(
    ontology: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build([strategy().extraction()], ontology, tmp_path, options=CODE)

    def killed(_path: Path, _data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_write_durably", killed)
    with pytest.raises(KeyboardInterrupt):
        build(extractions(), ontology, tmp_path, options=CODE)
    assert current(tmp_path).id == old.id
    assert [path.name for path in (tmp_path / "releases").iterdir()] == [old.id]


def test_an_unchanged_input_is_known_before_extraction(ontology: Ontology, tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("un")
    digest = inputs_digest([document], ontology.checksum, "c0de")
    assert unchanged(tmp_path, digest) is None
    made = build(extractions(), ontology, tmp_path, options=Options(digest, "c0de"))
    assert unchanged(tmp_path, digest) == made
    document.write_text("deux")
    assert unchanged(tmp_path, inputs_digest([document], ontology.checksum, "c0de")) is None


def test_a_damaged_release_is_built_again(ontology: Ontology, tmp_path: Path) -> None:
    made = build(extractions(), ontology, tmp_path, options=CODE)
    (made.folder / "text.nq.gz").write_bytes(b"")
    with pytest.raises(ReleaseError, match=r"text.nq.gz is damaged or missing; build the release again"):
        made.verify()
    assert unchanged(tmp_path, "d") is None
    build(extractions(), ontology, tmp_path, options=CODE).verify()


def test_the_manifest_counts_and_says_what_was_dropped(release: Release) -> None:
    manifest = json.loads((release.folder / "manifest.json").read_text())
    assert manifest["dropped"] == {"too far": 6}
    assert manifest["counts"]["statements"] == 12
    assert manifest["focus_nodes"]["StatementShape"] == 12
    assert [each["id"] for each in manifest["inputs"]["documents"]] == ["note-2025", "programme-2024", "strategy-2026"]


def test_no_release_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"There is no release in .*; make one with: bfpg build"):
        current(tmp_path)


def test_two_documents_of_one_id_are_refused(ontology: Ontology, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="2 documents have the id strategy-2026"):
        build([strategy().extraction(), strategy().extraction()], ontology, tmp_path, options=CODE)


def test_the_default_graph_is_the_merge_and_counts_a_triple_once(release: Release, tmp_path: Path) -> None:
    for store in (release.store(), release.store(tmp_path), release.store(tmp_path)):
        merged = {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
        named = [quad.triple for quad in store if quad.graph_name != ox.DefaultGraph()]
        assert merged == set(named)
        assert len(named) > len(merged)  # plain triples stand in several graphs


def test_what_tools_leave_behind_is_no_input(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "rules.toml").write_text("a = 1")
    before = code_digest([code])
    for name in ("__pycache__", ".mypy_cache"):
        (code / name).mkdir()
        (code / name / "left.json").write_text("{}")
    assert code_digest([code]) == before
    (code / "rules.toml").write_text("a = 2")
    assert code_digest([code]) != before
