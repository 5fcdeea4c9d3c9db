"""What was odd is said in sentences, and what pages and printers did to sentences is undone."""

from pathlib import Path

import pytest

from loaders.reading import read
from loaders.reading.notes import note_marks
from tests.loaders.reading.conftest import corpus_file, read_once
from tests.loaders.reading.pdfs import pdf
from tests.loaders.reading.test_structure import kinds, of

NOTED = "La sécurité1 du pays et la paix.2 Ensuite l'article3 du traité.\n\n1 Voir le rapport.\n\n2 Voir le second."


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("La sécurité de l'État est menacée à l'étranger.".encode("cp1252"))
    assert read(tmp_path / "a.txt").warnings == (
        "The encoding was guessed: none is declared, and it was read as cp1252.",
    )


def test_a_wrong_declaration_is_said(tmp_path: Path) -> None:
    page = "<meta charset='ascii'><p>La sécurité de l'État est menacée.</p>"
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    assert "not the ascii that it declares" in read(tmp_path / "a.html").warnings[0]


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    pages = [[(60.0, 700.0, 10.0, "La Belgique soutient ses voisins.")], [], []]
    (tmp_path / "a.pdf").write_bytes(pdf(pages))
    assert read(tmp_path / "a.pdf").warnings == ("Pages 2, 3: no text, perhaps a picture of it.",)


def test_contents_lost_characters_and_line_numbers_are_said() -> None:
    lines = "\n".join(f"Cette ligne porte un nombre à la fin et continue {n} " for n in range(1, 30))
    assert of(lines).warnings == ("29 lines carry numbers that count lines: these are not read as text.",)
    contents = of("Table des matières\n\nMenaces\t3\nMoyens\t5\n\nUne phrase perdu\ufffde.")
    assert [sentence.split()[0] for sentence in contents.warnings] == ["1", "A"]


@pytest.mark.parametrize("start", ["000_", "001_"])
def test_passages_without_counterpart_are_counted(start: str) -> None:
    assert any("no counterpart" in sentence for sentence in read_once(corpus_file(start)).warnings)


def test_an_ordinary_document_has_no_warnings() -> None:
    assert of("La Belgique soutient ses voisins et leurs alliés.").warnings == ()


def test_note_marks_in_plain_digits_go_and_the_notes_are_notes() -> None:
    document = of(NOTED)
    assert document.segments[0].text == "La sécurité du pays et la paix. Ensuite l'article3 du traité."
    assert kinds(document) == ["paragraph", "note", "note"]
    assert document.text[document.segments[0].offsets[11]] == " "


@pytest.mark.parametrize(
    "text",
    [
        "La sécurité1 du pays.",
        "Le virus covid19 et le mp3.\n\n19 Voir le rapport.",
        "Un taux de croissance3,5 et plus.\n\n3 Voir le rapport.",
        "La sécurité7 du pays.\n\n7 Voir le rapport.",
        "Le règlement UE1 vaut.\n\n1 Voir le rapport.",
    ],
)
def test_other_digits_stay(text: str) -> None:
    assert note_marks(text) == ()


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        (
            "Nous travaillons avec nos partenaires et avec l'ambassadeur, à savoir M.",
            "le comte de la ville haute.",
            True,
        ),
        ("Nous travaillons avec nos partenaires et avec leurs alliés du continent.", "Le monde change vite.", False),
        ("Nous travaillons avec nos partenaires et avec leurs alliés du continent", "pour la paix du monde.", True),
    ],
)
def test_a_page_cuts_a_paragraph(before: str, after: str, one: bool) -> None:
    document = of(f"{before}\n\n12\n\f{after}\n\n13\n\f")
    assert kinds(document).count("paragraph") == (1 if one else 2)


def test_a_registration_is_no_heading() -> None:
    end = "Le monde change et nous avec lui.\n\nDépôt légal\n\nD/2026/1234/5\n\nÉditeur responsable : le président."
    assert "heading" not in kinds(of(end))


def test_the_strategy_ends_without_headings() -> None:
    assert kinds(read_once(corpus_file("004_")))[-6:] == ["paragraph"] * 6
