"""How Neo4j is set up: its neo4j.conf and the command that starts it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

LOOPBACK: Final = "127.0.0.1"
FOLDERS: Final = ("conf", "data/dbms", "import", "logs", "plugins", "run")


@dataclass(frozen=True, slots=True)
class Options:
    """Ports, memory and limits of a server; `read_only` refuses every write to the graph, whoever asks."""

    bolt_port: int = 7687
    http_port: int = 7474
    heap: str = "512m"
    page_cache: str = "64m"
    transaction_seconds: int = 30
    read_only: bool = False


def conf(options: Options) -> str:
    """The text of neo4j.conf."""
    settings = {
        "server.default_listen_address": LOOPBACK,
        "server.bolt.listen_address": f"{LOOPBACK}:{options.bolt_port}",
        "server.bolt.advertised_address": f"{LOOPBACK}:{options.bolt_port}",
        "server.http.listen_address": f"{LOOPBACK}:{options.http_port}",
        "server.http.advertised_address": f"{LOOPBACK}:{options.http_port}",
        "server.memory.pagecache.size": options.page_cache,
        "db.transaction.timeout": f"{options.transaction_seconds}s",
        # Nobody is called home, neither by the server nor by Neo4j Browser.
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        # LOAD CSV is shut: no file of this machine, no address of any network.
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        # Stopping takes 12 s with the default.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "500ms",
        # Logs are not made large before there is something to write: 256 MB a database otherwise.
        "db.tx_log.preallocate": "false",
        **({"server.databases.read_only": "neo4j"} if options.read_only else {}),
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def command(java: Path, jars: Path, home: Path, heap: str) -> list[str]:
    """The command that starts Neo4j in a home."""
    return [
        str(java),
        f"-Xmx{heap}",
        "-Dfile.encoding=UTF-8",
        "-Duser.timezone=UTC",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-cp",
        f"{jars}/*",
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
    ]
