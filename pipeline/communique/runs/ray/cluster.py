"""The cluster that a run works on: one that is there, or one of this machine alone."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.runs.calls import RunError
from communique.stores.extras import needed

if TYPE_CHECKING:
    from ray.data import DataContext, Dataset

#: Memory for what passes between the steps of a run on one machine: portions are small.
_STORE = 256 << 20
#: Nothing is told to Ray's makers, and its own log of a run is left to its files.
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}


@dataclass(frozen=True)
class Cluster:
    """Ray, connected. ``jobs`` is how many processes are to work on documents."""

    jobs: int

    def rows(self, values: Sequence[Mapping[str, object]]) -> Dataset:
        """Return a data set of rows that are worked on one by one."""
        from ray.data import from_items  # noqa: PLC0415 - an extra

        return from_items([*values], override_num_blocks=len(values))

    def read(self, dataset: Dataset) -> Iterator[Mapping[str, object]]:
        """Have the work of a data set done, and yield its rows as they come.

        Raises ``RunError`` where the cluster fails.
        """
        from ray.exceptions import RayError  # noqa: PLC0415 - an extra

        try:
            yield from dataset.iter_rows()
        except RayError as error:
            said = str(error).strip().rpartition("\n")[2]
            raise RunError(f"the cluster failed: {said}") from error


@contextlib.contextmanager
def connected(address: str | None, jobs: int) -> Iterator[Cluster]:
    """Connect to the cluster at ``address``, or start one on this machine that ends with the block.

    ``jobs`` 0 stands for all its cores. A connection that is there already is used and left open.

    Raises ``MissingExtraError`` without Ray, and ``RunError`` where no cluster answers.
    """
    with needed("ray", "--engine ray"):
        import ray  # noqa: PLC0415 - an extra
        import ray.data  # noqa: PLC0415
    own = not ray.is_initialized()
    with _quietly():
        if own:
            with _without_stderr():
                _connect(address, jobs)
        try:
            resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
            with _small_blocks(ray.data.DataContext.get_current()):
                yield Cluster(jobs or int(resources.get("CPU", 1)))
        finally:
            if own:
                ray.shutdown()


def _connect(address: str | None, jobs: int) -> None:
    import ray  # noqa: PLC0415 - an extra

    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    try:
        if address is not None:
            ray.init(address=address, **quiet)
            return
        ray.init(
            address="local",
            num_cpus=jobs or os.cpu_count(),
            include_dashboard=False,
            object_store_memory=_STORE,
            **quiet,
        )
    except (OSError, RuntimeError, ValueError) as error:
        where = "on this machine" if address is None else f"at {address}"
        raise RunError(f"no Ray cluster {where}: {error}") from error


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    logger, unset = logging.getLogger("ray.data"), [n for n in _QUIET if n not in os.environ]
    level = logger.level
    logger.setLevel(logging.ERROR)
    os.environ.update({name: _QUIET[name] for name in unset})
    try:
        yield
    finally:
        logger.setLevel(level)
        for name in unset:
            os.environ.pop(name, None)


@contextlib.contextmanager
def _without_stderr() -> Iterator[None]:
    """Leave out what Ray's libraries write to standard error while they start."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


@contextlib.contextmanager
def _small_blocks(context: DataContext) -> Iterator[None]:
    """Let each row be a block, so that it goes to whichever process is free; show no bars."""
    values = {"target_max_block_size": 1, "enable_progress_bars": False}
    before = {name: getattr(context, name) for name in values}
    for name, value in values.items():
        setattr(context, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
