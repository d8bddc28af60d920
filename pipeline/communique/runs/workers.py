"""Several processes that each hold a loaded pipeline, and answers in the order of the questions.

Every worker is a fresh interpreter (``spawn``, the same on all systems) with a pipe of its own and
at most one task at a time. So a worker that dies, by a signal or for lack of memory, takes one
known task with it: that one fails, another worker is started, and the rest goes on.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Self

from communique.readers.release import Release
from communique.runs.analysis import Analyser, ExtractOptions, Outcome, Task
from communique.runs.failure import Failure

#: How many tasks may be under way or waiting for an earlier one's answer, for each worker.
_AHEAD = 64
#: After how many documents the strings that they brought into the vocabulary are freed.
ZONE = 50
#: What numerical libraries read when they are imported.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_GOODBYE = 5.0  # seconds


class WorkerError(RuntimeError):
    """A worker could not be started; the message says why."""


@dataclass(eq=False)
class _Worker:
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    index: int | None = field(default=None)  # of the task in hand
    task: Task | None = field(default=None)


class Workers:
    """A set of ``jobs`` processes; a context manager that ends them on leaving."""

    def __init__(self, options: ExtractOptions, jobs: int) -> None:
        self._options = options
        self._jobs = jobs
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        try:
            self._workers = [self._start() for _ in range(self._jobs)]
            for worker in self._workers:
                self._await_ready(worker)
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

    def outcomes(self, tasks: Iterable[Task | Failure]) -> Iterator[Outcome]:
        """Yield what becomes of the tasks, in their order; failures among them are passed on.

        Raises ``WorkerError`` where a worker has died and none can take its place.
        """
        numbered = enumerate(tasks)
        answers: dict[int, list[Outcome]] = {}
        due = 0
        more = True
        while True:
            idle = [worker for worker in self._workers if worker.index is None]
            ahead = due + _AHEAD * self._jobs
            while more and idle:
                index, task = next(numbered, (-1, None))
                if task is None:
                    more = False
                elif isinstance(task, Failure):
                    answers[index] = [task]
                else:
                    self._give(idle.pop(), index, task)
                if index >= ahead:
                    break
            while due in answers:
                yield from answers.pop(due)
                due += 1
            busy = [worker for worker in self._workers if worker.index is not None]
            if busy:
                for pipe in wait([worker.pipe for worker in busy]):
                    worker = next(w for w in busy if w.pipe is pipe)
                    task_number, answer = self._answer(worker)
                    answers[task_number] = answer
            elif not more and not answers:
                return

    def _give(self, worker: _Worker, index: int, task: Task) -> None:
        try:
            worker.pipe.send(task)
        except OSError:  # it died while it waited: no fault of this task
            worker = self._replace(worker)
            worker.pipe.send(task)
        worker.index, worker.task = index, task

    def _answer(self, worker: _Worker) -> tuple[int, list[Outcome]]:
        index, task = worker.index, worker.task
        assert index is not None
        assert task is not None
        try:
            answer: list[Outcome] = worker.pipe.recv()
        except (EOFError, OSError):
            answer = [_lost(task, self._end(worker))]
            self._replace(worker)
        else:
            worker.index = worker.task = None
        return index, answer

    def _replace(self, worker: _Worker) -> _Worker:
        self._workers.remove(worker)
        replacement = self._start()
        self._workers.append(replacement)
        self._await_ready(replacement)
        return replacement

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._options), daemon=True)
        with _one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _await_ready(self, worker: _Worker) -> None:
        try:
            trouble: str | None = worker.pipe.recv()
        except (EOFError, OSError):
            trouble = f"a worker process {self._end(worker)} while it started"
        if trouble is not None:
            raise WorkerError(trouble)

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
    unset = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            os.environ.pop(name, None)


def _lost(task: Task, how: str) -> Failure:
    reason = f"the worker process {how} while it analysed this"
    if isinstance(task, Release):
        return Failure(task.source.path, task.source.record, "analyse", reason)
    return Failure(task, None, "analyse", reason)


def _work(pipe: Connection, options: ExtractOptions) -> None:
    """Run in a worker: load, say so, then answer tasks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends the run
    try:
        analyser = Analyser.load(options)
    except Exception as error:  # noqa: BLE001 - the parent raises it
        pipe.send(f"the model cannot be loaded: {error}")
        return
    pipe.send(None)
    with contextlib.suppress(EOFError, OSError):
        while True:
            with analyser.nlp.memory_zone():
                for _ in range(ZONE):
                    pipe.send(list(analyser.outcomes(pipe.recv())))
