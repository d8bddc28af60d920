"""A batch run on many machines, by Ray Data: the same files as a run on one.

The inputs are cut into portions of up to a thousand releases (:mod:`communique.runs.ray.portions`).
Actors that hold the model make them and put each on a shelf beside the output, under a name that its
content decides; so a run that was stopped finds there what was done. In the end the files are
written from the shelf, several shards at once, and the shelf goes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from communique.readers.object_stores import in_store, plain
from communique.readers.registry import STDIN
from communique.runs import signatures
from communique.runs.analysis import ExtractOptions
from communique.runs.calls import Manner, RunError, check_inputs, run_errors
from communique.runs.failure import Failure
from communique.runs.inputs import PassedOver, find_inputs
from communique.runs.ray.cluster import Cluster, connected
from communique.runs.ray.portions import size_of
from communique.runs.ray.shelf import Shelf
from communique.runs.ray.steps import (
    ROW,
    Analyse,
    Done,
    Group,
    Job,
    Wrong,
    cut_group,
    told,
    value_of,
    write_files,
)
from communique.runs.ray.targets import Target
from communique.runs.ray.writing import ORDER
from communique.runs.settings import Settings
from communique.runs.summary import ProgressCallback, RunSummary
from communique.runs.tasks import count_releases, holds_many
from communique.stores.whole import STDOUT, is_special

if TYPE_CHECKING:
    from ray.data import Dataset

_SETTINGS = "settings.json"
#: Of the processes that analyse, as many as one that reads keeps busy.
_ANALYSERS_A_READER = 8


def extract_on_ray(
    paths: Sequence[str],
    output: str,
    options: ExtractOptions,
    manner: Manner | None = None,
    *,
    address: str | None = None,
    on_progress: ProgressCallback | None = None,
    on_failure: Callable[[Failure], None] | None = None,
) -> RunSummary:
    """Write a record for each release found at ``paths``, as ``extract`` does, on a Ray cluster.

    ``address`` is the cluster's; without it, one is started on this machine for the run. ``jobs`` 0
    stands for all cores of the cluster. Inputs and output may lie in object stores; what lies on a
    disk must be seen by all machines under the same path.

    Raises ``RunError`` as ``extract`` does, and for what is not offered here: standard input and
    output, ``update``, runs without a journal.
    """
    manner = manner or Manner()
    output = plain(output)
    _check(output, manner)
    found = list(find_inputs(paths, any_extension=options.format is not None))
    inputs = [item for item in found if not isinstance(item, PassedOver)]
    if STDIN in inputs:
        raise RunError("--engine ray does not read standard input")
    if address is not None:
        _check_paths([output, *(item for item in inputs if isinstance(item, str))])
    target = Target(output, manner.shards)
    check_inputs(paths, inputs, target.files)
    if options.near_duplicates:
        signatures.check()
    total = None
    if on_progress is not None:
        total = count_releases(inputs, options.format)
    with run_errors(output), connected(address, manner.jobs) as cluster:
        open_shelf(target.shelf, Settings.of(options), manner)
        job = Job(options, manner.timeout, target)
        summary, start = RunSummary(passed_over=len(found) - len(inputs)), time.monotonic()
        order: list[tuple[tuple[int, int], str]] = []
        if on_progress is not None:
            on_progress(summary, total)
        for done in _analyse(cluster, job, groups(inputs, options.format)):
            order.append((done.place, done.name))
            summary = summary.joined(done.summary, time.monotonic() - start)
            if on_failure is not None:
                for failure in done.failures:
                    on_failure(failure)
            if on_progress is not None:
                on_progress(summary, total)
        target.shelf.write(ORDER, "\n".join(name for _, name in sorted(order)).encode())
        duplicates = _write(cluster, job)
        target.shelf.remove()
    return replace(summary, duplicates=duplicates)


def groups(inputs: Iterable[str | Failure], fmt: str | None) -> Iterator[Group]:
    """Yield the inputs by groups: each that may hold many releases alone, others together."""
    number = single = 0
    together: list[str | Failure] = []
    for item in inputs:
        many = isinstance(item, str) and holds_many(item, fmt)
        if together and (many or len(together) == size_of(single)):
            yield Group(number, tuple(together))
            number, single, together = number + 1, single + 1, []
        if many:
            yield Group(number, (item,))
            number += 1
        else:
            together.append(item)
    if together:
        yield Group(number, tuple(together))


def _check(output: str, manner: Manner) -> None:
    if manner.update:
        raise RunError("--engine ray does not keep a journal for --update")
    if not manner.journal:
        raise RunError("--engine ray does not work without a journal")
    if output == STDOUT or (not in_store(output) and is_special(Path(output))):
        raise RunError("--engine ray writes to files or objects alone, not to standard output")
    if not in_store(output) and Path(output).is_dir():
        raise RunError(f"{output} cannot be written: it is a folder")


def _check_paths(paths: Iterable[str]) -> None:
    """Raise ``RunError`` for a path that leads elsewhere on another machine."""
    for path in paths:
        if not in_store(path) and not Path(path).is_absolute():
            raise RunError(f"{path} is not absolute: other machines would look elsewhere")


def open_shelf(shelf: Shelf, settings: Settings, manner: Manner) -> None:
    """Make the shelf of a run, or go on with that of one with the same settings.

    Raises ``RunError`` where the settings differ.
    """
    ours = {**asdict(settings), "shards": str(manner.shards)}
    told = None if manner.refresh else shelf.read(_SETTINGS)
    if told is None:
        shelf.remove()
        shelf.make()
        shelf.write(_SETTINGS, json.dumps(ours).encode())
        return
    earlier = json.loads(told)
    if what := [f"the {name}" for name, value in ours.items() if earlier.get(name) != value]:
        raise RunError(
            f"what an earlier run left ({shelf.folder}) is of another call: "
            f"{' and '.join(what)} changed since; "
            "repeat that call, or analyse all again with --refresh"
        )


def _analyse(cluster: Cluster, job: Job, groups: Iterable[Group]) -> Iterator[Done]:
    from ray.data import ActorPoolStrategy, TaskPoolStrategy  # noqa: PLC0415 - an extra

    readers = max(cluster.jobs // _ANALYSERS_A_READER, 1)
    portions = cluster.rows([{ROW: told(group)} for group in groups]).map_batches(
        cast("Any", cut_group),
        batch_size=1,
        fn_args=(job,),
        compute=TaskPoolStrategy(size=readers),
        num_cpus=0,  # the analysers may have taken all of them
    )
    made = portions.map_batches(
        Analyse,
        batch_size=1,
        fn_constructor_args=(job,),
        compute=ActorPoolStrategy(min_size=1, max_size=cluster.jobs),
        num_cpus=1,
    )
    for value in _values(cluster, made):
        assert isinstance(value, Done)
        yield value


def _write(cluster: Cluster, job: Job) -> int:
    """Write the files, with some shards for each process; return the number of duplicates."""
    count, shards = min(cluster.jobs, job.target.shards), job.target.shards
    ends = [
        shards * share // count for share in range(count + 1)
    ]  # what lies together is read at once
    shares = [(), *(tuple(range(first, last)) for first, last in pairwise(ends))]
    written = cluster.rows([{ROW: told(share)} for share in shares]).map_batches(
        cast("Any", write_files), batch_size=1, fn_args=(job,), num_cpus=1
    )
    duplicates = 0
    for value in _values(cluster, written):
        assert isinstance(value, int)
        duplicates += value
    return duplicates


def _values(cluster: Cluster, dataset: Dataset) -> Iterator[object]:
    """Yield the values of a data set. Raises ``RunError`` for what stops the run."""
    for row in cluster.read(dataset):
        value = value_of(row)
        if isinstance(value, Wrong):
            raise RunError(value.message)
        yield value
