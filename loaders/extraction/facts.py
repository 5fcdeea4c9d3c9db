"""The data files of extraction: what its finders, rules and stances go by."""

from typing import Any

from loaders.reading.facts import facts as tables


def facts(name: str) -> dict[str, Any]:
    """The tables of `data/<name>.toml`, read once."""
    return tables(name, "loaders.extraction")
