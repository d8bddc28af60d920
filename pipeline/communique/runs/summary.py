"""What a run did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from communique.runs.analysis import Outcome
from communique.runs.failure import Failure


@dataclass(frozen=True)
class RunSummary:
    """What a run did so far. ``seconds`` is the time since the model was loaded.

    ``taken`` of the ``documents`` were there from an earlier run; ``older`` of those were made by
    another model or version. ``duplicates`` are groups of releases with the same text or, where the
    options ask for it, nearly the same.
    """

    documents: int = 0
    failed: int = 0
    passed_over: int = 0
    people: int = 0
    organizations: int = 0
    agreements: int = 0
    dates: int = 0
    taken: int = 0
    older: int = 0
    duplicates: int = 0
    seconds: float = 0.0

    @property
    def documents_per_second(self) -> float:
        """Records made a second, those taken over left out; 0 before any time has passed."""
        return (self.documents - self.taken) / self.seconds if self.seconds else 0.0

    def plus(self, outcome: Outcome, seconds: float, *, taken: bool = False) -> RunSummary:
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
            taken=self.taken + taken,
            seconds=seconds,
        )

    def joined(self, other: RunSummary, seconds: float) -> RunSummary:
        """Return the summary with all that another counts, after ``seconds``."""
        counts = {name: value + getattr(other, name) for name, value in vars(self).items()}
        return RunSummary(**{**counts, "seconds": seconds})


#: Called before the first release and after each, with what was done so far and how many releases
#: there are in all (None where that cannot be known: standard input).
ProgressCallback = Callable[[RunSummary, int | None], None]
