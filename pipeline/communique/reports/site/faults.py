"""What made no record, and what records warn of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.reports.site.digest import ReleaseDigest

#: Rows of a list that are written out; it says how many there are in all.
_LISTED = 1000
_EXAMPLES = 5
_PARTICULARS = re.compile(r"['\"“‘][^'\"”’]*['\"”’]|\d[\d,.:-]*")


@dataclass(frozen=True)
class Failed:
    """An input that made no record, as a run lists it; ``record`` says where in the file it lay."""

    path: str
    record: str | None
    stage: str
    reason: str

    @property
    def place(self) -> str:
        """File and place in it."""
        return self.path if self.record is None else f"{self.path}, {self.record}"


@dataclass(frozen=True)
class WarningKind:
    """Warnings that differ in numbers and quoted words alone."""

    wording: str
    count: int
    examples: Sequence[tuple[str, ReleaseDigest]]


@dataclass(frozen=True)
class Faults:
    """All failures and warnings."""

    failed: Sequence[Failed]
    failures: int
    stages: Sequence[tuple[str, int]]
    warnings: int
    kinds: Sequence[WarningKind]


def faults(failures: Sequence[Failed], releases: Iterable[ReleaseDigest]) -> Faults:
    """Return failures by stage and warnings by wording, the most frequent first."""
    found: defaultdict[str, list[tuple[str, ReleaseDigest]]] = defaultdict(list)
    for release in releases:
        for warning in release.warnings:
            found[_PARTICULARS.sub("…", warning)].append((warning, release))
    kinds = [
        WarningKind(wording, len(cases), cases[:_EXAMPLES]) for wording, cases in found.items()
    ]
    stages = Counter(failure.stage for failure in failures)
    return Faults(
        failed=failures[:_LISTED],
        failures=len(failures),
        stages=sorted(stages.items(), key=lambda item: (-item[1], item[0])),
        warnings=sum(kind.count for kind in kinds),
        kinds=sorted(kinds, key=lambda kind: (-kind.count, kind.wording)),
    )
