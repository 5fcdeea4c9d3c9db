"""What extraction knows, from the ontology: wordings compiled by language, and which instrument answers to a threat."""

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from loaders.extraction import lexicon, tokens
from loaders.extraction.facts import facts
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.tokens import fold
from ontology.iri import ID
from ontology.model import LANGUAGES, Entity, Ontology
from ontology.source import FOLDER, checksum, load

T = TypeVar("T")
COMPILED_FROM = (lexicon.__file__, tokens.__file__, str(files("loaders.extraction") / "data/language.toml"), __file__)


class Knowledge:
    """The lexicons, each compiled or fetched from the cache when first asked for, and what instruments answer to."""

    def __init__(self, folder: Path = FOLDER, compiled: Path | None = None) -> None:
        """Knowledge of the ontology in a folder; `compiled` is a folder to keep what was compiled from it."""
        self._folder = folder
        self._compiled = compiled / "lexicons" if compiled else None
        self._ontology: Ontology | None = None
        self._key = ""
        self._answers: Mapping[str, str] | None = None
        self.lexicons: Mapping[str, Lexicon] = Lexicons(self)

    @property
    def ontology(self) -> Ontology:
        """The ontology, read when first needed."""
        if self._ontology is None:
            self._ontology = load(self._folder)
        return self._ontology

    @property
    def checksum(self) -> str:
        """The checksum of the ontology's files, known without reading what they say."""
        return checksum(self._folder)

    @property
    def answers(self) -> Mapping[str, str]:
        """Threat -> the instrument that answers to it (IRIs)."""
        if self._answers is None:
            self._answers = self._kept("answers", self._read_answers)
        return self._answers

    def lexicon(self, language: str) -> Lexicon:
        """The lexicon of a language, from the cache where the ontology and the code have not changed."""
        return self._kept(language, lambda: Lexicon(self._entities(), language))

    def _entities(self) -> Iterator[Entity]:
        # Texts are read against the newest edition of the vital interests; older ones are mapped to it.
        newest = max((e.notation[:4] for e in self.ontology.of_kind("VitalInterest")), default="")
        for entity in self.ontology.entities.values():
            if entity.kind != "VitalInterest" or entity.notation.startswith(newest):
                yield entity

    def _read_answers(self) -> Mapping[str, str]:
        return {threat: tool for tool, threats in sorted(self.ontology.answers_to.items()) for threat in threats}

    def _kept(self, name: str, make: Callable[[], T]) -> T:
        if self._compiled is None:
            return make()
        path = self._compiled / f"{self._digest()}-{name}.pickle"
        try:
            found: T = pickle.loads(path.read_bytes())
            return found
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
            made = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        pending = path.with_suffix(f".{os.getpid()}")
        pending.write_bytes(pickle.dumps(made, protocol=5))
        pending.replace(path)
        return made

    def _digest(self) -> str:
        if not self._key:
            content = b"".join(Path(file).read_bytes() for file in COMPILED_FROM)
            self._key = sha256(checksum(self._folder).encode() + content).hexdigest()[:16]
        return self._key


class Lexicons(Mapping[str, Lexicon]):
    """The lexicons by language, each made when first asked for."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Remember where they come from."""
        self._knowledge = knowledge
        self._made: dict[str, Lexicon] = {}

    def __getitem__(self, language: str) -> Lexicon:
        if language not in self._made:
            self._made[language] = self._knowledge.lexicon(language)
        return self._made[language]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


@cache
def defaults() -> Mapping[str, str]:
    """Folded short form -> the thing that it means where the document named nothing in full."""
    meant: Iterable[tuple[str, str]] = facts("short-forms")["defaults"].items()
    return {fold(word, language): ID + iri for word, iri in meant for language in LANGUAGES}
