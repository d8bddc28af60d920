"""A batch run: files in, one JSONL file of records out, and one of what failed."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from communique.runs.analysis import Analyser, ExtractOptions, Outcome, Task
from communique.runs.failure import Failure
from communique.runs.inputs import PassedOver, find_inputs
from communique.runs.tasks import count_releases, make_tasks
from communique.runs.workers import ZONE, WorkerError, Workers
from communique.stores.jsonl import STDOUT, JsonlFile, failed_path


class RunError(Exception):
    """A run that could not be done at all; the message says why."""


@dataclass(frozen=True)
class RunSummary:
    """What a run did so far. ``seconds`` is the time since the model was loaded."""

    documents: int = 0
    failed: int = 0
    passed_over: int = 0
    people: int = 0
    organizations: int = 0
    agreements: int = 0
    dates: int = 0
    seconds: float = 0.0

    @property
    def documents_per_second(self) -> float:
        """Records made a second; 0 before any time has passed."""
        return self.documents / self.seconds if self.seconds else 0.0

    def plus(self, outcome: Outcome, seconds: float) -> RunSummary:
        """Return the summary with one outcome more, after ``seconds``."""
        if isinstance(outcome, Failure):
            return replace(self, failed=self.failed + 1, seconds=seconds)
        return replace(
            self,
            documents=self.documents + 1,
            people=self.people + outcome.people,
            organizations=self.organizations + outcome.organizations,
            agreements=self.agreements + outcome.agreements,
            dates=self.dates + outcome.dates,
            seconds=seconds,
        )


#: Called before the first release and after each, with what was done so far and how many releases
#: there are in all (None where that cannot be known: standard input).
ProgressCallback = Callable[[RunSummary, int | None], None]

_Engine = Callable[[Iterable[Task | Failure]], Iterator[Outcome]]


def extract(
    paths: Sequence[str],
    output: str,
    options: ExtractOptions,
    *,
    jobs: int = 1,
    on_progress: ProgressCallback | None = None,
    on_failure: Callable[[Failure], None] | None = None,
) -> RunSummary:
    """Write a record for each release found at ``paths``, in their order, and return the summary.

    ``output`` gets the records (``-`` for standard output) and appears when the run has ended;
    what failed stands beside it in ``OUT.failed.jsonl``, which is absent when nothing failed. The
    bytes written depend on the inputs, the model and the options, never on ``jobs``. The records
    are not held in memory.

    Raises ``RunError`` when there is nothing to read, the model cannot be loaded or the output
    cannot be written; an earlier output is then untouched.
    """
    found = list(find_inputs(paths, any_extension=options.format is not None))
    inputs = [item for item in found if not isinstance(item, PassedOver)]
    _check(paths, inputs, output)
    total = None
    if on_progress is not None:
        total = count_releases(inputs, options.format)

    summary = RunSummary(passed_over=len(found) - len(inputs))
    with _engine(options, jobs) as engine, _writing(output) as (records, failures):
        start = time.monotonic()
        if on_progress is not None:
            on_progress(summary, total)
        for outcome in engine(make_tasks(inputs, options)):
            summary = summary.plus(outcome, time.monotonic() - start)
            if isinstance(outcome, Failure):
                if failures is not None:
                    failures.write(outcome.to_line())
                if on_failure is not None:
                    on_failure(outcome)
            else:
                records.write(outcome.line)
            if on_progress is not None:
                on_progress(summary, total)
    return summary


def _check(paths: Sequence[str], inputs: Sequence[str | Failure], output: str) -> None:
    if not inputs:
        raise RunError(f"there is nothing to read at {', '.join(paths)}")
    if output != STDOUT:
        target = os.path.realpath(output)
        for item in inputs:
            if isinstance(item, str) and os.path.realpath(item) == target:
                raise RunError(f"{output} is an input of this run and cannot be its output")


@contextlib.contextmanager
def _writing(output: str) -> Iterator[tuple[JsonlFile, JsonlFile | None]]:
    """Open the files of a run: the records', and the failures' where the records' has a name."""
    try:
        if output == STDOUT:
            with JsonlFile(STDOUT) as records:
                yield records, None
        else:
            beside = failed_path(Path(output))
            with JsonlFile(output) as records, JsonlFile(beside, drop_empty=True) as failures:
                yield records, failures
    except OSError as error:
        raise RunError(f"{output} cannot be written: {error.strerror or error}") from error


@contextlib.contextmanager
def _engine(options: ExtractOptions, jobs: int) -> Iterator[_Engine]:
    """Make ready what turns tasks into outcomes: this process, or several others."""
    if jobs > 1:
        try:
            with Workers(options, jobs) as workers:
                yield workers.outcomes
        except WorkerError as error:
            raise RunError(str(error)) from error
        return
    try:
        analyser = Analyser.load(options)
    except (OSError, ValueError) as error:
        raise RunError(f"the model cannot be loaded: {error}") from error
    yield partial(_one_after_another, analyser)


def _one_after_another(analyser: Analyser, tasks: Iterable[Task | Failure]) -> Iterator[Outcome]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, 1)):
        with analyser.nlp.memory_zone():
            for task in (*batch, *islice(remaining, ZONE - 1)):
                if isinstance(task, Failure):
                    yield task
                else:
                    yield from analyser.outcomes(task)
