"""Runs in the environment of the peers: does a job, prints what it cost as JSON."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def pdfplumber(path: str) -> Callable[[], object]:
    """The text of every page of a PDF."""
    import pdfplumber as library

    def work() -> object:
        with library.open(path) as document:
            return [page.extract_text() for page in document.pages]

    return work


def trafilatura(path: str) -> Callable[[], object]:
    """The main text of an HTML page."""
    import trafilatura as library

    page = Path(path).read_text(encoding="utf-8")
    return lambda: library.extract(page, include_tables=True)


def spacy(path: str) -> Callable[[], object]:
    """All components of the stock French pipeline over paragraphs (a JSON list), in batches."""
    import spacy as library

    pipeline = library.load("fr_core_news_md")
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    return lambda: sum(len(document.ents) for document in pipeline.pipe(texts, batch_size=64))


def main(job: str, path: str, times: str) -> None:
    """Print seconds on the clock and of the processor, for each run after one that does not count."""
    work = {"pdfplumber": pdfplumber, "trafilatura": trafilatura, "spacy": spacy}[job](path)
    if job != "spacy":
        work()
    runs = []
    for _ in range(int(times)):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        runs.append((time.perf_counter() - wall, time.process_time() - cpu))
    print(json.dumps({"runs": runs}))


if __name__ == "__main__":
    main(*sys.argv[1:])
