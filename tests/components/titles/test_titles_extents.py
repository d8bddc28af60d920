"""Where a title begins and ends, and who holds it: offices of a nation, series, who is served."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

FEDERAL: list[tuple[str, list[tuple[str, str]]]] = [
    # the nation belongs to a federal office, and stands beside a senator's
    ("{Bo Lin|person} was previously the U.S. Attorney in Orla.", [("Bo Lin", "U.S. Attorney")]),
    (
        "{Bo Lin|person}, United States Magistrate Judge, spoke.",
        [("Bo Lin", "United States Magistrate Judge")],
    ),
    ("{Bo Lin|person}, United States Senator, spoke.", [("Bo Lin", "Senator")]),
    # a place that a possessive stands before
    ("{Ayr Bank|org}'s Manila Director, {Bo Lin|person}, spoke.", [("Bo Lin", "Manila Director")]),
    ("whose Asia coordinator, {Bo Lin|person}, attended", [("Bo Lin", "Asia coordinator")]),
    (
        "The Institute in {Taiwan|place} Deputy Director {Bo Lin|person} spoke.",
        [("Bo Lin", "Deputy Director")],
    ),
    # a nomination above a name
    (
        "Nominee for Commander of {Orla Fleet|org}: Vice Adm. {Bo Lin|person}",
        [("Bo Lin", "Commander")],
    ),
    ("He asked for Commander of {Orla Fleet|org}: {Bo Lin|person} left.", []),
]

COMMAS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Bo Lin|person} served as Director for Strategy, Plans, and Policy for the {Joint Staff|org}.",
        [("Bo Lin", "Director for Strategy, Plans, and Policy")],
    ),
    (
        "{Bo Lin|person} served as Director for Strategy, and Plans went ahead.",
        [("Bo Lin", "Director for Strategy")],
    ),
    (
        "{Bo Lin|person} served as Chief of Staff, Deputy Chief of Staff, and Director of Urban Affairs.",
        [
            ("Bo Lin", "Chief of Staff"),
            ("Bo Lin", "Deputy Chief of Staff"),
            ("Bo Lin", "Director of Urban Affairs"),
        ],
    ),
    (
        "{Bo Lin|person}, Chairman, President, and Chief Executive Officer of {Ayr Bank|org}, spoke.",
        [("Bo Lin", "Chairman, President, and Chief Executive Officer")],
    ),
    (
        "{Bo Lin|person} is Permanent Secretary (Law) and concurrently Second Permanent Secretary (Health).",
        [
            (
                "Bo Lin",
                "Permanent Secretary (Law) and concurrently Second Permanent Secretary (Health)",
            )
        ],
    ),
    (
        "They met State Councillor and Minister of Public Security {Bo Lin|person}.",
        [("Bo Lin", "State Councillor and Minister of Public Security")],
    ),
    (
        "{Bo Lin|person}, Former {Ayr Bank|org} Administrator and Former Astronaut",
        [("Bo Lin", "Administrator"), ("Bo Lin", "Astronaut")],
    ),
]

SERVED: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Ida Berg|person} is the Principal Private Secretary to Prime Minister {Bo Lin|person}.",
        [
            ("Bo Lin", "Prime Minister"),
            ("Ida Berg", "Principal Private Secretary to Prime Minister Bo Lin"),
        ],
    ),
    (
        "{Ida Berg|person} is the Senior Advisor to President {Bo Lin|person}.",
        [("Bo Lin", "President"), ("Ida Berg", "Senior Advisor")],
    ),
    (
        "{Ida Berg|person} served as President {Bo Lin|person}'s Director of Political Affairs.",
        [("Bo Lin", "President"), ("Ida Berg", "Director of Political Affairs")],
    ),
    (
        "The day was President {Bo Lin|person}'s. Director of Political Affairs.",
        [("Bo Lin", "President")],
    ),
    (
        "She worked as an advisor on the nomination of {Bo Lin|person}, and {Ida Berg|person} spoke.",
        [("Ida Berg", "advisor on the nomination")],
    ),
]

BODIES: list[tuple[str, list[tuple[str, str]]]] = [
    ("by {Bo Lin|person}, member of the Management Board. Next.", [("Bo Lin", "member")]),
    ("{Bo Lin|person}, Head of the Legal Department, spoke.", [("Bo Lin", "Head")]),
    ("{Bo Lin|person}, Head of Legal Affairs, spoke.", [("Bo Lin", "Head of Legal Affairs")]),
    ("{Bo Lin|person}, SRC President. It went on.", [("Bo Lin", "President")]),
    (
        "The Angolan Chargé d'Affaires in Accra, Mr. {Bo Lin|person}, came.",
        [("Bo Lin", "Chargé d'Affaires")],
    ),
    ("The hokim of {Karshi|place} district, {Bo Lin|person}, spoke.", [("Bo Lin", "hokim")]),
    ("{Bo Lin|person} praised the Small {Administration|title}.", []),
]

FIELDS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Bo Lin|person}, Geology Professor, {Orla University|org}",
        [("Bo Lin", "Geology Professor")],
    ),
    ("Welcome to Geology. Professor {Bo Lin|person} spoke.", [("Bo Lin", "Professor")]),
    ("{Bo Lin|person} served as Justice Pro Tempore.", [("Bo Lin", "Justice Pro Tempore")]),
    (
        "{Bo Lin|person}, Chief Medical Officer of the Delta Health System, spoke.",
        [("Bo Lin", "Chief Medical Officer")],
    ),
    (
        "{Bo Lin|person} is a career member of the {Foreign Service|org}.",
        [("Bo Lin", "career member")],
    ),
    ("{Bo Lin|person} is a loyal member of the {Orla Club|org}.", []),
    (
        "Minister for Law {Bo Lin|person} came. {Bo Lin|person}, Minister for Law and Health, spoke.",
        [("Bo Lin", "Minister for Law"), ("Bo Lin", "Minister for Law and Health")],
    ),
    (
        "Minister (Law and Health) {Bo Lin|person} came. {Bo Lin|person}, Minister for Law and Health, spoke.",
        [("Bo Lin", "Minister for Law and Health")],
    ),
]

DESCRIBED: list[tuple[str, list[tuple[str, str]]]] = [
    ("{Bo Lin|person} is a leading communications strategist joining the House.", []),
    ("{Bo Lin|person} is a top public affairs strategist and organizer.", []),
    ("{Bo Lin|person} is a communications strategist.", [("Bo Lin", "communications strategist")]),
    (
        "{Bo Lin|person} is a leading specialist of the {Ayr Department|org}.",
        [("Bo Lin", "leading specialist")],
    ),
    ("The aim of {Bo Lin|person} is to help women grow as tech leaders and entrepreneurs.", []),
    ("Moderated by {Bo Lin|person}, local entrepreneurs had a talk.", []),
    (
        "{Bo Lin|person} and {Ida Berg|person}, lawyers, talked.",
        [("Bo Lin", "lawyers"), ("Ida Berg", "lawyers")],
    ),
    (
        "Press contact: {Bo Lin|person}, Communications Officer",
        [("Bo Lin", "Communications Officer")],
    ),
    ("A naval aviator, {Bo Lin|person} came.", [("Bo Lin", "naval aviator")]),
    ("Did Secretary {Bo Lin|person} know?", [("Bo Lin", "Secretary")]),
]

CASES = [*FEDERAL, *COMMAS, *SERVED, *BODIES, *FIELDS, *DESCRIBED]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_extents(find: Find, marked: str, expected: list[tuple[str, str]]) -> None:
    assert [(person, title) for person, title, _ in find(marked)] == sorted(expected)
