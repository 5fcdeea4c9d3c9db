"""Text made fit for an identifier."""

import re
import unicodedata


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens of a text.

    >>> slug("Agence européenne de défense")
    'agence-europeenne-de-defense'
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"
