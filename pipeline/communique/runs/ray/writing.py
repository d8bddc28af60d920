"""From the portions of a run to its files: in their order, each shard by one process."""

from __future__ import annotations

import contextlib
import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from communique.runs.duplicates import Duplicates
from communique.runs.ray.portions import Table, read_lines, read_places, read_table
from communique.runs.ray.shelf import Shelf
from communique.runs.ray.targets import Target
from communique.stores.jsonl import JsonlFile
from communique.stores.outputs import record_file

if TYPE_CHECKING:
    import pyarrow as pa

#: The file on the shelf that names the portions in their order.
ORDER = "order"
#: How many portions are read at once, and ahead: an object store takes its time for each.
_READERS = 8

_Read = TypeVar("_Read")


def write_records(target: Target, shards: Sequence[int]) -> int:
    """Write some shards, but for those that a run before has written of the same portions.

    Returns 0. Raises ``OSError``, and ``MissingExtraError`` where a library is lacking.
    """
    shelf, (names, digest) = target.shelf, _order(target.shelf)
    left = [shard for shard in shards if shelf.read(_mark(shard)) != digest]
    if left:
        with contextlib.ExitStack() as stack:
            files = {}
            for shard in left:
                path = stack.enter_context(target.placed(target.files[shard]))
                files[shard] = stack.enter_context(record_file(path))

            def lines(stream: pa.NativeFile, table: Table) -> list[tuple[int, bytes]]:
                return list(read_lines(stream, table, left))

            for found in _each(shelf, names, lines):
                for shard, line in found:
                    files[shard].write(line)
    for shard in left:
        shelf.write(_mark(shard), digest)
    return 0


def write_beside(target: Target) -> int:
    """Write what failed and what is there twice; return the number of groups of the latter.

    Raises ``OSError``.
    """
    shelf, (names, _) = target.shelf, _order(target.shelf)
    with (
        target.placed(target.failures) as failed_path,
        JsonlFile(failed_path, drop_empty=True) as failures,
        target.placed(target.duplicates) as twice_path,
        JsonlFile(twice_path, drop_empty=True) as twice,
        Duplicates() as duplicates,
    ):

        def beside(
            stream: pa.NativeFile, table: Table
        ) -> tuple[list[bytes], list[tuple[str, str, str | None, bytes | None]]]:
            lines = [failure.to_line() for failure in table.failures]
            return lines, list(read_places(stream, table))

        for lines, places in _each(shelf, names, beside):
            for line in lines:
                failures.write(line)
            for place in places:
                duplicates.add(*place)
        for line in duplicates.groups():
            twice.write(line)
        return twice.lines


def _order(shelf: Shelf) -> tuple[list[str], bytes]:
    order = shelf.read(ORDER) or b""
    return order.decode().split(), hashlib.sha256(order).hexdigest().encode()


def _mark(shard: int) -> str:
    return f"written-{shard:05}"


def _each(
    shelf: Shelf, names: Sequence[str], read: Callable[[pa.NativeFile, Table], _Read]
) -> Iterator[_Read]:
    """Yield what ``read`` finds in each portion, in their order, some of them read ahead."""

    def open_and_read(name: str) -> _Read:
        with shelf.open(name) as stream:
            table = read_table(stream)
            if table is None:
                raise OSError(None, f"{shelf.folder}/{name} is damaged; remove it")
            return read(stream, table)

    ahead: deque[Future[_Read]] = deque()
    with ThreadPoolExecutor(_READERS) as pool:
        for name in names:
            ahead.append(pool.submit(open_and_read, name))
            if len(ahead) == _READERS:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
