"""How many releases speak of which country in which year, and how many agreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from communique.reports.site.digest import ReleaseDigest
from communique.reports.site.drawing import address, draw

#: Rows and columns that are drawn; the table has all.
_COUNTRIES = 25
_YEARS = 14
_SHADES = 5
_INKS = {
    f"var(--heat-{shade})": "var(--ink)" if shade <= 3 else "var(--on-heat)"
    for shade in range(1, _SHADES + 1)
}
#: What stands in the place of a year where a release has no date.
UNKNOWN = "none"


@dataclass(frozen=True)
class CountryTable:
    """Counts by country and year; countries with the most releases first."""

    years: Sequence[str]
    countries: Sequence[str]
    releases: Counter[tuple[str, str]]
    agreements: Counter[tuple[str, str]]
    releases_of: Counter[str]
    agreements_of: Counter[str]
    without: int
    chart: Markup | None
    drawn: Sequence[str]


def by_country(releases: Iterable[ReleaseDigest]) -> CountryTable:
    """Count releases and agreements by country and by the year of the release."""
    cells: Counter[tuple[str, str]] = Counter()
    agreements: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    agreement_totals: Counter[str] = Counter()
    without = 0
    for release in releases:
        year = release.date[:4] if release.date else UNKNOWN
        without += not release.countries
        for country in release.countries:
            cells[country, year] += 1
            totals[country] += 1
        for agreement in release.agreements:
            for country in agreement.countries:
                agreements[country, year] += 1
                agreement_totals[country] += 1
    countries = sorted(totals, key=lambda country: (-totals[country], country))
    years = sorted({year for _, year in cells})
    drawn = countries[:_COUNTRIES]
    chart = _chart(cells, drawn, years)
    return CountryTable(
        years, countries, cells, agreements, totals, agreement_totals, without, chart, drawn
    )


def _chart(
    cells: Counter[tuple[str, str]], countries: Sequence[str], years: Sequence[str]
) -> Markup | None:
    shown = [year for year in years if year != UNKNOWN][-_YEARS:]
    values = [
        {
            "country": country,
            "year": year,
            "count": cells[country, year],
            "says": f"{country}, {year}: {cells[country, year]}",
            "href": address(f"index.html#country={quote(country)}&year={year}"),
        }
        for country in countries
        for year in shown
        if cells[country, year]
    ]
    if not values:
        return None
    bounds = _bounds([int(str(value["count"])) for value in values])
    shades = _shades(len(bounds) + 1)
    encoding: dict[str, Any] = {
        "x": {
            "field": "year",
            "type": "ordinal",
            "scale": {"domain": shown},
            "axis": {
                "title": None,
                "orient": "top",
                "labelAngle": 0,
                "ticks": False,
                "domain": False,
            },
        },
        "y": {
            "field": "country",
            "type": "nominal",
            "sort": list(countries),
            "axis": {"title": None, "ticks": False, "domain": False, "labelPadding": 8},
        },
        "href": {"field": "href"},
        "description": {"field": "says"},
    }
    specification: dict[str, Any] = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": {"step": 56},
        "height": {"step": 26},
        "data": {"values": values},
        "layer": [
            {
                "mark": {
                    "type": "rect",
                    "cornerRadius": 3,
                    "stroke": "var(--raised)",
                    "strokeWidth": 2,
                },
                "encoding": {
                    "fill": {
                        "field": "count",
                        "type": "quantitative",
                        "scale": {"type": "threshold", "domain": bounds, "range": shades},
                        "legend": None,
                    }
                },
            },
            {
                "mark": {"type": "text", "fontSize": 12},
                "encoding": {
                    "text": {"field": "count"},
                    "fill": {
                        "field": "count",
                        "type": "quantitative",
                        "scale": {
                            "type": "threshold",
                            "domain": bounds,
                            "range": [_INKS[shade] for shade in shades],
                        },
                        "legend": None,
                    },
                },
            },
        ],
        "encoding": encoding,
        "padding": {"left": 30, "right": 10, "top": 5, "bottom": 5},
        "resolve": {"scale": {"fill": "independent"}},
    }
    return draw(specification)


def _shades(number: int) -> list[str]:
    """Return so many shades, the darkest only where there are many."""
    names = list(_INKS)
    darkest = min(number, _SHADES - 1)
    return [names[round(n * darkest / max(number - 1, 1))] for n in range(number)]


def _bounds(counts: Sequence[int]) -> list[int]:
    """Return where one shade ends and the next begins, by quantiles of the distinct counts."""
    distinct = sorted(set(counts))
    cuts = (distinct[len(distinct) * n // _SHADES] for n in range(1, _SHADES))
    return sorted({cut for cut in cuts if cut > distinct[0]})
