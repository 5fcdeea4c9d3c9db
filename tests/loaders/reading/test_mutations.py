"""Documents cut, spliced and garbled: each gives a sound document or one sentence, and none takes long.

`BFPG_MUTATIONS` sets how many of each kind there are (300 unless it is set).
"""

import os
import random
import time
from pathlib import Path

import pytest

from loaders.reading import Sources, read
from ontology.errors import SourceError
from tests.loaders.reading.conftest import CORPUS, specimens
from tests.loaders.reading.pdfs import pdf
from tests.loaders.reading.test_offsets import assert_exact

COUNT = int(os.environ.get("BFPG_MUTATIONS", "300"))
SEED = 20260101
_LONGEST = 6_000  # characters of a mutated document


def _material() -> list[bytes]:
    files = [*specimens(), *(sorted(CORPUS.glob("0*.txt")) if CORPUS.is_dir() else [])]
    return [path.read_bytes() for path in files]


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """A stretch of a document, changed in one to four ways."""
    start = chance.randrange(len(data))
    made = bytearray(data[start : start + chance.randrange(1, _LONGEST)])
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(made) + 1)
        way = chance.randrange(7)
        if way == 0:
            del made[at : at + chance.randrange(200)]
        elif way == 1:
            cut = chance.randrange(len(other))
            made[at:at] = other[cut : cut + chance.randrange(600)]
        elif way == 2:
            made[at:at] = chance.randbytes(chance.randrange(30))
        elif way == 3:
            made = bytearray(made.replace(b"\n", chance.choice([b"\r\n", b"\r", b" ", b"\n\n", b"\f", b"\xc2\xad\n"])))
        elif way == 4:
            made[at:at] = (
                chance.choice([b"-\n", b"\xe2\x80\x99", b"\xf0\x9f\x8c\x8d", b"\xcc\x81", b"\t", b"[", b"1. "]) * 40
            )
        elif way == 5:
            made = made[::-1]
        else:
            made = bytearray(
                made.decode("utf-8", "ignore").encode(chance.choice(["utf-16", "cp1252", "utf-8-sig"]), "ignore")
            )
    return bytes(made)


@pytest.mark.parametrize("part", range(10))
def test_mutated_texts(tmp_path: Path, part: int) -> None:
    material = _material()
    for number in range(part, COUNT, 10):
        chance = random.Random(SEED + number)
        file = tmp_path / f"m{number}.{chance.choice(['txt', 'txt', 'md', 'html'])}"
        file.write_bytes(mutated(chance.choice(material), chance.choice(material), chance))
        start = time.monotonic()
        try:
            document = read(file, Sources(()))
        except SourceError as error:
            assert file.name in str(error), number
            continue
        assert_exact(document)
        assert time.monotonic() - start < 5, number


def test_mutated_pdfs(tmp_path: Path) -> None:
    good = pdf([[(60, 700 - 12 * at, 10, f"La ligne {at} du texte belge.") for at in range(20)]] * 3, compress=True)
    for number in range(max(COUNT // 15, 5)):
        chance = random.Random(SEED - number)
        data = bytearray(good)
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(20)] = chance.randbytes(chance.randrange(20))
        file = tmp_path / f"m{number}.pdf"
        file.write_bytes(bytes(data))
        try:
            assert_exact(read(file, Sources(())))
        except SourceError as error:
            assert file.name in str(error)
