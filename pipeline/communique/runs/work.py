"""The pieces of work of a run: a task, what it is known by, and what became of it."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from communique.readers.failure import ReadError
from communique.readers.object_stores import fingerprint, in_store
from communique.readers.registry import STDIN
from communique.runs.analysis import Made, Outcome, Task
from communique.runs.failure import Failure


@dataclass
class Work:
    """One task on its way through a run.

    ``key`` names the task by its content, so that a journal knows it again; None where the content
    cannot be told without using it up (a pipe) or at all (no such file). ``outcomes`` is None until
    the task is done; ``taken`` says that they come from a journal.
    """

    task: Task | Failure
    key: bytes | None = None
    outcomes: list[Outcome] | None = None
    taken: bool = False

    @property
    def made_all(self) -> bool:
        """Whether every release of the task made a record."""
        return bool(self.outcomes) and all(isinstance(o, Made) for o in self.outcomes or ())


def make_work(tasks: Iterable[Task | Failure], *, keyed: bool) -> Iterator[Work]:
    """Yield a piece of work for each task; failures come settled. Without ``keyed`` none has a key."""
    for task in tasks:
        if isinstance(task, Failure):
            yield Work(task, outcomes=[task])
        else:
            yield Work(task, key_of(task) if keyed else None)


def key_of(task: Task) -> bytes | None:
    """Return what names a task by all that its records depend on: its path and its content."""
    if not isinstance(task, str):
        told = json.dumps(asdict(task), sort_keys=True, default=str)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
    if task == STDIN:
        return None
    if in_store(task):
        return _key_of_stored(task)
    try:
        if not stat.S_ISREG(os.stat(task).st_mode):  # noqa: PTH116 - the path as the user gave it
            return None
        with open(task, "rb") as stream:  # noqa: PTH123
            content = hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return None  # the reader says why
    return hashlib.sha256(content + os.fsencode(task)).digest()


def _key_of_stored(path: str) -> bytes | None:
    """Return a key made of what the store says of an object, whose content would have to be fetched."""
    try:
        told = fingerprint(path)
    except (OSError, ReadError, ValueError):
        return None  # the reader says why
    return None if told is None else hashlib.sha256(f"{path}\0{told}".encode()).digest()
