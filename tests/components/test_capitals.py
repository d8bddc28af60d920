"""What counts as a capitalised word, and what as a line in title case."""

from __future__ import annotations

import pytest
import spacy

from communique.components.capitals import (
    is_capitalized,
    is_initial,
    is_line_break,
    is_title_case,
    name_particles,
)

NLP = spacy.blank("en")


@pytest.mark.parametrize("word", ["Li", "LI", "'Okonjo", "iHarbour", "al-Harthy", "d'Arlin", "Éva"])
def test_capitalized(word: str) -> None:
    assert is_capitalized(word)


@pytest.mark.parametrize("word", ["", "harbour", "7", "-", "7th", "’", "al-harthy"])
def test_not_capitalized(word: str) -> None:
    assert not is_capitalized(word)


@pytest.mark.parametrize("word", ["J.", "K", "J.R.", "J.-L."])
def test_initials(word: str) -> None:
    assert is_initial(word)


@pytest.mark.parametrize("word", ["", ".", "Li", "LI", "j.", "J.R.R.T.", "7."])
def test_no_initials(word: str) -> None:
    assert not is_initial(word)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour Opens Large Office Near River", True),
        ("HARBOUR OPENS LARGE OFFICE", True),
        ("Harbour opens a large office near the river", False),
        ("Harbour Opens Large Office Near River.", False),
        ("Harbour Opens", False),
    ],
)
def test_title_case(line: str, *, expected: bool) -> None:
    doc = NLP(line)
    assert is_title_case(doc, 0, len(doc)) == expected


def test_line_breaks() -> None:
    assert [is_line_break(t) for t in NLP("a \n b  c")] == [False, True, False, False, False]


def test_particles_are_lower_case() -> None:
    assert {"bin", "de", "van"} <= name_particles()
    assert all(word == word.lower() for word in name_particles())
