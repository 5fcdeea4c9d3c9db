"""From a corpus to a release: nothing is done where nothing changed."""

from collections.abc import Sequence
from pathlib import Path

from app.cli.common import console, extractions, followed, told
from app.settings import Settings
from loaders.extraction import Knowledge
from loaders.reading import Corpus, Sources, find_corpus, load_sources
from loaders.record import Options, build, code_digest, inputs_digest, unchanged
from queries.release import Release


def announce(corpus: Corpus) -> None:
    """Say which documents are read, clearly so where they are specimens."""
    console.print(f"corpus: {len(corpus.files)} documents ({corpus.name})")
    if corpus.specimen:
        console.print(
            "[yellow]No corpus is set or found: these are specimen documents that we wrote ourselves. "
            "Put the real ones into ./corpus, or name their folder in BFPG_CORPUS.[/yellow]"
        )


def build_release(settings: Settings, files: Sequence[Path] = (), *, force: bool = False) -> Release:
    """The release of the files named, or of the corpus; the current one where nothing changed."""
    corpus = Corpus(tuple(files), "named files") if files else find_corpus(settings.corpus)
    announce(corpus)
    return build_corpus(settings, corpus.files, load_sources(), force=force)


def build_corpus(settings: Settings, files: Sequence[Path], sources: Sources, *, force: bool = False) -> Release:
    """The release of these files."""
    knowledge = Knowledge(compiled=settings.cache)
    code = code_digest()
    digest = inputs_digest(files, knowledge.checksum, code)
    known = None if force else unchanged(settings.home, digest)
    if known:
        console.print(f"release {known.id}: nothing changed, nothing built")
        return known
    found = list(followed(extractions(files, sources, knowledge), len(files), "reading and extracting"))
    with told() as tell:
        release = build(found, knowledge.ontology, settings.home, tell, Options(digest=digest, code=code))
    counts = release.manifest.counts
    console.print(f"release {release.id}: {counts['statements']} statements, {counts['mentions']} mentions")
    return release
