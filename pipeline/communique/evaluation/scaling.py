"""How much faster a run is with more processes, and whether its memory stays flat.

``python -m communique.evaluation.scaling RELEASES… --jobs 1 2`` runs over the releases once for each
number of jobs, without a journal, and prints documents a second from when the models were loaded,
how many times as many as with the first number, and the memory of all processes together: after a
tenth of the releases and in the end. The cores must be free. Memory is read from ``/proc`` (Linux).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.runs.threads import use_one_thread

use_one_thread()  # as the command does, before numpy is imported

from communique.runs.analysis import ExtractOptions  # noqa: E402
from communique.runs.extract import Manner, extract  # noqa: E402
from communique.runs.summary import RunSummary  # noqa: E402


@dataclass
class Memory:
    """Bytes that this process and its children hold, after a tenth of a run and in the end."""

    early: int = 0
    late: int = 0
    _next: int = field(default=0, repr=False)

    def look(self, summary: RunSummary, total: int | None) -> None:
        """Take note of it, now and then."""
        done, every = summary.documents + summary.failed, max((total or 1000) // 10, 1)
        if done >= self._next:
            self._next = done + every
            self.late = held()
            if done <= every:
                self.early = self.late


def held() -> int:
    """Return the bytes that this process and those it started hold in memory."""
    pids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    pages = [int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in pids]
    return sum(pages) * os.sysconf("SC_PAGE_SIZE")


def measure(paths: Sequence[str], jobs: int, model: str | None) -> tuple[RunSummary, Memory]:
    """Run over the releases and return what was done and what memory it took."""
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "records.jsonl")
        manner = Manner(jobs=jobs, journal=False)
        options = ExtractOptions(model=model)
        summary = extract(paths, output, options, manner, on_progress=memory.look)
    return summary, memory


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each number of jobs."""
    parser = argparse.ArgumentParser(description="Runs with one process and with several.")
    parser.add_argument("releases", nargs="+", help="files or folders of releases")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--model", help="folder or package; the embedded default without")
    given = parser.parse_args(arguments)
    first = None
    print("jobs documents  docs/s  times   MB early   MB late")  # noqa: T201
    for jobs in given.jobs:
        summary, memory = measure(given.releases, jobs, given.model)
        rate = summary.documents_per_second
        first = first or rate
        early, late = memory.early / 2**20, memory.late / 2**20
        print(  # noqa: T201
            f"{jobs:4}{summary.documents:10}{rate:8.1f}{rate / first:7.2f}{early:11.0f}{late:10.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
