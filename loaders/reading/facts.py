"""The facts about languages and layouts that reading goes by, from `data/*.toml`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("fr", "nl", "de", "en")


@cache
def facts(name: str, room: str = "loaders.reading") -> dict[str, Any]:
    """The tables of a room's `data/<name>.toml`, read once."""
    return tomllib.loads(resources.files(room).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))
