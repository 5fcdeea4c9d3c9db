"""Characters a processor second of reading, by format, beside a peer that does the same job; memory on a large text.

python benchmarks/reading.py [--large MB]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import documents
from benchmarks.measure import TIMES, Cost, medians, peer, pin, process, rate, timed
from loaders.reading import read
from loaders.reading.formats import layout_of
from loaders.reading.limits import LIMITS

SIZE = 300_000  # characters of each document
PEERS = {".pdf": "pdfplumber", ".html": "trafilatura"}
MAKERS: dict[str, Callable[[Path, Sequence[documents.Section]], Path]] = {
    ".txt": documents.text,
    ".md": documents.markdown,
    ".html": documents.html,
    ".docx": documents.docx,
    ".pdf": documents.pdf,
}
_READ = "import sys; from pathlib import Path; from loaders.reading import read; read(Path(sys.argv[1]))"


def main() -> None:
    """Print a line a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=0, metavar="MB", help="also read a text of so many megabytes")
    large = parser.parse_args().large
    pin(0)
    with tempfile.TemporaryDirectory() as folder:
        print("| format | characters | text only, c/s | segments too, c/s | peer | peer, c/s | text only to peer |")
        print("|---|---|---|---|---|---|---|")
        content = list(documents.sections(SIZE))
        for ending, make in MAKERS.items():
            print(_line(make(Path(folder) / f"note{ending}", content)), flush=True)
        if large:
            print(_large(Path(folder), large))


def _line(path: Path) -> str:
    """One format: our text alone, which is what a peer gives, then all that reading does."""
    characters = len(read(path).text)
    data = path.read_bytes()
    layout = timed(lambda: layout_of(data, path, LIMITS))
    whole = timed(lambda: read(path))
    name = PEERS.get(path.suffix, "")
    other = _peer(name, path) if name else None
    compared = (name, rate(characters, other.cpu), f"{other.cpu / layout.cpu:.1f}") if other else ("", "", "")
    ours = (rate(characters, layout.cpu), rate(characters, whole.cpu))
    return f"| {path.suffix[1:]} | {characters:,} | {' | '.join((*ours, *compared))} |"


def _peer(name: str, path: Path) -> Cost:
    return medians([Cost(*run) for run in peer(name, path, str(TIMES))["runs"]])


def _large(folder: Path, megabytes: int) -> str:
    """Time and memory of a process that reads a text of so many megabytes, and of one that reads a tenth."""
    lines = []
    for size in (megabytes // 10, megabytes):
        path = documents.text(folder / f"{size}.txt", list(documents.sections(size * 1_000_000)))
        cost = process([sys.executable, "-c", _READ, path])
        held = path.stat().st_size
        lines.append(
            f"{held / 1e6:.0f} MB of text: {cost.cpu:.0f} processor seconds ({rate(held, cost.cpu)} bytes/s), "
            f"{cost.memory / 1e6:.0f} MB of memory, {cost.memory / held:.1f} times the text"
        )
        path.unlink()
    return "\n".join(("", *lines))


if __name__ == "__main__":
    main()
