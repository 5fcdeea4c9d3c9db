"""Every command and setting stands in the README, and nothing that is not there."""

import re

from typer.main import get_command

from app.cli.main import app
from app.settings import VARIABLES
from tests.app.cli.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_are_documented() -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    table = README[README.index("## Commands") : README.index("## Settings")]
    told = set(re.findall(r"`(?:bfpg )?([a-z]+)", table))
    assert commands <= told
    assert set(re.findall(r"bfpg ([a-z]+)", README)) <= commands


def test_settings_are_documented() -> None:
    told = set(re.findall(r"`((?:BFPG|NEO4J)_[A-Z0-9_]+)`", README))
    assert told == {*VARIABLES, "BFPG_JAVA"}


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / link).exists(), link


def test_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"\bmake ([a-z]+)\b(?=`|\s+#)", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
