"""Signatures of texts by MinHash: the more words in a row two texts share, the more alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from communique.stores.extras import needed

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A text with this share of its shingles in common with another is nearly the same: an edited
#: headline and a cut paragraph leave more, two releases of one sender on one matter less.
ALIKE = 0.7

_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words
_BANDS, _ROWS = 21, 6  # 93 of 100 pairs at 0.7 share a band, 998 of 1,000 at 0.8
_HASHES = _BANDS * _ROWS


def check() -> None:
    """Raise ``MissingExtraError`` where datasketch is not installed."""
    with needed("near-duplicates", "--near-duplicates"):
        import datasketch  # noqa: F401, PLC0415 - an extra


def sign(text: str) -> bytes:
    """Return the signature of a text: its words alone count, in lower case, three in a row."""
    from datasketch import MinHash  # noqa: PLC0415 - an extra

    words = _WORD.findall(text.casefold())
    shingles = {
        " ".join(words[start : start + _SHINGLE]).encode("utf-8", "replace")
        for start in range(max(len(words) - _SHINGLE + 1, 1))
    }
    hashed = MinHash(num_perm=_HASHES, seed=1)
    hashed.update_batch(shingles)
    return np.asarray(hashed.digest(), dtype="<u4").tobytes()


def bands(signature: bytes) -> Iterator[int]:
    """Yield numbers of 64 bits, some of which two signatures have in common that are alike."""
    values = _values(signature).astype("<u8").reshape(_BANDS, _ROWS)
    mixed = np.full(_BANDS, 0x9E3779B97F4A7C15, dtype="<u8") * np.arange(1, _BANDS + 1, dtype="<u8")
    for column in values.T:
        mixed = (mixed ^ column) * np.uint64(0x100000001B3)
        mixed ^= mixed >> np.uint64(29)
    yield from mixed.view("<i8").tolist()


def similarity(one: bytes, other: bytes) -> float:
    """Return the estimated share of shingles that two texts have in common, 0 to 1."""
    return float(np.mean(_values(one) == _values(other)))


def _values(signature: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(signature, dtype="<u4")
