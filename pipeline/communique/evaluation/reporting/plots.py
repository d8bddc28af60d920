"""Plots of an evaluation as Vega-Lite specifications, and their drawing to SVG.

Drawing needs vl-convert-python (extra ``plots``), which holds all that it needs: nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.evaluation.contest import Contest
from communique.evaluation.evaluation import Group
from communique.evaluation.measures import FIGURES
from communique.evaluation.reporting.signs import shown

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_VERSION = "5.20"
_INK, _MISSED, _EXTRA = "#4a86d0", "#b5493a", "#d69a2d"
_GREY = "#808080"  # to be read on white and on black

#: What a drawing looks like whatever its page's colours are.
_CONFIG = {
    "background": "transparent",
    "view": {"stroke": _GREY, "strokeOpacity": 0.4},
    "font": "sans-serif",
    "axis": {
        "labelColor": _GREY,
        "titleColor": _GREY,
        "domainColor": _GREY,
        "tickColor": _GREY,
        "gridColor": _GREY,
        "gridOpacity": 0.25,
        "labelLimit": 300,
        "labelFontSize": 12,
    },
    "legend": {"labelColor": _GREY, "titleColor": _GREY},
    "header": {"labelColor": _GREY, "titleColor": _GREY},
}


@dataclass(frozen=True)
class Plot:
    """A specification, and what it shows in words."""

    spec: Mapping[str, Any]
    shows: str


def of_figures(everything: Group) -> Plot:
    """Return F1 of each figure with its interval."""
    values = [
        {"figure": f.name, "F1": f.score.f1, "low": f.low, "high": f.high}
        for f in everything.figures.values()
    ]
    names = [value["figure"] for value in values]
    y = {"field": "figure", "type": "nominal", "sort": names, "title": None}
    x = {"type": "quantitative", "scale": {"domain": [0, 1]}, "title": "F1"}
    spec = _spec(values) | {
        "height": {"step": 18},
        "layer": [
            {
                "mark": {"type": "rule", "color": _INK},
                "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 60, "color": _INK},
                "encoding": {"y": y, "x": {"field": "F1", **x}},
            },
        ],
    }
    return Plot(spec, "F1 of each figure, a line for its interval")


def of_groups(field: str, groups: Sequence[Group], figures: Sequence[str]) -> Plot:
    """Return F1 of some figures in each group, the intervals as lines."""
    values = [
        {
            "group": shown(group.name),
            "figure": name,
            "F1": group.figures[name].score.f1,
            "low": group.figures[name].low,
            "high": group.figures[name].high,
        }
        for group in groups
        for name in figures
    ]
    y = {"field": "group", "type": "nominal", "title": None, "sort": None}
    x = {"type": "quantitative", "scale": {"domain": [0, 1]}, "title": None}
    spec = _spec(values) | {
        "facet": {"field": "figure", "type": "nominal", "title": None, "sort": list(figures)},
        "columns": 3,
        "spec": {
            "width": 170,
            "height": {"step": 16},
            "layer": [
                {
                    "mark": {"type": "rule", "color": _INK},
                    "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}},
                },
                {
                    "mark": {"type": "point", "filled": True, "size": 50, "color": _INK},
                    "encoding": {"y": y, "x": {"field": "F1", **x}},
                },
            ],
        },
    }
    del spec["width"]
    return Plot(spec, f"F1 by {shown(field)}, a line for each interval")


def of_causes(counts: Mapping[tuple[str, str], Mapping[bool, int]]) -> Plot | None:
    """Return how much of each figure was missed and how much was too many; None of nothing."""
    values = [
        {"figure": figure, "what": what, "errors": count[missed]}
        for (figure, _), count in counts.items()
        for missed, what in ((True, "missed"), (False, "extra"))
    ]
    if not values:
        return None
    order = [name for names in FIGURES.values() for name in names]
    spec = _spec(values) | {
        "height": {"step": 18},
        "mark": "bar",
        "encoding": {
            "y": {"field": "figure", "type": "nominal", "sort": order, "title": None},
            "x": {"field": "errors", "type": "quantitative", "aggregate": "sum", "title": "errors"},
            "color": {
                "field": "what",
                "type": "nominal",
                "title": None,
                "scale": {"domain": ["missed", "extra"], "range": [_MISSED, _EXTRA]},
            },
        },
    }
    return Plot(spec, "errors of each figure, missed and extra")


def of_contest(both: Contest) -> Plot:
    """Return the difference of F1 of each figure."""
    values = [
        {
            "figure": name,
            "difference": both.second.all.figures[name].score.f1 - figure.score.f1,
            "likely": "p < .05" if both.p[name] < 0.05 else "p ≥ .05",
        }
        for name, figure in both.first.all.figures.items()
    ]
    names = [value["figure"] for value in values]
    spec = _spec(values) | {
        "height": {"step": 18},
        "mark": "bar",
        "encoding": {
            "y": {"field": "figure", "type": "nominal", "sort": names, "title": None},
            "x": {"field": "difference", "type": "quantitative", "title": "F1 of B less that of A"},
            "color": {
                "field": "likely",
                "type": "nominal",
                "title": None,
                "scale": {"domain": ["p < .05", "p ≥ .05"], "range": [_INK, _GREY]},
            },
        },
    }
    return Plot(spec, "difference of F1 between the two systems, figure by figure")


def draw(plot: Plot) -> str | None:
    """Return a plot as SVG, or None where vl-convert-python is not installed."""
    try:
        import vl_convert  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        return None
    return str(vl_convert.vegalite_to_svg(dict(plot.spec), vl_version=_VERSION))


def _spec(values: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "$schema": _SCHEMA,
        "config": _CONFIG,
        "data": {"values": list(values)},
        "width": 420,
    }
