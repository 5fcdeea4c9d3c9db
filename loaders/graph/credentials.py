"""Who may log in.

Community Edition has no roles: whoever may log in may also make users and change passwords. So the users are made
afresh at every start, and the API has a user of its own, whose open connections survive whatever is done to users.
"""

import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from ontology.errors import StoreError

PLANNER: Final = "neo4j"  # what Neo4j Browser proposes
SHORTEST: Final = 8
_ITERATIONS: Final = 1024


@dataclass(frozen=True, slots=True)
class Login:
    """A user's name and password."""

    user: str
    password: str = field(repr=False)


def api_login() -> Login:
    """A login for the API, good until the server stops."""
    return Login("api", secrets.token_urlsafe(24))


def planner_login(file: Path, given: str | None = None) -> Login:
    """The login of the people who use Browser and Bloom: the given password, else one drawn once and kept in a file."""
    if given is not None and len(given) < SHORTEST:
        raise StoreError(f"NEO4J_PASSWORD has fewer than {SHORTEST} characters, which Neo4j refuses; set a longer one.")
    if given is not None:
        return Login(PLANNER, given)
    kept = file.read_text(encoding="ascii").strip() if file.exists() else ""
    if len(kept) < SHORTEST:
        kept = "-".join(secrets.token_hex(2) for _ in range(4))  # to be typed by hand
        file.parent.mkdir(parents=True, exist_ok=True)
        write_private(file, kept + "\n")
    return Login(PLANNER, kept)


def auth_file(login: Login, salt: bytes | None = None) -> str:
    """Neo4j's auth.ini, from which it takes its first user: a salted SHA-256, repeated."""
    salt = secrets.token_bytes(32) if salt is None else salt
    hashed = salt + login.password.encode()
    for _ in range(_ITERATIONS):
        hashed = sha256(hashed).digest()
    return f"{login.user}:SHA-256,{hashed.hex().upper()},{salt.hex().upper()},{_ITERATIONS}:\n"


def write_private(path: Path, content: str) -> None:
    """Writes a file that only its owner can read."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
