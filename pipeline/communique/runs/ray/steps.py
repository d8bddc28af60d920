"""What the processes of a cluster do: cut inputs into portions, analyse them, write the files.

These are the functions that Ray Data maps over rows. A row is one pickled value, so that nothing of
it passes through the types of columns. What stops a run is a value, too (:class:`Wrong`): raised, it
would come back as a stack trace of a stack trace.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np

from communique.readers.failure import ReadError
from communique.runs.analysis import ExtractOptions
from communique.runs.failure import Failure
from communique.runs.ray.portions import Portion, cut, name_of, packed, read_table
from communique.runs.ray.targets import Target
from communique.runs.ray.writing import write_beside, write_records
from communique.runs.summary import RunSummary
from communique.runs.tasks import make_tasks
from communique.runs.work import make_work
from communique.runs.workers import WorkerError, Workers
from communique.stores.extras import MissingExtraError

#: The one column.
ROW = "row"
Batch = dict[str, list[bytes]]

#: Failures of these stages may have to do with the machine: they are tried again by the next call.
_TRIED_AGAIN = {"open", "analyse"}


@dataclass(frozen=True)
class Job:
    """What a run does, as all its processes know it."""

    options: ExtractOptions
    timeout: float | None
    target: Target


@dataclass(frozen=True)
class Group:
    """Inputs in a row that one process reads: a file that holds many releases, or some that hold one."""

    number: int
    inputs: tuple[str | Failure, ...]


@dataclass(frozen=True)
class Done:
    """A portion whose file is there, by name. ``taken``: it was there before."""

    place: tuple[int, int]
    name: str
    summary: RunSummary
    failures: tuple[Failure, ...]


@dataclass(frozen=True)
class Wrong:
    """What stops the run; the message says why."""

    message: str


def told(value: object) -> bytes:
    """Return a value as the bytes of its row."""
    return pickle.dumps(value)


def value_of(row: Mapping[str, object]) -> object:
    """Return the value of a row, or of a batch of one."""
    data = row[ROW]
    if not isinstance(data, bytes):
        assert isinstance(data, Sequence | np.ndarray)
        data = data[0]
    return pickle.loads(data)  # noqa: S301 - our own


def _batch(value: object) -> Batch:
    return {ROW: [told(value)]}


def cut_group(batch: Mapping[str, object], job: Job) -> Iterator[Batch]:
    """Yield the portions of a group; of those that are done before, the names alone."""
    group = value_of(batch)
    assert isinstance(group, Group)
    shelf = job.target.shelf
    tasks = make_tasks(group.inputs, job.options)
    try:
        for number, portion in enumerate(cut(tasks, least=len(group.inputs))):
            name = name_of(portion)
            known = None if shelf.has(name) else portion
            yield _batch(Portion(group.number, number, name, known))
    except (OSError, ReadError) as error:
        yield _batch(Wrong(str(error)))


class Analyse:
    """An actor that holds the loaded model, in a process of its own.

    That process fails one document where it dies or takes too long, as those of a local run do;
    were it this one, Ray would give the same document to the next.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._shelf = job.target.shelf
        self._workers: Workers | None = None
        self._wrong = ""
        workers = Workers(job.options, 1, timeout=job.timeout)
        try:
            self._workers = workers.__enter__()
        except WorkerError as error:
            self._wrong = str(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the process; Ray does without, by ending the actor's."""
        if self._workers is not None:
            self._workers.__exit__(kind, error, traceback)

    def __call__(self, batch: Mapping[str, object]) -> Batch:
        """Make a portion and put it on the shelf."""
        portion = value_of(batch)
        if self._workers is None:
            return _batch(Wrong(self._wrong))
        if not isinstance(portion, Portion):
            return _batch(portion)
        try:
            done = self._taken(portion) if portion.tasks is None else None
            return _batch(done or self._made(portion, self._workers))
        except (OSError, ReadError, WorkerError) as error:
            return _batch(Wrong(str(error)))

    def _taken(self, portion: Portion) -> Done:
        with self._shelf.open(portion.name) as stream:
            table = read_table(stream)
        if table is None:
            raise OSError(None, f"{self._shelf.folder}/{portion.name} is damaged; remove it")
        summary = table.summary.joined(RunSummary(taken=table.summary.documents), 0.0)
        return Done((portion.group, portion.number), portion.name, summary, table.failures)

    def _made(self, portion: Portion, workers: Workers) -> Done:
        outcomes, again = [], False
        for work in workers.do(make_work(portion.tasks or (), keyed=False)):
            made = work.outcomes or []
            outcomes += made
            if not isinstance(work.task, Failure):
                again |= any(isinstance(o, Failure) and o.stage in _TRIED_AGAIN for o in made)
        data, table = packed(outcomes, self._job.target.shards)
        name = f"{portion.name}-to-be-tried-again" if again else portion.name
        self._shelf.write(name, data)
        return Done((portion.group, portion.number), name, table.summary, table.failures)


def write_files(batch: Mapping[str, object], job: Job) -> Batch:
    """Write what is asked for: some shards of the records, or (no shards) what lies beside them."""
    shards = value_of(batch)
    assert isinstance(shards, tuple)
    write: Callable[[], int] = (
        (lambda: write_records(job.target, shards))
        if shards
        else (lambda: write_beside(job.target))
    )
    try:
        return _batch(write())
    except (OSError, ReadError, MissingExtraError) as error:
        return _batch(Wrong(f"{job.target.output} cannot be written: {error}"))
