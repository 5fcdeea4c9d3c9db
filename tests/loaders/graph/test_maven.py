"""Coordinates, the lock, and where jars come from."""

from pathlib import Path

import pytest

from loaders.graph.maven import ROOTS, format_lock, mirror, read_lock, repository
from ontology.errors import StoreError


def test_the_lock_pins_every_root_and_comes_back_as_it_is() -> None:
    jars = read_lock()
    assert set(ROOTS) <= {jar.coordinate for jar in jars}
    assert len({jar.file for jar in jars}) == len(jars) > 200
    assert tuple(sorted(jars)) == jars
    assert "".join(line for line in format_lock(jars).splitlines(True) if line[0] != "#").count("\n") == len(jars)


def test_a_line_that_is_not_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.lock").write_text("# fine\norg.neo4j:neo4j 12 abc\n")
    with pytest.raises(StoreError, match=r"bad\.lock, line 2 is not"):
        read_lock(tmp_path / "bad.lock")


@pytest.mark.parametrize(
    ("of", "expected"),
    [("central", "here"), ("*", "here"), ("external:*,!central", None), ("*, !central", None), ("other", None)],
)
def test_a_mirror_of_maven_central_is_honoured(tmp_path: Path, of: str, expected: str | None) -> None:
    settings = tmp_path / "settings.xml"
    settings.write_text(
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors><mirror>'
        f"<id>m</id><mirrorOf>{of}</mirrorOf><url>here</url></mirror></mirrors></settings>"
    )
    assert mirror(settings) == expected


def test_settings_of_jgo_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jgo.conf").write_text("[repositories]\ncentral = https://mirror.example/maven/\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(tmp_path / "jgo.conf"))
    assert repository({"HOME": str(tmp_path)}) == "https://mirror.example/maven"


def test_settings_that_are_not_xml_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "settings.xml").write_text("<settings>")
    with pytest.raises(StoreError, match="is not XML"):
        mirror(tmp_path / "settings.xml")
