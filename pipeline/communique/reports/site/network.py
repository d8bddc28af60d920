"""Who made agreements with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from communique.reports.site.digest import AgreementDigest
from communique.reports.site.drawing import address, draw
from communique.reports.site.names import Names

#: How many pairs are drawn, the most frequent first; more can't be told apart by eye.
_DRAWN = 70
_LABEL = 26
#: Agreements of more parties than that (a convention of ninety states) make no pairs.
MOST_PARTIES = 12


@dataclass(frozen=True)
class Pair:
    """Two parties and how many agreements they share."""

    one: str
    other: str
    count: int


@dataclass(frozen=True)
class Network:
    """The pairs, the most frequent first, and how they are drawn."""

    pairs: Sequence[Pair]
    parties: int
    drawn: Sequence[Pair]
    left_out: int
    chart: Markup | None


def network(agreements: Iterable[AgreementDigest]) -> Network:
    """Return who shares agreements with whom; parties of one name are taken for one."""
    names = Names()
    counts: Counter[tuple[int, int]] = Counter()
    left_out = 0
    for agreement in agreements:
        numbers = sorted(names.numbers(agreement.parties))
        if len(numbers) > MOST_PARTIES:
            left_out += 1
            continue
        counts.update(combinations(numbers, 2))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    pairs = [Pair(names.forms[a], names.forms[b], count) for (a, b), count in ordered]
    drawn = pairs[:_DRAWN]
    parties = len({number for pair in counts for number in pair})
    return Network(pairs, parties, drawn, left_out, _chart(drawn))


def _chart(pairs: Sequence[Pair]) -> Markup | None:
    if not pairs:
        return None
    weights: Counter[str] = Counter()
    for pair in pairs:
        weights.update({pair.one: pair.count, pair.other: pair.count})
    # the heaviest first: where labels lie over each other the page keeps the first
    ordered = sorted(weights, key=lambda name: -weights[name])
    numbers = {name: number for number, name in enumerate(ordered)}
    nodes = [
        {
            "name": name if len(name) <= _LABEL else f"{name[: _LABEL - 1].rstrip()}…",
            "says": f"{name}: {weights[name]} with others",
            "weight": weights[name],
            "href": address(f"#party={quote(name)}"),
        }
        for name in ordered
    ]
    links = [
        {
            "source": numbers[pair.one],
            "target": numbers[pair.other],
            "count": pair.count,
            "says": f"{pair.one} and {pair.other}: {pair.count}",
        }
        for pair in pairs
    ]
    return draw(_specification(nodes, links))


def _specification(nodes: list[dict[str, Any]], links: list[dict[str, Any]]) -> dict[str, Any]:
    height = 640 if len(nodes) > 30 else 440
    return {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "width": 1140,
        "height": height,
        "padding": {"left": 70, "right": 10, "top": 24, "bottom": 24},
        "autosize": "none",
        "data": [{"name": "nodes", "values": nodes}, {"name": "links", "values": links}],
        "scales": [
            {
                "name": "area",
                "type": "linear",
                "domain": {"data": "nodes", "field": "weight"},
                "range": [70, 620],
                "zero": False,
            },
            {
                "name": "width",
                "type": "sqrt",
                "domain": {"data": "links", "field": "count"},
                "range": [1.2, 6],
                "zero": False,
            },
        ],
        "marks": [
            {
                "type": "path",
                "name": "lines",
                "from": {"data": "links"},
                "interactive": True,
                "encode": {
                    "update": {
                        "stroke": {"value": "var(--line-strong)"},
                        "strokeWidth": {"scale": "width", "field": "count"},
                        "description": {"field": "says"},
                    }
                },
                "transform": [
                    {
                        "type": "linkpath",
                        "require": {"signal": "force"},
                        "shape": "line",
                        "sourceX": "datum.source.x",
                        "sourceY": "datum.source.y",
                        "targetX": "datum.target.x",
                        "targetY": "datum.target.y",
                    }
                ],
            },
            {
                "type": "symbol",
                "name": "parties",
                "from": {"data": "nodes"},
                "encode": {
                    "enter": {
                        "xfocus": {"signal": "width / 2"},
                        "yfocus": {"signal": "height / 2"},
                    },
                    "update": {
                        "fill": {"value": "var(--organization)"},
                        "stroke": {"value": "var(--raised)"},
                        "strokeWidth": {"value": 2},
                        "size": {"scale": "area", "field": "weight"},
                        "href": {"field": "href"},
                        "description": {"field": "says"},
                    },
                },
                "transform": [
                    {
                        "type": "force",
                        "iterations": 300,
                        "static": True,
                        "signal": "force",
                        "forces": [
                            {"force": "x", "x": "xfocus", "strength": 0.03},
                            {"force": "y", "y": "yfocus", "strength": 0.065},
                            {"force": "collide", "radius": 24, "iterations": 3},
                            {"force": "nbody", "strength": -95, "distanceMax": 420},
                            {"force": "link", "links": "links", "distance": 54},
                        ],
                    }
                ],
            },
            {
                "type": "text",
                "from": {"data": "parties"},
                "interactive": False,
                "encode": {
                    "update": {
                        "x": {"field": "x"},
                        "y": {"signal": "datum.y + sqrt(datum.size) / 2 + 3"},
                        "align": {"value": "center"},
                        "baseline": {"value": "top"},
                        "text": {"field": "datum.name"},
                        "fontSize": {"value": 11},
                        "fill": {"value": "var(--ink)"},
                        "stroke": {"value": "var(--raised)"},
                        "strokeWidth": {"value": 3},
                    }
                },
            },
        ],
    }
