"""Who had an office before, for whom somebody signs, which of several bodies is whose, who speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

#: What the text gives, and what stands beside it that gives nothing.
CASES: list[tuple[str, Found]] = [
    # the one who is succeeded, in the next sentence or called "predecessor"
    (
        "{Ida Berg|person} was appointed Treasurer of {Ayr Bank|org}, effective May 1. Ms {Ida Berg|person} succeeds the retiring {Bo Lin|person}.",
        [("Bo Lin", "Treasurer", "Ayr Bank"), ("Ida Berg", "Treasurer", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person} was appointed Treasurer of {Ayr Bank|org}. {Cao Mei|person} succeeds {Bo Lin|person} elsewhere.",
        [("Ida Berg", "Treasurer", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person}, Rector of {Orla University|org}, spoke. {Ida Berg|person} thanked her predecessor, {Bo Lin|person}.",
        [("Bo Lin", "Rector", "Orla University"), ("Ida Berg", "Rector", "Orla University")],
    ),
    (
        "{Ida Berg|person}, Rector of {Orla University|org}, spoke. {Ida Berg|person} thanked her predecessors and {Bo Lin|person}.",
        [("Ida Berg", "Rector", "Orla University")],
    ),
    # bodies in brackets behind the names of several
    (
        "The presidents of the two universities, {Bo Lin|person} (Kiel) and {Ida Berg|person} (Tartu), signed it.",
        [("Bo Lin", "presidents", "Kiel"), ("Ida Berg", "presidents", "Tartu")],
    ),
    (
        "They are Ambassadors {Bo Lin|person} ({Tunisia|place}) and High Commissioners {Ida Berg|person} ({Ghana|place}).",
        [
            ("Bo Lin", "Ambassadors", "Tunisia"),
            ("Ida Berg", "High Commissioners", "Ghana"),
        ],
    ),
    (
        "Two presidents, {Bo Lin|person} (Kiel) and {Ida Berg|person} (Tartu), signed it.",
        [],
    ),
    (
        "First Vice Presidents {Bo Lin|person} (SUI) and {Ida Berg|person} (GBR) spoke.",
        [("Bo Lin", "First Vice Presidents", None), ("Ida Berg", "First Vice Presidents", None)],
    ),
    # each at one of several bodies
    (
        "It was signed by {Bo Lin|person} and {Ida Berg|person}, chief executives of {Ayr Water|org} and {Bute Oil|org} respectively.",
        [
            ("Bo Lin", "chief executives", "Ayr Water"),
            ("Ida Berg", "chief executives", "Bute Oil"),
        ],
    ),
    (
        "The ministers of trade of {Chile|place} and {Peru|place}, {Bo Lin|person} and {Ida Berg|person}, met.",
        [("Bo Lin", "ministers of trade", "Chile"), ("Ida Berg", "ministers of trade", "Peru")],
    ),
    (
        "It was signed by {Bo Lin|person} and {Ida Berg|person}, co-chairs of {Ayr Forum|org}.",
        [("Bo Lin", "co-chairs", "Ayr Forum"), ("Ida Berg", "co-chairs", "Ayr Forum")],
    ),
    # for whom the holder signs
    (
        "Signing on behalf of the {Ministry of Tea|org} was Eng. {Bo Lin|person}, Director of Water Resources.",
        [("Bo Lin", "Director of Water Resources", "Ministry of Tea")],
    ),
    (
        "Dr {Bo Lin|person} signed on behalf of {Ayr Agency|org} in his capacity as Acting Director General.",
        [("Bo Lin", "Acting Director General", "Ayr Agency")],
    ),
    (
        "{Bo Lin|person}, Director General, signed on behalf of {Ayr Agency|org}.",
        [("Bo Lin", "Director General", "Ayr Agency")],
    ),
    (
        "{Bo Lin|person}, Legal Officer, witnessed as {Ida Berg|person} signed on behalf of {Ayr Agency|org}, and {Bute Oil|org} did so too.",
        [("Bo Lin", "Legal Officer", None)],
    ),
    # among the people of a body or a side
    (
        "Representatives from {Ayr Power Ltd|org}, including general manager {Bo Lin|person}, attended.",
        [("Bo Lin", "general manager", "Ayr Power Ltd")],
    ),
    (
        "Machines from {Ayr Power Ltd|org}, including general manager {Bo Lin|person}'s, were shown at {Bute Oil|org}.",
        [("Bo Lin", "general manager", None)],
    ),
    (
        "It was chaired by Minister for Ports {Ida Berg|person} on the {Singapore|place} side, and Minister for Tea {Bo Lin|person} on the {Kenya|place} side.",
        [("Bo Lin", "Minister for Tea", "Kenya"), ("Ida Berg", "Minister for Ports", "Singapore")],
    ),
    # the council appoints for its university, but elects a chair of its own
    (
        "The {Council of Orla University|org} has appointed {Ida Berg|person} as its next Rector. {Orla University|org} is old.",
        [("Ida Berg", "Rector", "Orla University")],
    ),
    (
        "The {Council of Orla University|org} has elected {Ida Berg|person} as its Chair. {Orla University|org} is old.",
        [("Ida Berg", "Chair", "Council of Orla University")],
    ),
    # particulars in brackets, and forms
    (
        "{Ayr Chemical Ltd|org:company} (Head office: Osaka; President & CEO: {Bo Lin|person}) and {Bute Oil|org} signed.",
        [("Bo Lin", "President & CEO", "Ayr Chemical Ltd")],
    ),
    (
        "{Ayr Chemical Ltd|org:company} (founded 1920) told {Bute Oil|org}; President: {Bo Lin|person}",
        [],
    ),
    (
        "{Ministry of Tea|org}\nName: Dr. {Bo Lin|person}\nDesignation: Director of Policy\n\n{Ayr Aid|org}\nName: {Ida Berg|person}\nTitle: Country Director\n",
        [
            ("Bo Lin", "Director of Policy", "Ministry of Tea"),
            ("Ida Berg", "Country Director", "Ayr Aid"),
        ],
    ),
    (
        "Film: {Bo Lin|person}\nSubject: Director of Photography\n",
        [],
    ),
    # the next cell of a table
    (
        "| Permanent Secretary (Law) {Bo Lin|person} | {Ministry of Law|org} |\n| Deputy Commissioner {Ida Berg|person} | {Ayr Police|org} |\n",
        [
            ("Bo Lin", "Permanent Secretary (Law)", "Ministry of Law"),
            ("Ida Berg", "Deputy Commissioner", "Ayr Police"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_holders_and_bodies(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles


def test_who_is_succeeded_held_the_office_before(analyse: Callable[[str], Doc]) -> None:
    doc = analyse(
        "{Ida Berg|person} was appointed as its next Rector by {Orla University|org}. She succeeds {Bo Lin|person}."
    )
    assert {(t.person, t.when) for t in doc._.titles} == {("p1", "future"), ("p2", "former")}


#: Whose president somebody is, in releases about other countries.
AUTHORS: list[tuple[str, Found]] = [
    (
        "Statement by President {Ida Berg|person} on {Chad|place}\n\n{Chad|place} is free, and {Chad|place} will stay so. The {White House|org} and the {United States|place} stand by {Chad|place}.",
        [("Ida Berg", "President", "United States")],
    ),
    (
        "Statement by President {Ida Berg|person} on {Chad|place}\n\n{Chad|place} is free. The {White House|org} said so.",
        [("Ida Berg", "President", None)],
    ),
    (
        "President {Ida Berg|person} spoke.\n\n{Chad|place} is free, and {Chad|place} will stay so.",
        [("Ida Berg", "President", "Chad")],
    ),
    (
        "NAIROBI, {Kenya|place} – President {Ida Berg|person} today spoke with President {Bo Lin|person} about {Chad|place}.",
        [("Bo Lin", "President", "Chad"), ("Ida Berg", "President", "Kenya")],
    ),
]


@pytest.mark.parametrize(("text", "titles"), AUTHORS)
def test_countries_of_who_speaks(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles


#: What stands before and behind titles: no bodies of theirs.
BESIDE: list[tuple[str, Found]] = [
    ("Statement LUSAKA Senator {Ida Berg|person} spoke.", [("Ida Berg", "Senator", None)]),
    ("A visit. {LUSAKA|place} Senator {Ida Berg|person} spoke.", [("Ida Berg", "Senator", None)]),
    ("A visit. {UAE|place} Minister {Ida Berg|person} spoke.", [("Ida Berg", "Minister", "UAE")]),
    (
        "{Bo Lin|person}, Chair of {Ayr Board|org}, the Senators wrote.",
        [("Bo Lin", "Chair", "Ayr Board")],
    ),
    (
        "{Bo Lin|person}, football analyst, former {Orla University|org} player",
        [("Bo Lin", "football analyst", None)],
    ),
    (
        "Acme's Chief Technology Officer {Bo Lin|person} spoke of {Acme A/S|org:company}.",
        [("Bo Lin", "Chief Technology Officer", "Acme")],
    ),
    (
        "Today's Chief Technology Officer {Bo Lin|person} spoke.",
        [("Bo Lin", "Chief Technology Officer", None)],
    ),
    (
        "The Chairman, Chief {Bo Lin|person}, spoke at {Ayr Bank|org}.",
        [("Bo Lin", "Chairman", None)],
    ),
    ("Police Chief {Bo Lin|person} spoke.", [("Bo Lin", "Police Chief", None)]),
    (
        "{Kenya|place} was represented by its ambassador in {Peru|place}, H.E. {Ida Berg|person}.",
        [("Ida Berg", "ambassador", "Kenya")],
    ),
    (
        "Deputy Prime Minister {Ida Berg|person}, Minister of Tea, and Minister of Tin {Bo Lin|person} came.",
        [
            ("Bo Lin", "Minister of Tin", None),
            ("Ida Berg", "Deputy Prime Minister", None),
            ("Ida Berg", "Minister of Tea", None),
        ],
    ),
    (
        "Chief Minister of {Odisha|place} Shri {Bo Lin|person}, Secretary, {Ministry of Ports|org}, Shri {Ida Berg|person}, Chairman of {Ayr Port|org} Shri {Ed Moe|person} came.",
        [
            ("Bo Lin", "Chief Minister", "Odisha"),
            ("Ed Moe", "Chairman", "Ayr Port"),
            ("Ida Berg", "Secretary", "Ministry of Ports"),
        ],
    ),
    (
        "Sheikh {Bo Lin|person}, Ruler of {Ras Orla|place}, came.",
        [("Bo Lin", "Ruler", "Ras Orla")],
    ),
    (
        "{Ida Berg|person}, Permanent Secretary – Technical Services at the {Ministry of Tea|org}, came.",
        [("Ida Berg", "Permanent Secretary – Technical Services", "Ministry of Tea")],
    ),
    (
        "Dr {Ida Berg|person}, Senior Lecturer in the {School of Engineering|org}, came.",
        [("Ida Berg", "Senior Lecturer", "School of Engineering")],
    ),
    (
        "Dr {Ida Berg|person}, Senior Lecturer in Engineering at {Orla University|org}, came.",
        [("Ida Berg", "Senior Lecturer in Engineering", "Orla University")],
    ),
]


@pytest.mark.parametrize(("text", "titles"), BESIDE)
def test_words_beside_titles(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles


def test_an_owner_is_the_company_by_its_first_words(analyse: Callable[[str], Doc]) -> None:
    told = "Acme's Chief Technology Officer {Bo Lin|person} spoke of {%s|org:company}."
    assert analyse(told % "Acme A/S")._.titles[0].organization == "o1"
    assert analyse(told % "Acmeron A/S")._.titles[0].organization is None


#: The body of a release that names hardly any.
ISSUERS: list[tuple[str, Found]] = [
    (
        "{Ayr Foods AB|org:company}: Report\n\nCEO {Ida Berg|person} comments.",
        [("Ida Berg", "CEO", "Ayr Foods AB")],
    ),
    (
        "{Ayr Foods AB|org:company} and {Bute Oil|org}\n\nCEO {Ida Berg|person} comments.",
        [("Ida Berg", "CEO", None)],
    ),
    (
        "{High Court of Orla|org}\n\nThe Registrar, Mr. {Bo Lin|person}, and Justice {Ida Berg|person} sat.",
        [
            ("Bo Lin", "Registrar", "High Court of Orla"),
            ("Ida Berg", "Justice", "High Court of Orla"),
        ],
    ),
    (
        "EMBASSY OF {JAPAN|place} IN {ZAMBIA|place}\n\nHon. {Ida Berg|person}, Minister of Education, signed it with {Japan|place} for {Zambia|place}.",
        [("Ida Berg", "Minister of Education", "Zambia")],
    ),
    (
        "{MINISTRY OF TEA|org:government}\n\nThe Minister for Tea of {Kenya|place}, {Bo Lin|person}, came; the Permanent Secretary, {Ida Berg|person}, too.",
        [
            ("Bo Lin", "Minister for Tea", "Kenya"),
            ("Ida Berg", "Permanent Secretary", "MINISTRY OF TEA"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "titles"), ISSUERS)
def test_bodies_of_the_release(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles
