"""Maven coordinates, the lock of the jars that make Neo4j, and the repository that they come from."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from ontology.errors import StoreError

NEO4J: Final = "5.26.30"
ROOTS: Final = (
    f"org.neo4j:neo4j:{NEO4J}",
    f"org.neo4j.app:neo4j-server:{NEO4J}",
    "org.neo4j.client:neo4j-browser:5.24.0",
)
LOCK: Final = Path(__file__).with_name("neo4j.lock")
_HEADER: Final = """\
# The jars of {roots} with all that they need.
# Made by: python -m loaders.graph.lock
# coordinate (group:artifact:version[:classifier]), bytes, SHA-256
"""
_LINE: Final = re.compile(r"(?P<coordinate>[^ :]+(:[^ :]+){2,3}) (?P<size>[0-9]+) (?P<sha256>[0-9a-f]{64})")


@dataclass(frozen=True, slots=True, order=True)
class Jar:
    """A jar as the lock pins it."""

    coordinate: str
    size: int
    sha256: str

    @property
    def file(self) -> str:
        """The file's name.

        >>> Jar("io.netty:netty-buffer:4.1.1:linux", 1, "").file
        'netty-buffer-4.1.1-linux.jar'
        """
        _, artifact, *rest = self.coordinate.split(":")
        return "-".join((artifact, *rest)) + ".jar"

    @property
    def path(self) -> str:
        """Where the file lies in a Maven repository.

        >>> Jar("org.neo4j.app:neo4j-server:5.26.30", 1, "").path
        'org/neo4j/app/neo4j-server/5.26.30/neo4j-server-5.26.30.jar'
        """
        group, artifact, version, *_ = self.coordinate.split(":")
        return "/".join((*group.split("."), artifact, version, self.file))


def read_lock(path: Path = LOCK) -> tuple[Jar, ...]:
    """The jars of a lock file; `StoreError` names a line that is not one."""
    found = []
    for number, line in enumerate(path.read_text(encoding="ascii").splitlines(), start=1):
        if line and not line.startswith("#"):
            match = _LINE.fullmatch(line)
            if match is None:
                raise StoreError(
                    f"{path}, line {number} is not 'coordinate bytes SHA-256'; "
                    "make it again: python -m loaders.graph.lock"
                )
            found.append(Jar(match["coordinate"], int(match["size"]), match["sha256"]))
    return tuple(found)


def format_lock(jars: Iterable[Jar]) -> str:
    """The text of a lock file."""
    lines = (f"{jar.coordinate} {jar.size} {jar.sha256}\n" for jar in sorted(jars))
    return _HEADER.format(roots=", ".join(ROOTS)) + "".join(lines)


def repository(env: Mapping[str, str] = os.environ) -> str:
    """The address of Maven Central, or of the mirror that jgo's or Maven's own settings name."""
    from jgo.config import GlobalSettings
    from jgo.constants import MAVEN_CENTRAL_URL

    named = GlobalSettings.load().repositories.get("central")
    home = Path(env.get("HOME") or Path.home())
    return str(named or mirror(home / ".m2" / "settings.xml") or MAVEN_CENTRAL_URL).rstrip("/")


def mirror(settings: Path) -> str | None:
    """The mirror of Maven Central in a Maven settings file, where there is one."""
    try:
        tree = ElementTree.parse(settings)
    except FileNotFoundError:
        return None
    except ElementTree.ParseError as error:
        raise StoreError(f"{settings} is not XML ({error}); mend it or move it away.") from error
    for each in tree.iterfind("{*}mirrors/{*}mirror"):
        names = {name.strip() for name in (each.findtext("{*}mirrorOf") or "").split(",")}
        url = (each.findtext("{*}url") or "").strip()
        if url and "!central" not in names and names & {"*", "central", "external:*"}:
            return url
    return None
