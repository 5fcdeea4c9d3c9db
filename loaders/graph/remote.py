"""Any other Neo4j than the embedded one: 5.26 or later, a cluster, or Aura."""

from typing import Final

from neo4j import Driver
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from loaders.graph.credentials import Login
from loaders.graph.server import open_driver
from ontology.errors import StoreError

OLDEST: Final = (5, 26)
SCHEMES: Final = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def connect(uri: str, login: Login) -> Driver:
    """A driver for the Neo4j at an address, tried out; the caller closes it."""
    fault = f"NEO4J_URI={uri} is not an address of Neo4j; write neo4j+s://host or bolt://host:port."
    if uri.partition("://")[0] not in SCHEMES:
        raise StoreError(fault)
    try:
        driver = open_driver(uri, login)
    except (ConfigurationError, ValueError) as error:
        raise StoreError(fault) from error
    try:
        driver.verify_connectivity()  # at once, where a query would be tried for half a minute
        rows, _, _ = driver.execute_query("CALL dbms.components() YIELD name, versions RETURN versions[0] AS version")
    except AuthError as error:
        driver.close()
        raise StoreError(f"Neo4j at {uri} refuses the login; check NEO4J_USER and NEO4J_PASSWORD.") from error
    except (DriverError, Neo4jError) as error:
        driver.close()
        raise StoreError(
            f"Neo4j at {uri} cannot be reached ({type(error).__name__}); check NEO4J_URI and the network."
        ) from error
    version = str(rows[0]["version"])
    if parse_version(version) < OLDEST:
        driver.close()
        raise StoreError(f"Neo4j at {uri} is {version}, and 5.26 or later is needed; upgrade it or unset NEO4J_URI.")
    return driver


def parse_version(text: str) -> tuple[int, int]:
    """The first two numbers of a version.

    >>> parse_version("5.27-aura"), parse_version("2025.03.0")
    ((5, 27), (2025, 3))
    """
    major, minor, *_ = [*text.split("-")[0].split("."), "0"]
    return int(major), int(minor)
