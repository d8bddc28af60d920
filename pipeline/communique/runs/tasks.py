"""From the inputs of a run to the tasks that workers share."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.readers.registry import STDIN, read
from communique.readers.release import Release
from communique.runs.analysis import ExtractOptions, Task
from communique.runs.failure import Failure
from communique.runs.inputs import format_of

_CHUNK = 1 << 20


def make_tasks(
    inputs: Iterable[str | Failure], options: ExtractOptions
) -> Iterator[Task | Failure]:
    """Yield the work of a run in the order of its inputs.

    A file that is one release is left for a worker to read; what holds many, and standard input,
    is read here as a stream and yields a task for each release.
    """
    for item in inputs:
        if isinstance(item, str) and _holds_many(item, options.format):
            for release in read(item, format=options.format, options=options.reading):
                if isinstance(release, Release):
                    yield release
                else:
                    yield Failure.of_reading(release)
        else:
            yield item


def count_releases(inputs: Iterable[str | Failure], fmt: str | None) -> int | None:
    """Return how many outcomes a run over ``inputs`` will have, None where standard input is one.

    Lines are counted without being parsed; a file that cannot be read counts as one.
    """
    total = 0
    for item in inputs:
        if item == STDIN:
            return None
        if isinstance(item, str) and (fmt or format_of(item)) == "jsonl":
            total += _count_lines(Path(item))
        else:
            total += 1
    return total


def _holds_many(path: str, fmt: str | None) -> bool:
    """Whether an input may hold many releases, as far as its name says."""
    if path == STDIN:
        return True
    return (fmt or format_of(path) or "jsonl") == "jsonl"


def _count_lines(path: Path) -> int:
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            lines, last = 0, b"\n"
            while chunk := stream.read(_CHUNK):
                lines += chunk.count(b"\n")
                last = chunk[-1:]
    except (OSError, EOFError):
        return 1
    return max(lines + (last != b"\n"), 1)
