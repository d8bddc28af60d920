"""Counting the dates that are right, by type."""

from __future__ import annotations

import datetime as dt

from communique.evaluation.dates.counts import Count, count
from communique.evaluation.dates.sets import Marked, Text
from communique.evaluation.dates.systems import ours


def test_counts_by_type() -> None:
    text = "It opened on May 7 and shut in July 2021."
    marked = (
        Marked(10, 18, is_date=True, values=frozenset({"2024-05-07"}), type="date"),
        Marked(31, 40, is_date=True, values=frozenset({"2020-07"}), type="daterange"),
        Marked(0, 2, is_date=False, values=frozenset({"P1D"}), type="duration"),
    )
    counts = count([Text("one", text, dt.date(2024, 6, 5), marked)], ours())
    assert counts == {"date": Count(1, 1, 0), "daterange": Count(1, 0, 0), "all": Count(2, 1, 0)}
