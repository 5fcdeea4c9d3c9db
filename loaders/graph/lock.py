"""Makes the lock file: jgo resolves what Neo4j needs, every jar is fetched, its SHA-256 is written down.

Run it after a change of `maven.ROOTS`: python -m loaders.graph.lock
"""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from jgo.maven import Artifact, MavenContext

from loaders.graph.maven import LOCK, ROOTS, Jar, format_lock, repository
from ontology.errors import StoreError


def resolve(folder: Path, roots: tuple[str, ...] = ROOTS) -> list[Artifact]:
    """The roots and all that they need at run time; `folder` keeps what is fetched for it."""
    context = MavenContext(repo_cache=folder, remote_repos={"central": repository()}, timeout=60)
    wanted = [context.create_dependency(root) for root in roots]
    given, needed = context.resolver.resolve(wanted)
    return [each.artifact for each in (*given, *(each for each in needed if each.scope in ("compile", "runtime")))]


def pin(artifact: Artifact) -> Jar:
    """A jar with its size and checksum; jgo holds it against the SHA-1 that the repository publishes."""
    content = artifact.resolve().read_bytes()
    parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
    return Jar(":".join(part for part in parts if part), len(content), sha256(content).hexdigest())


def main() -> None:
    """Writes `neo4j.lock`."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(8) as pool:
        jars = list(pool.map(pin, resolve(Path(folder))))
    if len({jar.file for jar in jars}) != len(jars):
        raise StoreError("Two jars have the same file name, so one folder cannot hold them; change maven.ROOTS.")
    LOCK.write_text(format_lock(jars), encoding="ascii")


if __name__ == "__main__":
    main()
