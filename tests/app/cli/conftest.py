"""The command line on the specimen documents, in this process and in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli.main import app
from app.settings import VARIABLES
from loaders.graph.store import free_ports
from ontology.errors import BfpgError

Bfpg = Callable[..., Result]


@pytest.fixture(scope="session")
def specimen_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the release of the specimen documents."""
    home = tmp_path_factory.mktemp("specimen") / "home"
    env = environment(home, tmp_path_factory.mktemp("cache"))
    subprocess.run(
        [*COMMAND, "build", "--specimen"], env=env, cwd=tmp_path_factory.mktemp("here"), check=True, capture_output=True
    )
    return home


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a home and a cache that are empty, free ports and no other setting."""
    for name in (*VARIABLES, "BFPG_JAVA", "JAVA_HOME"):
        monkeypatch.delenv(name, raising=False)
    here = tmp_path / "project" / "here"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    for name, value in environment(tmp_path / "home", tmp_path / "cache").items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def specimen(bare: Path, specimen_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with the release of the specimen documents."""
    monkeypatch.setenv("BFPG_HOME", str(specimen_home))
    return bare


@pytest.fixture
def bfpg() -> Bfpg:
    """A command, run in this process; an error of ours comes out as its exception."""
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def refused(bfpg: Bfpg) -> Callable[..., str]:
    """The one sentence with which a command refuses."""

    def run(*words: object) -> str:
        result = bfpg(*words)
        assert isinstance(result.exception, BfpgError), (result.output, result.exception)
        said = str(result.exception)
        assert "\n" not in said and said[0] != " "
        return said

    return run


COMMAND = (sys.executable, "-c", "from app.cli import main; main()")
ROOT = Path(__file__).parents[3]


def environment(home: Path, cache: Path) -> dict[str, str]:
    """The environment of a fresh machine: an empty home and cache, free ports, no other setting of ours."""
    kept = {name: value for name, value in os.environ.items() if name not in (*VARIABLES, "BFPG_JAVA", "JAVA_HOME")}
    api, bolt, http = map(str, free_ports(3))
    ports = {"BFPG_API_PORT": api, "BFPG_BOLT_PORT": bolt, "BFPG_HTTP_PORT": http}
    path = os.pathsep.join(filter(None, (str(ROOT), kept.get("PYTHONPATH", ""))))
    return {**kept, **ports, "PYTHONPATH": path, "BFPG_HOME": str(home), "BFPG_CACHE": str(cache)}
