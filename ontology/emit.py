"""Writes what is derived from the Turtle into ontology/generated/: `python -m ontology.emit`.

The files are committed; a test says when they have drifted.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ontology import emit_context, emit_cypher, emit_models, emit_words
from ontology.model import Ontology
from ontology.source import load

FOLDER: Final = Path(__file__).parent / "generated"


def generated(ontology: Ontology) -> Mapping[str, str]:
    """Every generated file by name."""
    return {
        "__init__.py": '"""Derived from the Turtle by `python -m ontology.emit`. Do not edit."""\n',
        "words.py": emit_words.words(ontology),
        "models.py": emit_models.models(ontology),
        "context.jsonld": emit_context.context(ontology),
        "constraints.cypher": emit_cypher.constraints(ontology),
    }


def drifted(ontology: Ontology, folder: Path = FOLDER) -> list[str]:
    """The generated files that are not what the ontology says now."""
    found = generated(ontology)
    return [
        name
        for name, content in found.items()
        if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != content
    ]


def emit(ontology: Ontology, folder: Path = FOLDER) -> list[str]:
    """Writes the generated files that have drifted; their names."""
    names = drifted(ontology, folder)
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(generated(ontology)[name], encoding="utf-8", newline="\n")
    return names


if __name__ == "__main__":
    emit(load())
