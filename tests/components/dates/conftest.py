"""Dates with the gold inside the sentence: ``[surface|value]``; unmarked text holds no date."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from communique.components.dates import find_dates
from communique.components.dates.conventions import DEFAULTS, Conventions

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
#: The day of speech, a Wednesday.
ANCHOR = "2024-06-05"

Check = Callable[..., None]


def read(marked: str) -> tuple[str, list[tuple[int, str, str | None]]]:
    """The plain text, and (start, surface, value) of its marks; an empty value is None."""
    text, gold, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        gold.append((len(text), mark[1], mark[2] or None))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], gold


@pytest.fixture
def check() -> Check:
    """Compare the dates found in a marked text with its marks."""

    def compare(
        marked: str, anchor: str | None = ANCHOR, *, conventions: Conventions = DEFAULTS
    ) -> None:
        text, gold = read(marked)
        found = find_dates(text, anchor=anchor, conventions=conventions)
        dates = [m for m in found if m.kind in {"date", "range", "vague"}]
        assert [(m.start, m.text, m.value) for m in dates] == gold
        assert all(text[m.start : m.end] == m.text for m in dates)

    return compare
