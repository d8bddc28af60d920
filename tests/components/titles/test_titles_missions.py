"""Titles in readouts, of embassies and courts, of armies and careers: the pairs of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

CASES: list[tuple[str, Found]] = [
    # degrees that look like offices
    (
        "{Ida Berg|person}, MD, MPH, Director of {Ayr Centers|org}, spoke.",
        [("Ida Berg", "Director", "Ayr Centers")],
    ),
    (
        "{Ida Berg|person}, MD, {Ayr Steel|org}, spoke.",
        [("Ida Berg", "MD", "Ayr Steel")],
    ),
    (
        "Shri {Bo Lin|person}, IAS, Joint Secretary (Aerospace), {Ministry of Defence|org}, spoke.",
        [("Bo Lin", "Joint Secretary (Aerospace)", "Ministry of Defence")],
    ),
    # offices in a row, with their numbers
    (
        "{Bo Lin|person}, 39th President of {Orla Club|org}, 76th Governor of {Georgia|place}, died.",
        [("Bo Lin", "Governor", "Georgia"), ("Bo Lin", "President", "Orla Club")],
    ),
    (
        "{Bo Lin|person}, President of {Orla Club|org}, opened the 76th meeting; the Governor of {Georgia|place} came.",
        [("Bo Lin", "President", "Orla Club")],
    ),
    # a readout with no sign of whose it is
    (
        "Readout of President {Bo Lin|person}’s call\n\nPresident {Bo Lin|person} spoke with President {Ida Berg|person} of {Peru|place} about {Chad|place}, and about {Chad|place} again.",
        [("Bo Lin", "President", None), ("Ida Berg", "President", "Peru")],
    ),
    (
        "President {Bo Lin|person}’s call\n\nPresident {Bo Lin|person} spoke of {Chad|place}, and of {Chad|place} again.",
        [("Bo Lin", "President", "Chad")],
    ),
    # the place of a dateline whose marks were lost
    (
        "News. {Washington U S|place} Senator {Ida Berg|person} spoke.",
        [("Ida Berg", "Senator", "U S")],
    ),
    (
        "News. {Washington, D.C.|place} Senator {Ida Berg|person} spoke.",
        [("Ida Berg", "Senator", None)],
    ),
    (
        "News. {Washington, D.C.|place} Mayor {Ida Berg|person} spoke.",
        [("Ida Berg", "Mayor", "Washington, D.C.")],
    ),
    # careers through bodies within bodies
    (
        "He was in the {Strategy Group|org}, {Ayr Office|org} from 2015 to 2019, first as Director (Social). {Bo Lin|person} left. He was in the {Strategy Group|org} of the {Ayr Office|org}, first as Director (Social).",
        [("Bo Lin", "Director (Social)", "Strategy Group")],
    ),
    (
        "{Bo Lin|person} praised the {Strategy Group|org} of the {Ayr Office|org}, served as Director (Social), and left.",
        [("Bo Lin", "Director (Social)", None)],
    ),
    (
        "{Ida Berg|person} has joined the firm as a partner. {Ayr LLP|org:company} is a law firm. {Ayr LLP|org:company} is glad.",
        [("Ida Berg", "partner", "Ayr LLP")],
    ),
    ("{Ida Berg|person} was seen by the firm as a partner.", []),
    # embassies: their ambassador, and the ministers of where they are
    (
        "{Embassy of Slovenia Jakarta|org}\n\nAmbassador {Ida Berg|person} met Vice Minister for Ports {Bo Lin|person} of {Indonesia|place}. {Ed Moe|person}, Minister of Tea, came.",
        [
            ("Bo Lin", "Vice Minister for Ports", "Indonesia"),
            ("Ed Moe", "Minister of Tea", "Indonesia"),
            ("Ida Berg", "Ambassador", "Slovenia"),
        ],
    ),
    (
        "{Ayr Bank|org}\n\nAmbassador {Ida Berg|person} came to {Peru|place}.",
        [("Ida Berg", "Ambassador", "Peru")],
    ),
    # the president of a court
    (
        "{Constitutional Court of Orla|org:government}\n\nPresident {Ida Berg|person} sat.",
        [("Ida Berg", "President", "Constitutional Court of Orla")],
    ),
    (
        "{Constitutional Office of Orla|org:government}\n\nPresident {Ida Berg|person} sat.",
        [("Ida Berg", "President", None)],
    ),
    (
        "{Ida Berg|person} served as a law clerk for Judge {Bo Lin|person}, Chief Judge of the {Court of Orla|org}.",
        [
            ("Bo Lin", "Chief Judge", "Court of Orla"),
            ("Ida Berg", "law clerk", "Court of Orla"),
        ],
    ),
    # the branch of a firm is no body
    (
        "{Orla|place} managing partner {Ida Berg|person} spoke.",
        [("Ida Berg", "managing partner", None)],
    ),
    ("{Orla|place} mayor {Ida Berg|person} spoke.", [("Ida Berg", "mayor", "Orla")]),
    # villages that no list knows
    ("Chief {Ida Berg|person} of Kaveve spoke.", [("Ida Berg", "Chief", "Kaveve")]),
    (
        "Dr {Bo Lin|person}, and Director {Ida Berg|person} of Kaveve, spoke.",
        [("Ida Berg", "Director", None)],
    ),
    # by the name that the text has for a country
    (
        "The {Kyrgyz Republic|place} agreed. The {Kyrgyz|place} delegation was led by the Deputy Minister of Tea, {Ida Berg|person}.",
        [("Ida Berg", "Deputy Minister of Tea", "Kyrgyz Republic")],
    ),
    (
        "{Government of the Republic of Kenya|org:government}\n\nThe Minister of Tea, {Ida Berg|person}, spoke.",
        [("Ida Berg", "Minister of Tea", "Government of the Republic of Kenya")],
    ),
    (
        "{Government of the Republic of Kenya|org:government}\n\nThe Minister of Tea, {Ida Berg|person}, of {Kenya|place}, spoke.",
        [("Ida Berg", "Minister of Tea", "Kenya")],
    ),
    # a ministry that names no country
    (
        "{Ministry of Tea|org:government}\n\nThe Minister of Tea, {Ida Berg|person}, spoke to Americans.",
        [("Ida Berg", "Minister of Tea", "Ministry of Tea")],
    ),
    (
        "{Ayr Bank|org:company}\n\nThe Minister of Tea, {Ida Berg|person}, spoke to Americans.",
        [("Ida Berg", "Minister of Tea", None)],
    ),
    # another's office beside one's own country
    (
        "{Bo Lin|person}, Minister of Tea of {Oman|place}, received {Ida Berg|person}, Minister of Tin of {Jordan|place}, in the presence of {Ed Moe|person}, Minister of Zinc. {Oman|place} is glad, and {Oman|place} is old.",
        [
            ("Bo Lin", "Minister of Tea", "Oman"),
            ("Ed Moe", "Minister of Zinc", "Oman"),
            ("Ida Berg", "Minister of Tin", "Jordan"),
        ],
    ),
    (
        "{Bo Lin|person}, Minister of Tea of {Oman|place}, received {Ida Berg|person}, Minister of Tin of {Jordan|place}, and {Ed Moe|person}, Minister of Zinc. {Oman|place} is glad, and {Oman|place} is old.",
        [
            ("Bo Lin", "Minister of Tea", "Oman"),
            ("Ed Moe", "Minister of Zinc", "Jordan"),
            ("Ida Berg", "Minister of Tin", "Jordan"),
        ],
    ),
    # a delegation of which the sentence before says whose it is
    (
        "{Orla University|org} hosted a delegation from the {Ministry of Tea|org}. The delegation comprised {Bo Lin|person}, Director General; and {Ida Berg|person}, Deputy Director, Human Resource.",
        [
            ("Bo Lin", "Director General", "Ministry of Tea"),
            ("Ida Berg", "Deputy Director, Human Resource", "Ministry of Tea"),
        ],
    ),
    (
        "{Orla University|org} hosted a delegation from the {Ministry of Tea|org}. The guests met {Bo Lin|person}, Director General.",
        [("Bo Lin", "Director General", "Orla University")],
    ),
    # whose advisor one was, and what came next
    (
        "{Ida Berg|person} was a policy advisor to Senator {Bo Lin|person} and Legislative Director for Representative {Ed Moe|person}.",
        [
            ("Bo Lin", "Senator", None),
            ("Ed Moe", "Representative", None),
            ("Ida Berg", "Legislative Director", None),
            ("Ida Berg", "policy advisor", None),
        ],
    ),
    (
        "{Ida Berg|person} was a policy advisor. {Bo Lin|person} and the Legislative Director left.",
        [("Ida Berg", "policy advisor", None)],
    ),
    # "the Chamber's Committee", "X's predecessor"
    (
        "The Chairman of the Chamber's {Oil Committee|org}, {Bo Lin|person}, came.",
        [("Bo Lin", "Chairman", "Oil Committee")],
    ),
    (
        "{Ida Berg|person}, President of {Orla Bar|org}, came. {Ida Berg|person}'s predecessor, {Bo Lin|person}, came too.",
        [("Bo Lin", "President", "Orla Bar"), ("Ida Berg", "President", "Orla Bar")],
    ),
    (
        "{Ida Berg|person}, President of {Orla Bar|org}, came. The bar's predecessor, {Bo Lin|person} said, was small.",
        [("Ida Berg", "President", "Orla Bar")],
    ),
    # where somebody spoke is no body
    (
        "This was announced by {Ida Berg|person}, Minister for Tea, at {Ayr Network|org}'s summit. {Kenya|place} is glad.",
        [("Ida Berg", "Minister for Tea", "Kenya")],
    ),
    (
        "{Ida Berg|person}, Assistant Deputy Minister, Energy Systems, at {Wealth Orla|org}, came.",
        [("Ida Berg", "Assistant Deputy Minister, Energy Systems", "Wealth Orla")],
    ),
    # a rank behind offices is a title of its own
    (
        "Co-ordinating Minister for Tea and Minister for Tin, Professor {Ida Berg|person}, of {Kenya|place}, came.",
        [
            ("Ida Berg", "Co-ordinating Minister for Tea and Minister for Tin", "Kenya"),
            ("Ida Berg", "Professor", None),
        ],
    ),
    # a field that is a style elsewhere, and a country that was taken for a body
    (
        "{Ida Berg|person}, Head of IR & Communications, came.",
        [("Ida Berg", "Head of IR & Communications", None)],
    ),
    (
        "{Ida Berg|person}, Minister of Water {of the Netherlands|org}, came.",
        [("Ida Berg", "Minister of Water", "Netherlands")],
    ),
    # a chamber that a release speaks of has not issued it
    (
        "A bill\n\nThe {House|org:government} passed it, and the {House|org:government} will pass more. Press Secretary {Ida Berg|person} spoke.",
        [("Ida Berg", "Press Secretary", None)],
    ),
    (
        "A bill\n\nThe {Ayr Office|org:government} passed it, and the {Ayr Office|org:government} will pass more. Press Secretary {Ida Berg|person} spoke.",
        [("Ida Berg", "Press Secretary", "Ayr Office")],
    ),
    # officials of a province, and of the one that others are given with
    (
        "{Bo Lin|person} (Secretary Finance, {Punjab|place}) and {Ida Berg|person} (Secretary Industries) met at {Ayr Bank|org}.",
        [
            ("Bo Lin", "Secretary Finance", "Punjab"),
            ("Ida Berg", "Secretary Industries", "Punjab"),
        ],
    ),
    (
        "{Bo Lin|person} (Manager Finance, {Punjab|place}) and {Ida Berg|person} (Secretary Industries) met at {Ayr Bank|org}.",
        [
            ("Bo Lin", "Manager Finance", None),
            ("Ida Berg", "Secretary Industries", None),
        ],
    ),
    # offices of several words
    (
        "Vice-Chief of Army Staff {Bo Lin|person} of {India|place} spoke.",
        [("Bo Lin", "Vice-Chief of Army Staff", "India")],
    ),
    (
        "{Bo Lin|person}, Resident and Humanitarian Coordinator, spoke.",
        [("Bo Lin", "Resident and Humanitarian Coordinator", None)],
    ),
]


@pytest.mark.parametrize(("text", "titles"), CASES)
def test_titles(find: Find, text: str, titles: Found) -> None:
    assert find(text) == titles
