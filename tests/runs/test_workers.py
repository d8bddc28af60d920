from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from communique.runs.analysis import ExtractOptions, Made
from communique.runs.failure import Failure
from communique.runs.workers import WorkerError, Workers


def test_a_worker_that_dies_loses_its_task_and_the_rest_goes_on(
    tmp_path: Path, ruled_model: str
) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text("Marta Okonjo spoke.", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")  # whoever reads it waits for ever
    tasks = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]
    with Workers(ExtractOptions(model=ruled_model), jobs=1) as workers:
        outcomes = workers.outcomes(tasks)
        assert isinstance(next(outcomes), Made)
        (child,) = multiprocessing.active_children()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        lost, made = outcomes
    assert lost == Failure(
        tasks[1],
        None,
        "analyse",
        "the worker process was killed by SIGKILL while it analysed this",
    )
    assert isinstance(made, Made)
    assert not multiprocessing.active_children()


def test_a_model_that_is_not_there_is_said_at_once() -> None:
    options = ExtractOptions(model="no-such-model")
    with pytest.raises(WorkerError, match="no-such-model"), Workers(options, jobs=2):
        pass
    assert not multiprocessing.active_children()


def test_leaving_by_an_exception_ends_the_workers(tmp_path: Path, ruled_model: str) -> None:
    os.mkfifo(tmp_path / "b.txt")
    options = ExtractOptions(model=ruled_model)
    with pytest.raises(KeyboardInterrupt), Workers(options, jobs=2) as workers:  # noqa: PT012
        outcomes = workers.outcomes([str(tmp_path / "missing.txt"), str(tmp_path / "b.txt")])
        assert isinstance(next(outcomes), Failure)
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()
