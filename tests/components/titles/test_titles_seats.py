"""Where courts' staff, presidents' staff, senators and states' officers hold their offices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]


def bodies_of(find: Find, text: str) -> set[str | None]:
    """Return the bodies of all offices of Ida Berg."""
    return {body for name, _, body in find(text) if name == "Ida Berg"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the staff of a president, where the release names their seat
        ("Assistant to the President {Ida Berg|person} left the {White House|org}.", "White House"),
        ("Press Secretary {Ida Berg|person} spoke at the {White House|org}.", "White House"),
        (
            "{Ida Berg|person}, Counsel to the Vice President, spoke. The {White House|org} agreed.",
            "White House",
        ),
        ("Assistant to the President {Ida Berg|person} spoke in Kenya.", "Kenya"),
        (
            (
                "Republic of Kenya\n\nSecretary to the President {Ida Berg|person} spoke. Kenya wrote to the "
                "{White House|org}."
            ),
            "Kenya",
        ),
        (
            (
                "{Ida Berg|person}, Press Secretary of {Ayr Bank|org:company}, wrote to the "
                "{White House|org}."
            ),
            "Ayr Bank",
        ),
    ],
)
def test_the_staff_of_a_president_work_at_his_seat(find: Find, text: str, expected: str) -> None:
    assert bodies_of(find, text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the court of the judge served, where it stands behind the judge or before the clerk
        (
            (
                "{Ida Berg|person} was a law clerk for the Honorable {Bo Lin|person} of the "
                "{Orla District Court|org}."
            ),
            "Orla District Court",
        ),
        (
            (
                "The {Orla District Court|org} sat. {Ida Berg|person} served as a law clerk to Judge "
                "{Bo Lin|person} from 2014 to 2016."
            ),
            "Orla District Court",
        ),
        (
            (
                "The {Orla District Court|org} sat. {Ida Berg|person} served as a clerk to Mr "
                "{Bo Lin|person} from 2014 to 2016."
            ),
            None,
        ),
        # the one supreme court for a justice, however far
        (
            "Justice {Ida Berg|person} was seen.\n\nMuch later the {Supreme Court|org} sat.",
            "Supreme Court",
        ),
        ("Justice {Ida Berg|person} was seen.\n\nMuch later the {Orla Court|org} sat.", None),
        (
            (
                "Justice {Ida Berg|person} was seen.\n\nThe {Supreme Court of Ayr|org} and the "
                "{Supreme Court of Orla|org} sat."
            ),
            None,
        ),
    ],
)
def test_the_courts_of_clerks_and_justices(find: Find, text: str, expected: str | None) -> None:
    assert bodies_of(find, text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senator {Ida Berg|person} (D-NV) spoke. America won.", "NV"),
        ("Senator {Ida Berg|person} (R-Maine) spoke. America won.", "Maine"),
        ("Senator {Ida Berg|person} (D-NV) of the United States spoke.", "United States"),
        ("Senator {Ida Berg|person} (D-CA) spoke. California won, America too.", "California"),
        (
            "Senator {Ida Berg|person} (D-CA) spoke in the {Senate|org}. California won.",
            "California",
        ),
        ("Senator {Ida Berg|person} (Kenya) spoke.", "Kenya"),
    ],
)
def test_a_senator_sits_for_the_state_behind_the_name(find: Find, text: str, expected: str) -> None:
    assert bodies_of(find, text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another office of the same person names the country
        (
            (
                "U.S. Trade Commissioner {Ida Berg|person} spoke of Kenya, Kenya and Kenya. "
                "Ambassador {Ida Berg|person} left."
            ),
            {"U.S."},
        ),
        (
            (
                "U.S. Trade Commissioner {Bo Lin|person} spoke of Kenya, Kenya and Kenya. "
                "Ambassador {Ida Berg|person} left."
            ),
            {"Kenya"},
        ),
        # two who lead governments are of two countries, by whatever name
        (
            (
                "Singapore, Singapore. Chinese Premier {Bo Lin|person} and Prime Minister "
                "{Ida Berg|person} met."
            ),
            {"Singapore"},
        ),
        (
            (
                "Chinese Premier {Bo Lin|person} and Foreign Minister {Ida Berg|person} met Singapore, "
                "Singapore."
            ),
            {"China"},
        ),
        # an attorney general of a state, and who works for one
        (
            (
                "{Bo Lin|person}, Attorney General of Minnesota, spoke in America, America. Deputy "
                "Attorney General {Ida Berg|person} agreed."
            ),
            {"Minnesota"},
        ),
        (
            (
                "{Bo Lin|person}, Governor of Minnesota, spoke in America, America. Deputy Attorney "
                "General {Ida Berg|person} agreed."
            ),
            {"America"},
        ),
        # a numbered meeting has a president, a country has another
        (
            "The COP29 President-Designate, {Ida Berg|person}, spoke in Kenya.",
            {"COP29"},
        ),
        ("The President-Designate, {Ida Berg|person}, spoke in Kenya.", {"Kenya"}),
        # initials that lost their stops are a country's name only where it has no other
        ("President {Ida Berg|person} spoke. The U S troops left America.", {"America"}),
        ("President {Ida Berg|person} spoke. The U S troops left.", {"U S"}),
        ("President {Ida Berg|person} spoke. The U.S. won.", {"U.S."}),
    ],
)
def test_whose_office_it_is(find: Find, text: str, expected: set[str]) -> None:
    assert bodies_of(find, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Ida Berg|person} is Chief of Naval Operations. The {U.S. Navy|org} won.", "U.S. Navy"),
        (
            (
                "{Ida Berg|person} is Chief of Naval Operations. The {U.S. Navy|org} and the "
                "{Royal Navy|org} of the United States won."
            ),
            "United States",
        ),
        ("{Ida Berg|person} is a mechanic. The {U.S. Navy|org} won.", None),
    ],
)
def test_a_naval_office_is_of_the_one_navy(find: Find, text: str, expected: str | None) -> None:
    assert bodies_of(find, text) == {expected}


def test_a_senator_does_not_inherit_a_state(find: Find) -> None:
    found = find(
        "America won, Senator {Bo Lin|person} (R-Maine) said. Senator {Bo Lin|person} and Senator "
        "{Ida Berg|person} spoke."
    )
    assert {body for name, _, body in found if name == "Ida Berg"} == {"America"}


def test_who_works_for_a_named_deputy_prime_minister(find: Find) -> None:
    text = "{Ida Berg|person}, Private Secretary to the Deputy Prime Minister, spoke in Kenya."
    assert bodies_of(find, text) == {"Kenya"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Governor of the {Boeny|place} region, Ms. {Ida Berg|person}, spoke.", "Boeny region"),
        ("The Governor of {Boeny|place}, Ms. {Ida Berg|person}, spoke.", "Boeny"),
    ],
)
def test_a_part_of_a_country_keeps_its_noun(find: Find, text: str, expected: str) -> None:
    assert bodies_of(find, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Sen. {Ida Berg|person} (R-Maine) spoke.",
        "Sens. {Ida Berg|person} and {Bo Lin|person} spoke.",
        "Lt. Gen. {Bo Lin|person} spoke.",
    ],
)
def test_a_rank_cut_short_is_a_style(find: Find, text: str) -> None:
    assert find(text) == []


def test_an_office_behind_a_rank_cut_short_is_a_title(find: Find) -> None:
    found = find("Sen. {Ida Berg|person}, Chair of the {Harbour Committee|org}, spoke.")
    assert [title for _, title, _ in found] == ["Chair"]
