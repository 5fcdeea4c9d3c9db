"""The settings, each read from one environment variable; what they mean stands in the README."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from ontology.errors import SettingsError

NAME = "bfpg"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things live and on which ports they are served."""

    home: Path = field(default_factory=lambda: user_data_path(NAME))
    cache: Path = field(default_factory=lambda: user_cache_path(NAME))
    corpus: Path | None = None
    host: str = "127.0.0.1"
    api_port: int = 8000
    bolt_port: int = 7687
    http_port: int = 7474
    neo4j_uri: str | None = None
    neo4j_user: str = "neo4j"
    neo4j_password: str | None = field(default=None, repr=False)
    neo4j_heap: str = "512m"
    sparql_seconds: float = 10.0
    sparql_rows: int = 10_000
    sparql_workers: int = 2
    sparql_memory: int = 512

    @classmethod
    def from_env(cls, env: Mapping[str, str] = os.environ) -> "Settings":
        """The settings of the environment; `SettingsError` names the variable that means nothing."""
        given: dict[str, object] = {}
        for name, (field_name, read) in VARIABLES.items():
            if env.get(name):
                try:
                    given[field_name] = read(env[name])
                except ValueError as error:
                    raise SettingsError(f"{name}={env[name]}: {error}. Set another value or unset it.") from error
        return cls(**given)  # type: ignore[arg-type]


def _path(text: str) -> Path:
    return Path(text).expanduser().absolute()


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError("a port is a number from 1 to 65535")
    return port


def _seconds(text: str) -> float:
    seconds = float(text)
    if seconds <= 0:
        raise ValueError("it must be more than 0")
    return seconds


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError("it must be at least 1")
    return count


VARIABLES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "BFPG_HOME": ("home", _path),
    "BFPG_CACHE": ("cache", _path),
    "BFPG_CORPUS": ("corpus", _path),
    "BFPG_HOST": ("host", str),
    "BFPG_API_PORT": ("api_port", _port),
    "BFPG_BOLT_PORT": ("bolt_port", _port),
    "BFPG_HTTP_PORT": ("http_port", _port),
    "NEO4J_URI": ("neo4j_uri", str),
    "NEO4J_USER": ("neo4j_user", str),
    "NEO4J_PASSWORD": ("neo4j_password", str),
    "BFPG_NEO4J_HEAP": ("neo4j_heap", str),
    "BFPG_SPARQL_SECONDS": ("sparql_seconds", _seconds),
    "BFPG_SPARQL_ROWS": ("sparql_rows", _count),
    "BFPG_SPARQL_WORKERS": ("sparql_workers", _count),
    "BFPG_SPARQL_MEMORY": ("sparql_memory", _count),
}
