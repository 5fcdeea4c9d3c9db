"""The facts about languages and layouts that reading goes by, from `data/*.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("fr", "nl", "de", "en")


@cache
def facts(name: str) -> dict[str, Any]:
    """The tables of `data/<name>.toml`."""
    text = resources.files("loaders.reading").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
