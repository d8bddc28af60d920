"""Local officers with their place and state, members of Congress with their district, and whose office is whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

PLACES: list[tuple[str, Found]] = [
    # the place, with its state, behind the name of a local officer
    ("Mayor {Ida Berg|person}, {Orla|place}, CA\n", [("Ida Berg", "Mayor", "Orla, CA")]),
    (
        "Sheriff {Ida Berg|person}, Tarn County, Ohio, signed.",
        [("Ida Berg", "Sheriff", "Tarn County, Ohio")],
    ),
    (
        "Mayor {Ida Berg|person}, {Orla|place}\nMayor {Bo Lin|person}, {Ayr|place}\n",
        [("Bo Lin", "Mayor", "Ayr"), ("Ida Berg", "Mayor", "Orla")],
    ),
    # … and behind the office
    (
        "{Ida Berg|person}, Mayor of {Orla|place}, Ohio, signed.",
        [("Ida Berg", "Mayor", "Orla, Ohio")],
    ),
    (
        "{Ida Berg|person}, President, {Reef Trust|org}; Commissioner, Tarn County, PA\n",
        [
            ("Ida Berg", "Commissioner", "Tarn County, PA"),
            ("Ida Berg", "President", "Reef Trust"),
        ],
    ),
    # no place of the officer's
    (
        "Mayor {Ida Berg|person}, Ohio Governor {Bo Lin|person} and others signed.",
        [("Bo Lin", "Governor", "Ohio"), ("Ida Berg", "Mayor", None)],
    ),
    ("Mayor {Ida Berg|person}, {Orla|place} and Ayr were there.", [("Ida Berg", "Mayor", None)]),
    (
        "{Ida Berg|person}, Director of {Ayr Bank|org:company}, Ohio, signed.",
        [("Ida Berg", "Director", "Ayr Bank")],
    ),
    # a body's name that opens with a place
    (
        "- {Ida Berg|person}, President, {Kenya|place} Reef Society\n- {Bo Lin|person}, Chair, Ofa Guild\n",
        [("Bo Lin", "Chair", "Ofa Guild"), ("Ida Berg", "President", "Kenya Reef Society")],
    ),
    # letters in a bracket between a country and its minister
    (
        "the Republic of {Kenya|place} (ROK) Minister for Ports {Ida Berg|person}",
        [("Ida Berg", "Minister for Ports", "Republic of Kenya")],
    ),
]

DISTRICTS: list[tuple[str, Found]] = [
    ("Congressman {Bo Lin|person} (NY-13) came.", [("Bo Lin", "Congressman", "NY-13")]),
    (
        "Representative {Bo Lin|person} (D-TX-02) came.",
        [("Bo Lin", "Representative", "TX-02")],
    ),
    ("Chair {Bo Lin|person} (NY-13) came.", [("Bo Lin", "Chair", None)]),
    # the caucus of each behind the district
    (
        (
            "Attendees:\n\nChair {Bo Lin|person} (OH-03), {Reef Caucus|org} Chair {Ida Berg|person} (CA-36), "
            "{Delta Caucus|org} Representative {Cao Mei|person} (NY-07), {Delta Caucus|org}"
        ),
        [
            ("Bo Lin", "Chair", "Reef Caucus"),
            ("Cao Mei", "Representative", "NY-07"),
            ("Ida Berg", "Chair", "Delta Caucus"),
        ],
    ),
    (
        "{Bo Lin|person} spoke, and {Reef Caucus|org} Chair {Ida Berg|person} agreed.",
        [("Ida Berg", "Chair", "Reef Caucus")],
    ),
    # what closes a line behind the name of who holds an office
    (
        "Signed by\nPresident {Bo Lin|person}, {Ayr College|org}\nRector {Ida Berg|person}, {Orla University|org}\n",
        [("Bo Lin", "President", "Ayr College"), ("Ida Berg", "Rector", "Orla University")],
    ),
]

OWN_AND_OTHERS: list[tuple[str, Found]] = [
    # an office of state before somebody else's
    (
        "Kenya\n\nThe Vice President and Secretary {Bo Lin|person} agreed.",
        [("Bo Lin", "Secretary", None)],
    ),
    (
        "advised by the Vice President, {Orla House|org} Chief of Staff {Bo Lin|person} and others",
        [("Bo Lin", "Chief of Staff", "Orla House")],
    ),
    (
        "The President and CEO {Bo Lin|person} of {Ayr Bank|org:company} agreed.",
        [("Bo Lin", "President and CEO", "Ayr Bank")],
    ),
    (
        "the Prime Minister and Minister for Finance {Bo Lin|person} of Kenya",
        [("Bo Lin", "Prime Minister and Minister for Finance", "Kenya")],
    ),
    # "as" that opens a clause
    ("{Bo Lin|person} spoke as the President continues to review the bids.", []),
    (
        "{Bo Lin|person} served as the President of {Ayr Bank|org:company}.",
        [("Bo Lin", "President", "Ayr Bank")],
    ),
    # a rank behind the field of a minister
    (
        "Senior Minister of State for Law and Home Affairs Associate Professor {Bo Lin|person} of Kenya spoke.",
        [
            ("Bo Lin", "Associate Professor", "Kenya"),
            ("Bo Lin", "Senior Minister of State for Law and Home Affairs", "Kenya"),
        ],
    ),
    # who holds an office now
    (
        "{Bo Lin|person} is the incumbent {Reef Union|org} Director General.",
        [("Bo Lin", "Director General", "Reef Union")],
    ),
    # a country joined to another by a hyphen
    (
        "Kenya-Ireland talks went well. Taoiseach {Ida Berg|person} spoke.",
        [("Ida Berg", "Taoiseach", "Ireland")],
    ),
]


RELEASES: list[tuple[str, Found]] = [
    # who announces something issued the release
    (
        (
            "LONDON: {Ayr Widgets plc|org:company} (LSE: AYR) today announces that {Ida Berg|person} becomes "
            "Chair. {Orla Bank|org:company} and {Bute Oil|org:company} agreed."
        ),
        [("Ida Berg", "Chair", "Ayr Widgets plc")],
    ),
    (
        "{Ayr Bank|org:company} and {Orla Bank|org:company} agreed that {Ida Berg|person} becomes Chair.",
        [("Ida Berg", "Chair", None)],
    ),
    # the capital that a release opens with
    (
        "Lusaka – Vice President {Ida Berg|person} met Kenyan Minister of Ports {Bo Lin|person}.",
        [("Bo Lin", "Minister of Ports", "Kenya"), ("Ida Berg", "Vice President", "Zambia")],
    ),
    (
        "Vice President {Ida Berg|person} met Kenyan Minister of Ports {Bo Lin|person}.",
        [("Bo Lin", "Minister of Ports", "Kenya"), ("Ida Berg", "Vice President", "Kenya")],
    ),
    # an envoy in a country
    (
        "The Peruvian Ambassador in Kenya, {Ida Berg|person}, spoke.",
        [("Ida Berg", "Ambassador", "Peru")],
    ),
    # for whom one signs
    (
        "Signed by:\nFor the Republic of {Kenya|place}: Hon. {Ida Berg|person}, Minister for Trade\nFor Peru: {Bo Lin|person}, Minister for Ports\n",
        [
            ("Bo Lin", "Minister for Ports", "Peru"),
            ("Ida Berg", "Minister for Trade", "Republic of Kenya"),
        ],
    ),
    (
        (
            "{Ayr Widgets|org:company} was represented by its Chair, {Ida Berg|person}, while the "
            "{Orla Agency|org} was represented by its Secretary General, {Bo Lin|person}."
        ),
        [("Bo Lin", "Secretary General", "Orla Agency"), ("Ida Berg", "Chair", "Ayr Widgets")],
    ),
    (
        "U.S. Attorney {Ida Berg|person} for the Southern District of Ohio spoke.",
        [("Ida Berg", "U.S. Attorney", "Southern District of Ohio")],
    ),
    ("U.S. Attorney {Ida Berg|person} for years fought it.", [("Ida Berg", "U.S. Attorney", None)]),
]

CAREERS: list[tuple[str, Found]] = [
    (
        "{Ida Berg|person} was an associate at {Hart LLP|org}, where she later became a partner.",
        [("Ida Berg", "associate", "Hart LLP"), ("Ida Berg", "partner", "Hart LLP")],
    ),
    ("{Ida Berg|person} became a partner.", []),
    (
        (
            "{Ida Berg|person} held several posts at {Bute Oil|org:company}, including Head of Risk of "
            "{Oil Lab|org} and Treasurer. {Ayr Bank|org:company} hired her. {Ayr Bank|org:company} is old."
        ),
        [("Ida Berg", "Head of Risk", "Oil Lab"), ("Ida Berg", "Treasurer", "Bute Oil")],
    ),
    # the former office is not that of whom one replaces now
    (
        "{Ida Berg|person} previously served as Treasurer of {Bute Oil|org:company}. She replaces {Bo Lin|person}.",
        [("Ida Berg", "Treasurer", "Bute Oil")],
    ),
    (
        "{Ida Berg|person} was named Treasurer of {Bute Oil|org:company}. She replaces {Bo Lin|person}.",
        [("Bo Lin", "Treasurer", "Bute Oil"), ("Ida Berg", "Treasurer", "Bute Oil")],
    ),
    (
        "{Ida Berg|person} was until recently Norway's Minister of Ports and, before that, Chair of {Ayr Bank|org:company}.",
        [("Ida Berg", "Chair", "Ayr Bank"), ("Ida Berg", "Minister of Ports", "Norway")],
    ),
    (
        "{Ida Berg|person}, {Bo Lin|person} and {Cao Mei|person}, all directors of {Bute Oil|org:company}, resigned.",
        [
            ("Bo Lin", "directors", "Bute Oil"),
            ("Cao Mei", "directors", "Bute Oil"),
            ("Ida Berg", "directors", "Bute Oil"),
        ],
    ),
    # joined as an office, not at "the Board"
    (
        "{Ayr Bank|org:company} wrote. {Ida Berg|person} will join the {Board|org} as Director. {Ayr Bank|org:company} is old.",
        [("Ida Berg", "Director", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person} is Partner and Head of Nordic Private Equity at {Ayr Bank|org:company}.",
        [("Ida Berg", "Partner and Head of Nordic Private Equity", "Ayr Bank")],
    ),
    ("Private {Ida Berg|person} was there.", [("Ida Berg", "Private", None)]),
]

STYLES: list[tuple[str, Found]] = [
    (
        "Kenya\n\nDeputy Minister for Ports Ambassador Dr. {Ida Berg|person} spoke.",
        [("Ida Berg", "Ambassador", "Kenya"), ("Ida Berg", "Deputy Minister for Ports", "Kenya")],
    ),
    (
        "Permanent Secretary in the {Ministry of Lands|org:government} Professor {Ida Berg|person} spoke.",
        [
            ("Ida Berg", "Permanent Secretary", "Ministry of Lands"),
            ("Ida Berg", "Professor", None),
        ],
    ),
    (
        "the {Ayr Foundation|org} Professor of Law {Ida Berg|person} spoke.",
        [("Ida Berg", "Ayr Foundation Professor of Law", None)],
    ),
    (
        (
            "Present were the Deputy Minister for Ports of Kenya, {Bo Lin|person}, the Chief of the General "
            "Staff, General {Ida Berg|person}, and others."
        ),
        [
            ("Bo Lin", "Deputy Minister for Ports", "Kenya"),
            ("Ida Berg", "Chief of the General Staff", "Kenya"),
            ("Ida Berg", "General", None),
        ],
    ),
    (
        "{Kenya|place} Bank Governor {Ida Berg|person} spoke.",
        [("Ida Berg", "Governor", "Kenya Bank")],
    ),
    ("The Province Minister {Ida Berg|person} spoke.", [("Ida Berg", "Minister", "Province")]),
    ("the Boeny Province Minister {Ida Berg|person}", [("Ida Berg", "Minister", "Boeny Province")]),
    ("{Ida Berg|person} MNA spoke.", [("Ida Berg", "MNA", None)]),
    ("Company Secretary: {Ida Berg|person}.", [("Ida Berg", "Company Secretary", None)]),
    (
        "{Ida Berg|person} spoke. National Security Adviser {Bo Lin|person} of Kenya agreed.",
        [("Bo Lin", "National Security Adviser", "Kenya")],
    ),
    (
        "Deputy Minister of Ports of Kenya – Trade Representative of Kenya {Ida Berg|person} spoke.",
        [
            ("Ida Berg", "Deputy Minister of Ports", "Kenya"),
            ("Ida Berg", "Trade Representative", "Kenya"),
        ],
    ),
]


LISTED: list[tuple[str, Found]] = [
    # offices of one person that share the body behind the last
    (
        "{Ayr Bank|org:company}\n\n{Ida Berg|person} (Head, International Arbitration, Partner, {Hart LLP|org})",
        [
            ("Ida Berg", "Head, International Arbitration", "Hart LLP"),
            ("Ida Berg", "Partner", "Hart LLP"),
        ],
    ),
    (
        "{Ayr Bank|org:company}\n\n{Ida Berg|person}, Senior Vice President, Head of {Ayr Retail|org}, spoke.",
        [
            ("Ida Berg", "Head", "Ayr Retail"),
            ("Ida Berg", "Senior Vice President", "Ayr Bank"),
        ],
    ),
    # two officers side by side
    (
        "{Reef Committee|org} Chairman {Bo Lin|person} and Ranking Member {Ida Berg|person} wrote.",
        [
            ("Bo Lin", "Chairman", "Reef Committee"),
            ("Ida Berg", "Ranking Member", "Reef Committee"),
        ],
    ),
    (
        "{Bo Lin|person} of the {Reef Committee|org} and Treasurer {Ida Berg|person} wrote.",
        [("Ida Berg", "Treasurer", None)],
    ),
    # delegations and who is in them
    (
        (
            "Peru and Kenya met. The Kenyan delegation included Foreign Minister {Ida Berg|person}. "
            "Peru thanked Peru's hosts."
        ),
        [("Ida Berg", "Foreign Minister", "Kenya")],
    ),
    # "the VC, Prof. B" is not A's, who has an office in front
    (
        "Present were Ambassador Mrs. {Bo Lin|person}, the Vice-Chancellor, Prof. {Ida Berg|person}, and others.",
        [("Bo Lin", "Ambassador", None), ("Ida Berg", "Vice-Chancellor", None)],
    ),
    (
        "Present were Ambassador {Bo Lin|person}, Chairman of {Ayr Bank|org:company}, and others.",
        [("Bo Lin", "Ambassador", None), ("Bo Lin", "Chairman", "Ayr Bank")],
    ),
    # no office of those beside whom it stands
    ("{Bo Lin|person}, President Harding's nominee, spoke.", []),
    ("President {Bo Lin|person} Announces Nominee for Director\n", [("Bo Lin", "President", None)]),
    (
        "{Ida Berg|person}, nominee for Director of {Ayr Lab|org}, spoke.",
        [("Ida Berg", "Director", "Ayr Lab")],
    ),
    ("{Bo Lin|person} misread the appointment of the Attorney-General.", []),
    ("{Bo Lin|person} thanked leaders such as Senator Harding.", []),
    (
        "{Bo Lin|person} has held posts such as Dean and Registrar at {Ayr College|org}.",
        [("Bo Lin", "Dean and Registrar", "Ayr College")],
    ),
    ("{Bo Lin|person} came with the chief guests.", []),
    ("{Bo Lin|person} is the author of The Reef.", []),
    ("said author {Bo Lin|person}.", [("Bo Lin", "author", None)]),
]

PARTS: list[tuple[str, Found]] = [
    # bodies that were recognised in part
    (
        "{Ida Berg|person}, Member of the Management {Board of Ayr Energy|org}, spoke.",
        [("Ida Berg", "Member", "Management Board of Ayr Energy")],
    ),
    (
        "the former Head of Cooperation and {Cultural Affairs Department|org}, Mr. {Bo Lin|person}",
        [("Bo Lin", "Head", "Cooperation and Cultural Affairs Department")],
    ),
    (
        "{Ida Berg|person}, Head of Marketing at {Ayr Energy|org}, spoke.",
        [("Ida Berg", "Head of Marketing", "Ayr Energy")],
    ),
    (
        "{Ida Berg|person} was appointed as CEO of the former {Ayr Authority|org}.",
        [("Ida Berg", "CEO", "Ayr Authority")],
    ),
    ("{Ida Berg|person} served as the Chief of {Army|org}.", [("Ida Berg", "Chief of Army", None)]),
    (
        "the Vatican Secretary of State Cardinal {Bo Lin|person}",
        [("Bo Lin", "Cardinal", None), ("Bo Lin", "Secretary of State", "Vatican")],
    ),
    (
        "the Secretary General, {Ministry of Ports|org:government}, Dato\u2019 Sri Haji {Bo Lin|person} spoke.",
        [("Bo Lin", "Secretary General", "Ministry of Ports")],
    ),
    (
        "He met {Bo Lin|person}, head of arbitration services of the {Sea Court|org}.",
        [("Bo Lin", "head of arbitration services", "Sea Court")],
    ),
    ("{Bo Lin|person} saw the head of the fish.", []),
    # "Sen." is a style, "Senator" the title of the same
    (
        "SEN. {Ida Berg|person#1} SPOKE\n\n{Ida Berg|person#1}\nUnited States Senator\n",
        [("Ida Berg", "Senator", "United States")],
    ),
    # chancellors of countries and of universities
    ("Germany thanked Chancellor {Ida Berg|person}.", [("Ida Berg", "Chancellor", "Germany")]),
    (
        (
            "{Ayr University|org:education}\n\n{Ayr University|org:education} opened its Germany office. "
            "Chancellor {Ida Berg|person} spoke."
        ),
        [("Ida Berg", "Chancellor", "Ayr University")],
    ),
]


NEAR: list[tuple[str, Found]] = [
    # a court at the end of a series, an owner between a title and a body, nominees
    (
        (
            "{Bo Lin|person} was a law clerk on the {Ayr Court|org} and for Judge {Cao Mei|person}, Judge "
            "{Li Na|person}, and Judge {Ida Berg|person} of the {Orla District Court|org}."
        ),
        [
            ("Bo Lin", "law clerk", "Ayr Court"),
            ("Cao Mei", "Judge", "Orla District Court"),
            ("Ida Berg", "Judge", "Orla District Court"),
            ("Li Na", "Judge", "Orla District Court"),
        ],
    ),
    (
        "{Bo Lin|person} served as President {Harding|person}'s {Orla House|org} Staff Secretary.",
        [("Bo Lin", "Staff Secretary", "Orla House"), ("Harding", "President", None)],
    ),
    (
        "the work of Secretary of Energy Nominee {Ida Berg|person} of Kenya",
        [("Ida Berg", "Secretary of Energy", "Kenya")],
    ),
    # signatures in columns
    (
        (
            "Signed by\n\n{Bo Lin|person}          Dr. {Ida Berg|person}\nManaging Director   Chief Executive Officer\n"
            "{Ayr Widgets AB|org}        {Orla Bank|org}\n"
        ),
        [
            ("Bo Lin", "Managing Director", "Ayr Widgets AB"),
            ("Ida Berg", "Chief Executive Officer", "Orla Bank"),
        ],
    ),
    (
        "{Bo Lin|person} and {Ida Berg|person} met.\nManaging Director, Chief Executive Officer\n{Ayr Bank|org}\n",
        [],
    ),
    (
        "{Ida Berg|person}, a partner at the law firm {Hart & Low|org}, spoke.",
        [("Ida Berg", "partner", "Hart & Low")],
    ),
    (
        "{Ida Berg|person} works as Head of Trading at {Nordkraft|person}.",
        [("Ida Berg", "Head of Trading", "Nordkraft")],
    ),
    (
        "{Ida Berg|person} worked as Head of Trading for {Bo Lin|person}.",
        [("Ida Berg", "Head of Trading", None)],
    ),
    (
        "{Bo Lin|person}, Director of Finance, and the Head of the {Union Delegation|org} to Kenya, {Ida Berg|person}, came.",
        [("Bo Lin", "Director of Finance", None), ("Ida Berg", "Head", "Union Delegation")],
    ),
    (
        "{Bo Lin|person}, Director of Finance, and the Head of the {Union Delegation|org} came.",
        [("Bo Lin", "Director of Finance", None), ("Bo Lin", "Head", "Union Delegation")],
    ),
    (
        (
            "Signed by {Bo Lin|person}; for the {Leather Guild|org} ({LG|org}), by Chairman {Ida Berg|person}. "
            "{Ayr Bank|org:company} paid. {Ayr Bank|org:company} is old."
        ),
        [("Ida Berg", "Chairman", "Leather Guild")],
    ),
    (
        "It is a member of the {Leather Guild|org}, whose director, {Ida Berg|person}, spoke.",
        [("Ida Berg", "director", "Leather Guild")],
    ),
    (
        "For Peru: Senator the Hon. {Ida Berg|person}, Minister for Ports\n",
        [("Ida Berg", "Minister for Ports", "Peru"), ("Ida Berg", "Senator", "Peru")],
    ),
    (
        "signed by Chief {Bo Lin|person} for the Kavo and by {Ida Berg|person}",
        [("Bo Lin", "Chief", "Kavo")],
    ),
    # officers of the only university
    (
        "{Orla University|org:education} signed with {Ayr Foods|org:company}. Present was the Registrar, Mr {Bo Lin|person}.",
        [("Bo Lin", "Registrar", "Orla University")],
    ),
    (
        "{Orla University|org:education} and {Ayr University|org:education} signed. Present was the Registrar, Mr {Bo Lin|person}.",
        [("Bo Lin", "Registrar", None)],
    ),
    # words of styles
    (
        "{Bo Lin|person}, Communications Director for the First Lady. He spoke.",
        [("Bo Lin", "Communications Director for the First Lady", None)],
    ),
    (
        "and the Consul of Mexico in Accra, {Lic|place}. {Ida Berg|person}, looked on.",
        [("Ida Berg", "Consul", "Mexico")],
    ),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        *PLACES,
        *DISTRICTS,
        *OWN_AND_OTHERS,
        *RELEASES,
        *CAREERS,
        *STYLES,
        *LISTED,
        *PARTS,
        *NEAR,
    ],
)
def test_bodies(find: Find, marked: str, expected: Found) -> None:
    assert find(marked) == expected
