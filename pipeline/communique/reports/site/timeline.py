"""Agreements over time: how many of each type in each month, quarter or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from communique.reports.site.digest import AgreementDigest
from communique.reports.site.drawing import address, draw
from communique.reports.site.index_data import TYPES

Unit = Literal["month", "quarter", "year", "decade"]
#: So many steps at most, so that a screen shows them side by side.
_STEPS = 72
_SHORT: dict[Unit, int] = {"month": 7, "quarter": 7, "year": 4, "decade": 3}


@dataclass(frozen=True)
class Count:
    """How many agreements of a type there are in a step of time; ``step`` is how it is written."""

    step: str
    type: str
    basis: str
    count: int


@dataclass(frozen=True)
class Timeline:
    """The counts, and how they are drawn."""

    unit: Unit
    counts: Sequence[Count]
    undated: int
    chart: Markup | None

    @property
    def steps(self) -> list[str]:
        """The steps of time that hold something, in order."""
        return sorted({count.step for count in self.counts})

    @property
    def types(self) -> list[str]:
        """The types that occur, in the order of the record's list."""
        present = {count.type for count in self.counts}
        return [name for name in TYPES if name in present]

    def cell(self, step: str, name: str) -> int:
        """Return how many agreements of a type there are in a step."""
        return sum(c.count for c in self.counts if (c.step, c.type) == (step, name))


def timeline(agreements: Iterable[AgreementDigest]) -> Timeline:
    """Return the timeline of all agreements whose day is known, from themselves or their release."""
    all_of_them = list(agreements)
    dated = [(a.day, a.type, a.basis or "") for a in all_of_them if a.day]
    unit = _unit({day for day, _, _ in dated})
    counted = Counter((step_of(day, unit), name, basis) for day, name, basis in dated)
    counts = [Count(*key, number) for key, number in sorted(counted.items())]
    return Timeline(unit, counts, len(all_of_them) - len(dated), _chart(counts, unit))


def step_of(day: str, unit: Unit) -> str:
    """Return the step that a day lies in: ``2024-05``, ``2024-Q2``, ``2024`` or ``202``."""
    if unit == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return day[: _SHORT[unit]]


def _unit(days: Iterable[str]) -> Unit:
    units: tuple[Unit, ...] = ("month", "quarter", "year")
    months = sorted({int(day[:4]) * 12 + int(day[5:7]) for day in days})
    span = months[-1] - months[0] if months else 0
    lengths = zip(units, (1, 3, 12), strict=True)
    return next((unit for unit, length in lengths if span / length <= _STEPS), "decade")


def _start(step: str, unit: Unit) -> str:
    if unit == "quarter":
        return f"{step[:4]}-{int(step[-1]) * 3 - 2:02}-01"
    return {"month": f"{step}-01", "year": f"{step}-01-01", "decade": f"{step}0-01-01"}[unit]


def _chart(counts: Sequence[Count], unit: Unit) -> Markup | None:
    if not counts:
        return None
    known, told = "day of the agreement", "day of its release only"
    values = [
        {
            "start": _start(count.step, unit),
            "type": count.type.replace("_", " "),
            "basis": known if count.basis == "agreement" else told,
            "count": count.count,
            "says": f"{count.step}{'0s' if unit == 'decade' else ''}, "
            f"{count.type.replace('_', ' ')}: {count.count}"
            f"{'' if count.basis == 'agreement' else ' by the day of the release'}",
            "href": address(f"#time={count.step}&type={count.type}"),
        }
        for count in counts
    ]
    present = {count.type for count in counts}
    rows = [name.replace("_", " ") for name in TYPES if name in present]
    by_basis = {"domain": [known, told], "range": ["var(--agreement)", "var(--raised)"]}
    specification: dict[str, Any] = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 920,
        "height": {"step": 22},
        "padding": {"left": 40, "right": 10, "top": 5, "bottom": 5},
        "data": {"values": values},
        "encoding": {
            "x": {
                "field": "start",
                "type": "temporal",
                "scale": {"type": "utc", "padding": 16},
                "axis": {"title": None, "orient": "top", "tickCount": 12},
            },
            "y": {
                "field": "type",
                "type": "nominal",
                "sort": rows,
                "axis": {"title": None, "ticks": False, "domain": False, "labelPadding": 10},
            },
            "yOffset": {"field": "basis", "sort": [known, told]},
            "href": {"field": "href"},
            "description": {"field": "says"},
        },
        "layer": [
            {
                "mark": {"type": "circle", "opacity": 1, "stroke": "var(--agreement)"},
                "encoding": {
                    "size": {
                        "field": "count",
                        "type": "quantitative",
                        "scale": {"range": [60, 560], "domainMin": 1, "nice": False, "zero": False},
                        "legend": None,
                    },
                    "fill": {
                        "field": "basis",
                        "type": "nominal",
                        "scale": by_basis,
                        "legend": {
                            "title": None,
                            "orient": "top",
                            "columnPadding": 60,
                            "symbolStrokeColor": "var(--agreement)",
                            "symbolStrokeWidth": 1.5,
                        },
                    },
                },
            },
            {
                "transform": [{"filter": "datum.count > 1"}],
                "mark": {"type": "text", "fontSize": 10},
                "encoding": {
                    "text": {"field": "count"},
                    "fill": {
                        "field": "basis",
                        "type": "nominal",
                        "scale": {**by_basis, "range": ["var(--raised)", "var(--ink)"]},
                        "legend": None,
                    },
                },
            },
        ],
        "resolve": {"scale": {"fill": "independent"}},
    }
    return draw(specification)
