from __future__ import annotations

import pytest

from communique.stores.sql.keys import days, name_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Marta  OKONJO", "marta okonjo"),
        ("Müller-Straße", "muller-strasse"),
        ("J. R. Vell", "j r vell"),
        ("100%_of\\it", "100 of it"),
        ("联合公司", "联合公司"),
    ],
)
def test_names_are_sought_without_case_and_accents(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-05-07", "2024-05-07", "2024-05-07"),
        ("2024-05-07T14:30", "2024-05-07", "2024-05-07"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024-Q2", "2024-04-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-W19", "2024-05-06", "2024-05-12"),
        ("2024-SU", "2024-01-01", "2024-12-31"),
        ("2024-05-07/2024-05-09", "2024-05-07", "2024-05-09"),
        ("2024-05/2024-06", "2024-05-01", "2024-06-30"),
        ("2021-05/..", "2021-05-01", None),
        ("../2021-05", None, "2021-05-31"),
        ("XXXX-05-07", None, None),
        ("P3D", None, None),
        ("PRESENT_REF", None, None),
        ("2024-02-31", None, None),
        ("2024-13", None, None),
        ("0000", None, None),
        ("T14:30", None, None),
        ("XXXX-WXX-1", None, None),
        (None, None, None),
    ],
)
def test_the_days_that_a_value_spans(
    value: str | None, first: str | None, last: str | None
) -> None:
    found = tuple(day and day.isoformat() for day in days(value))
    assert found == (first, last)
