"""How the hand-made record is built: the digests are fixed, so that code changes do not change its ids."""

from loaders.record import Options

CODE = Options(digest="d", code="c0de")
