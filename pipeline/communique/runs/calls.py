"""How a run is asked for, whatever engine does it, and what is wrong with a call."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.readers.failure import ReadError
from communique.readers.object_stores import in_store
from communique.runs.failure import Failure
from communique.runs.journal import JournalError
from communique.runs.workers import WorkerError
from communique.stores.extras import MissingExtraError


class RunError(Exception):
    """A run that could not be done at all; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How a run goes about its work; nothing here changes a record.

    ``jobs`` processes share the documents; one that takes more than ``timeout`` seconds fails.
    ``shards`` files share the records. With ``journal`` what is done is kept beside the output until
    the run has ended, and taken from there where an earlier run was stopped; with ``update`` it
    stays there for good, and records of unchanged inputs are taken from it even where another
    version or model made them; with ``refresh`` nothing is taken that was there before.
    """

    jobs: int = 1
    timeout: float | None = None
    shards: int = 1
    journal: bool = True
    update: bool = False
    refresh: bool = False


def check_inputs(
    paths: Sequence[str], inputs: Sequence[str | Failure], targets: Iterable[str]
) -> None:
    """Raise ``RunError`` where a run has no inputs, or would write ``targets`` over one of them."""
    if not inputs:
        raise RunError(f"there is nothing to read at {', '.join(paths)}")
    written = {_place(path) for path in targets}
    for item in inputs:
        if isinstance(item, str) and _place(item) in written:
            raise RunError(f"{item} is an input of this run and cannot be its output")


def _place(path: str) -> str:
    return path if in_store(path) else os.path.realpath(path)


@contextlib.contextmanager
def run_errors(output: str) -> Iterator[None]:
    """Raise what stops a run as a ``RunError``."""
    try:
        yield
    except (JournalError, MissingExtraError, ReadError, WorkerError) as error:
        raise RunError(str(error)) from error
    except OSError as error:
        raise RunError(f"{output} cannot be written: {error.strerror or error}") from error
