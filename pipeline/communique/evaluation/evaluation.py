"""One system's records against gold: every figure, how sure it is, and what lies behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.evaluation.cases import Case
from communique.evaluation.causes import Difference, differences
from communique.evaluation.gold import fingerprint
from communique.evaluation.gold_errors import GoldError, leave_out, read_gold_errors
from communique.evaluation.groups import Metadata, group
from communique.evaluation.measures import measure
from communique.evaluation.resampling import Resampling, intervals
from communique.evaluation.scoring import Score, add_scores


@dataclass(frozen=True)
class Figure:
    """A figure over several releases.

    ``score`` takes them together (micro); ``macro`` is the mean of the F1 of those that have or
    claim anything of its kind, None where none does; ``low`` and ``high`` are the interval of F1.
    """

    name: str
    score: Score
    macro: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Group:
    """The figures of some of the releases."""

    name: str
    releases: int
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Gold:
    """What was judged by: a folder of gold, and the errors that are known of it."""

    folder: str
    fingerprint: str
    errors: Sequence[GoldError] = ()
    left_out: bool = False


@dataclass(frozen=True)
class Asked:
    """What an evaluation is to tell beside the figures: groups by these fields, and errors."""

    resampling: Resampling = field(default_factory=Resampling)
    fields: Sequence[str] = ()
    metadata: Metadata = field(default_factory=dict)
    errors: bool = False


@dataclass(frozen=True)
class Evaluation:
    """A system's figures on a folder of gold.

    ``groups`` holds those by each field; ``mistakes`` each difference with its release's id, None
    where it was not asked for.
    """

    gold: Gold
    system: str
    absent: Sequence[str]
    resampling: Resampling
    all: Group
    groups: Mapping[str, Sequence[Group]]
    mistakes: Sequence[tuple[str, Difference]] | None

    def by_cause(self) -> dict[tuple[str, str], Counter[bool]]:
        """Return how often each cause of each figure made something missed, and something extra."""
        counts: dict[tuple[str, str], Counter[bool]] = {}
        for _, found in self.mistakes or ():
            counts.setdefault((found.figure, found.cause), Counter())[found.missed] += 1
        return dict(sorted(counts.items(), key=_by_figure_and_count))


def read_gold_folder(folder: Path, *, without_errors: bool = False) -> Gold:
    """Return what a folder of gold is judged by. Raises ``ValueError`` for a broken log."""
    return Gold(str(folder), fingerprint(folder), read_gold_errors(folder), without_errors)


def evaluate(cases: Sequence[Case], gold: Gold, system: str, asked: Asked) -> Evaluation:
    """Return the evaluation of a system that ``cases`` hold the records of.

    Raises ``ValueError`` for a field that nothing tells of the releases, and for an error of the
    gold that names nothing, where errors are left out.
    """
    if gold.left_out:
        cases = leave_out(cases, gold.errors)
    scores = {case.id: measure(case) for case in cases}
    grouped = {
        name: [
            figures_of(label, [scores[n] for n in ids], asked.resampling)
            for label, ids in group(scores, asked.metadata, name).items()
        ]
        for name in asked.fields
    }
    return Evaluation(
        gold=gold,
        system=system,
        absent=[case.id for case in cases if case.absent],
        resampling=asked.resampling,
        all=figures_of("all", list(scores.values()), asked.resampling),
        groups=grouped,
        mistakes=list(mistakes(cases)) if asked.errors else None,
    )


def figures_of(name: str, releases: Sequence[Mapping[str, Score]], how: Resampling) -> Group:
    """Return the figures of a group of releases."""
    between = intervals(releases, how)
    figures = {}
    for figure, score in add_scores(releases).items():
        each = [r[figure].f1 for r in releases if r[figure].found + r[figure].gold]
        macro = sum(each) / len(each) if each else None
        figures[figure] = Figure(figure, score, macro, *between[figure])
    return Group(name, len(releases), figures)


def mistakes(cases: Iterable[Case]) -> Iterable[tuple[str, Difference]]:
    """Yield each difference of each case, with its id."""
    for case in cases:
        for found in differences(case.gold, case.record, case.unasked):
            yield case.id, found


def _by_figure_and_count(row: tuple[tuple[str, str], Counter[bool]]) -> tuple[str, int, str]:
    (figure, cause), count = row
    return figure, -count.total(), cause
