"""At whose body a title is held: kinds of bodies, issuers, regions and cities, sides, lists of seats, careers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

KINDS: list[tuple[str, str | None]] = [
    # a noun stands for a body whose name says it in another language
    (
        "{Ayr Trust|org} and {Banque du Lac|org:company} met. The bank's Treasurer, {Ida Berg|person}, spoke.",
        "Banque du Lac",
    ),
    (
        "{Banque du Lac|org:company} met {Orla Bank|org:company}. The bank's Treasurer, {Ida Berg|person}, spoke.",
        "Orla Bank",
    ),
    # … or that the text describes so
    (
        "{Ayr Trust|org} and the lender {Kavo|org:company} met. The lender's Treasurer, {Ida Berg|person}, spoke.",
        "Kavo",
    ),
    (
        "{Ayr Trust|org} met {Kavo|org:company}, a Dutch shipbuilder. The shipbuilder's President, {Ida Berg|person}, spoke.",
        "Kavo",
    ),
    (
        "{Ayr Trust|org} met {Kavo|org:company}, a friend of shipbuilders. The lender's President, {Ida Berg|person}, spoke.",
        None,
    ),
    # the last word of a name
    (
        "{Orla Lakes Programme|org} began. The Programme's Treasurer, {Ida Berg|person}, spoke.",
        "Orla Lakes Programme",
    ),
    (
        "{Orla Lakes Programme|org} began. The Project's Treasurer, {Ida Berg|person}, spoke.",
        "Project",
    ),
]

NATIONS: list[tuple[str, str | None]] = [
    # a noun with a word for another country before it is not the issuer
    (
        "{Port of Ayr|org}\n\nIt met the {Port of Kavo|org}. {Ida Berg|person}, Director of the {Belgian|place} port, spoke.",
        "Port of Kavo",
    ),
    (
        "{Port of Ayr|org}\n\nIt met the {Port of Kavo|org}. The {Belgian|place} port's Director, {Ida Berg|person}, spoke.",
        "Port of Kavo",
    ),
    (
        "{Port of Ayr|org}\n\nIt met the {Port of Kavo|org}. The port's Director, {Ida Berg|person}, spoke.",
        "Port of Ayr",
    ),
]

ISSUERS: list[tuple[str, str | None]] = [
    # two that announce something together: the first of them
    (
        (
            "{Ayr Oil|org} (AYR) and {Bute Gas|org} (BG) today announced a merger. {Bute Gas|org} has ships. "
            "{Bute Gas|org} is rich. Treasurer {Ida Berg|person} spoke. {Ayr Oil|org} smiled. {Ayr Oil|org} won."
        ),
        "Ayr Oil",
    ),
    # the other side of the headline is no issuer
    (
        (
            "Partnership with {Bute Gas|org}\n\nOn Monday {Ayr Oil|org} signed a paper with {Bute Gas|org}. "
            "{Ayr Oil|org} was glad. Treasurer {Ida Berg|person} spoke."
        ),
        "Ayr Oil",
    ),
    (
        (
            "Partnership of {Bute Gas|org}\n\nOn Monday {Bute Gas|org} signed a paper with {Ayr Oil|org}. "
            "{Ayr Oil|org} was glad. Treasurer {Ida Berg|person} spoke."
        ),
        "Bute Gas",
    ),
    # a board of a body that the release does not name otherwise
    (
        (
            "{Board of Directors of the Bank of Orla|org} met. {Board of Directors of the Bank of Orla|org} "
            "rose. Treasurer {Ida Berg|person} spoke."
        ),
        "Bank of Orla",
    ),
    # a letterhead with the place of its seat
    (
        "{Ayr Trust|org}, {Kavo|place}\nNews\n\n{Bute Gas|org} won. {Bute Gas|org} won again. Treasurer {Ida Berg|person} spoke.",
        "Ayr Trust",
    ),
    # an official of a state who announces something speaks for no firm
    (
        (
            "{Ohio|place} Governor {Bo Lin|person} today announced a settlement with {Kavo Lending|org:company}. "
            "{Kavo Lending|org:company} will pay. {Kavo Lending|org:company} is sorry.\n\n"
            "Contact: {Ida Berg|person}, Press Secretary"
        ),
        "Ohio",
    ),
    (
        (
            "{Kavo Lending|org:company} today announced a settlement with {Ohio|place} Governor {Bo Lin|person}. "
            "{Kavo Lending|org:company} will pay. {Kavo Lending|org:company} is sorry.\n\n"
            "Contact: {Ida Berg|person}, Press Officer"
        ),
        "Kavo Lending",
    ),
    # a governor of a bank, and one of a region
    ("{Bank of Orla|org}\n\nDeputy Governor {Ida Berg|person} spoke of rates.", "Bank of Orla"),
    (
        "{Museum of Orla|org}\n\n{Bavaria|place} is near. Governor {Ida Berg|person} spoke.",
        "Bavaria",
    ),
    # a lesser office of state in the release of an authority
    (
        "{Orla Police Service|org:government}\n\nCommissioner of Police {Ida Berg|person} spoke.",
        "Orla Police Service",
    ),
    ("{Orla Police Service|org:government}\n\nPrime Minister {Ida Berg|person} spoke.", None),
]

REGIONS: list[tuple[str, str | None]] = [
    (
        "{Government of Kerala|org:government}\n\nThe Minister for Ports, {Ida Berg|person}, spoke.",
        "Government of Kerala",
    ),
    (
        "{Government of Kerala|org:government}\n\nThe Prime Minister, {Ida Berg|person}, spoke.",
        None,
    ),
    (
        "{Office of the Attorney General of Nebraska|org:government}\n\nDeputy Attorney General {Ida Berg|person} spoke.",
        "Nebraska",
    ),
    (
        "{Provincial Government of Orla|org:government}\n\nVice Governor {Ida Berg|person} spoke.",
        "Provincial Government of Orla",
    ),
    # the ministers of a country beside one of a province
    (
        (
            "{Orla Fisheries Canada|org:government}\n\nThe Minister of Fish, {Ida Berg|person}, and "
            "{Nova Scotia|place}'s Minister of Tea, {Bo Lin|person}, spoke."
        ),
        "Canada",
    ),
    # cities
    (
        "{City of Ayr|org:government} won. {City of Ayr|org:government} won. {City of Bute|org:government} lost. Mayor {Ida Berg|person} spoke.",
        "City of Ayr",
    ),
    (
        "{City of Ayr|org:government} won. {City of Bute|org:government} lost. Mayor {Ida Berg|person} spoke.",
        None,
    ),
    (
        "{City Council|org} met. {City of Ayr|org:government} won. Mayor {Ida Berg|person} spoke.",
        "City of Ayr",
    ),
    ("{Orla kommune|org:government}\n\nMayor {Ida Berg|person} spoke.", "Orla kommune"),
    # the level of government that a title opens with
    (
        (
            "{Provincial Government of Orla|org:government}\n\nIt met the {City Government of Kavo|org:government}. "
            "Provincial Engineer {Bo Lin|person} and City Engineer {Ida Berg|person} spoke."
        ),
        "City Government of Kavo",
    ),
    (
        (
            "{Provincial Government of Orla|org:government}\n\nIt met the {City Government of Kavo|org:government}. "
            "Chief Engineer {Ida Berg|person} spoke."
        ),
        "Provincial Government of Orla",
    ),
]

COUNTRIES: list[tuple[str, str | None]] = [
    # a country that only its government names
    (
        "The {Government of Burundi|org:government} met {Ayr Trust|org}. The Minister of Ports, {Ida Berg|person}, spoke.",
        "Government of Burundi",
    ),
    (
        "{Museum of the Gulf of Guinea|org} met {Ayr Trust|org}. The Minister of Ports, {Ida Berg|person}, spoke.",
        None,
    ),
    # the ministry of the same field, where no country is named
    (
        "{Ministry of Ports and Roads|org:government} and {Ayr Trust|org} met. The Minister of Ports, {Ida Berg|person}, spoke.",
        None,
    ),
    (
        "{Ayr Trust|org} won. {Ayr Trust|org} met the {Ministry of Ports|org:government}. The Minister of Ports, {Ida Berg|person}, spoke.",
        "Ministry of Ports",
    ),
    # the parliament of the country
    (
        "{National Assembly of Kenya|org:government} met in {Kenya|place}. {Kenya|place} won. MP {Ida Berg|person} spoke.",
        "National Assembly of Kenya",
    ),
    (
        "{Kenya Bank|org} met in {Kenya|place}. {Kenya|place} won. MP {Ida Berg|person} spoke.",
        "Kenya",
    ),
    # an ambassador of a union
    (
        "The {Ayr Union|org:intergovernmental}'s Head of Delegation, Ambassador {Ida Berg|person}, came to {Peru|place}.",
        "Ayr Union",
    ),
    # staff of a mission
    (
        "{High Commission of Jamaica|org:government}, {PRETORIA|org}\n\n{South Africa|place} is big. {South Africa|place} won. Deputy High Commissioner {Ida Berg|person} spoke.",
        "Jamaica",
    ),
]

SIDES: list[tuple[str, str | None]] = [
    (
        "{Poland|place} won. On the {Czech|place} side, the talks were attended by Ambassador {Ida Berg|person}.",
        "Czech Republic",
    ),
    (
        "{Poland|place} won. The talks were attended by Ambassador {Ida Berg|person} on the {Czech|place} side.",
        "Czech Republic",
    ),
    (
        "{City of Ayr|org:government} won. Mayor {Bo Lin|person} and his counterpart from {Kavo|place}, Mayor {Ida Berg|person}, met.",
        "Kavo",
    ),
    (
        "{City of Ayr|org:government} won. Mayor {Bo Lin|person} and his guest from {Kavo|place}, Councillor {Ida Berg|person}, met.",
        "City of Ayr",
    ),
    # lists of seats
    (
        "{Ayr Cement|org:company} elected the following Board of Directors: Chairman {Bo Lin|person}, Vice Chairman {Ida Berg|person}.",
        "Board",
    ),
    (
        "{Ayr Cement|org:company}\n\nIt named its leaders: Chairman {Bo Lin|person}, Vice Chairman {Ida Berg|person}.",
        "Ayr Cement",
    ),
    (
        "{Ayr Cement|org:company} won. These will serve on the {Board of Ayr Cement|org}:\n- Chairman – {Bo Lin|person}\n- Deputy Chairman – {Ida Berg|person}\n",
        "Board of Ayr Cement",
    ),
    # who comes with whom
    (
        "{Ayr University|org:education}\n\n{Bo Lin|person}, Rector of {Kavo University|org:education}, came, accompanied by the Dean, {Ida Berg|person}.",
        "Kavo University",
    ),
    (
        "{Ayr University|org:education}\n\n{Bo Lin|person}, Rector of {Kavo University|org:education}, was met by the Dean, {Ida Berg|person}.",
        "Ayr University",
    ),
    (
        "{Ayr University|org:education}\n\nRector {Bo Lin|person} of {Kavo University|org:education} came. The {Norwegian|place} delegation included the Dean, {Ida Berg|person}.",
        "Kavo University",
    ),
    (
        "{Ayr University|org:education}\n\nRector {Bo Lin|person} of {Kavo University|org:education} came. The hosts included the Dean, {Ida Berg|person}.",
        "Ayr University",
    ),
    (
        "{Ayr Port|org}\n\nDirector {Bo Lin|person} of {Kavo Port|org} came. The visitors' Treasurer, {Ida Berg|person}, spoke.",
        "Kavo Port",
    ),
    # who signed for whom, the verb left out
    (
        "{Ayr Union|org}\n\nSecretary {Bo Lin|person} signed for the workers, Treasurer {Ida Berg|person} for {Kavo Oil|org}.",
        "Kavo Oil",
    ),
    (
        "{Ayr Union|org}\n\nSecretary {Bo Lin|person} left for home, Treasurer {Ida Berg|person} for {Kavo Oil|org}.",
        "Ayr Union",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*KINDS, *NATIONS, *ISSUERS, *REGIONS, *COUNTRIES, *SIDES],
    ids=lambda v: str(v)[-60:],
)
def test_the_body_at_which_a_title_is_held(find: Find, text: str, expected: str | None) -> None:
    held = [body for person, _, body in find(text) if person == "Ida Berg"]
    assert expected in held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{Ayr Oil|org}\n\n{Ida Berg|person} has been a member of the {Board of Kavo Gas|org} since 2018 and Vice Chair since 2021.",
            ("Vice Chair", "Board of Kavo Gas"),
        ),
        (
            "{Ayr Oil|org}\n\n{Ida Berg|person} has been a member of the {Board of Kavo Gas|org} since 2018. She has been Treasurer since 2021.",
            ("Treasurer", "Ayr Oil"),
        ),
    ],
)
def test_an_office_goes_on_in_the_same_body(
    find: Find, text: str, expected: tuple[str, str]
) -> None:
    assert ("Ida Berg", *expected) in find(text)
