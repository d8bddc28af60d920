"""Names of countries and territories, which are places whatever a recogniser calls them."""

from __future__ import annotations

from functools import cache

from communique.components.lexicon_files import read_table


@cache
def countries() -> frozenset[str]:
    """Return every form in the list of countries ("Singapore", "Republic of Albania")."""
    return frozenset(form for row in read_table("agreements/countries.txt") for form in row if form)
