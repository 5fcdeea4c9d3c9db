"""Headings, sections, lists and their lead-ins, contents, notes, interruptions."""

import pytest

from loaders.reading import Document, SegmentKind, Source
from loaders.reading.plain import read_plain
from loaders.reading.reader import document as made
from tests.loaders.reading.conftest import corpus_file, read_once


def of(text: str, *languages: str) -> Document:
    """The document that a text makes."""
    return made(read_plain(text), Source("test", "Test", languages=languages), "test.txt", "0" * 64)


def kinds(document: Document) -> list[str]:
    """The kinds of its segments."""
    return [segment.kind.value for segment in document.segments]


def test_numbered_headings_nest() -> None:
    document = of(
        "1. Des menaces nouvelles\n\nLe monde change vite et fort.\n\n1.1. La guerre\n\nLa guerre est revenue ici.\n\n"
        "[Ukraine]\n\nNous aidons ce pays avec nos alliés.\n\n2. Des moyens\n\nNous avons des moyens pour agir."
    )
    headings = [(s.text, s.level) for s in document.segments if s.kind == SegmentKind.HEADING]
    assert headings == [("1. Des menaces nouvelles", 1), ("1.1. La guerre", 2), ("Ukraine", 3), ("2. Des moyens", 1)]
    assert document.numbers == ("1", "1", "1.1", "1.1", "1.1.1", "1.1.1", "2", "2")
    assert document.headings(document.segments[5]) == ("1. Des menaces nouvelles", "1.1. La guerre", "Ukraine")


def test_items_know_their_lead_in() -> None:
    document = of(
        "Nous voulons :\n\n➢ aider nos voisins :\n\no par la parole,\n\no par les actes ;\n\n➢ garder la paix.\n\n"
        "Ceci n'est plus une liste, mais une phrase."
    )
    assert kinds(document) == ["paragraph", *["list-item"] * 4, "paragraph"]
    assert [segment.lead_in for segment in document.segments] == [None, 0, 1, 1, 0, None]


def test_lettered_items_go_on_after_a_paragraph() -> None:
    document = of(
        "Notre action repose sur deux axes.\n\na. D'abord, la prévention des crises.\n\nElle commence tôt et dure.\n\n"
        "b. Ensuite, la médiation entre les parties."
    )
    assert [segment.lead_in for segment in document.segments] == [None, 0, None, 0]


def test_a_table_of_contents_is_no_text_and_names_the_chapters() -> None:
    document = of(
        "Table des matières\n\nMenaces\t3\nMoyens\t5\n\nMenaces\n\nLe monde est moins sûr qu'hier.\n\n● La guerre\n\n"
        "Elle est de retour sur le continent.\n\nMoyens\n\nNous avons des alliés fidèles."
    )
    assert kinds(document)[:2] == ["contents", "contents"]
    levels = [(s.text, s.level) for s in document.segments if s.kind == SegmentKind.HEADING]
    assert levels == [("Menaces", 1), ("La guerre", 2), ("Moyens", 1)]


def test_line_numbers_are_cut_out() -> None:
    lines = [f"Cette ligne porte un nombre à la fin et continue {n} " for n in range(1, 30)]
    document = of("\n".join(lines))
    assert not any(char.isdigit() for char in document.segments[0].text)


def test_running_lines_and_page_numbers_are_furniture() -> None:
    page = "Une phrase de la page, avec un sens complet.\n\n{n}\n\nRAPPORT 2025 / {n}\n\f"
    document = of("".join(page.format(n=n) for n in range(1, 5)))
    assert kinds(document).count("furniture") == 8


def test_a_sentence_goes_on_after_a_page_of_the_other_language() -> None:
    document = of(
        "La politique de notre pays est de rester fidèle à ses alliés et de ne pas\n\n"
        "Het beleid van ons land is trouw te blijven aan zijn bondgenoten en niet te\n"
        "\fcéder à la pression de ceux qui ne respectent pas les règles.\n\n"
        "zwichten voor de druk van wie de regels niet naleeft in deze wereld.\n"
        "\fUne autre phrase qui est dans la page suivante de ce texte.\n\n"
        "Een andere zin die op de volgende bladzijde van de tekst staat."
    )
    french, dutch = document.segments[:2]
    assert len(french.spans) == len(dutch.spans) == 2
    assert french.text.endswith("les règles.")
    assert "ne pas céder" in french.text
    start = french.text.index("pas céder")
    assert len(french.pieces(start, start + 9)) == 2
    assert (french.twin, dutch.twin) == (1, 0)


@pytest.mark.parametrize(
    ("start", "kind", "count"), [("002_", "heading", 4), ("003_", "heading", 2), ("003_", "list-item", 9)]
)
def test_counts_in_the_corpus(start: str, kind: str, count: int) -> None:
    assert kinds(read_once(corpus_file(start))).count(kind) == count


def test_the_strategy_nests_interests_and_threats_in_their_chapters() -> None:
    document = read_once(corpus_file("004_"))
    children: dict[int, list[str]] = {}
    for segment in document.segments:
        if segment.kind == SegmentKind.HEADING and segment.level == 2:
            children.setdefault(segment.section[0], []).append(segment.text)
    by_chapter = [texts for _, texts in sorted(children.items())]
    assert [text[:2] for text in by_chapter[0]] == ["01", "02", "03", "04", "05"]
    assert len(by_chapter[1]) == 12


def test_the_strategy_takes_up_its_first_axis_without_its_heading() -> None:
    document = read_once(corpus_file("004_"))
    axes = [
        document.segments[s.section[-1]].text[:2] for s in document.segments if s.kind == "heading" and s.level == 3
    ]
    assert axes == ["01"] * 4 + ["02"] * 5 + ["03"] * 5
