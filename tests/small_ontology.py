"""The vocabulary with a handful of things, so that tests do not change with the authorities."""

import shutil
from pathlib import Path

from ontology.model import Ontology
from ontology.source import FOLDER, load

SMALL = Path(__file__).parent / "ontology" / "small"
SCHEMES = ("stances", "polarities", "manners", "document-kinds", "speakers")


def copy_vocabulary(folder: Path) -> Path:
    """Copies classes, relations and the small schemes to a folder, with a few things beside them."""
    shutil.copytree(FOLDER / "classes", folder / "classes")
    for path in FOLDER.glob("*.ttl"):
        shutil.copy(path, folder)
    (folder / "schemes").mkdir()
    for scheme in SCHEMES:
        shutil.copy(FOLDER / "schemes" / f"{scheme}.ttl", folder / "schemes")
    shutil.copytree(SMALL, folder / "authorities")
    return folder


def small_ontology(folder: Path) -> Ontology:
    """The small ontology, read from a copy in this folder."""
    return load(copy_vocabulary(folder))
