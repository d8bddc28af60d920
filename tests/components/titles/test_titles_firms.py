"""Titles as releases of firms, ministries and universities write them: fields, regions, signatures, delegations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

CASES: list[tuple[str, Found]] = [
    # fields behind the ranks of firms
    (
        "{Ida Berg|person} was SVP Offshore Wind at {Ayr Energy|org}.",
        [("Ida Berg", "SVP Offshore Wind", "Ayr Energy")],
    ),
    ("{Ida Berg|person} met Director Lund Bro of {Ayr Energy|org}.", []),
    (
        "{Ida Berg|person} is Vice President, Human Resources, {Americas|place} at {Ayr Energy|org}.",
        [("Ida Berg", "Vice President, Human Resources, Americas", "Ayr Energy")],
    ),
    (
        "{Ida Berg|person}, Mayor, {Orla|place}, spoke.",
        [("Ida Berg", "Mayor", "Orla")],
    ),
    # what was taken for a place, behind "at"
    (
        "{Ida Berg|person} was Vice President, Strategy at {Aldera|place}, and left.",
        [("Ida Berg", "Vice President, Strategy", "Aldera")],
    ),
    ("{Ida Berg|person} was a lawyer in {Aldera|place}.", [("Ida Berg", "lawyer", None)]),
    # names that no list knows, behind a comma
    (
        "The Principal Secretary, State Department for TVET, Dr {Ida Berg|person}, came.",
        [("Ida Berg", "Principal Secretary", "State Department for TVET")],
    ),
    (
        "The Director, Vocational Training, Dr {Ida Berg|person}, came.",
        [("Ida Berg", "Director, Vocational Training", None)],
    ),
    # offices beside the place that they are of
    (
        "Governor {Punjab|place} {Ida Berg|person} came.",
        [("Ida Berg", "Governor", "Punjab")],
    ),
    (
        "Officer {Punjab|place} {Ida Berg|person} came.",
        [("Ida Berg", "Officer Punjab", None)],
    ),
    # "to the Treasury"
    (
        "{Ida Berg|person}, Secretary to the Treasury, came.",
        [("Ida Berg", "Secretary", "Treasury")],
    ),
    (
        "{Ida Berg|person}, Secretary to the President of {Kenya|place}, came.",
        [("Ida Berg", "Secretary to the President", "Kenya")],
    ),
    # a member's office on the line below
    (
        "Hon. {Ida Berg|person} MP\nMinister of Tea\n{Republic of Malawi|org:place}\n",
        [
            ("Ida Berg", "MP", "Republic of Malawi"),
            ("Ida Berg", "Minister of Tea", "Republic of Malawi"),
        ],
    ),
    (
        "Hon. {Ida Berg|person} spoke to the MP\nMinister of Tea\n",
        [],
    ),
    # columns with bodies of their own
    (
        "Dr. {Ida Berg|person}        Mr. {Bo Lin|person}\nSecretary to the Treasury        Country Director\n",
        [("Bo Lin", "Country Director", None), ("Ida Berg", "Secretary", "Treasury")],
    ),
    # delegations
    (
        "{Orla University|org} welcomed a delegation from {Ayr College|org} led by Mr {Bo Lin|person}, Vice President, and Ms {Ida Berg|person}, Dean of Arts.",
        [("Bo Lin", "Vice President", "Ayr College"), ("Ida Berg", "Dean of Arts", "Ayr College")],
    ),
    (
        "{Orla University|org} met the {Ayr College|org} delegation led by Mr {Bo Lin|person}, Vice President; Ms {Ida Berg|person}, Head of Arts, sang.",
        [("Bo Lin", "Vice President", "Ayr College"), ("Ida Berg", "Head of Arts", None)],
    ),
    # "the company" in the release of another body
    (
        "{Orla University|org:education} signed with {Huatong|org}. {Orla University|org:education} is old. The company was represented by Mr {Bo Lin|person}, the Country Manager.",
        [("Bo Lin", "Country Manager", "Huatong")],
    ),
    (
        "{Orla Ltd|org:company} signed with {Huatong|org}. {Orla Ltd|org:company} is old. The company was represented by Mr {Bo Lin|person}, the Country Manager.",
        [("Bo Lin", "Country Manager", "Orla Ltd")],
    ),
    # the firm that opens a release
    (
        "{Ayr AB|org:company} (publ) publishes its report\n\n{Ida Berg|person}, Chief Financial Officer\n\nAdviser is {Orla Bank|org}.",
        [("Ida Berg", "Chief Financial Officer", "Ayr AB")],
    ),
    (
        "A report is out\n\n{Ida Berg|person}, Chief Financial Officer, met {Ayr AB|org:company} and {Orla Bank|org}.",
        [("Ida Berg", "Chief Financial Officer", None)],
    ),
    # singular and plural do not join
    (
        "It was attended by Mr {Bo Lin|person}, President & CEO, members of the {Ayr Board|org}, Mr {Ed Moe|person} and Ms {Ida Berg|person}.",
        [
            ("Bo Lin", "President & CEO", None),
            ("Ed Moe", "members", "Ayr Board"),
            ("Ida Berg", "members", "Ayr Board"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_titles(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles
