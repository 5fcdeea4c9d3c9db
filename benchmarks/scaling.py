"""`bfpg export` over copies of the corpus: time grows with the text, memory does not.

python benchmarks/scaling.py [--times 1 10 100] [--corpus FOLDER]
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import BFPG, Cost, medians, process, rate
from loaders.reading import find_corpus


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10], help="how often the corpus is taken")
    parser.add_argument("--corpus", type=Path, help="folder of texts (default: the corpus)")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the median counts")
    given = parser.parse_args()
    files = find_corpus(given.corpus).files
    print("| copies | characters | seconds | processor seconds | characters a processor second | memory |")
    print("|---|---|---|---|---|---|")
    for copies in given.times:
        characters, cost = _export(files, copies, given.runs)
        figures = (f"{cost.wall:.1f}", f"{cost.cpu:.1f}", rate(characters, cost.cpu), f"{cost.memory / 1e6:.0f} MB")
        print(f"| {copies} | {characters:,} | {' | '.join(figures)} |", flush=True)


def _export(files: Iterable[Path], copies: int, runs: int) -> tuple[int, Cost]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = copied(files, folder / "corpus", copies)
        command: list[str | Path] = [*BFPG, "export", "--gold", folder / "out", "--corpus", folder / "corpus"]
        return characters, medians([process(command) for _ in range(runs)])


def copied(files: Iterable[Path], folder: Path, copies: int) -> int:
    """Copy files into a folder so often, each under a name of its own; how many characters there are."""
    folder.mkdir(parents=True)
    characters = 0
    for file in files:
        characters += len(file.read_text(encoding="utf-8")) * copies
        for copy in range(copies):
            shutil.copyfile(file, folder / f"{copy:04}-{file.name}")
    return characters


if __name__ == "__main__":
    main()
