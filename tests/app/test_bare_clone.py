"""The commands where there is no corpus: the bare release is served, the specimen on demand."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import building
from app.cli.main import app
from loaders.bare import write_bare
from queries.release import Release, current


@pytest.fixture
def bare(release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """A clone: a bare release, an empty home, no corpus."""
    found = write_bare(release, tmp_path / "kept")
    here = tmp_path / "here" / "clone"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setenv("BFPG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BFPG_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("BFPG_CORPUS", raising=False)
    monkeypatch.setattr(building, "find_bare", lambda: found)
    return found


def bfpg(*words: str) -> str:
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_build_serves_the_bare_release_and_says_what_is_missing(bare: Release, tmp_path: Path) -> None:
    bfpg("build")
    served = current(tmp_path / "home")
    assert served.id == bare.id and not served.manifest.has_text
    assert '"quote": null' in bfpg("ask", "threats-by-interest", "number=3")
    before = (served.folder / "record.nq.gz").stat().st_mtime_ns
    bfpg("build")
    assert (served.folder / "record.nq.gz").stat().st_mtime_ns == before


def test_the_specimen_is_built_on_demand(bare: Release, tmp_path: Path) -> None:
    bfpg("build", "--specimen")
    served = current(tmp_path / "home")
    assert served.id != bare.id and served.manifest.has_text
    assert {each.id.split("-")[0] for each in served.manifest.inputs.documents} == {"specimen"}
    bfpg("build")
    assert current(tmp_path / "home").id == bare.id


def test_where_there_is_no_bare_release_the_specimen_is_built(
    bare: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "find_bare", lambda: None)
    bfpg("build")
    assert current(tmp_path / "home").id != bare.id


def test_quotes_that_are_there_are_kept(bare: Release, release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFPG_HOME", str(release.folder.parents[1]))
    bfpg("build")
    assert current(release.folder.parents[1]).manifest.has_text and bare.id == release.id


def test_writing_one_without_a_corpus_is_refused(bare: Release) -> None:  # noqa: ARG001
    done = CliRunner().invoke(app, ["bare", "write"])
    assert done.exit_code != 0 and "There is no corpus" in str(done.exception)
