"""Patterns of titles: lists, biographies, extents, coordination, and what is none: the pairs of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

LISTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The following were appointed members of the {Fisheries Board|org}: 01. Mr. {Bo Lin|person} 02. Mrs. {Ida Berg|person} 03. Dr. {Cao Mei|person}",
        [("Bo Lin", "member"), ("Cao Mei", "member"), ("Ida Berg", "member")],
    ),
    (
        "The President appointed the following Secretaries of Ministries:\n\n01. Mr. {Bo Lin|person} – {Ministry of Ports|org}\n02. Mrs. {Ida Berg|person} – {Ministry of Dams|org}\n03. Dr. {Cao Mei|person} - {Ministry of Tea|org}\n",
        [("Bo Lin", "Secretary"), ("Cao Mei", "Secretary"), ("Ida Berg", "Secretary")],
    ),
    (
        "Ambassadors\n\n1. {Bo Lin|person} – Kenya\n2. {Ida Berg|person} – Ghana\n",
        [("Bo Lin", "Ambassador"), ("Ida Berg", "Ambassador")],
    ),
    (
        "Board Members\n\n{Bo Lin|person}, {Ayr Bank|org}\n{Ida Berg|person}, {Orla University|org}\n",
        [("Bo Lin", "Board Member"), ("Ida Berg", "Board Member")],
    ),
    (
        "Members of the {Orla Council|org}: {Bo Lin|person}, {Ida Berg|person} and {Cao Mei|person}.",
        [("Bo Lin", "Members"), ("Cao Mei", "Members"), ("Ida Berg", "Members")],
    ),
    (
        "{Bo Lin|person}: Chief Engineer, {Ayr Rail|org}\n{Ida Berg|person}: Head of Tracks, {Ayr Rail|org}\n",
        [("Bo Lin", "Chief Engineer"), ("Ida Berg", "Head of Tracks")],
    ),
    (
        "{Bo Lin|person} – Deputy Secretary (Special Duties), {Ministry of Ports|org}\n",
        [("Bo Lin", "Deputy Secretary (Special Duties)")],
    ),
]

BIOGRAPHIES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Bo Lin|person} was Director of {Ayr Rail|org}, Deputy Manager of {Orla Port|org} and Head of Finance at {Bute Oil|org}.",
        [("Bo Lin", "Deputy Manager"), ("Bo Lin", "Director"), ("Bo Lin", "Head of Finance")],
    ),
    (
        "{Bo Lin|person} has held appointments including Director (Ports), Deputy Chief Executive (Development) and Head of Finance at {Bute Oil|org}.",
        [
            ("Bo Lin", "Deputy Chief Executive (Development)"),
            ("Bo Lin", "Director (Ports)"),
            ("Bo Lin", "Head of Finance"),
        ],
    ),
    (
        "{Bo Lin|person} spoke. Prior to this, he was Head of Tracks at {Ayr Rail|org}.",
        [("Bo Lin", "Head of Tracks")],
    ),
    (
        "{Ida Berg|person} spoke. She began her career as a law clerk to Justice {Bo Lin|person}.",
        [("Bo Lin", "Justice"), ("Ida Berg", "law clerk")],
    ),
    (
        "{Ida Berg|person} is also an Emeritus Professor from {Orla University|org}.",
        [("Ida Berg", "Emeritus Professor")],
    ),
    (
        "{Ida Berg|person} has held positions such as Dean of Law and Registrar at {Orla University|org}.",
        [("Ida Berg", "Dean of Law"), ("Ida Berg", "Registrar")],
    ),
    (
        "{Ida Berg|person} is Chief of Staff – Naval Staff.",
        [("Ida Berg", "Chief of Staff – Naval Staff")],
    ),
    (
        "{Ida Berg|person} served as Director of {Ayr Rail|org} (2001-2005) and as Chairman of {Orla Port|org} (2006-2010).",
        [("Ida Berg", "Chairman"), ("Ida Berg", "Director")],
    ),
    (
        "{Ida Berg|person}, who was appointed by President {Bo Lin|person}, served as Director of {Ayr Rail|org}.",
        [("Bo Lin", "President"), ("Ida Berg", "Director")],
    ),
    ("In 2012, she was appointed Judge by President {Bo Lin|person}.", [("Bo Lin", "President")]),
    (
        "{Ida Berg|person} is a lawyer. From 2003 to 2007, she worked as an associate at Hart & Low LLP, and later as a partner at Reed LLP.",
        [("Ida Berg", "associate"), ("Ida Berg", "lawyer"), ("Ida Berg", "partner")],
    ),
    (
        "{Ida Berg|person} was concurrently Deputy Secretary of the {Ministry of Ports|org} and Director of the {Sea Academy|org}.",
        [("Ida Berg", "Deputy Secretary"), ("Ida Berg", "Director")],
    ),
    (
        "Before joining {Ayr Bank|org}, {Ida Berg|person} was Head of Risk at {Bute Oil|org}.",
        [("Ida Berg", "Head of Risk")],
    ),
    (
        "{Ida Berg|person} previously held the position of Finance Manager at {Bute Oil|org}.",
        [("Ida Berg", "Finance Manager")],
    ),
    (
        "{Ida Berg|person} joined {Bute Oil|org} as Finance Manager in 2001 and became its Chief Executive in 2010.",
        [("Ida Berg", "Chief Executive"), ("Ida Berg", "Finance Manager")],
    ),
    (
        "{Ida Berg|person} was until recently Director of Tolls at {Ayr Rail|org}.",
        [("Ida Berg", "Director of Tolls")],
    ),
    (
        "{Ida Berg|person}, presently Chief Operating Officer, will take over as Managing Director.",
        [("Ida Berg", "Chief Operating Officer"), ("Ida Berg", "Managing Director")],
    ),
    (
        "{Ida Berg|person} was Orla's first female Chief of Police.",
        [("Ida Berg", "Chief of Police")],
    ),
]

EXTENTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Ida Berg|person}, Minister of Labour and Deputy Minister Economic Development, spoke in Norway.",
        [("Ida Berg", "Minister of Labour and Deputy Minister Economic Development")],
    ),
    (
        "{Ida Berg|person}, Minister of Justice, Islamic Affairs and Waqf, spoke.",
        [("Ida Berg", "Minister of Justice, Islamic Affairs and Waqf")],
    ),
    (
        "{Ida Berg|person}, Executive Vice President and Chief Public Affairs Officer of {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Executive Vice President and Chief Public Affairs Officer")],
    ),
    (
        "{Ida Berg|person}, Vice-General Manager of {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Vice-General Manager")],
    ),
    (
        "{Ida Berg|person}, Minister Delegate for Foreign Trade and Economic Attractiveness, spoke.",
        [("Ida Berg", "Minister Delegate for Foreign Trade and Economic Attractiveness")],
    ),
    (
        "{Ida Berg|person}, Vice President of Ayr Pay and Ayr Wallet, {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Vice President of Ayr Pay and Ayr Wallet")],
    ),
    (
        "said {Ida Berg|person}, president of Avionics, {Ayr Aerospace|org:company}.",
        [("Ida Berg", "president of Avionics")],
    ),
    (
        "said {Ida Berg|person}, {Ayr Aerospace|org:company}’s vice president of Ayr Pay and Ayr Wallet.",
        [("Ida Berg", "vice president of Ayr Pay and Ayr Wallet")],
    ),
    (
        "said {Ida Berg|person}, country director for Kenya at {Ayr Aid|org}.",
        [("Ida Berg", "country director for Kenya")],
    ),
    ("{Ida Berg|person}, Institute Director, spoke.", [("Ida Berg", "Institute Director")]),
    (
        "{Ida Berg|person}, Chairman of the Board of Directors of {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Chairman of the Board of Directors")],
    ),
    (
        "Mr. {Ida Berg|person}, Secretary Finance, {Government of Orla|org}, spoke.",
        [("Ida Berg", "Secretary Finance")],
    ),
    ("{Ida Berg|person}, CEO of Tarn Motors, spoke.", [("Ida Berg", "CEO")]),
    (
        "{Ida Berg|person}, Manager - Public Relations, spoke.",
        [("Ida Berg", "Manager - Public Relations")],
    ),
    (
        "{Ida Berg|person}\nManager - Public Relations\n{Ayr Bank|org}\n",
        [("Ida Berg", "Manager - Public Relations")],
    ),
    (
        "its Country Manager for Malawi and Zambia, Ms. {Ida Berg|person}, said",
        [("Ida Berg", "Country Manager for Malawi and Zambia")],
    ),
    (
        "Mrs {Ida Berg|person}, Vice President for Rowing of {Orla Games|org}",
        [("Ida Berg", "Vice President for Rowing")],
    ),
    (
        "{Ida Berg|person}, an attaché in charge of Roads and Bridges, from the {Embassy of Orla|org}, spoke.",
        [("Ida Berg", "attaché in charge of Roads and Bridges")],
    ),
    ("{Ida Berg|person}, Secretary to Hon. {Bo Lin|person}, came.", [("Ida Berg", "Secretary")]),
    (
        "General Director of {Ayr Tractor|org} {Ida Berg|person} and the Honorary Consul of Poland in Orla {Bo Lin|person} spoke.",
        [("Bo Lin", "Honorary Consul"), ("Ida Berg", "General Director")],
    ),
    ("The director of the farm {Ida Berg|person} noted this.", [("Ida Berg", "director")]),
    (
        "the general manager of the cooperative {Olive Hills|org}, {Ida Berg|person}, spoke",
        [("Ida Berg", "general manager")],
    ),
    (
        "said {Ayr Air|org} president director {Ida Berg|person}",
        [("Ida Berg", "president director")],
    ),
    (
        "MPs {Ida Berg|person}, {Bo Lin|person} and {Cao Mei|person} spoke.",
        [("Bo Lin", "MPs"), ("Cao Mei", "MPs"), ("Ida Berg", "MPs")],
    ),
    (
        "{Ida Berg|person}, head midwife at {Orla Hospital|org}, spoke.",
        [("Ida Berg", "head midwife")],
    ),
    ("Contact: {Ida Berg|person} (publicity secretary)", [("Ida Berg", "publicity secretary")]),
    ("Editor: {Ida Berg|person}\n", [("Ida Berg", "Editor")]),
    (
        "Minister of Roads, Senator the Hon. {Ida Berg|person}, spoke.",
        [("Ida Berg", "Minister of Roads"), ("Ida Berg", "Senator")],
    ),
    ("To the Mayor of Orla, His Worship {Ida Berg|person}, thanks.", [("Ida Berg", "Mayor")]),
]

SERIES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Bo Lin|person}, King of Savra, the Minister of Culture, Mr. {Ida Berg|person}, and the Consul of Mexico in Orla, {Cao Mei|person}, looked on.",
        [("Bo Lin", "King"), ("Cao Mei", "Consul"), ("Ida Berg", "Minister of Culture")],
    ),
    (
        "Governor {Bo Lin|person}, the Ambassador of Kenya in Peru, H.E. {Ida Berg|person}, and the manager of the port, {Cao Mei|person}, came.",
        [("Bo Lin", "Governor"), ("Cao Mei", "manager"), ("Ida Berg", "Ambassador")],
    ),
    (
        "Vice Minister of Ports {Bo Lin|person} and Deputy Secretary of {Central Commission|org} {Ida Berg|person}",
        [("Bo Lin", "Vice Minister of Ports"), ("Ida Berg", "Deputy Secretary")],
    ),
]

VERBS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The council elected Mr {Ida Berg|person} of Fiji as Chair for 2025-2026.",
        [("Ida Berg", "Chair")],
    ),
    ("{Ida Berg|person}, who heads {Ayr Bank|org}, spoke.", []),
    (
        "{Ida Berg|person} has been appointed to the post of Chief Engineer.",
        [("Ida Berg", "Chief Engineer")],
    ),
    (
        "{Ida Berg|person} will assume the role of Chief Engineer at {Ayr Rail|org}.",
        [("Ida Berg", "Chief Engineer")],
    ),
    ("{Ida Berg|person} was sworn in as Minister of Ports.", [("Ida Berg", "Minister of Ports")]),
    (
        "{Ayr Rail|org} has appointed {Ida Berg|person} as its new Chief Engineer.",
        [("Ida Berg", "Chief Engineer")],
    ),
    (
        "{Ida Berg|person} to become Chief Engineer of {Ayr Rail|org}",
        [("Ida Berg", "Chief Engineer")],
    ),
    (
        "{Ida Berg|person}, Nominee to be Governor of the {Postal Board|org}",
        [("Ida Berg", "Governor")],
    ),
    ("{Ida Berg|person} leads {Ayr Bank|org} as its president.", [("Ida Berg", "president")]),
    (
        "{Ida Berg|person} succeeded {Bo Lin|person} as Chair of {Ayr Bank|org}.",
        [("Bo Lin", "Chair"), ("Ida Berg", "Chair")],
    ),
    (
        "{Ida Berg|person} works at {Ayr Bank|org} as a marketing specialist.",
        [("Ida Berg", "marketing specialist")],
    ),
    ("{Ida Berg|person} resigned as Minister of Ports.", [("Ida Berg", "Minister of Ports")]),
    ("{Ida Berg|person}, formerly Minister of Ports, spoke.", [("Ida Berg", "Minister of Ports")]),
    ("The then Minister of Ports, {Ida Berg|person}, spoke.", [("Ida Berg", "Minister of Ports")]),
]

HEADS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Ida Berg|person} was an in-house labor attorney at {Ayr Rail|org}.",
        [("Ida Berg", "in-house labor attorney")],
    ),
    (
        "{Ida Berg|person} served as a hearing officer for the {Ports Board|org}.",
        [("Ida Berg", "hearing officer")],
    ),
    (
        "{Ida Berg|person}, group sustainability manager at {Ayr Rail|org}, spoke.",
        [("Ida Berg", "group sustainability manager")],
    ),
    ("{Ida Berg|person} is of counsel at Hart LLP.", [("Ida Berg", "of counsel")]),
    (
        "{Ida Berg|person} is an adjunct professor at {Orla University|org}.",
        [("Ida Berg", "adjunct professor")],
    ),
    ("{Ida Berg|person} MP spoke.", [("Ida Berg", "MP")]),
    ("{Ida Berg|person}, MP, spoke.", [("Ida Berg", "MP")]),
    ("{Ida Berg|person}, press contact, {Ayr Rail|org}", [("Ida Berg", "press contact")]),
    (
        "{Ida Berg|person} was elected a Foreign Member of the {Orla Academy|org}.",
        [("Ida Berg", "Foreign Member")],
    ),
    ("The hokim of Karsa district, {Ida Berg|person}, signed.", [("Ida Berg", "hokim")]),
    (
        "{Ida Berg|person}, a special agent of the {Border Force|org}, spoke.",
        [("Ida Berg", "special agent")],
    ),
]

NOTHING: list[tuple[str, list[tuple[str, str]]]] = [
    ("{Ida Berg|person} received the Teacher of the Year award.", []),
    ("{Ida Berg|person} met the Director of {Ayr Rail|org}.", []),
    ("{Ida Berg|person} told the President that the vote was near.", []),
    ("Applications for the post of Director at {Ayr Rail|org} go to {Ida Berg|person}.", []),
    ("{Ida Berg|person} was conferred the title of Honorary Professor.", []),
    ("{Ida Berg|person} hopes to become a doctor.", []),
]

ANNOUNCED_LISTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "New secretaries were appointed to several ministries before the President, Mr. {Tom Were|person}.\n\nThe appointed officers are as follows:\n\n01. Mr. {Bo Lin|person} – {Ministry of Ports|org}\n02. Dr. (Mrs.) {Ida Berg|person} – {Ministry of Dams|org}\n",
        [("Bo Lin", "secretary"), ("Ida Berg", "secretary"), ("Tom Were", "President")],
    ),
    (
        "The following officers were appointed:\n1. Mr. {Bo Lin|person} – Secretary, {Ministry of Ports|org}\n2. Mrs. {Ida Berg|person} – Director, {Ministry of Dams|org}\n",
        [("Bo Lin", "Secretary"), ("Ida Berg", "Director")],
    ),
    ("Members in attendance:\n1. Mr. {Bo Lin|person}\n2. Mrs. {Ida Berg|person}\n", []),
    (
        "Promotions of Secretaries\n\n14. Mr {Bo Lin|person} will move on.\n\n15. Mrs {Ida Berg|person} will stay.\n",
        [],
    ),
]

LOWER_CASE: list[tuple[str, list[tuple[str, str]]]] = [
    ("said {Ida Berg|person}, head of risk at {Ayr Bank|org}.", [("Ida Berg", "head of risk")]),
    ("{Ida Berg|person}, a judge of the {High Court|org}, spoke.", [("Ida Berg", "judge")]),
    ("{Ida Berg|person}, a retired general, spoke.", [("Ida Berg", "general")]),
    ("Former captain of the {Orla Team|org} {Ida Berg|person} spoke.", [("Ida Berg", "captain")]),
    ("{Ida Berg|person} will chair the talks.", []),
    ("{Ida Berg|person} will head the talks of {Ayr Bank|org}.", []),
    (
        "Speakers include {Ida Berg|person} and {Bo Lin|person}. The general mood was good.",
        [("Bo Lin", "Speakers"), ("Ida Berg", "Speakers")],
    ),
    ("In the presence of both Ministers, {Ida Berg|person} signed.", []),
]

OPENINGS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Ida Berg|person} leads {Ayr Port|org}. A former Deputy Minister of Ports of Norway, she spoke.",
        [("Ida Berg", "Deputy Minister of Ports")],
    ),
    ("A lawyer by training, {Ida Berg|person} spoke.", []),
    (
        "{Bo Lin|person} is represented by {Ida Berg|person}, a partner at {Hart LLP|org}, who served as Deputy Attorney General.",
        [("Ida Berg", "Deputy Attorney General"), ("Ida Berg", "partner")],
    ),
    (
        "{Ida Berg|person}, of Iowa, to be United States District Judge for Iowa, vice {Bo Lin|person}, retiring.",
        [("Bo Lin", "United States District Judge"), ("Ida Berg", "United States District Judge")],
    ),
    (
        "Judge {Ida Berg|person}, Vice-President, {Sea Court|org}, Mr {Bo Lin|person}, Chief Executive Officer, {Ayr Bank|org}, spoke.",
        [
            ("Bo Lin", "Chief Executive Officer"),
            ("Ida Berg", "Judge"),
            ("Ida Berg", "Vice-President"),
        ],
    ),
    (
        "The Minister of Ports, Mr {Bo Lin|person}, the Ambassador of the {Sea Union|org} to Kenya and Ghana, Mrs. {Ida Berg|person}, and the Governor of the Boeny region, Ms. {Cao Mei|person}, came.",
        [("Bo Lin", "Minister of Ports"), ("Cao Mei", "Governor"), ("Ida Berg", "Ambassador")],
    ),
    ("Prime Minister Tan Sri {Ida Berg|person} spoke.", [("Ida Berg", "Prime Minister")]),
    ("{Ida Berg|person} is Teacher of the Year.", []),
]

BEHIND_A_COMMA: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "{Ida Berg|person}, Head of Government Relations at {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Head of Government Relations")],
    ),
    ("{Ida Berg|person}, Director, Office of Management and Budget", [("Ida Berg", "Director")]),
    (
        "{Ida Berg|person}, Chief Executive Officer, Integrated Health Information Systems",
        [("Ida Berg", "Chief Executive Officer")],
    ),
    (
        "{Ida Berg|person}, Executive Vice President, Marine Services, spoke.",
        [("Ida Berg", "Executive Vice President, Marine Services")],
    ),
    (
        "The following will serve as members of boards and commissions:\n- {Ida Berg|person}\n- {Bo Lin|person}\n",
        [],
    ),
    (
        "{Ida Berg|person}, Special Representative of the President for Fisheries, spoke.",
        [("Ida Berg", "Special Representative of the President for Fisheries")],
    ),
]

CASES = [
    *LISTS,
    *BIOGRAPHIES,
    *EXTENTS,
    *SERIES,
    *VERBS,
    *HEADS,
    *NOTHING,
    *ANNOUNCED_LISTS,
    *LOWER_CASE,
    *OPENINGS,
    *BEHIND_A_COMMA,
]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:70] for case in CASES])
def test_pairs(find: Find, marked: str, expected: list[tuple[str, str]]) -> None:
    assert [(person, title) for person, title, _ in find(marked)] == expected
