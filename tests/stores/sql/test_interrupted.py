"""Loads that are killed, run beside each other, or lose their server: nothing lost, nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from communique.stores.sql.engine import DatabaseError
from communique.stores.sql.loading import LoadSummary, load

from .postgresql import Server
from .samples import content, many, write_lines

COUNT = 600


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What a database holds after an undisturbed load of ``COUNT`` records."""
    folder = tmp_path_factory.mktemp("whole")
    load([write_lines(folder / "records.jsonl", many(COUNT))], str(folder / "whole.db"))
    return content(str(folder / "whole.db"))


def start(db: str, path: str, pause: float) -> subprocess.Popen[bytes]:
    """Load in another process, with small batches and a pause after each."""
    program = (
        "import sys, time\n"
        "from communique.stores.sql.loading import load\n"
        "def rest(summary):\n"
        f"    print(summary.records, flush=True); time.sleep({pause})\n"
        "load([sys.argv[1]], sys.argv[2], batch=20, on_progress=rest)\n"
    )
    arguments = [sys.executable, "-c", program, path, db]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, env=dict(os.environ))


def test_a_load_that_was_killed_is_completed_by_the_next(
    db: str, tmp_path: Path, whole: dict[str, list[object]]
) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(COUNT))
    for batches in (1, 3, 15):  # by the last, other processes write
        loader = start(db, path, 0.02)
        assert loader.stdout is not None
        for _ in range(batches):
            assert loader.stdout.readline()
        loader.send_signal(signal.SIGKILL)
        loader.wait()
        loader.stdout.close()
    load([path], db)
    assert content(db) == whole


def test_two_loaders_at_once_come_to_the_same_as_one(
    db: str, tmp_path: Path, whole: dict[str, list[object]]
) -> None:
    records = many(COUNT)
    paths = [
        write_lines(tmp_path / "a.jsonl", records[:400]),
        write_lines(tmp_path / "b.jsonl", records[200:]),
    ]
    loaders = [start(db, path, 0) for path in paths]
    for loader in loaders:
        loader.communicate(timeout=120)
        assert loader.returncode == 0
    assert content(db) == whole


def test_a_server_that_goes_away_and_comes_back_is_waited_for(
    server: Server, tmp_path: Path, whole: dict[str, list[object]]
) -> None:
    db = server.new_database()
    path = write_lines(tmp_path / "records.jsonl", many(COUNT))
    outages: list[threading.Thread] = []

    def outage(summary: LoadSummary) -> None:
        if summary.records in {100, 400}:
            server.stop()
            outages.append(threading.Thread(target=lambda: (time.sleep(0.7), server.start())))
            outages[-1].start()

    summary = load([path], db, batch=20, on_progress=outage)
    for thread in outages:
        thread.join()
    assert len(outages) == 2
    assert (summary.new, summary.failed) == (COUNT, 0)
    assert content(db) == whole


def test_a_connection_that_breaks_within_a_transaction_is_made_anew(
    server: Server, tmp_path: Path, whole: dict[str, list[object]]
) -> None:
    db = server.new_database()
    path = write_lines(tmp_path / "records.jsonl", many(COUNT))
    stopping = threading.Event()

    def break_connections() -> None:
        for _ in range(8):
            if not stopping.wait(0.15):
                server.break_connections()

    breaker = threading.Thread(target=break_connections)
    load([], db)
    breaker.start()
    try:
        summary = load([path], db, batch=50)
    finally:
        stopping.set()
        breaker.join()
    assert summary.failed == 0
    assert content(db) == whole


def test_a_server_that_stays_away_is_not_waited_for_forever(server: Server, tmp_path: Path) -> None:
    db = server.new_database()
    path = write_lines(tmp_path / "records.jsonl", many(60))
    stopped: list[LoadSummary] = []

    def stop(summary: LoadSummary) -> None:
        stopped.append(summary)
        if len(stopped) == 1:
            server.stop()

    try:
        with pytest.raises(DatabaseError):
            load([path], db, batch=20, wait=0.5, on_progress=stop)
    finally:
        server.start()
    assert load([path], db).unchanged == 20
