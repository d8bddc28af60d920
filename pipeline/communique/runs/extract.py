"""A batch run: files in, records out, and beside them what failed and what is there twice."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from communique.readers.object_stores import in_store, plain
from communique.runs import signatures
from communique.runs.analysis import Analyser, ExtractOptions, Outcome
from communique.runs.calls import Manner, RunError, check_inputs, run_errors
from communique.runs.duplicates import Duplicates
from communique.runs.failure import Failure
from communique.runs.inputs import PassedOver, find_inputs
from communique.runs.journal import Journal, Taking, journal_path
from communique.runs.memory import ZONE, settled, zone
from communique.runs.settings import Settings
from communique.runs.summary import ProgressCallback, RunSummary
from communique.runs.tasks import count_releases, make_tasks
from communique.runs.work import Work, make_work
from communique.runs.workers import Workers
from communique.stores.jsonl import JsonlFile
from communique.stores.outputs import (
    Output,
    duplicates_path,
    failed_path,
    open_output,
    output_paths,
)
from communique.stores.whole import STDOUT, is_special

__all__ = ["Manner", "RunError", "extract"]

_Engine = Callable[[Iterable[Work]], Iterator[Work]]


def extract(
    paths: Sequence[str],
    output: str,
    options: ExtractOptions,
    manner: Manner | None = None,
    *,
    on_progress: ProgressCallback | None = None,
    on_failure: Callable[[Failure], None] | None = None,
) -> RunSummary:
    """Write a record for each release found at ``paths``, in their order, and return the summary.

    ``output`` gets the records (``-`` for standard output) and appears when the run has ended;
    what failed stands beside it in ``OUT.failed.jsonl``, releases with the same text in
    ``OUT.duplicates.jsonl``; both are absent when there is nothing to tell. The bytes written depend
    on the inputs, the model and the options, never on the number of processes or on how often the
    run was stopped and started again. The records are not held in memory.

    Raises ``RunError`` when there is nothing to read, the model cannot be loaded, the output cannot
    be written, or an earlier run stands in the way; an earlier output is then untouched.
    """
    manner = manner or Manner()
    output = plain(output)
    found = list(find_inputs(paths, any_extension=options.format is not None))
    inputs = [item for item in found if not isinstance(item, PassedOver)]
    _check_output(output, manner)
    check_inputs(paths, inputs, [] if output == STDOUT else output_paths(output, manner.shards))
    total = None
    if on_progress is not None:
        total = count_releases(inputs, options.format)

    summary = RunSummary(passed_over=len(found) - len(inputs))
    with (
        run_errors(output),
        _engine(options, manner) as engine,
        _journal(output, options, manner) as journal,
    ):
        with _writing(output, manner, alone=journal is not None) as files:
            start = time.monotonic()
            if on_progress is not None:
                on_progress(summary, total)
            tasks = make_work(make_tasks(inputs, options), keyed=journal is not None)
            for work in engine(_known(tasks, journal, signed=options.near_duplicates)):
                if journal is not None and not work.taken:
                    journal.put(work)
                for outcome in work.outcomes or ():
                    summary = summary.plus(outcome, time.monotonic() - start, taken=work.taken)
                    files.write(outcome)
                    if isinstance(outcome, Failure) and on_failure is not None:
                        on_failure(outcome)
                    if on_progress is not None:
                        on_progress(summary, total)
            summary = replace(summary, duplicates=files.write_duplicates())
        if journal is not None:
            summary = replace(summary, older=journal.older)
            journal.finish()
    return summary


def _known(tasks: Iterable[Work], journal: Journal | None, *, signed: bool) -> Iterator[Work]:
    """Settle the tasks whose outcomes the journal knows."""
    for work in tasks:
        if journal is not None and work.key is not None:
            work.outcomes = journal.get(work.key, signed=signed)
            work.taken = work.outcomes is not None
        yield work


def _check_output(output: str, manner: Manner) -> None:
    if output == STDOUT:
        if manner.shards > 1:
            raise RunError("standard output cannot be written in shards")
    elif in_store(output):
        raise RunError(f"{output} lies in an object store, which --engine ray alone writes to")
    elif Path(output).is_dir():
        raise RunError(f"{output} cannot be written: it is a folder")


@dataclass
class _Files:
    """The files of a run: records, failures, duplicates; on standard output the records alone."""

    records: Output
    failures: JsonlFile | None = None
    twice: JsonlFile | None = None
    duplicates: Duplicates | None = None

    def write(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failure):
            if self.failures is not None:
                self.failures.write(outcome.to_line())
            return
        self.records.write(outcome.id, outcome.line)
        if self.duplicates is not None:
            self.duplicates.add(outcome.id, outcome.path, outcome.record, outcome.signature)

    def write_duplicates(self) -> int:
        if self.duplicates is None or self.twice is None:
            return 0
        for line in self.duplicates.groups():
            self.twice.write(line)
        return self.twice.lines


@contextlib.contextmanager
def _writing(output: str, manner: Manner, *, alone: bool) -> Iterator[_Files]:
    """Open the files of a run; all appear when the block ends well, the records last."""
    if output == STDOUT:
        with open_output(STDOUT) as records:
            yield _Files(records)
        return
    target = Path(output)
    with (
        open_output(output, shards=manner.shards, alone=alone) as records,
        JsonlFile(failed_path(target), drop_empty=True, alone=alone) as failures,
        JsonlFile(duplicates_path(target), drop_empty=True, alone=alone) as twice,
        Duplicates() as duplicates,
    ):
        yield _Files(records, failures, twice, duplicates)


@contextlib.contextmanager
def _journal(output: str, options: ExtractOptions, manner: Manner) -> Iterator[Journal | None]:
    """Open the journal beside the output, where there is to be one."""
    if not manner.journal or output == STDOUT or is_special(Path(output)):
        yield None
        return
    target = Path(output).resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    taking: Taking = "nothing" if manner.refresh else "any" if manner.update else "same"
    path = journal_path(target)
    with Journal(path, Settings.of(options), taking, keep=manner.update) as journal:
        yield journal


@contextlib.contextmanager
def _engine(options: ExtractOptions, manner: Manner) -> Iterator[_Engine]:
    """Make ready what does the work: this process, or others."""
    if options.near_duplicates:
        signatures.check()
    if manner.jobs > 1 or manner.timeout is not None:
        with Workers(options, manner.jobs, timeout=manner.timeout) as workers:
            yield workers.do
        return
    try:
        analyser = Analyser.load(options)
    except (OSError, ValueError) as error:
        raise RunError(f"the model cannot be loaded: {error}") from error
    with settled():
        yield partial(_one_after_another, analyser)


def _one_after_another(analyser: Analyser, tasks: Iterable[Work]) -> Iterator[Work]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, 1)):
        with zone(analyser.nlp):
            for work in (*batch, *islice(remaining, ZONE - 1)):
                if work.outcomes is None and not isinstance(work.task, Failure):
                    work.outcomes = list(analyser.outcomes(work.task))
                yield work
