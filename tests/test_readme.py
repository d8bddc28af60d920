"""What the README opens with is what the program says of the seed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import communique


def is_abridged(shown: object, whole: object) -> bool:
    """Whether ``shown`` is ``whole`` with fields of objects and items of lists left out."""
    if isinstance(shown, dict) and isinstance(whole, dict):
        return all(key in whole and is_abridged(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(whole, list):
        remaining = iter(whole)
        return all(any(is_abridged(item, other) for other in remaining) for item in shown)
    return shown == whole


@pytest.mark.parametrize(
    ("shown", "whole", "abridged"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"a": 2}, False),
        ({"c": None}, {"a": 1}, False),
        ({"a": [2, {"b": 1}]}, {"a": [1, 2, {"b": 1, "c": 3}]}, True),
        ([2, 1], [1, 2], False),
        ([1, 1], [1], False),
    ],
)
def test_what_counts_as_abridged(shown: object, whole: object, abridged: bool) -> None:
    assert is_abridged(shown, whole) is abridged


def test_the_readme_opens_with_the_record_of_the_seed(repository: Path, embedded: Path) -> None:
    page = (repository / "README.md").read_text(encoding="utf-8")
    match = re.search(r"^```json\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert match is not None
    (path,) = (repository / "seeds").iterdir()
    (release,) = communique.read(path)
    assert isinstance(release, communique.Release)
    record = communique.analyse(communique.load(embedded), release).model_dump(mode="json")
    shown = json.loads(match[1])
    for part in shown:
        assert is_abridged(shown[part], record[part]), part
    assert {"people", "organizations", "agreements", "dates"} <= set(shown)
    left_out = len(record["organizations"]) - len(shown["organizations"])
    assert f"{left_out} more organizations" in page
