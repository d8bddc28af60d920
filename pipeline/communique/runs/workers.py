"""Several processes that each hold a loaded pipeline, and answers in the order of the questions.

Every worker is a fresh interpreter (``spawn``, the same on all systems) with a pipe of its own and
at most one task at a time. So a worker that dies, by a signal or for lack of memory, takes one
known task with it: that one fails, another worker is started, and the rest goes on. So does one
that takes longer at a task than it may.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Self

from communique.readers.release import Release
from communique.runs.analysis import Analyser, ExtractOptions, Task
from communique.runs.failure import Failure
from communique.runs.memory import ZONE, settled, zone
from communique.runs.threads import VARIABLES
from communique.runs.work import Work

#: How many tasks may be under way or waiting for an earlier one's answer, for each worker.
_AHEAD = 64
_GOODBYE = 5.0  # seconds
#: How many processes in a row may die while they start.
_STARTS = 10


class WorkerError(RuntimeError):
    """A worker could not be started; the message says why."""


@dataclass(eq=False)
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    ready: bool = False
    work: Work | None = None  # in hand
    since: float = 0.0


class Workers:
    """A set of ``jobs`` processes; a context manager that ends them on leaving.

    A task that takes more than ``timeout`` seconds fails, and its worker is replaced.
    """

    def __init__(self, options: ExtractOptions, jobs: int, *, timeout: float | None = None) -> None:
        self._options = options
        self._jobs = jobs
        self._timeout = timeout
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._dead_starts = 0

    def __enter__(self) -> Self:
        try:
            self._workers = [self._start() for _ in range(self._jobs)]
            while not all(worker.ready for worker in self._workers):
                self._wait()
        except BaseException:
            self._stop(at_once=True)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop(at_once=kind is not None)

    def do(self, tasks: Iterable[Work]) -> Iterator[Work]:
        """Yield the pieces of work, done, in their order; what is settled already passes through.

        Raises ``WorkerError`` where a worker has died and none can take its place.
        """
        remaining = iter(tasks)
        under_way: deque[Work] = deque()  # in their order
        waiting: deque[Work] = deque()  # those of them that no worker has in hand
        more = True
        while more or under_way:
            idle = [worker for worker in self._workers if worker.ready and worker.work is None]
            while more and len(waiting) < len(idle) and len(under_way) < _AHEAD * self._jobs:
                work = next(remaining, None)
                if work is None:
                    more = False
                else:
                    under_way.append(work)
                    if work.outcomes is None:
                        waiting.append(work)
            for worker in idle[: len(waiting)]:
                if self._give(worker, waiting[0]):
                    waiting.popleft()
            if under_way[0].outcomes is None if under_way else more and not idle:
                self._wait()
            while under_way and under_way[0].outcomes is not None:
                yield under_way.popleft()

    def _wait(self) -> None:
        """Wait until a worker has something to say, or has taken too long."""
        for pipe in wait(
            [w.pipe for w in self._workers if w.work or not w.ready], self._patience()
        ):
            self._hear(next(worker for worker in self._workers if worker.pipe is pipe))
        for worker in [worker for worker in self._workers if self._is_late(worker)]:
            worker.process.kill()
            self._lose(worker, f"this took longer than the limit of {self._timeout:g} seconds")

    def _patience(self) -> float | None:
        since = [worker.since for worker in self._workers if worker.work]
        if self._timeout is None or not since:
            return None
        return max(min(since) + self._timeout - time.monotonic(), 0)

    def _is_late(self, worker: _Worker) -> bool:
        if self._timeout is None or worker.work is None:
            return False
        return time.monotonic() - worker.since >= self._timeout

    def _give(self, worker: _Worker, work: Work) -> bool:
        """Hand over a task; False where the worker had died while it waited."""
        try:
            worker.pipe.send(work.task)
        except OSError:  # no fault of this task
            self._replace(worker)
            return False
        worker.work, worker.since = work, time.monotonic()
        return True

    def _hear(self, worker: _Worker) -> None:
        """Take what a worker says: that it is ready, or what became of its task."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            how = f"the worker process {self._end(worker)}"
            if worker.ready:
                self._lose(worker, f"{how} while it analysed this")
                return
            self._dead_starts += 1
            if self._dead_starts == _STARTS:
                raise WorkerError(f"{how} while it started") from None
            self._replace(worker)
            return
        if worker.work is not None:
            worker.work.outcomes = said
            worker.work = None
        elif said is not None:
            raise WorkerError(said)
        else:
            worker.ready = True
            self._dead_starts = 0

    def _lose(self, worker: _Worker, reason: str) -> None:
        """Fail what a worker had in hand, and start another in its place."""
        assert worker.work is not None
        worker.work.outcomes = [_lost(worker.work.task, reason)]
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        self._end(worker)
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._options), daemon=True)
        with _one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _end(self, worker: _Worker) -> str:
        """Wait for a worker whose pipe is closed, and say how it ended."""
        worker.pipe.close()
        worker.process.join(_GOODBYE)
        code = worker.process.exitcode
        if code is None:
            worker.process.kill()
            return "went silent"
        if code >= 0:
            return f"ended with exit code {code}"
        with contextlib.suppress(ValueError):
            return f"was killed by {signal.Signals(-code).name}"
        return f"was killed by signal {-code}"

    def _stop(self, *, at_once: bool) -> None:
        for worker in self._workers:
            worker.pipe.close()  # a worker that waits for a task ends at this
            if at_once:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(_GOODBYE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers = []


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let processes that start meanwhile use one thread for matrices, unless the user says more."""
    unset = [name for name in VARIABLES if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            os.environ.pop(name, None)


def _lost(task: Task | Failure, reason: str) -> Failure:
    if isinstance(task, Release):
        return Failure(task.source.path, task.source.record, "analyse", reason)
    assert isinstance(task, str)
    return Failure(task, None, "analyse", reason)


def _end_with_the_parent() -> None:
    """Leave nothing behind of a run that was killed, whatever a document takes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(pipe: Connection, options: ExtractOptions) -> None:
    """Run in a worker: load, say so, then answer tasks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends the run
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    try:
        analyser = Analyser.load(options)
    except Exception as error:  # noqa: BLE001 - the parent raises it
        pipe.send(f"the model cannot be loaded: {error}")
        return
    pipe.send(None)
    with settled(), contextlib.suppress(EOFError, OSError):
        while True:
            with zone(analyser.nlp):
                for _ in range(ZONE):
                    pipe.send(list(analyser.outcomes(pipe.recv())))
