"""The page in a real browser, where one is installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (apt-get install chromium)")


def rendered(url: str, profile: Path) -> tuple[str, str]:
    """The document after its scripts have run, and what the console said."""
    assert BROWSER is not None
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        "--virtual-time-budget=6000",
        "--dump-dom",
    ]
    command = [BROWSER, *options, f"--user-data-dir={profile}", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


@pytest.mark.parametrize(
    ("language", "hole"),
    [
        ("fr", "Rien dans ces filtres"),
        ("nl", "Niets binnen deze filters"),
        ("en", "Nothing within these filters"),
    ],
)
def test_answer_is_shown_with_quotes_and_holes(address: str, tmp_path: Path, language: str, hole: str) -> None:
    page, console = rendered(f"{address}/?number=3&language={language}", tmp_path)
    assert console == ""
    assert f'<html lang="{language}">' in page
    assert len(re.findall(r'<tr class="row', page)) == 3 and hole in page
    assert "Une politique de protection des réseaux y répondra." in page
    assert "strategy-2026.txt" in page and "Title of programme-2024" in page
    assert len(re.findall(r"<a [^>]*data-id=", page)) == 4
    assert "style=" not in page


def test_filters_of_the_address_are_applied(address: str, tmp_path: Path) -> None:
    page, _ = rendered(
        f"{address}/?number=3&language=en&documents=programme-2024,strategy-2026&min_confidence=0.6", tmp_path
    )
    assert len(re.findall(r'<tr class="row', page)) == 1
    assert re.search(r'value="programme-2024"', page)


@pytest.mark.parametrize("path", ["/sparql", "/docs"])
def test_other_pages_run_under_the_policy(address: str, tmp_path: Path, path: str) -> None:
    page, console = rendered(f"{address}{path}", tmp_path)
    assert console == ""
    assert "<td>" in page if path == "/sparql" else "opblock" in page
