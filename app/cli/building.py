"""From a corpus to a release: nothing is done where nothing changed."""

from collections.abc import Sequence
from pathlib import Path

from app.cli.common import Faults, console, extractions, followed, told
from app.cli.inputs import Inputs, inputs
from app.settings import Settings
from loaders.bare import find_bare, install
from loaders.extraction import Knowledge
from loaders.reading import find_corpus
from loaders.reading.corpus import SPECIMEN
from loaders.reading.library import entries
from loaders.record import Options, build, code_digest, inputs_digest, unchanged
from ontology.errors import ReleaseError, SourceError
from queries.release import Release, current


def build_release(
    settings: Settings,
    files: Sequence[Path] = (),
    *,
    force: bool = False,
    faults: Faults | None = None,
    specimen: bool = False,
) -> Release:
    """The release of the files named, or of the corpus, with the library; the current one where nothing changed.

    Without a corpus it is the bare release of the repository, unless the `specimen` is asked for or there is none.
    A file that cannot be read is reported and the others go on; `faults` tells afterwards how many there were.
    """
    faults = faults or Faults()
    if specimen:
        return build_inputs(settings, inputs(settings, [SPECIMEN], faults), faults, force=force)
    bare = None if files or not find_corpus(settings.corpus).specimen else find_bare()
    if bare and not entries(settings.home):
        return serve_bare(settings, bare)
    return build_inputs(settings, inputs(settings, files, faults), faults, force=force)


def build_inputs(settings: Settings, given: Inputs, faults: Faults, *, force: bool = False) -> Release:
    """The release of these documents; `SourceError` where none of them can be read."""
    knowledge = Knowledge(compiled=settings.cache)
    code = code_digest()
    digest = inputs_digest(given.described, knowledge.checksum, code)
    known = None if force else unchanged(settings.home, digest)
    if known:
        console.print(f"release {known.id}: nothing changed, nothing built")
        return known
    before = faults.count
    work = extractions(given.all, given.sources, knowledge, faults)
    found = list(followed(work, len(given.all), "reading and extracting"))
    kept = {entry.versions[-1] for entry in given.shelf}
    if given.files and not any(each.document.checksum not in kept for each in found):
        raise SourceError("No document could be read, and nothing was built: name documents that have text.")
    # Where a file was left out, the digest matches no later inputs: the next build looks at the file again.
    options = Options(digest="" if faults.count > before else digest, code=code)
    with told() as tell:
        release = build(found, knowledge.ontology, settings.home, tell, options)
    counts = release.manifest.counts
    console.print(f"release {release.id}: {counts['statements']} statements, {counts['mentions']} mentions")
    return release


def serve_bare(settings: Settings, found: Release) -> Release:
    """The bare release, installed where the home does not have it already, with a word on its quotes."""
    try:
        known = current(settings.home)
        known.verify()
    except ReleaseError:
        known = None
    if known is not None and known.id == found.id:
        served, said = known, "nothing changed, nothing built"
    else:
        served, said = install(found, settings.home), f"{found.manifest.counts['statements']} statements"
    console.print(f"release {served.id}: {said}")
    if not served.manifest.has_text:
        console.print(
            "[yellow]No corpus is set or found: this is the graph of the documents without their sentences. Quotes "
            "appear once the documents are there: put them into ./corpus, or name their folder in BFPG_CORPUS.[/yellow]"
        )
    return served
