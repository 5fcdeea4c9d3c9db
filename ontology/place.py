"""Where in the Turtle files something stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ontology.namespaces import curie


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, at which line of which file, and what is allowed."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.message}" if self.file else self.message


class Places:
    """The lines of Turtle files, searched by subject and by what the subject's block says."""

    def __init__(self, files: Iterable[Path], root: Path) -> None:
        self.lines = {
            path.relative_to(root).as_posix(): path.read_text(encoding="utf-8").splitlines() for path in files
        }
        self._blocks: dict[str, list[tuple[str, int]]] = {}
        for name, lines in self.lines.items():
            for number, line in enumerate(lines):
                word = re.match(r"[^\s#@;,.\[\]]\S*", line)
                if word:
                    self._blocks.setdefault(word[0], []).append((name, number))

    def fault(self, subject: str, message: str, said: str = "") -> Fault:
        """A fault in a subject's block, at the line that says something where that is found."""
        short = curie(subject)
        for name, number in self._blocks.get(short, []) + self._blocks.get(f"<{subject}>", []):
            for offset, line in enumerate(self._block(name, number)):
                if said and said in line:
                    return Fault(name, number + offset + 1, message)
        for name, number in self._blocks.get(short, []):
            return Fault(name, number + 1, message)
        return self._anywhere(said or short, message)

    def _anywhere(self, said: str, message: str) -> Fault:
        for name, lines in self.lines.items():
            for number, line in enumerate(lines):
                if re.search(rf"(?<![\w-]){re.escape(said)}(?![\w-])", line):
                    return Fault(name, number + 1, message)
        return Fault("", 0, message)

    def _block(self, name: str, start: int) -> list[str]:
        """The lines from a block's first to the one before the next block."""
        lines = self.lines[name]
        end = start + 1
        while end < len(lines) and (not lines[end] or lines[end][0] in " \t#"):
            end += 1
        return lines[start:end]
