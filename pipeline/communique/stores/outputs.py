"""Where the records of a run go: one file or several shards, in the form that the name says."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.stores.jsonl import JsonlFile
from communique.stores.parquet import ParquetFile
from communique.stores.whole import STDOUT, WholeFile

_PACKED = (".gz", ".zst")
_FORMS = (".jsonl", ".parquet")


class Output:
    """The open files that share the records of a run."""

    def __init__(self, files: Sequence[WholeFile]) -> None:
        self._files = files

    def write(self, record_id: str, line: bytes) -> None:
        """Write the line of a record to its shard, which its id alone decides."""
        self._files[shard_of(record_id, len(self._files))].write(line)


def shard_of(record_id: str, shards: int) -> int:
    """Return the shard that a record lies in."""
    return int(record_id, 16) % shards


def record_file(path: str, *, alone: bool = False) -> WholeFile:
    """Return the file for records that the name of ``path`` asks for, not yet open."""
    form = ParquetFile if Path(path).suffix.lower() == ".parquet" else JsonlFile
    return form(path, alone=alone)


@contextlib.contextmanager
def open_output(output: str, *, shards: int = 1, alone: bool = False) -> Iterator[Output]:
    """Open the files of ``output``; they appear when the block ends well.

    ``.parquet`` is a Parquet file, all else JSONL, packed where the name ends in ``.gz`` or
    ``.zst``. With several shards a record with the same text always lies in the same one; within
    each they keep their order. Raises ``OSError`` where a file cannot be written and
    ``MissingExtraError`` where a library is lacking.
    """
    with contextlib.ExitStack() as stack:
        files = [record_file(path, alone=alone) for path in output_paths(output, shards)]
        yield Output([stack.enter_context(file) for file in files])


def output_paths(output: str, shards: int) -> list[str]:
    """Return the files of an output: itself, or ``NAME-00000-of-00004.jsonl`` and so on."""
    if shards == 1 or output == STDOUT:
        return [output]
    path = Path(output)
    stem, ending = _parted(path.name)
    return [
        str(path.with_name(f"{stem}-{shard:05}-of-{shards:05}{ending}")) for shard in range(shards)
    ]


def beside(path: Path, what: str) -> Path:
    """Return where something else that a run writes goes: ``x.jsonl.gz`` → ``x.failed.jsonl``."""
    return path.with_name(f"{_parted(path.name)[0]}.{what}.jsonl")


def failed_path(path: Path) -> Path:
    """Return where the failures of a run that writes ``path`` go: ``x.jsonl`` → ``x.failed.jsonl``."""
    return beside(path, "failed")


def duplicates_path(path: Path) -> Path:
    """Return where the duplicates go that a run finds: ``x.jsonl`` → ``x.duplicates.jsonl``."""
    return beside(path, "duplicates")


def _parted(name: str) -> tuple[str, str]:
    """Return a file's name without and with only its ending: ``("x", ".jsonl.gz")``."""
    stem = name
    for packed in _PACKED:
        stem = stem.removesuffix(packed)
    for form in _FORMS:
        if stem.endswith(form) and stem != form:
            return stem.removesuffix(form), name[len(stem) - len(form) :]
    return name, ""
