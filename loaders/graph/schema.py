"""Constraints and indexes, which the ontology gives."""

from pathlib import Path
from typing import Final

from neo4j import Driver

import ontology.generated

CONSTRAINTS: Final = Path(ontology.generated.__file__).with_name("constraints.cypher")


def statements(text: str) -> list[str]:
    """The statements of a Cypher file, comment lines left out.

    >>> statements("// first\\nRETURN 1;\\nRETURN\\n2;\\n")
    ['RETURN 1', 'RETURN\\n2']
    """
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("//"))
    return [each.strip() for each in "\n".join(lines).split(";") if each.strip()]


def constrain(driver: Driver) -> None:
    """Makes the constraints that are not there yet: loading finds its nodes by them."""
    _make(driver, constraints=True)


def index(driver: Driver, seconds: int = 120) -> None:
    """Makes the indexes that are not there yet and waits until all are filled; quicker after loading than before."""
    _make(driver, constraints=False)
    driver.execute_query("CALL db.awaitIndexes($seconds)", {"seconds": seconds})


def _make(driver: Driver, *, constraints: bool) -> None:
    for statement in statements(CONSTRAINTS.read_text(encoding="utf-8")):
        if statement.startswith("CREATE CONSTRAINT") == constraints:
            driver.execute_query(statement)
