"""The progress bar of a run, on standard error."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from communique.runs.summary import RunSummary


class RunProgress:
    """A bar with documents done, documents a second and the time left; nothing off a terminal."""

    def __init__(self, console: Console) -> None:
        self.shown = console.is_terminal and not console.quiet
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not self.shown,
        )
        self._task = self._progress.add_task("loading", total=None, rate="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def update(self, summary: RunSummary, total: int | None) -> None:
        """Show what was done so far."""
        self._progress.update(
            self._task,
            description="analysing",
            completed=summary.documents + summary.failed,
            total=total,
            rate=f"{summary.documents_per_second:.1f} docs/s",
        )
