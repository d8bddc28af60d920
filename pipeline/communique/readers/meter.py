"""How much is unpacked from a file, and how much that may be."""

from __future__ import annotations

from communique.readers.failure import ReadError
from communique.readers.options import ReaderOptions


class Meter:
    """Counts the bytes of one input that came in and those that were unpacked from them.

    What is unpacked from what was unpacked counts again, so that boxes in boxes end too.
    """

    def __init__(self, options: ReaderOptions | None = None) -> None:
        self._options = options or ReaderOptions()
        self.packed = 0
        self.unpacked = 0

    def take(self, count: int) -> None:
        """Count bytes of the input itself."""
        self.packed += count

    def unpack(self, count: int) -> None:
        """Count unpacked bytes. Raises ``ReadError`` where they are too many."""
        self.unpacked += count
        limit = self._options.max_unpacked_bytes
        if self.unpacked > limit:
            raise ReadError("open", f"it unpacks to more than the limit of {limit:,} bytes")
        ratio = self._options.max_ratio
        # what is small is no bomb: a page of blanks shrinks to nothing
        if self.unpacked > max(self._options.max_bytes, ratio * self.packed):
            raise ReadError("open", f"it unpacks to more than {ratio} times its size")
