"""Texts that are wrapped at a fixed width, read as if they were not."""

from __future__ import annotations

import pytest

from communique.components.offsets import Offsets
from communique.components.zones.unwrapping import unwrap

WRAPPED = """\
The Harbour Council of Tallberg said on Monday that the Ministry of
Ports and Inland Fisheries had agreed to lend the crane of the Eastern
Pier Authority to the town until the end of the year, and that the Asia-
Pacific Harbours Union would pay for its upkeep:

  * Ms. Ana Reyes of Tallberg, who from 2011 was Director of the Eastern
    Pier Authority and now leads the Harbour Council.
  * Mr. Ben Cho, Orme.

Tallberg
3 May 2024
"""


def test_line_ends_that_only_wrap_are_spaces() -> None:
    text, _ = unwrap(WRAPPED)
    assert "Ministry of Ports and Inland Fisheries had" in text
    assert "the Asia-Pacific Harbours Union" in text
    assert "Eastern Pier Authority and now" in text


def test_lines_of_their_own_stay() -> None:
    text, _ = unwrap(WRAPPED)
    assert "Council.\n  * Mr. Ben Cho, Orme.\n\nTallberg\n3 May 2024\n" in text


@pytest.mark.parametrize(
    "published",
    [
        "Ministry of\nPorts and Inland Fisheries",
        "the Asia-\nPacific Harbours Union",
        "Eastern\n    Pier Authority and now",
        "Ben Cho",
        "3 May 2024",
    ],
)
def test_what_is_found_has_its_place_in_the_text_as_published(published: str) -> None:
    text, offsets = unwrap(WRAPPED)
    plain = " ".join(published.split()).replace("- ", "-")
    start, end = offsets.span(text.index(plain), text.index(plain) + len(plain))
    assert WRAPPED[start:end] == published


def test_text_that_is_not_wrapped_stays_as_it_is() -> None:
    lines = "Ana Reyes\nHarbour Council\nBen Cho\nPier Authority\nOrme Union\nTallberg\n"
    assert unwrap(lines) == (lines, Offsets())


@pytest.mark.parametrize("text", ["", "\n", "Ana"])
def test_short_texts(text: str) -> None:
    assert unwrap(text) == (text, Offsets())


def test_room_of_a_hard_break_counts() -> None:
    """A last word with the two spaces of a Markdown line break did not fit on the line above."""
    lines = [
        "The Honourable Ana Reyes, Director of the Harbour Crane",
        "Agency  ",
        "The Honourable Ben Cho, Governor of the Tallberg District of",
        "Orme Sound and the Islands of Saint Eskil in the Bay of Lim",
        "from the northern pier to the lighthouse of Saint Eskil, and",
        "back again to Tallberg with the morning tide of the summer,",
        "as he said.",
    ]
    text, _ = unwrap("\n".join(lines))
    assert "Harbour Crane Agency  \nThe Honourable Ben Cho" in text
