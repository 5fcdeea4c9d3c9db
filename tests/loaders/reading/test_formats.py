"""Markdown, HTML, DOCX and PDF: structure, main content, page and box."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from loaders.reading import Document, read
from tests.loaders.reading.pdfs import Placed, pdf
from tests.loaders.reading.test_offsets import assert_exact

Outline = list[tuple[str, str, str]]

EXPECTED: Outline = [
    ("heading", "1", "Note"),
    ("paragraph", "1", "Une menace grave pèse sur la Belgique et sur l'Europe."),
    ("heading", "1.1", "Moyens"),
    ("paragraph", "1.1", "Nous voulons :"),
    ("list-item", "1.1", "aider l'Ukraine ;"),
    ("list-item", "1.1", "garder la paix."),
]


def outline(document: Document) -> Outline:
    """Kind, number and text of each segment."""
    assert_exact(document)
    return [(s.kind.value, n, s.text) for s, n in zip(document.segments, document.numbers, strict=True)]


def test_markdown(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "# Note\n\nUne **menace** grave pèse sur la [Belgique](http://x.be)\net sur l’Europe.\n\n## Moyens\n\n"
        "Nous voulons :\n\n- aider l’Ukraine ;\n- garder la\n  paix.\n\n```\ncode\n```\n",
        encoding="utf-8",
    )
    document = read(file)
    assert outline(document)[:6] == EXPECTED
    assert document.segments[5].lead_in == document.segments[4].lead_in == 3
    assert document.segments[6].kind == "furniture"


def test_html_reads_the_main_content_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        "<html><head><title>t</title><meta charset=utf-8></head><body><nav><ul><li><a href=a>Menu</a></ul></nav>"
        "<header>Site</header><main><h1>Note</h1><p>Une <b>menace</b> grave pèse sur la\n Belgique et sur l’Europe.</p>"
        "<script>x()</script><h2>Moyens</h2><p>Nous voulons :</p>"
        "<ul><li>aider l’<a href=b>Ukraine</a> ;<li><p>garder la paix.</p></ul>"
        "<div class='share'>Partager</div></main><footer>Pied</footer></body></html>",
        encoding="utf-8",
    )
    assert outline(read(file)) == EXPECTED


def test_docx(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Note", 1)
    word.add_paragraph("Une menace grave pèse sur la Belgique et sur l’Europe.")
    word.add_heading("Moyens", 2)
    word.add_paragraph("Nous voulons :")
    for item in ("aider l’Ukraine ;", "garder la paix."):
        word.add_paragraph(item, style="List Bullet")
    word.save(str(tmp_path / "a.docx"))
    assert outline(read(tmp_path / "a.docx")) == EXPECTED


def test_docx_tables_are_read_row_by_row(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Mali", "Niger"
    buffer = BytesIO()
    word.save(buffer)
    (tmp_path / "t.docx").write_bytes(buffer.getvalue())
    assert outline(read(tmp_path / "t.docx")) == [("paragraph", "", "Mali | Niger")]


def lines(left: float, top: float, texts: list[str], size: float = 10) -> list[Placed]:
    """Lines of text one under the other."""
    return [(left, top - 12 * at, size, text) for at, text in enumerate(texts)]


def two_columns(number: int) -> list[Placed]:
    """A page with a running header, a heading, two columns and a page number."""
    return [
        (60, 815, 8, "Note de politique 2025"),
        (295, 20, 8, str(number)),
        (60, 740, 18, f"Chapitre {'ABC'[number - 1]}"),
        *lines(
            60,
            700,
            [
                "La Belgique défend ses inté-",
                "rêts dans le monde. Elle veut",
                "que le droit soit respecté",
                "et elle demande à tous ses",
            ],
        ),
        *lines(
            320,
            700,
            [
                "alliés de faire de même dans",
                "les années à venir, avec soin.",
                "Elle cite aussi l’Ukraine et",
                "la Moldavie dans ce texte.",
            ],
        ),
        (320, 600, -10, "Un titre gras"),
        *lines(320, 580, ["Une phrase sous le titre gras."]),
    ]


def test_pdf_columns_headings_and_running_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([two_columns(number) for number in (1, 2, 3)], compress=True))
    document = read(file)
    found = outline(document)
    assert found[0][2] == "Chapitre A"
    assert found[1][2].startswith("La Belgique défend ses intérêts dans le monde.")
    assert found[1][2].endswith("la Moldavie dans ce texte.")
    assert found[2] == ("heading", "1.1", "Un titre gras")
    assert sum(kind == "furniture" for kind, _, _ in found) == 6
    assert [s.page for s in document.segments if s.text.startswith("Chapitre")] == [1, 2, 3]
    box = document.segments[0].box
    assert box is not None
    assert box[0] == pytest.approx(60, abs=2)
    assert box[1] == pytest.approx(740, abs=6)


def test_a_sentence_goes_on_from_page_to_page_in_a_pdf(tmp_path: Path) -> None:
    first = lines(
        60,
        700,
        [
            "La Belgique défend ses intérêts dans le monde entier et elle",
            "veut que le droit international soit respecté par tous les",
        ],
    )
    second = lines(60, 700, ["États, petits et grands, sans aucune exception. Elle le dit."])
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([first, second]))
    document = read(file)
    assert len(document.segments) == 1
    assert "tous les États" in document.segments[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_in_any_encoding_and_with_any_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    first, second = ("Première ligne, déjà écrite à l'été", "et sa suite où l'on a été reçu.")
    text = f"{first}{end}{second}{end}{end}Deuxième paragraphe, très âgé."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = read(tmp_path / "a.txt")
    assert document.text == text
    assert len(document.segments) == 2
    assert_exact(document)
