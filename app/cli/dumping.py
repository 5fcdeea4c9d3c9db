"""The record in the formats that people take away."""

import io

import pyoxigraph as ox

from ontology.errors import SettingsError
from ontology.namespaces import PREFIXES
from queries.release import Release

FORMATS = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}


def dumped(release: Release, form: str, *, text: bool) -> bytes:
    """The named graphs of a release; `SettingsError` where the format is unknown."""
    if form not in FORMATS:
        raise SettingsError(f"{form!r} is no format of a dump; allowed are {', '.join(FORMATS)}.")
    quads = release.dump(text=text)
    if form == "nq":
        return quads
    target = io.BytesIO()
    parsed = ox.parse(quads, format=ox.RdfFormat.N_QUADS)
    ox.serialize(parsed, target, format=FORMATS[form], prefixes=PREFIXES)
    return target.getvalue()
