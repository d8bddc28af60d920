"""At whose body a title is held: contacts and their headings, where people come from, whose greetings they bring."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

BESIDE: list[tuple[str, str | None]] = [
    # contacts of two firms, each under a heading
    (
        "{Ayr Oil|org:company}\n\n{Ayr Oil|org:company} buys {Bute Gas|org:company}.\n\n{Bute Gas|org:company} Media Contact:\n{Ida Berg|person}\nTreasurer",
        "Bute Gas",
    ),
    (
        "{Ayr Oil|org:company}\n\n{Ayr Oil|org:company} buys it.\n\n{Bute Gas|org:company} Saved Again:\n{Ida Berg|person}\nTreasurer",
        "Ayr Oil",
    ),
    # a unit and what it is a part of, above a contact; above prose it speaks for the issuer
    (
        "{Ministry of Tea|org:government}\n\nTea is well.\n\n{Press Office|org}, {Ministry of Tea|org:government}\n{Ida Berg|person}, adviser",
        "Press Office",
    ),
    (
        "{Orla Police|org:government}\n{Communications Unit|org}\n\nFor details, contact Treasurer {Ida Berg|person}.",
        "Orla Police",
    ),
    # a clause that opens with the body
    (
        "{Ayr School|org}\n\nAt {Kavo School|org}, {Ida Berg|person}, teacher of history, is glad.",
        "Kavo School",
    ),
    (
        "{Ayr School|org}\n\nHe was at {Kavo School|org}, {Ida Berg|person}, teacher of history, said.",
        "Ayr School",
    ),
    # where somebody comes from
    (
        "{Ayr Oil|org:company}\n\n{Ida Berg|person} joins as Treasurer from {Bute Gas|org:company}.",
        "Ayr Oil",
    ),
    (
        "{Ayr Oil|org:company}\n\n{Ida Berg|person}, the Treasurer from {Bute Gas|org:company}, spoke.",
        "Bute Gas",
    ),
    # a board that proposes its chair
    (
        "{Ayr Oil|org:company}\n\nThe {Board of Ayr Oil|org} will propose to the meeting the election of {Ida Berg|person} as Chair.",
        "Board of Ayr Oil",
    ),
    (
        "{Ayr Oil|org:company}\n\nThe {Board of Ayr Oil|org} will propose to the meeting the election of {Ida Berg|person} as Treasurer.",
        "Ayr Oil",
    ),
    # the president of an issuer, where only a demonym names a country
    (
        "{Ayr Chamber|org}\n\nPresident {Ida Berg|person} met her {Polish|place} guests.",
        "Ayr Chamber",
    ),
    (
        "{Ayr Chamber|org}\n\nPresident {Ida Berg|person} of {Poland|place} met its guests.",
        "Poland",
    ),
    # jobs that somebody is hired for, and others
    ("{Ayr Museum|org}\n\nThe team included engineer {Ida Berg|person}.", "Ayr Museum"),
    ("{Ayr Museum|org}\n\nThe team included novelist {Ida Berg|person}.", None),
    # the only ministry of a permanent secretary; a rector of the only university
    (
        "{Ayr Trust|org}\n\nIt met the {Ministry of Tea|org:government}. Permanent Secretary {Ida Berg|person} spoke.",
        "Ministry of Tea",
    ),
    (
        "{Ayr Trust|org}\n\nIt met the {Ministry of Tea|org:government}. Executive Secretary {Ida Berg|person} spoke.",
        "Ayr Trust",
    ),
    (
        "{Ayr Chamber|org}\n\nIt met the {Kavo University|org:education}. The vice-rector, {Ida Berg|person}, spoke.",
        "Kavo University",
    ),
    (
        "{Ayr Chamber|org}\n\nIt met the {Kavo University|org:education}. The treasurer, {Ida Berg|person}, spoke.",
        "Ayr Chamber",
    ),
    # a delegation led by someone with styles before the name
    (
        "The {Brunei|place} delegation was led by Dato Awang {Ida Berg|person}, Minister of Ports, in {Singapore|place}. {Singapore|place} won.",
        "Brunei",
    ),
    (
        "{Brunei|place} lost. Dato Awang {Ida Berg|person}, Minister of Ports, was in {Singapore|place}. {Singapore|place} won.",
        "Singapore",
    ),
    # justices named behind a chief justice
    (
        "{Singapore|place} won. Members are Chief Justice {Bo Lin|person}, Justice {Ida Berg|person}.",
        "Singapore",
    ),
    (
        "{Singapore|place} won. Members are President {Bo Lin|person}, Justice {Ida Berg|person}.",
        None,
    ),
    # an embassy of one country in another
    (
        "{Embassy of the Republic of Zambia in Brazil|org:government}\n\nAmbassador {Ida Berg|person} spoke of {Brazil|place}. {Brazil|place} won.",
        "Zambia",
    ),
]

ABROAD: list[tuple[str, str | None]] = [
    # who brings greetings is of the same country
    (
        "{Oman|place} won. {Oman|place} met Minister {Bo Lin|person} of {Peru|place}. {Bo Lin|person} conveyed the greetings of President {Ida Berg|person}.",
        "Peru",
    ),
    (
        "{Chad|place} won. {Chad|place} met Minister {Bo Lin|person} of {Peru|place}. {Bo Lin|person} told the story of President {Ida Berg|person}.",
        "Chad",
    ),
    # "on the side" of another, in a clause of its own
    (
        "{Chad|place} won. {Chad|place} won. He met President {Ida Berg|person} and renewed the talks held on the {Omani|place} side.",
        "Chad",
    ),
    (
        "{Chad|place} won. {Chad|place} won. President {Ida Berg|person} and Minister {Bo Lin|person} came on the {Omani|place} side.",
        "Oman",
    ),
    # met in a capital that is named most
    (
        (
            "{Singapore|place}'s ties grow. {Singapore|place} stands with {China|place}. {China|place} won. {China|place} won. "
            "In {Beijing|place}, Minister {Bo Lin|person} of {Singapore|place} met with Vice Minister {Ida Berg|person}."
        ),
        "China",
    ),
    # "its" of the next sentence, behind a name that ends with a stop
    (
        "{Ayr Drones|org} sold it to {Kavo Oil Ltd.|org} Its founder, {Ida Berg|person}, spoke.",
        "Ayr Drones",
    ),
    (
        "{Ayr Drones|org} sold it to {Kavo Oil Ltd.|org} and its founder, {Ida Berg|person}, spoke.",
        "Kavo Oil Ltd.",
    ),
    # letters taken for a person
    ("{Ayr Trust|org} won. It was signed by {KKPP|person}'s Treasurer, {Ida Berg|person}.", "KKPP"),
    ("{Ayr Trust|org} won. It was signed by {Bo Lin|person}'s Treasurer, {Ida Berg|person}.", None),
    # the chief justice of the court that issued the release
    (
        "{Orla Court of Appeal|org:government}\n\n{Dominica|place} lost. {Dominica|place} lost. Before: {Ida Berg|person}, Chief Justice.",
        "Orla Court of Appeal",
    ),
    (
        "{Orla Chamber of Appeal|org:government}\n\n{Dominica|place} lost. {Dominica|place} lost. Before: {Ida Berg|person}, Chief Justice.",
        "Dominica",
    ),
    # a senator of the state that a release without a country names most
    (
        "{Ohio|place} won. {Ohio|place} won. {Utah|place} lost. Senator {Ida Berg|person} spoke.",
        "Ohio",
    ),
    (
        "{United States|place} won. {Ohio|place} won. Senator {Ida Berg|person} spoke.",
        "United States",
    ),
    # a vice president of a field is none of a state
    (
        "{Ayr Trust|org} hired {Ida Berg|person} from {Kavo Center|org} in {Peru|place}, where she was vice president of roads.",
        "Kavo Center",
    ),
]

PROSE: list[tuple[str, str | None]] = [
    # ministers of the region whose assembly the release names, where it names no country
    (
        "{Bank of Orla|org:company} met. The Speaker of the {Punjab Assembly|org:government} came, and the Minister for Tea, {Ida Berg|person}.",
        "Punjab",
    ),
    (
        "{Bank of Orla|org:company} met. The head of the {Punjab Tea House|org:company} came, and the Minister for Tea, {Ida Berg|person}.",
        None,
    ),
    # a rank that ends the field of an office, and the secretary of a company beside those of a government
    (
        "{Bo Lin|person}, Secretary Finance, {Government of Punjab|org:government}, {Ida Berg|person}, Secretary Law & Justice, came.",
        "Government of Punjab",
    ),
    (
        "{Ayr Bank|org:company}\n\n{Bo Lin|person}, Secretary Finance, {Government of Punjab|org:government}, {Ida Berg|person}, Company Secretary, came.",
        "Ayr Bank",
    ),
    # whom somebody will meet in a capital
    (
        "{Greece|place} won. She will fly to {Nicosia|place}, where she will meet President {Ida Berg|person}.",
        "Cyprus",
    ),
    (
        "{Greece|place} won. She will fly to {Orla|place}, where she will meet President {Ida Berg|person}.",
        "Orla",
    ),
    # a mayor from a twin town
    (
        "{City of Ayr|org:government}\n\nMayor {Ida Berg|person} from the twin town of {Kavo|place} came.",
        "Kavo",
    ),
    (
        "{City of Ayr|org:government}\n\nMayor {Ida Berg|person} from the hills above {Kavo|place} came.",
        "City of Ayr",
    ),
    # the body that the first sentence behind a dateline speaks of, and the newswire before it
    (
        "LIMA, May 9 /{Andes Wire|org}/ -- {Ayr Oil|org} has opened a plant with {Kavo University|org}. Treasurer {Ida Berg|person} spoke.",
        "Ayr Oil",
    ),
    (
        "LIMA, May 9: Opened by {Ayr Oil|org} and {Kavo University|org}. Treasurer {Ida Berg|person} spoke.",
        None,
    ),
    # who speaks: "Remarks by the Director of …"
    (
        "Remarks by the Director of the {Ayr Union|org}, {Bo Lin|person}\n\nI thank our host, {Kavo Oil|org}, and our Treasurer, {Ida Berg|person}.",
        "Ayr Union",
    ),
    (
        "Remarks on the {Ayr Union|org}\n\nI thank our host, {Kavo Oil|org}, and our Treasurer, {Ida Berg|person}.",
        None,
    ),
    # a chief of the one tribe that the release names
    (
        "{Ayr Oil|org} and the {Kavo Nation|org} signed. Chief {Ida Berg|person} spoke.",
        "Kavo Nation",
    ),
    ("{Ayr Oil|org} and the {Kavo Society|org} signed. Chief {Ida Berg|person} spoke.", None),
    # who held the office before, in the next sentence
    (
        "{Ayr Oil|org}\n\n{Bo Lin|person} is now Head of {Kavo Gas|org}. She will succeed {Ida Berg|person}, who has been acting Head since May.",
        "Kavo Gas",
    ),
    (
        "{Ayr Oil|org}\n\n{Bo Lin|person} is now Head of {Kavo Gas|org}. She will meet the staff on her first day in the new house, and {Ida Berg|person}, who has been acting Head since May.",
        "Ayr Oil",
    ),
    # a new office behind "where"
    (
        "{Ayr Oil|org}\n\n{Ida Berg|person}, formerly of {Kavo Gas|org}, where she was Director, joins as Treasurer.",
        "Ayr Oil",
    ),
    (
        "{Ayr Oil|org}\n\n{Ida Berg|person}, formerly of {Kavo Gas|org}, where she was Treasurer, left.",
        "Kavo Gas",
    ),
    # a region taken for a person
    (
        "{Ayr Oil|org} won. {British Columbia|person}'s Minister of Tea, {Ida Berg|person}, spoke.",
        "British Columbia",
    ),
    ("{Ayr Oil|org} won. {Bo Columbia|person}'s Minister of Tea, {Ida Berg|person}, spoke.", None),
    # no company has an attorney general
    (
        "{Ohio|place} won. It settled with {Ayr Loans, Inc.|org:company} Attorney General {Ida Berg|person} spoke.",
        None,
    ),
    (
        "{Ohio|place} won. It settled with {Ayr Loans, Inc.|org:company} Treasurer {Ida Berg|person} there.",
        "Ayr Loans, Inc.",
    ),
    # a counterpart of another country
    (
        "{Ayr Office|org}\n\n{Bo Lin|person} met his {Austrian|place} counterpart, Director {Ida Berg|person}.",
        "Austria",
    ),
    (
        "{Ayr Office|org}\n\n{Bo Lin|person} met his {Austrian|place} friends and Director {Ida Berg|person}.",
        "Ayr Office",
    ),
    # a president where no country is named, of the issuer; but not in what is of America
    ("{Ayr Board|org}\n\nPresident {Ida Berg|person} spoke.", "Ayr Board"),
    ("{Ayr Board|org}\n\nPresident {Ida Berg|person} spoke to Congress.", None),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*PROSE, *BESIDE, *ABROAD], ids=lambda v: str(v)[-60:]
)
def test_the_body_at_which_a_title_is_held(find: Find, text: str, expected: str | None) -> None:
    held = [body for person, _, body in find(text) if person == "Ida Berg"]
    assert expected in held
