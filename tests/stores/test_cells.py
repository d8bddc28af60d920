from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.stores.cells import guarded, unguarded, write_csv


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1"])
def test_a_cell_never_begins_as_a_formula_does(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Marta", "1 = 1", 3, None])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert guarded(cell) == cell


@example("\r")
@example("a\rb\nc")
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_nothing_is_lost(text: str) -> None:
    stream = io.StringIO(newline="")
    write_csv(stream, ["text"], [[text]])
    rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    read = rows[1][0] if rows[1:] and rows[1] else ""
    assert unguarded(read) == text
