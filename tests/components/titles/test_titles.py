"""Titles in sentences written for it: who holds what, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from communique.components.mentions import Mention, Person
from communique.components.zones.types import Zone

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

FRONT = [
    # a title in front of the name
    ("Vice Mayor {Bo Lin|person} opened the fair.", [("Bo Lin", "Vice Mayor", None)]),
    ("{Orla|place} Mayor {Ida Berg|person} spoke.", [("Ida Berg", "Mayor", "Orla")]),
    (
        "The {Ayr Bank|org} Director {Ida Berg|person} spoke.",
        [("Ida Berg", "Director", "Ayr Bank")],
    ),
    (
        "{Ayr Bank|org}'s Acting Chief Risk Officer, Ms {Ida Berg|person}, spoke.",
        [("Ida Berg", "Acting Chief Risk Officer", "Ayr Bank")],
    ),
    (
        "{Singapore|place}'s Minister for Law, Mr {K Raman|person}, signed.",
        [("K Raman", "Minister for Law", "Singapore")],
    ),
    (
        "Singapore’s Minister for Law and Second Minister for Home Affairs Mr {K Raman|person} signed.",
        [("K Raman", "Minister for Law and Second Minister for Home Affairs", "Singapore")],
    ),
    (
        "Minister for Law, and Second Minister for Home Affairs, Mr {K Raman|person} of Singapore.",
        [("K Raman", "Minister for Law, and Second Minister for Home Affairs", "Singapore")],
    ),
    (
        "Romanian Ambassador to Kenya H.E. Mrs. {Ana Pop|person} arrived.",
        [("Ana Pop", "Ambassador to Kenya", "Romania")],
    ),
    (
        "Ambassador of Uzbekistan to Singapore, Mr {Rustam Ali|person}, arrived.",
        [("Rustam Ali", "Ambassador", "Uzbekistan")],
    ),
    ("Ghanaian President {Kofi Ansah|person} arrived.", [("Kofi Ansah", "President", "Ghana")]),
    (
        "the Minister of Commerce of the Kingdom of Saudi Arabia H.E Dr. {Majid Saleh|person}",
        [("Majid Saleh", "Minister of Commerce", "Kingdom of Saudi Arabia")],
    ),
    (
        "the Minister of Justice of the People’s Republic of China Mr {Wu Ren|person}",
        [("Wu Ren", "Minister of Justice", "People’s Republic of China")],
    ),
    (
        "President and CEO Mr. {Omar Shah|person} of {Ayr Bank|org:company} signed.",
        [("Omar Shah", "President and CEO", "Ayr Bank")],
    ),
    (
        "President/CEO Mr. {Omar Shah|person} of {Ayr Bank|org:company} signed.",
        [("Omar Shah", "President/CEO", "Ayr Bank")],
    ),
    (
        "Minister {Shen Wu|person} of the {Ministry of Works|org:government} said.",
        [("Shen Wu", "Minister", "Ministry of Works")],
    ),
    (
        "the Acting DVC – Academic, Research and Students, Prof. {Tom Were|person}",
        [("Tom Were", "Acting DVC – Academic, Research and Students", None)],
    ),
    (
        "Divisional Head CRBD {Raja Khan|person} came.",
        [("Raja Khan", "Divisional Head CRBD", None)],
    ),
    (
        "DVC in charge of Research and Technology Advancement Prof. {Tom Were|person} came.",
        [("Tom Were", "DVC in charge of Research and Technology Advancement", None)],
    ),
    ("its manager {Tom Were|person} said", [("Tom Were", "manager", None)]),
    (
        "Former Prime Minister {Ida Berg|person} of Norway spoke.",
        [("Ida Berg", "Prime Minister", "Norway")],
    ),
    ("then-Governor {Ida Berg|person} agreed.", [("Ida Berg", "Governor", None)]),
    ("ex-Minister {Ida Berg|person} agreed.", [("Ida Berg", "Minister", None)]),
    (
        "Deputy Secretary-General to the President {Lee Chun|person} of Taiwan said",
        [("Lee Chun", "Deputy Secretary-General to the President", "Taiwan")],
    ),
    (
        "Minister without Portfolio {Tang Wei|person} of Taiwan said",
        [("Tang Wei", "Minister without Portfolio", "Taiwan")],
    ),
    (
        "Marketing & Commercial Director {Ida Berg|person} said",
        [("Ida Berg", "Marketing & Commercial Director", None)],
    ),
    (
        "Chief Medical and Scientific Officer {Ida Berg|person} said",
        [("Ida Berg", "Chief Medical and Scientific Officer", None)],
    ),
    (
        "Interior Secretary {Ida Berg|person} praised the United States.",
        [("Ida Berg", "Interior Secretary", "United States")],
    ),
    ("state Sen. {Ida Berg|person} of Ohio said", [("Ida Berg", "state Sen.", "Ohio")]),
    (
        "Alabama State Senator {Ida Berg|person} (D) said",
        [("Ida Berg", "State Senator", "Alabama")],
    ),
    (
        "General {Ida Berg|person}, Commander of {Northern Command|org}, said",
        [("Ida Berg", "Commander", "Northern Command"), ("Ida Berg", "General", None)],
    ),
    (
        "Senior Minister of State (Law and Health), Mr {K Raman|person}, of Singapore",
        [("K Raman", "Senior Minister of State (Law and Health)", "Singapore")],
    ),
]

BEHIND = [
    # a title behind the name
    (
        "{Li Wen|person}, Vice Mayor of {Orla Municipal Government|org:government}, and {Cao Mei|person}, Deputy Director of the {Provincial Department of Roads|org:government}, attended.",
        [
            ("Cao Mei", "Deputy Director", "Provincial Department of Roads"),
            ("Li Wen", "Vice Mayor", "Orla Municipal Government"),
        ],
    ),
    (
        "{Om Sok|person}, Secretary of State of {MoX of Cambodia|org:government}, led a delegation.",
        [("Om Sok", "Secretary of State", "MoX of Cambodia")],
    ),
    ("{Ida Berg|person}, Mayor of Kampot, spoke.", [("Ida Berg", "Mayor", "Kampot")]),
    (
        "{Ida Berg|person}, Minister of Foreign Affairs of Norway, spoke.",
        [("Ida Berg", "Minister of Foreign Affairs", "Norway")],
    ),
    (
        "{Ida Berg|person}, Vice President for Research at {Orla University|org:education}, spoke.",
        [("Ida Berg", "Vice President for Research", "Orla University")],
    ),
    (
        "{Ida Berg|person}, Chairman and CEO of {Ayr Bank|org:company}, spoke.",
        [("Ida Berg", "Chairman and CEO", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person}, Executive Director, Chairman and CEO of {Ayr Bank|org:company}, spoke.",
        [("Ida Berg", "Executive Director, Chairman and CEO", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person}, Chair of {Ayr Bank|org} and Managing Director of {Bute Capital|org}, spoke.",
        [("Ida Berg", "Chair", "Ayr Bank"), ("Ida Berg", "Managing Director", "Bute Capital")],
    ),
    (
        "{Ida Berg|person}, Minister for Finance and Chairman of {Ayr Bank|org}, spoke in Norway.",
        [("Ida Berg", "Chairman", "Ayr Bank"), ("Ida Berg", "Minister for Finance", "Norway")],
    ),
    ("{Ida Berg|person} (CEO, {Ayr Bank|org}) spoke.", [("Ida Berg", "CEO", "Ayr Bank")]),
    (
        "{Ida Berg|person} (Head of Wealth Management, {Ayr Bank|org}) spoke.",
        [("Ida Berg", "Head of Wealth Management", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person} (Secretary Finance, Orla) spoke.",
        [("Ida Berg", "Secretary Finance", "Orla")],
    ),
    (
        "said {Ida Berg|person}, Senior Vice President, Marketing and Communications, {Ayr Bank|org:company}.",
        [("Ida Berg", "Senior Vice President, Marketing and Communications", "Ayr Bank")],
    ),
    (
        "said {Ida Berg|person}, M.D., Ph.D., Executive Vice President, Innovative Medicine R&D for {Ayr Labs|org:company}.",
        [("Ida Berg", "Executive Vice President, Innovative Medicine R&D", "Ayr Labs")],
    ),
    (
        "said {Ida Berg|person}, president and CEO of {Ayr Bank|org:company}.",
        [("Ida Berg", "president and CEO", "Ayr Bank")],
    ),
    (
        "said {Ida Berg|person}, vice president of sales and marketing at {Ayr Bank|org:company}.",
        [("Ida Berg", "vice president of sales and marketing", "Ayr Bank")],
    ),
    ("said {Ida Berg|person}, {Ayr Bank|org:company} CEO.", [("Ida Berg", "CEO", "Ayr Bank")]),
    (
        "said {Ida Berg|person}, {Ayr Bank|org:company}'s Chairman and CEO.",
        [("Ida Berg", "Chairman and CEO", "Ayr Bank")],
    ),
    ("{Ida Berg|person} – CEO, {Ayr Bank|org:company}", [("Ida Berg", "CEO", "Ayr Bank")]),
    (
        "{Ida Berg|person}, 51, Director of the {Roads Agency|org:government}, spoke.",
        [("Ida Berg", "Director", "Roads Agency")],
    ),
    (
        "{Ida Berg|person} SC, Chairman of {Ayr Bank|org}, spoke.",
        [("Ida Berg", "Chairman", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person}, former Vice Minister of Health of China, spoke.",
        [("Ida Berg", "Vice Minister of Health", "China")],
    ),
    (
        "{Ida Berg|person} and {Bo Lin|person}, co-chairs of {Orla Forum|org}, spoke.",
        [("Bo Lin", "co-chairs", "Orla Forum"), ("Ida Berg", "co-chairs", "Orla Forum")],
    ),
    (
        "{Ida Berg|person}, Professor of Law at {Orla University|org:education}, spoke.",
        [("Ida Berg", "Professor of Law", "Orla University")],
    ),
    (
        "{Ida Berg|person}, Chargé d’Affaires, a.i., {Embassy in Orla|org}",
        [("Ida Berg", "Chargé d’Affaires, a.i.", "Embassy in Orla")],
    ),
    (
        "{Ida Berg|person}, Director-General (International & Advisory), {MinLaw|org}; {Bo Lin|person}, President, {Orla Bar|org}.",
        [
            ("Bo Lin", "President", "Orla Bar"),
            ("Ida Berg", "Director-General (International & Advisory)", "MinLaw"),
        ],
    ),
    (
        "{Ida Berg|person}, a board member of {Ayr Bank|org}, spoke.",
        [("Ida Berg", "board member", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person}, Senior Minister of State, {Ministry of Law|org} and {Ministry of Health|org}, spoke.",
        [
            ("Ida Berg", "Senior Minister of State", "Ministry of Health"),
            ("Ida Berg", "Senior Minister of State", "Ministry of Law"),
        ],
    ),
    (
        "{Ida Berg|person}, Minister for the Environment (the Netherlands), spoke.",
        [("Ida Berg", "Minister for the Environment", "Netherlands")],
    ),
]

VERBS = [
    # a title that a verb gives
    (
        "{Ida Berg|person} was appointed Chief Executive of {Ayr Bank|org}.",
        [("Ida Berg", "Chief Executive", "Ayr Bank")],
    ),
    (
        "{Ida Berg|person} has been named Head of Treasury at {Ayr Bank|org}.",
        [("Ida Berg", "Head of Treasury", "Ayr Bank")],
    ),
    (
        "{Ayr Bank|org}, a lender to farmers, has appointed Ms {Ida Berg|person} as director.",
        [("Ida Berg", "director", "Ayr Bank")],
    ),
    (
        "The deputies of {Ayr Bank|org} elected {Ida Berg|person} Speaker.",
        [("Ida Berg", "Speaker", None)],
    ),
    (
        "The {Council of Ayr|org} appointed {Ida Berg|person} as director.",
        [("Ida Berg", "director", None)],
    ),
    (
        "{Ida Berg|person} was most recently Vice President of Perception at {Ayr Bank|org}.",
        [("Ida Berg", "Vice President of Perception", "Ayr Bank")],
    ),
    (
        "{Ayr Bank|org} named {Ida Berg|person} Chief Risk Officer.",
        [("Ida Berg", "Chief Risk Officer", "Ayr Bank")],
    ),
    (
        "{Ayr Bank|org} announces the appointment of {Ida Berg|person} as Head of {Ayr Estonia|org}.",
        [("Ida Berg", "Head", "Ayr Estonia")],
    ),
    (
        "{Ida Berg|person}, who is a member of the {Orla governing council|org}, spoke.",
        [("Ida Berg", "member", "Orla governing council")],
    ),
    (
        "{Ida Berg|person} serves as Dean of {Orla College|org}.",
        [("Ida Berg", "Dean", "Orla College")],
    ),
    (
        "{Ida Berg|person} served as chief of staff at the {Roads Agency|org}.",
        [("Ida Berg", "chief of staff", "Roads Agency")],
    ),
    (
        "{Ida Berg|person} will join the {Roads Agency|org} as Director.",
        [("Ida Berg", "Director", "Roads Agency")],
    ),
    (
        "{Ida Berg|person} resigned. She served as Mayor of Orla until May.",
        [("Ida Berg", "Mayor", "Orla")],
    ),
    (
        "As Governor of Ohio, Senator {Ida Berg|person} signed it.",
        [("Ida Berg", "Governor", "Ohio"), ("Ida Berg", "Senator", "Ohio")],
    ),
    (
        "The construction project leader is {Ida Berg|person}.",
        [("Ida Berg", "construction project leader", None)],
    ),
    (
        "{Ida Berg|person} was elected President of {Orla Forum|org}, succeeding {Bo Lin|person}.",
        [("Bo Lin", "President", "Orla Forum"), ("Ida Berg", "President", "Orla Forum")],
    ),
    (
        "{Ida Berg|person} will relinquish his appointment as Minister for Law of Singapore.",
        [("Ida Berg", "Minister for Law", "Singapore")],
    ),
    (
        "The agency was praised by {Bo Lin|person}; {Ida Berg|person} is the Director of the {Roads Agency|org}.",
        [("Ida Berg", "Director", "Roads Agency")],
    ),
]

SHARED = [
    # one title, several holders
    (
        "Senators {Ida Berg|person} (D-NY), {Bo Lin|person} (R-Ohio) and {Cao Mei|person} (D-WI) of the United States",
        [
            ("Bo Lin", "Senators", "United States"),
            ("Cao Mei", "Senators", "United States"),
            ("Ida Berg", "Senators", "United States"),
        ],
    ),
    (
        "Senators {Ida Berg|person}, D-N.Y., and {Bo Lin|person}, R-Ohio, spoke in the United States.",
        [("Bo Lin", "Senators", "United States"), ("Ida Berg", "Senators", "United States")],
    ),
    (
        "Senators {Ida Berg|person} R TN and {Bo Lin|person} D MI spoke in the United States",
        [("Bo Lin", "Senators", "United States"), ("Ida Berg", "Senators", "United States")],
    ),
    (
        "Ambassadors-at-Large {Ida Berg|person} (陳) and {Bo Lin|person} (簡) of Taiwan",
        [
            ("Bo Lin", "Ambassadors-at-Large", "Taiwan"),
            ("Ida Berg", "Ambassadors-at-Large", "Taiwan"),
        ],
    ),
    (
        "veteran actors {Ida Berg|person}, {Bo Lin|person} and {Cao Mei|person}",
        [("Bo Lin", "actors", None), ("Cao Mei", "actors", None), ("Ida Berg", "actors", None)],
    ),
    (
        "The co-chairs include {Ida Berg|person} and {Bo Lin|person}.",
        [("Bo Lin", "co-chairs", None), ("Ida Berg", "co-chairs", None)],
    ),
    (
        "Four new members will join the {Roads Board|org}:\n- Ms {Ida Berg|person} (CEO, {Ayr Bank|org})\n- Mr {Bo Lin|person}\n",
        [
            ("Bo Lin", "member", "Roads Board"),
            ("Ida Berg", "CEO", "Ayr Bank"),
            ("Ida Berg", "member", "Roads Board"),
        ],
    ),
]

SERIES = [
    # one title of several, in lists and tables
    (
        "Board members {Ida Berg|person}, {Bo Lin|person} and {Cao Mei|person} voted.",
        [
            ("Bo Lin", "Board members", None),
            ("Cao Mei", "Board members", None),
            ("Ida Berg", "Board members", None),
        ],
    ),
    (
        "Jury members: {Ida Berg|person}, {Bo Lin|person}.",
        [("Bo Lin", "Jury members", None), ("Ida Berg", "Jury members", None)],
    ),
    (
        "Council Members {Ida Berg|person}; {Bo Lin|person}; and {Cao Mei|person}",
        [
            ("Bo Lin", "Council Members", None),
            ("Cao Mei", "Council Members", None),
            ("Ida Berg", "Council Members", None),
        ],
    ),
    (
        "The {Orla Council|org} consists of:\n1. {Ida Berg|person}, Chair\n2. {Bo Lin|person}, Member\n",
        [("Bo Lin", "Member", "Orla Council"), ("Ida Berg", "Chair", None)],
    ),
    (
        "| {Ida Berg|person} | Chair |\n| {Bo Lin|person} | Member |\n",
        [("Bo Lin", "Member", None), ("Ida Berg", "Chair", None)],
    ),
    (
        "Chair: {Ida Berg|person}\nMember: {Bo Lin|person}\n",
        [("Bo Lin", "Member", None), ("Ida Berg", "Chair", None)],
    ),
    (
        "Chair\n{Ida Berg|person}\n\nTreasurer\n{Bo Lin|person}\n",
        [("Bo Lin", "Treasurer", None), ("Ida Berg", "Chair", None)],
    ),
    (
        "Judges\n\n{Ida Berg|person}\n\n{Bo Lin|person}\n",
        [("Bo Lin", "Judge", None), ("Ida Berg", "Judge", None)],
    ),
    (
        "Vice Presidents {Ida Berg|person} and {Bo Lin|person} of {Ayr Bank|org:company} spoke.",
        [("Bo Lin", "Vice Presidents", "Ayr Bank"), ("Ida Berg", "Vice Presidents", "Ayr Bank")],
    ),
    (
        "U.S. Representatives {Ida Berg|person} of Ohio and {Bo Lin|person} of Iowa wrote.",
        [("Bo Lin", "Representatives", "Iowa"), ("Ida Berg", "Representatives", "Ohio")],
    ),
    (
        "Assistant U.S. Attorney {Ida Berg|person} spoke.",
        [("Ida Berg", "Assistant U.S. Attorney", None)],
    ),
    (
        "{Ida Berg|person}, who took office as mayor of Orla, spoke.",
        [("Ida Berg", "mayor", "Orla")],
    ),
]

LISTS = [
    # lines, contacts and signature blocks
    (
        "Attendees:\n- Mr. {Omar Shah|person} (Chairman)\n- Ms. {Ida Berg|person} (Company Secretary)\n",
        [("Ida Berg", "Company Secretary", None), ("Omar Shah", "Chairman", None)],
    ),
    (
        "For more information:\n{Jussi Holm|person}, CEO\nPhone: 123\n",
        [("Jussi Holm", "CEO", None)],
    ),
    ("{Ida Berg|person}\nMayor of Orla\n", [("Ida Berg", "Mayor", "Orla")]),
    (
        "{Ida Berg|person}\nChief Executive Officer\n{Ayr Bank|org:company}\n",
        [("Ida Berg", "Chief Executive Officer", "Ayr Bank")],
    ),
    (
        "Contact:\n\n{Ayr Bank|org:company}\n{Ida Berg|person}, Head of PR\n\n{Bute Oil|org:company}\n{Bo Lin|person}, Communications Manager\n",
        [("Bo Lin", "Communications Manager", "Bute Oil"), ("Ida Berg", "Head of PR", "Ayr Bank")],
    ),
    (
        "Chairman – Mr {Ida Berg|person}\nDeputy Chairman – Mr {Bo Lin|person}\n",
        [("Bo Lin", "Deputy Chairman", None), ("Ida Berg", "Chairman", None)],
    ),
    (
        "the VC, Prof. {Ida Berg|person}, DVC in charge of Research Prof. {Bo Lin|person}, Ag. Dean Prof. {Cao Mei|person}",
        [
            ("Bo Lin", "DVC in charge of Research", None),
            ("Cao Mei", "Ag. Dean", None),
            ("Ida Berg", "VC", None),
        ],
    ),
    (
        "Judge {Ida Berg|person}, President of the {Orla Tribunal|org}, and Singapore's Minister for Law, Mr {K Raman|person}",
        [
            ("Ida Berg", "Judge", "Orla Tribunal"),
            ("Ida Berg", "President", "Orla Tribunal"),
            ("K Raman", "Minister for Law", "Singapore"),
        ],
    ),
]

NOTHING = [
    # what is no title of a person
    ("The college conferred the title of Professor on an institute."),
    ("{Ayr Bank|org} seeks a Regional Manager; {Ida Berg|person} spoke."),
    ("{Ida Berg|person} is a member of the {Orla Society|org}."),
    ("The Minister thanked everyone. {Ida Berg|person} sang."),
    ("{Ida Berg|person} will head the talks in general."),
    ("The office of {Ida Berg|person} (the Commissioner) opened."),
    ("{Ida Berg|person} met family members of the victims."),
    ("Two officers, {Ida Berg|person} and {Bo Lin|person}, left."),
    ("{Ida Berg|person}, Director of {Ayr Bank|org} Mr Unknown Name, left."),
    ("Mr. {Ida Berg|person} and Dr. {Bo Lin|person} met."),
]

REPEATED = [
    # one office, said more than once
    (
        "Minister for Law {K Raman|person#1} of Singapore spoke. Minister {Raman|person#1} smiled.",
        [("K Raman", "Minister for Law", "Singapore")],
    ),
    (
        "{Ida Berg|person#1}, Chief Executive Officer of {Ayr Bank|org}, spoke. CEO {Berg|person#1} smiled.",
        [("Ida Berg", "Chief Executive Officer", "Ayr Bank")],
    ),
    (
        "Sen. {Ida Berg|person#1} of Ohio spoke. Senator {Berg|person#1} smiled.",
        [("Ida Berg", "Senator", "Ohio")],
    ),
]

CASES = [*FRONT, *BEHIND, *VERBS, *SHARED, *SERIES, *LISTS, *REPEATED]


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_titles(find: Find, marked: str, expected: Found) -> None:
    assert find(marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_no_title(find: Find, marked: str) -> None:
    assert find(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # a head that no lexicon has, with a learned span and without
        ("{Bo Lin|person}, Senior Glimmerer of {Ayr Bank|org}, spoke.", []),
        (
            "{Bo Lin|person}, {Senior Glimmerer|title} of {Ayr Bank|org}, spoke.",
            [("Bo Lin", "Senior Glimmerer", "Ayr Bank")],
        ),
        (
            "{Glimmerer for Trade|title} {Bo Lin|person} spoke.",
            [("Bo Lin", "Glimmerer for Trade", None)],
        ),
        # where the lexicon knows the head, the learned extent is not asked
        (
            "{Bo Lin|person}, Deputy {Director|title} of {Ayr Bank|org}, spoke.",
            [("Bo Lin", "Deputy Director", "Ayr Bank")],
        ),
        # no holder beside it
        ("The {Glimmerer|title} left. Later {Bo Lin|person} spoke.", []),
    ],
)
def test_learned_heads(find: Find, marked: str, expected: Found) -> None:
    assert find(marked) == expected


@pytest.mark.parametrize(
    ("marked", "when"),
    [
        ("Former Mayor {Ida Berg|person} spoke.", "former"),
        ("ex-Minister {Ida Berg|person} spoke.", "former"),
        ("then-Mayor {Ida Berg|person} spoke.", "former"),
        ("President-elect {Ida Berg|person} spoke.", "future"),
        ("{Ida Berg|person}, incoming CEO of {Ayr Bank|org}, spoke.", "future"),
        ("{Ida Berg|person} will be appointed Director of {Ayr Bank|org}.", "future"),
        ("{Ida Berg|person} served as Director of {Ayr Bank|org}.", "former"),
        ("{Ida Berg|person} will continue as Director of {Ayr Bank|org}.", "current"),
        ("{Ida Berg|person} has been appointed Director of {Ayr Bank|org}.", "current"),
        ("Director {Ida Berg|person} spoke.", "current"),
    ],
)
def test_when(analyse: Callable[[str], Doc], marked: str, when: str) -> None:
    assert [t.when for t in analyse(marked)._.titles] == [when]


def test_spans_are_the_titles(analyse: Callable[[str], Doc]) -> None:
    doc = analyse("{Ida Berg|person}, ex-Minister of Trade of Norway, and Mayor {Bo Lin|person}")
    assert [" ".join(doc.text[t.start : t.end].split()) for t in doc._.titles] == [
        t.title for t in doc._.titles
    ]
    assert [t.title for t in doc._.titles] == ["Minister of Trade", "Mayor"]


def test_organization_ids(analyse: Callable[[str], Doc]) -> None:
    doc = analyse("{Ida Berg|person}, CEO of {Ayr Bank|org}, met {Bo Lin|person}, Mayor of Kampot.")
    assert [(t.organization, t.organization_name) for t in doc._.titles] == [
        ("o1", "Ayr Bank"),
        (None, "Kampot"),
    ]


def test_the_company_of_the_release(find: Find) -> None:
    found = find(
        "{Ayr Bank|org:company} opened a branch. {Ayr Bank|org:company} grows. "
        "CEO {Ida Berg|person} said so. {Bo Lin|person}, the company's chairman, agreed."
    )
    assert found == [("Bo Lin", "chairman", "Ayr Bank"), ("Ida Berg", "CEO", "Ayr Bank")]


def test_no_country_where_two_are_as_likely(find: Find) -> None:
    found = find("President {Ida Berg|person} spoke of Poland and Finland.")
    assert found == [("Ida Berg", "President", None)]


def test_one_president_for_each_country(find: Find) -> None:
    found = find(
        "President {Ida Berg|person} and President {Ivo Hrab|person} of Ukraine met in Ukraine, "
        "far from Poland."
    )
    assert found == [("Ida Berg", "President", "Poland"), ("Ivo Hrab", "President", "Ukraine")]


def test_zones_that_are_not_read(nlp: Language) -> None:
    doc = nlp.make_doc("Mayor Bo Lin")
    doc._.people = (Person("p1", "Bo Lin", (Mention(6, 12, "Bo Lin"),)),)
    doc._.zones = (Zone(0, 12, "boilerplate"),)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert doc._.titles == ()


PARTS = [
    "{Ida|person}",
    "{Bo|person}",
    "{Ayrbank|org}",
    "Norway",
    "Mayor",
    "members",
    "of",
    "and",
    ",",
    "(",
    ")",
    ":",
    "-",
    "the",
    "Minister",
    "for",
    "Law",
    "was",
    "appointed",
    "as",
    "He",
    ".",
    "CEO",
    "'s",
    "deputy",
    "“",
    "”",
    "President",
    "R",
    "TN",
]


@given(st.lists(st.sampled_from([*PARTS, "\n", "\n\n"]), max_size=40))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_read(analyse: Callable[[str], Doc], parts: list[str]) -> None:
    doc = analyse(" ".join(parts))
    for t in doc._.titles:
        assert " ".join(doc.text[t.start : t.end].split()) == t.title
        assert t.person in {p.id for p in doc._.people}
        assert t.organization in {None, *(o.id for o in doc._.organizations)}
    assert len(set(doc._.titles)) == len(doc._.titles)
