"""From the inputs of a run to the tasks that workers share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.readers.failure import ReadError
from communique.readers.formats import formats
from communique.readers.object_stores import in_store
from communique.readers.opening import opened
from communique.readers.registry import STDIN, format_named, read
from communique.readers.release import Release
from communique.runs.analysis import ExtractOptions, Task
from communique.runs.failure import Failure

_CHUNK = 1 << 20


def make_tasks(
    inputs: Iterable[str | Failure], options: ExtractOptions
) -> Iterator[Task | Failure]:
    """Yield the work of a run in the order of its inputs.

    A file that is one release is left for a worker to read; what holds many, and standard input,
    is read here as a stream and yields a task for each release.
    """
    for item in inputs:
        if isinstance(item, str) and holds_many(item, options.format):
            for release in read(item, format=options.format, options=options.reading):
                if isinstance(release, Release):
                    yield release
                else:
                    yield Failure.of_reading(release)
        else:
            yield item


def count_releases(inputs: Iterable[str | Failure], fmt: str | None) -> int | None:
    """Return how many outcomes a run over ``inputs`` will have, None where that cannot be known.

    The lines of JSONL are counted without being parsed; a file that cannot be read counts as one.
    It cannot be known of standard input, of what lies in an object store (all of it would be
    fetched), and of other files that hold many releases.
    """
    total = 0
    for item in inputs:
        if not isinstance(item, str):
            total += 1
        elif item == STDIN or in_store(item):
            return None
        elif (fmt or format_named(item)) == "jsonl":
            total += _count_lines(item)
        elif format_named(item) is not None and holds_many(item, fmt):
            return None
        else:
            total += 1
    return total


def holds_many(path: str, fmt: str | None) -> bool:
    """Whether an input may hold any number of releases, as far as its name says."""
    if path == STDIN:
        return True
    named = format_named(path)
    if named is not None and formats()[named].archive:
        return True
    return formats()[fmt or named or "jsonl"].stream


def _count_lines(path: str) -> int:
    try:
        with opened(path) as stream:
            lines, last = 0, b"\n"
            while chunk := stream.read(_CHUNK):
                lines += chunk.count(b"\n")
                last = chunk[-1:]
    except (OSError, ReadError):
        return 1
    return max(lines + (last != b"\n"), 1)
