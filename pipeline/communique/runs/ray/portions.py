"""The portions that a run is cut into: some tasks in a row, made and put on the disk as one.

A portion's file holds its records by the shard that each will lie in, one block for each shard,
then where its releases lay (what duplicates are told from), then a table of all that. So what is
written of it in the end takes no more reading than it needs, and no sorting.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, field
from typing import TYPE_CHECKING, Any

from communique.readers.release import Release
from communique.runs.analysis import Made, Outcome, Task
from communique.runs.failure import Failure
from communique.runs.summary import RunSummary
from communique.runs.told import outcomes_of, told
from communique.runs.work import key_of
from communique.stores.outputs import shard_of

if TYPE_CHECKING:
    import pyarrow as pa

#: Releases of the first portions of an input, of its largest ones, and how many are of one size:
#: small ones first, so that there is work for all at once.
_FIRST, _LARGEST, _OF_ONE_SIZE = 32, 1024, 8
#: Characters after which a portion is full, however few its releases.
_FULL = 8_000_000
_MARK = b"communique portion 1\n"
_SIZE = struct.Struct("<Q")
_PROBED = 1 << 16


@dataclass(frozen=True)
class Portion:
    """Tasks in a row: number ``number`` of the inputs of ``group``, named by their content.

    ``tasks`` is None where the file of the portion is there already.
    """

    group: int
    number: int
    name: str
    tasks: tuple[Task | Failure, ...] | None


@dataclass(frozen=True)
class Table:
    """What a portion's file says of itself. Offsets are half-open, in bytes of the file."""

    summary: RunSummary
    failures: tuple[Failure, ...]
    blocks: dict[int, tuple[int, int]] = field(repr=False)
    places: tuple[int, int] = (0, 0)


def size_of(number: int) -> int:
    """Return how many releases the portion of this number may have."""
    return min(_FIRST << min(number // _OF_ONE_SIZE, 16), _LARGEST)


def cut(tasks: Iterable[Task | Failure], least: int = 1) -> Iterator[tuple[Task | Failure, ...]]:
    """Yield tasks by portions, each of ``least`` tasks or more where they are so many."""
    portion: list[Task | Failure] = []
    number = characters = 0
    for task in tasks:
        portion.append(task)
        characters += len(task.text) if isinstance(task, Release) else 0
        if len(portion) >= max(size_of(number), least) or characters >= _FULL:
            yield tuple(portion)
            number, characters, portion = number + 1, 0, []
    if portion:
        yield tuple(portion)


def name_of(tasks: Iterable[Task | Failure]) -> str:
    """Return what names a portion by all that its records depend on."""
    whole = hashlib.sha256()
    for task in tasks:
        if isinstance(task, Failure):
            whole.update(b"failure" + task.to_line())
        else:
            whole.update(key_of(task) or f"unknown {task}".encode("utf-8", "surrogateescape"))
        whole.update(b"\0")
    return whole.hexdigest()


def packed(outcomes: Sequence[Outcome], shards: int) -> tuple[bytes, Table]:
    """Return the file of a portion, and its table."""
    summary, failures = RunSummary(), []
    by_shard: dict[int, list[Made]] = {}
    places = []
    for outcome in outcomes:
        summary = summary.plus(outcome, 0.0)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        by_shard.setdefault(shard_of(outcome.id, shards), []).append(outcome)
        signed = None if outcome.signature is None else b64encode(outcome.signature).decode()
        places.append([outcome.id, outcome.path, outcome.record, signed])
    data, blocks = bytearray(), {}
    for shard, made in sorted(by_shard.items()):
        start = len(data)
        data += told(made)
        blocks[shard] = start, len(data)
    start = len(data)
    data += _packed(places)
    table = Table(summary, tuple(failures), blocks, (start, len(data)))
    start = len(data)
    data += _packed(
        {
            "summary": asdict(summary),
            "failures": [astuple(failure) for failure in failures],
            "blocks": [[shard, *offsets] for shard, offsets in blocks.items()],
            "places": table.places,
        }
    )
    data += _SIZE.pack(start) + _MARK
    return bytes(data), table


def read_table(stream: pa.NativeFile) -> Table | None:
    """Return the table of a portion's file, None where the file is not whole."""
    size = stream.size()
    tail = stream.read_at(min(size, _PROBED), max(size - _PROBED, 0))
    end = len(tail) - len(_MARK) - _SIZE.size
    if not tail.endswith(_MARK) or end < 0:
        return None
    (start,) = _SIZE.unpack_from(tail, end)
    end += size - len(tail)
    try:
        said = _unpacked(stream.read_at(end - start, start))
    except (ValueError, zlib.error):
        return None
    return Table(
        RunSummary(**said["summary"]),
        tuple(Failure(*values) for values in said["failures"]),
        {shard: (first, last) for shard, first, last in said["blocks"]},
        tuple(said["places"]),
    )


def read_places(
    stream: pa.NativeFile, table: Table
) -> Iterator[tuple[str, str, str | None, bytes | None]]:
    """Yield id, path, record and signature of each record of a portion."""
    start, end = table.places
    for id_, path, record, signed in _unpacked(stream.read_at(end - start, start)):
        yield id_, path, record, None if signed is None else b64decode(signed)


def read_lines(
    stream: pa.NativeFile, table: Table, shards: Sequence[int]
) -> Iterator[tuple[int, bytes]]:
    """Yield shard and line of the records that lie in some shards, in one reading."""
    wanted = {shard: table.blocks[shard] for shard in shards if shard in table.blocks}
    if not wanted:
        return
    first = min(start for start, _ in wanted.values())
    data = stream.read_at(max(end for _, end in wanted.values()) - first, first)
    for shard, (start, end) in wanted.items():
        for made in outcomes_of(data[start - first : end - first]):
            yield shard, made.line


def _packed(values: object) -> bytes:
    return zlib.compress(json.dumps(values).encode(), 1)


def _unpacked(data: bytes) -> Any:  # noqa: ANN401 - JSON
    return json.loads(zlib.decompress(data))
