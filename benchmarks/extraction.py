"""`bfpg export`, a whole process on one core, beside the stock French spaCy pipeline over the same text.

python benchmarks/extraction.py [--corpus FOLDER] [--copies N]
"""

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measure import BFPG, TIMES, Cost, medians, peer, process, rate
from benchmarks.scaling import copied
from loaders.reading import find_corpus


def main() -> None:
    """Print characters a second of both, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="folder of texts (default: the corpus)")
    parser.add_argument("--copies", type=int, default=1, help="how often the corpus is taken")
    parser.add_argument("--times", type=int, default=TIMES, help="runs of which the median counts")
    given = parser.parse_args()
    files = find_corpus(given.corpus).files
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        characters = copied(files, folder / "corpus", given.copies)
        ours = _ours(folder, given.times)
        theirs = _theirs(folder, given.times)
    print(f"{characters:,} characters in {given.copies * len(files)} documents; medians of {given.times}, one core")
    print("| what | seconds | processor seconds | characters a processor second | memory |")
    print("|---|---|---|---|---|")
    for what, cost in (("bfpg export, whole process", ours), ("spaCy fr_core_news_md, pipe alone", theirs)):
        memory = f"{cost.memory / 1e6:.0f} MB" if cost.memory else ""
        print(f"| {what} | {cost.wall:.1f} | {cost.cpu:.1f} | {rate(characters, cost.cpu)} | {memory} |")
    clock = f"{theirs.wall / ours.wall:.2f} by the clock, which other work on the machine distorts"
    print(f"ratio: {theirs.cpu / ours.cpu:.2f} by the processor ({clock})")


def _ours(folder: Path, times: int) -> Cost:
    """After one run that fills the cache of compiled names."""
    command: list[str | Path] = [*BFPG, "export", "--gold", folder / "out", "--corpus", folder / "corpus"]
    return medians([process(command) for _ in range(times + 1)][1:])


def _theirs(folder: Path, times: int) -> Cost:
    """The paragraphs of the same texts; loading the pipeline is not counted against it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder / "corpus").iterdir())]
    parts = [part for text in texts for part in re.split(r"\n\s*\n", text) if part.strip()]
    (folder / "texts.json").write_text(json.dumps(parts), encoding="utf-8")
    return medians([Cost(*run) for run in peer("spacy", folder / "texts.json", str(times))["runs"]])


if __name__ == "__main__":
    main()
