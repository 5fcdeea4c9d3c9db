"""What reading one file may cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds; `pages` of a PDF, `memory` of the process that reads it."""

    bytes: int = 200_000_000
    pages: int = 5_000
    seconds: float = 120.0
    memory: int = 1_500_000_000
    unpacked: int = 500_000_000


LIMITS = Limits()
