"""`bfpg explain`: the quote with its marks, the rule, the twin."""

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from app.cli.explaining import lines, stretches
from app.cli.main import app
from app.settings import Settings
from queries.explained import Explanation, Mark, explain
from queries.release import Release
from queries.statements import statements


@pytest.fixture
def store(release: Release) -> ox.Store:
    return release.store()


def of(store: ox.Store, document: str, relation: str) -> Explanation:
    found = explain(store, statements(store, document=document, relation=relation).statements[0].id)
    assert found is not None
    return found


def shown(found: Explanation) -> str:
    return "\n".join(line.plain for line in lines(found, brackets=True))


def test_mentions_and_linking_words_are_in_brackets(store: ox.Store) -> None:
    text = shown(of(store, "strategy-2026", "threatens"))
    assert "cybermenaces threatens" in text
    assert "“[subject: Le][link: s] [subject: a]t[object: taque]s informatiques" in text
    assert "strategy-2026 · asserted · positive · confidence 0.86" in text
    assert "rule sample-rule: (no description at hand) · confidence 0.86" in text
    assert "section 1" in text


def test_the_twin_says_whether_it_is_evidence_too(store: ox.Store) -> None:
    found = of(store, "note-2025", "counters")
    text = shown(found)
    assert text.count("evidence too") == 2
    assert {each.language for some in found.twins.values() for each in some} == {"fr", "nl"}


def test_without_the_text_layer_it_says_when_quotes_appear(release: Release) -> None:
    text = shown(of(release.store(text=False), "note-2025", "counters"))
    assert "(the quote appears once the documents are there)" in text and "“" not in text


def test_a_mark_outside_the_passage_is_told(store: ox.Store) -> None:
    found = of(store, "strategy-2026", "threatens")
    marks = {name: (*some, Mark(role="object", start=0, end=3)) for name, some in found.marks.items()}
    assert "the object stands outside the passage, at 0–3" in shown(found.model_copy(update={"marks": marks}))


def test_marks_follow_the_text_as_it_is_mended() -> None:
    quote = "la poli-\ntique de paix"
    found = list(stretches(quote, "la politique de paix", 5, [Mark(role="subject", start=8, end=19)]))
    assert found == [("", "la "), ("subject", "politique"), ("", " de paix")]


def test_the_command_takes_an_id_or_an_iri(
    release: Release, settings: Settings, store: ox.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BFPG_HOME", str(settings.home))
    monkeypatch.setenv("BFPG_CACHE", str(settings.cache))
    said = of(store, "note-2025", "counters").statement
    outputs = {CliRunner().invoke(app, ["explain", name]).stdout for name in (said.id, said.iri)}
    assert len(outputs) == 1 and "[subject: " in outputs.pop()
    for name, wrong in (
        ("0" * 16, f"There is no statement {'0' * 16} in release {release.id}"),
        ("x", "is no statement"),
    ):
        assert wrong in str(CliRunner().invoke(app, ["explain", name]).exception)
