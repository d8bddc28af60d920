"""Gold annotations as records, and back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.gold import (
    GoldAgreement,
    GoldDate,
    GoldOrganization,
    GoldPerson,
    GoldRelease,
    GoldTitle,
    read_gold,
)
from communique.evaluation.gold_records import as_gold, as_record
from communique.evaluation.gold_texts import release_text
from communique.evaluation.places import longest, nearest
from communique.evaluation.scoring import score_release

CORPUS = Path(__file__).parents[2] / "corpus"


def without_order(gold: GoldRelease) -> dict[str, Any]:
    """Return an annotation with all that has no order sorted."""
    plain = gold.model_dump()
    for kind in ("people", "organizations", "agreements"):
        for entity in plain[kind]:
            entity["mentions"] = sorted(entity["mentions"])
            if "titles" in entity:
                entity["titles"] = sorted(entity["titles"], key=str)
        plain[kind] = sorted(plain[kind], key=str)
    return plain


@pytest.mark.parametrize("folder", ["releases", "seed"])
def test_an_annotation_as_a_record_is_perfect_and_comes_back(folder: str) -> None:
    for path, gold in read_gold(CORPUS / folder):
        text = release_text(path)
        record = as_record(gold, text)
        scores = score_release(gold, record)
        assert {name for name, score in scores.items() if score.f1 < 1} == set(), path.name
        for entity in (*record.people, *record.organizations, *record.agreements):
            assert all(text[m.start : m.end] == m.text for m in entity.mentions)
        assert without_order(as_gold(record, gold.id)) == without_order(gold), path.name


def test_the_longer_mention_counts_where_two_overlap() -> None:
    text = "The Ministry of Ports of Tarn and the Ministry of Ports."
    gold = GoldRelease(
        id="1",
        organizations=(
            GoldOrganization(
                name="Ministry of Ports", mentions=("Ministry of Ports",), type="government"
            ),
            GoldOrganization(
                name="Ministry of Ports of Tarn",
                mentions=("Ministry of Ports of Tarn",),
                type="government",
            ),
        ),
    )
    inner, outer = as_record(gold, text).organizations
    assert [m.start for m in inner.mentions] == [38]
    assert [m.start for m in outer.mentions] == [4]


def test_a_string_within_longer_ones_alone_keeps_its_first_place() -> None:
    gold = GoldRelease(id="1", people=(GoldPerson(name="Ana Ruiz", mentions=("Ana Ruiz", "Ruiz")),))
    (person,) = as_record(gold, "Ana Ruiz spoke. Ana Ruiz left.").people
    assert [(m.start, m.text) for m in person.mentions] == [
        (0, "Ana Ruiz"),
        (16, "Ana Ruiz"),
        (4, "Ruiz"),
    ]


def test_a_title_stands_where_its_holder_and_its_body_do() -> None:
    text = "Director Ben Otu of Pier One met Ana Ruiz, Director of Harbour Works."
    gold = GoldRelease(
        id="1",
        people=(
            GoldPerson(
                name="Ana Ruiz",
                mentions=("Ana Ruiz",),
                titles=(GoldTitle(title="Director", organization="Harbour Works"),),
            ),
            GoldPerson(
                name="Ben Otu",
                mentions=("Ben Otu",),
                titles=(GoldTitle(title="Director", organization="Pier One"),),
            ),
        ),
    )
    ana, ben = as_record(gold, text).people
    assert (ana.titles[0].start, ben.titles[0].start) == (43, 0)


def test_dates_stand_in_their_order() -> None:
    gold = GoldRelease(
        id="1", dates=tuple(GoldDate(text=t, value="2024") for t in ("May 2024", "2024", "2024"))
    )
    record = as_record(gold, "In May 2024, not in 2024 but 2024.")
    assert [date.start for date in record.dates] == [3, 20, 29]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Mayor came in May, in June.", [18, 26]),
        ("At ISC2025. Today, in 2025.", [6, 12]),
        ("In June, not in May.", [16, 3]),
    ],
)
def test_dates_stand_as_whole_words_if_that_keeps_their_order(text: str, places: list[int]) -> None:
    strings = ("2025", "Today") if "2025" in text else ("May", "June")
    dates = tuple(GoldDate(text=string, value="2025") for string in strings)
    found = as_record(GoldRelease(id="1", dates=dates), text).dates
    assert [date.start for date in found] == places


def test_a_month_of_publication_is_no_day() -> None:
    assert as_record(GoldRelease(id="1", publish_date="2015-12"), "A pact.").publish_date is None


def test_a_party_that_is_no_entity() -> None:
    pact = GoldAgreement(
        name="pact", mentions=("pact",), type="other", status="signed", parties=("Nobody",)
    )
    with pytest.raises(ValueError, match="1: 'Nobody' is no entity of the annotation"):
        as_record(GoldRelease(id="1", agreements=(pact,)), "A pact.")


PLACES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=12,
)


@given(PLACES, st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda p: (p[0], sum(p))))
def test_the_nearest_place_is_as_near_as_any(
    places: list[tuple[int, int]], to: tuple[int, int]
) -> None:
    apart = sorted(longest(places, 40))
    found = nearest(apart, to)
    gaps = [max(start - to[1], to[0] - end, 0) for start, end in apart]
    if found is None:
        assert not apart
    else:
        assert max(found[0] - to[1], to[0] - found[1], 0) == min(gaps)


@given(PLACES)
def test_of_overlapping_places_the_longest_are_kept(places: list[tuple[int, int]]) -> None:
    kept = longest(places, 40)
    assert kept <= set(places)
    ordered = sorted(kept)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))
    for start, end in places:
        beside = [p for p in kept if p[0] < end and start < p[1]]
        assert any(p[1] - p[0] >= end - start for p in beside)
