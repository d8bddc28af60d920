"""What a process that analyses for hours does so that its memory stays as it was.

What documents bring into the vocabulary is freed after some of them (spaCy's ``memory_zone``), and
what was freed is given back to the system: the allocator of glibc keeps it otherwise, in pieces
that no large document fits into, so that a process grows for as long as it meets larger ones.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from collections.abc import Iterator

from spacy.language import Language

#: After how many documents the strings that they brought into the vocabulary are freed.
ZONE = 50


@contextlib.contextmanager
def settled() -> Iterator[None]:
    """Let the collector of cycles pass over everything that there is now, until the block ends.

    A loaded pipeline holds a quarter of a million objects that stay; to look through all of them
    again and again takes the twentieth part of a run's time. Where the program that calls has
    frozen its objects, nothing changes.
    """
    if gc.get_freeze_count():
        yield
        return
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextlib.contextmanager
def zone(nlp: Language) -> Iterator[None]:
    """Free, at the end of the block, what the documents in it needed; none may outlive it."""
    with nlp.memory_zone():
        yield
    if _TRIM is not None:
        _TRIM(0)


def _malloc_trim() -> ctypes._NamedFuncPointer | None:
    if sys.platform != "linux":
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):  # another C library
        return None


_TRIM = _malloc_trim()
