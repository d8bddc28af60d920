from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from communique.runs.analysis import ExtractOptions, Made, Outcome
from communique.runs.failure import Failure
from communique.runs.work import make_work
from communique.runs.workers import WorkerError, Workers


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Three files, of which the second keeps whoever reads it waiting for ever."""
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text("Marta Okonjo spoke.", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]


def outcomes(workers: Workers, tasks: Sequence[str | Failure]) -> Iterator[Outcome]:
    for work in workers.do(make_work(tasks, keyed=False)):
        yield from work.outcomes or ()


def only_child() -> int:
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    return child.pid


def kill_the_reader(pipe: str, pid: int) -> None:
    """Kill a process once it reads from a named pipe."""
    while True:
        with contextlib.suppress(OSError):  # no reader yet
            end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            break
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    os.close(end)


def test_a_worker_that_dies_loses_its_task_and_the_rest_goes_on(
    texts: list[str], ruled_model: str
) -> None:
    with Workers(ExtractOptions(model=ruled_model), jobs=1) as workers:
        results = outcomes(workers, texts)
        assert isinstance(next(results), Made)
        pid = only_child()
        killer = threading.Thread(target=kill_the_reader, args=(texts[1], pid))
        killer.start()
        lost, made = results
        killer.join()
    assert lost == Failure(
        texts[1],
        None,
        "analyse",
        "the worker process was killed by SIGKILL while it analysed this",
    )
    assert isinstance(made, Made)
    assert not multiprocessing.active_children()


def test_a_worker_that_dies_while_it_waits_loses_nothing(
    texts: list[str], ruled_model: str
) -> None:
    with Workers(ExtractOptions(model=ruled_model), jobs=1) as workers:
        os.kill(only_child(), signal.SIGKILL)
        time.sleep(0.2)
        (made,) = outcomes(workers, texts[:1])
    assert isinstance(made, Made)


def test_a_worker_that_dies_while_it_starts_is_replaced(texts: list[str], ruled_model: str) -> None:
    with Workers(ExtractOptions(model=ruled_model), jobs=1, timeout=8) as workers:
        results = outcomes(workers, texts)
        assert isinstance(next(results), Made)
        assert isinstance(next(results), Failure)
        os.kill(only_child(), signal.SIGKILL)
        (made,) = results
    assert isinstance(made, Made)


def test_a_document_that_takes_too_long_fails_and_the_rest_goes_on(
    texts: list[str], ruled_model: str
) -> None:
    with Workers(ExtractOptions(model=ruled_model), jobs=2, timeout=8) as workers:
        first, late, last = outcomes(workers, texts)
    assert isinstance(first, Made)
    reason = "this took longer than the limit of 8 seconds"
    assert late == Failure(texts[1], None, "analyse", reason)
    assert isinstance(last, Made)
    assert not multiprocessing.active_children()


def test_what_is_settled_passes_through_in_its_place(texts: list[str], ruled_model: str) -> None:
    failure = Failure("x", None, "open", "there is no such file")
    with Workers(ExtractOptions(model=ruled_model), jobs=2) as workers:
        results = list(outcomes(workers, [*[failure] * 200, texts[0], failure, texts[2]]))
    assert results[:200] == [failure] * 200
    assert [isinstance(outcome, Made) for outcome in results[200:]] == [True, False, True]


def test_a_model_that_is_not_there_is_said_at_once() -> None:
    options = ExtractOptions(model="no-such-model")
    with pytest.raises(WorkerError, match="no-such-model"), Workers(options, jobs=2):
        pass
    assert not multiprocessing.active_children()


def test_leaving_by_an_exception_ends_the_workers(
    tmp_path: Path, texts: list[str], ruled_model: str
) -> None:
    options = ExtractOptions(model=ruled_model)
    with pytest.raises(KeyboardInterrupt), Workers(options, jobs=2) as workers:  # noqa: PT012
        results = outcomes(workers, [str(tmp_path / "missing.txt"), texts[1]])
        assert isinstance(next(results), Failure)
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()
