"""Which characters mentions cover, and where words stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.components.aliases.short_forms import Coverage

spans = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 8)).map(lambda r: (r[0], sum(r))))


@given(spans, st.integers(0, 50), st.integers(1, 10))
def test_overlaps_agrees_with_looking_at_every_character(
    wanted: list[tuple[int, int]], start: int, length: int
) -> None:
    coverage = Coverage([])
    covered: set[int] = set()
    for begin, end in wanted:
        assert coverage.overlaps(begin, end) == bool(covered & set(range(begin, end)))
        if not coverage.overlaps(begin, end):
            coverage.add(begin, end)
            covered |= set(range(begin, end))
    end = start + length
    assert coverage.overlaps(start, end) == bool(covered & set(range(start, end)))
