"""What an evaluation says, as titled tables: the same for a terminal, Markdown and a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.evaluation.causes import Difference
from communique.evaluation.contest import Contest
from communique.evaluation.evaluation import Evaluation, Figure, Gold, Group
from communique.evaluation.measures import FIGURES
from communique.evaluation.reporting import plots
from communique.evaluation.resampling import Resampling

#: The figures that groups are told by; JSON has them all.
HEADLINE = (
    "spans_strict",
    "people",
    "organizations",
    "titles",
    "agreements",
    "agreement_parties",
    "dates",
)

_NONE = "–"


@dataclass(frozen=True)
class Table:
    """Rows in parts that belong together; columns from ``numbers`` on hold numbers."""

    head: Sequence[str]
    parts: Sequence[Sequence[Sequence[str]]]
    numbers: int


@dataclass(frozen=True)
class Section:
    """A table under a title, with sentences before it and a plot for those who can draw."""

    title: str
    table: Table | None = None
    notes: Sequence[str] = ()
    plot: plots.Plot | None = None


def evaluation_sections(found: Evaluation, *, listed: bool) -> list[Section]:
    """Return the sections of an evaluation; ``listed``: each mistake too, not their causes alone."""
    notes = [
        f"{found.system} against {found.gold.folder}, {_many(found.all.releases, 'release')}.",
        *_absent(found),
        *_errors_of_gold(found.gold),
        _how_sure(found.resampling),
    ]
    rows = [
        [_figure_row(found.all.figures[name]) for name in names if name in found.all.figures]
        for names in FIGURES.values()
    ]
    head = ["", "P", "R", "F1", "interval", "macro", "right", "found", "gold"]
    plot = plots.of_figures(found.all)
    sections = [Section("Figures", Table(head, rows, 1), notes, plot)]
    for name, groups in found.groups.items():
        sections.append(_by_group(name, groups, found.all))
    if found.mistakes is not None:
        sections.append(_by_cause(found))
        if listed:
            sections.append(_each(found.mistakes))
    return sections


def contest_sections(both: Contest) -> list[Section]:
    """Return the sections of a contest: figures, groups, gains and losses."""
    first, second = both.first, both.second
    notes = [
        f"A: {first.system}. B: {second.system}.",
        f"Both against {first.gold.folder}, {_many(first.all.releases, 'release')}.",
        *_absent(first, "A: "),
        *_absent(second, "B: "),
        *_errors_of_gold(first.gold),
        _how_likely(first.resampling, len(both.p)),
    ]
    rows = [
        [_contest_row(name, both) for name in names if name in both.p] for names in FIGURES.values()
    ]
    head = ["", "A", "B", "B - A", "p"]
    sections = [Section("Figures", Table(head, rows, 1), notes, plots.of_contest(both))]
    for name, groups in first.groups.items():
        sections.append(_contest_by_group(name, groups, second.groups[name]))
    sections.append(_changes(both))
    return sections


def _figure_row(figure: Figure) -> list[str]:
    score = figure.score
    counts = (score.right, score.found, score.gold)
    return [
        figure.name,
        _share(score.precision),
        _share(score.recall),
        _share(score.f1),
        f"{_share(figure.low)}{_NONE}{_share(figure.high)}",
        _NONE if figure.macro is None else _share(figure.macro),
        *(f"{count:.1f}".removesuffix(".0") for count in counts),
    ]


def _by_group(field: str, groups: Sequence[Group], everything: Group) -> Section:
    def row(group: Group) -> list[str]:
        shares = [_share(group.figures[name].score.f1) for name in HEADLINE]
        return [group.name, str(group.releases), *shares]

    means = [sum(g.figures[name].score.f1 for g in groups) / len(groups) for name in HEADLINE]
    last = [["mean of the groups", str(len(groups)), *map(_share, means)], row(everything)]
    table = Table([field, "releases", *HEADLINE], [[*map(row, groups)], last], 1)
    plot = plots.of_groups(field, groups, HEADLINE)
    return Section(f"By {field}", table, ["F1 of each group."], plot)


def _by_cause(found: Evaluation) -> Section:
    counts = found.by_cause()
    parts: dict[str, list[list[str]]] = {}
    for (figure, cause), count in counts.items():
        parts.setdefault(figure, []).append([figure, cause, str(count[True]), str(count[False])])
    table = Table(["", "cause", "missed", "extra"], list(parts.values()), 2)
    return Section("Errors by cause", table, plot=plots.of_causes(counts))


def _each(mistakes: Iterable[tuple[str, Difference]]) -> Section:
    rows: dict[str, list[list[str]]] = {}
    for release, one in mistakes:
        rows.setdefault(release, []).append([release, *_told(one)])
    head = ["release", "figure", "", "cause", "what"]
    return Section("Errors, release by release", Table(head, list(rows.values()), len(head)))


def _contest_row(name: str, both: Contest) -> list[str]:
    one, other = (side.all.figures[name].score.f1 for side in (both.first, both.second))
    return [name, _share(one), _share(other), f"{other - one:+.3f}", f"{both.p[name]:.3f}"]


def _contest_by_group(field: str, first: Sequence[Group], second: Sequence[Group]) -> Section:
    def row(one: Group, other: Group) -> list[str]:
        scores = [(one.figures[name].score.f1, other.figures[name].score.f1) for name in HEADLINE]
        return [one.name, str(one.releases), *(f"{b - a:+.3f}" for a, b in scores)]

    rows = [row(*pair) for pair in zip(first, second, strict=True)]
    table = Table([field, "releases", *HEADLINE], [rows], 1)
    return Section(f"By {field}", table, ["F1 of B less that of A, of each group."])


def _changes(both: Contest) -> Section:
    parts = [
        [
            *([change.release, "gain", *_told(one)] for one in change.gains),
            *([change.release, "loss", *_told(one)] for one in change.losses),
        ]
        for change in both.changes
    ]
    gains = sum(len(change.gains) for change in both.changes)
    losses = sum(len(change.losses) for change in both.changes)
    note = (
        f"{_many(gains, 'mistake')} of A that B does not make (gain) and {losses} of B that A does "
        f"not make (loss), in {len(both.changes)} of {_many(both.first.all.releases, 'release')}."
    )
    head = ["release", "", "figure", "", "cause", "what"]
    return Section("Gains and losses, release by release", Table(head, parts, len(head)), [note])


def _told(one: Difference) -> Iterator[str]:
    yield from (one.figure, "missed" if one.missed else "extra", one.cause, one.what)


def _absent(found: Evaluation, whose: str = "") -> Iterator[str]:
    if found.absent:
        names = ", ".join(found.absent[:10]) + (", …" if len(found.absent) > 10 else "")
        yield f"{whose}No record of {_many(len(found.absent), 'release')}, counted as empty: {names}."


def _errors_of_gold(gold: Gold) -> Iterator[str]:
    if gold.errors:
        done = "are left out on either side" if gold.left_out else "count like all else"
        yield f"Known errors of the gold, {len(gold.errors)} in its log, {done}."


def _how_sure(how: Resampling) -> str:
    return (
        f"Intervals hold {how.confidence:.0%} of {how.draws:,} bootstrap draws of releases, seed "
        f"{how.seed}; macro is the mean F1 of the releases that have or claim anything of a kind."
    )


def _how_likely(how: Resampling, figures: int) -> str:
    return (
        "p: how likely a difference as large is by chance (paired permutation of releases, "
        f"{how.draws:,} draws, seed {how.seed}). Of {figures} figures about one in twenty falls below "
        ".05 where nothing differs."
    )


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")


def _share(value: float) -> str:
    return f"{value:.3f}"


def rows_of(table: Table) -> Iterator[Sequence[str]]:
    """Yield the rows of all parts of a table."""
    for part in table.parts:
        yield from part
