"""The application on the hand-made documents, in this process and on a port."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from app.api.application import create_app
from app.settings import Settings
from loaders.record import Options, build
from ontology.model import Ontology
from queries.release import Release
from tests.samples import extractions
from tests.small_ontology import small_ontology


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    return small_ontology(tmp_path_factory.mktemp("ontology") / "all")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(
        home=tmp_path_factory.mktemp("home"),
        cache=tmp_path_factory.mktemp("cache"),
        sparql_seconds=2.0,
        sparql_rows=50,
        sparql_workers=1,
        sparql_memory=256,
    )


@pytest.fixture(scope="session")
def release(ontology: Ontology, settings: Settings) -> Release:
    return build(extractions(), ontology, settings.home, options=Options(digest="d", code="c0de"))


@pytest.fixture(scope="session")
def app(settings: Settings, release: Release) -> FastAPI:  # noqa: ARG001
    return create_app(settings)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def address(settings: Settings, release: Release) -> Iterator[str]:  # noqa: ARG001
    """The address of the application behind uvicorn, for clients that speak HTTP themselves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.05)
        assert server.started
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """The application where nothing has been built."""
    with TestClient(create_app(Settings(home=tmp_path, cache=tmp_path))) as opened:
        yield opened
