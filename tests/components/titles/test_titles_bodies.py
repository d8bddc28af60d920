"""Which body a title is held at where its own phrase names none, and what named it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

SENTENCE = [
    # "its": the body beside it, what the sentence speaks of, what the one before spoke of
    (
        "{Ayr Bank|org:company} and its chairman {Ida Berg|person} agreed.",
        [("Ida Berg", "chairman", "Ayr Bank")],
    ),
    (
        (
            "The {Reef Trust|org} paid by way of a grant of {Ayr Bank|org:company} that its director, "
            "Dr {Ida Berg|person}, signed."
        ),
        [("Ida Berg", "director", "Reef Trust")],
    ),
    (
        (
            "The fair, organised by the {Reef Trust|org}, expects a crowd. Its Executive Director, "
            "Mrs {Ida Berg|person}, apologised."
        ),
        [("Ida Berg", "Executive Director", "Reef Trust")],
    ),
    (
        "Tuvalu's letter was brought by its High Commissioner to Fiji, {Ida Berg|person}. Fiji won.",
        [("Ida Berg", "High Commissioner to Fiji", "Tuvalu")],
    ),
    # on behalf of
    (
        (
            "The loan was signed by {Bo Lin|person} and, for the {Water Agency|org:government}, "
            "its Director, {Ida Berg|person}."
        ),
        [("Ida Berg", "Director", "Water Agency")],
    ),
    (
        (
            "It was signed by Chief {Bo Lin|person} for the {Kavo|org} and by Chief {Ida Berg|person} "
            "for the {Ofa|org}."
        ),
        [("Bo Lin", "Chief", "Kavo"), ("Ida Berg", "Chief", "Ofa")],
    ),
    # delegations
    (
        (
            "The {Ayr Bank|org:company} delegation to the {Ministry of Works|org:government} was led by "
            "the Chief Executive Officer, Dr {Ida Berg|person}."
        ),
        [("Ida Berg", "Chief Executive Officer", "Ayr Bank")],
    ),
    (
        (
            "The Peruvian delegation was headed by the Deputy Minister of Labour, Mr {Bo Lin|person}, "
            "the Chilean one by the Minister of Labour, Ms {Ida Berg|person}."
        ),
        [
            ("Bo Lin", "Deputy Minister of Labour", "Peru"),
            ("Ida Berg", "Minister of Labour", "Chile"),
        ],
    ),
    (
        (
            "{Ida Berg|person}, Minister for Works, led the Ghana delegation to Togo, and Togo thanked "
            "her, as Togo does."
        ),
        [("Ida Berg", "Minister for Works", "Ghana")],
    ),
    # where
    (
        (
            "They visited the {Fruit Institute|org} in {Orla|place}, where they were welcomed by the "
            "Director, Dr {Ida Berg|person}."
        ),
        [("Ida Berg", "Director", "Fruit Institute")],
    ),
    (
        "{Ida Berg|person} comes from {Orla College|org:education}, where she was Professor of Law.",
        [("Ida Berg", "Professor of Law", "Orla College")],
    ),
    # careers
    (
        (
            "{Ida Berg|person} joined {Ayr Telecom|org:company} in 2013 and has held several roles, "
            "serving as Chief Technology Officer since 2019."
        ),
        [("Ida Berg", "Chief Technology Officer", "Ayr Telecom")],
    ),
    (
        (
            "{Ida Berg|person} will be promoted to Senior Minister of State, and will continue in the "
            "{Ministry of Works|org:government}."
        ),
        [("Ida Berg", "Senior Minister of State", "Ministry of Works")],
    ),
    # courts
    (
        "She was a law clerk for Judge {Bo Lin|person} on the {Court of Appeals|org:government}.",
        [("Bo Lin", "Judge", "Court of Appeals")],
    ),
    (
        (
            "The judgment was filed in {Orla District Court|org:government} and is subject to the "
            "approval of Judge {Ida Berg|person}."
        ),
        [("Ida Berg", "Judge", "Orla District Court")],
    ),
    (
        "Captain {Ida Berg|person} ({Coast Guard|org:government}, ret.) spoke.",
        [("Ida Berg", "Captain", "Coast Guard")],
    ),
    # of which, sides, pairs of signatories, officials of a ministry
    (
        (
            "He joins the {Audit Board|org} of {Ayr Bank|org:company}, of which {Ida Berg|person} "
            "is Chairman."
        ),
        [("Ida Berg", "Chairman", "Ayr Bank")],
    ),
    (
        (
            "From the Tajik side, Minister of Works {Ida Berg|person} came; from the Uzbek side, "
            "Minister of Works {Bo Lin|person}."
        ),
        [
            ("Bo Lin", "Minister of Works", "Uzbekistan"),
            ("Ida Berg", "Minister of Works", "Tajikistan"),
        ],
    ),
    (
        "They met Chinese leaders, including Minister of Water {Ida Berg|person}, in Peru. Peru won.",
        [("Ida Berg", "Minister of Water", "China")],
    ),
    (
        (
            "A letter of intent between the {Port Authority|org} and the {City Board|org}, signed "
            "by Director {Ida Berg|person} and Vice Chairman {Bo Lin|person}, is new."
        ),
        [("Bo Lin", "Vice Chairman", "City Board"), ("Ida Berg", "Director", "Port Authority")],
    ),
    (
        (
            "Mr {Ida Berg|person}, Permanent Secretary, and other officials from the "
            "{Ministry of Works|org:government} and {Ayr Bank|org:company} came."
        ),
        [("Ida Berg", "Permanent Secretary", "Ministry of Works")],
    ),
    (
        "It was agreed with the {Trade Department|org}, then headed by Commissioner {Ida Berg|person}.",
        [("Ida Berg", "Commissioner", "Trade Department")],
    ),
    # the court of a judge's other office
    (
        "Judge {Ida Berg|person}, Vice-President, {World Court|org}, and {Ayr Court|org} came.",
        [("Ida Berg", "Judge", "World Court"), ("Ida Berg", "Vice-President", "World Court")],
    ),
    # in the phrase: a described body in apposition, a name that no recogniser knew, a kind of body
    (
        "So says {Ida Berg|person}, resident engineer of the contractor, {Ayr Grid|org:company}.",
        [("Ida Berg", "resident engineer", "Ayr Grid")],
    ),
    (
        "- {Ida Berg|person}, Executive Director, When We All Sing\n- {Bo Lin|person}, CEO, Votto\n",
        [
            ("Bo Lin", "CEO", "Votto"),
            ("Ida Berg", "Executive Director", "When We All Sing"),
        ],
    ),
    (
        (
            "The {Orla Municipal Government|org} and {Ayr Bank|org} met. {Ida Berg|person}, "
            "Secretary General of the municipal government, came."
        ),
        [("Ida Berg", "Secretary General", "Orla Municipal Government")],
    ),
    # labels
    (
        (
            "It lists a memorandum with {Orla University|org} (for the University: Vice-Rector "
            "{Ida Berg|person})."
        ),
        [("Ida Berg", "Vice-Rector", "Orla University")],
    ),
    (
        "Contacts\n{Ayr Grid|org:company}: {Ida Berg|person}, VP Marketing\n",
        [("Ida Berg", "VP Marketing", "Ayr Grid")],
    ),
]

OPPOSITE = [
    # a person between, a body that owns another thing, no construction at all
    ("{Ayr Bank|org}'s guests met the Director, {Ida Berg|person}, in {Orla|place}.", None),
    ("The {Reef Trust|org} thanked, by letter, director {Ida Berg|person}.", None),
    ("Thanked were Chief {Ida Berg|person} for the {Kavo|org}'s support.", None),
    ("Judge {Ida Berg|person} of {Orla|place} spoke.", "Orla"),
    (
        (
            "It was heard in the {High Court|org} and the {Tax Tribunal|org}, said Judge "
            "{Ida Berg|person}."
        ),
        None,
    ),
    ("{Ida Berg|person}, Executive Director, Communications\n", None),
    ("{Ida Berg|person}, Executive Director, who sings.", None),
    (
        (
            "The pact between {Ayr Bank|org}, {Tor Bank|org} and {Orla|org} was signed by Director "
            "{Ida Berg|person} and Chair {Bo Lin|person}."
        ),
        None,
    ),
    ("{Ayr Grid|org:company} writes: {Ida Berg|person}, a marketing manager, left.", None),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCE)
def test_the_body_that_the_sentence_ties_to_a_title(find: Find, text: str, expected: Found) -> None:
    assert [title for title in find(text) if title in expected] == expected


@pytest.mark.parametrize(("text", "expected"), OPPOSITE)
def test_no_body_only_for_standing_near(find: Find, text: str, expected: str | None) -> None:
    assert {body for name, _, body in find(text) if name == "Ida Berg"} <= {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the release leaves out its own country and names the others'
        (
            (
                "President {Ida Berg|person} met President {Ivo Hrab|person} of Ukraine. Ukraine and "
                "Poland agreed. Ukraine thanked Poland."
            ),
            "Poland",
        ),
        # a country without such an office
        ("Premier {Ida Berg|person} received a U.S. group. The U.S. and Taiwan agreed.", "Taiwan"),
        ("President {Ida Berg|person} spoke to Japan, and Japan to Sri Lanka.", "Sri Lanka"),
        # the host of an ambassador; the one that a delegation visits
        (
            (
                "{Bo Lin|person}, Ambassador of Hungary to Peru, came from Hungary. Minister for Works "
                "{Ida Berg|person} opened the fair of Hungary."
            ),
            "Peru",
        ),
        (
            "Minister {Ida Berg|person} received a Chilean delegation visiting Peru. Chile is near.",
            "Peru",
        ),
        # where someone goes
        ("Minister {Ida Berg|person} will visit Egypt. Egypt is far from Kenya.", "Kenya"),
        # where a foreign official goes
        (
            (
                "Chilean Minister of Law {Bo Lin|person} will visit Peru at the invitation of Minister "
                "for Law {Ida Berg|person}. Peru and Chile are near."
            ),
            "Peru",
        ),
        # an ambassador is not of the country that receives
        ("Ambassador to Ecuador {Ida Berg|person} spoke. Peru and Ecuador agreed.", "Peru"),
        # one visit outweighs no long story
        (
            (
                "The mission to Peru ended: it visited Peru. Peru is a partner of Peru's bakers, said "
                "Minister for Works {Ida Berg|person}; Laos has no part."
            ),
            "Peru",
        ),
        # a letterhead in capitals, or one that names its press service last
        (
            (
                "Ministry of Works of the Republic of Ghana Press Service\n\nThe Minister of Works, "
                "{Ida Berg|person}, met her colleague of Togo in Togo. Togo is near."
            ),
            "Republic of Ghana",
        ),
        (
            (
                "GOVERNMENT OF THE KINGDOM OF TONGA\n\nPrime Minister {Ida Berg|person} left for Fiji "
                "and met Fiji's bakers."
            ),
            "Tonga",
        ),
    ],
)
def test_the_country_of_an_office(find: Find, text: str, expected: str) -> None:
    assert {body for name, _, body in find(text) if name == "Ida Berg"} == {expected}


def test_two_presidents_in_a_sentence_are_of_two_countries(find: Find) -> None:
    found = find("UK Prime Minister {Bo Lin|person} came. Prime Minister {Ida Berg|person} went.")
    assert ("Ida Berg", "Prime Minister", "UK") not in found


def test_an_item_of_a_list_does_not_inherit(find: Find) -> None:
    found = find("- {Bo Lin|person}, CEO, {Ayr Bank|org} - {Ida Berg|person}, CEO, Voto")
    assert ("Ida Berg", "CEO", "Ayr Bank") not in found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("{Ida Berg|person}, Director of {Ayr Bank|org}, spoke.", "phrase"),
        ("{Ayr Bank|org} and its director {Ida Berg|person} agreed.", "sentence"),
        ("{Ayr Bank|org} agreed. Its director {Ida Berg|person} spoke.", "paragraph"),
        (
            (
                "{Ayr Bank|org:company} grew.\n\n{Ayr Bank|org:company} is safe, and {Ayr Bank|org:company} "
                "wins.\n\nChief Executive Officer {Ida Berg|person} spoke."
            ),
            "issuer",
        ),
        ("Minister {Ida Berg|person} spoke of Peru.", "issuer"),
        ("Director {Ida Berg|person} spoke.", None),
    ],
)
def test_what_named_the_body(analyse: Callable[[str], Doc], text: str, source: str | None) -> None:
    assert [title.organization_source for title in analyse(text)._.titles] == [source]


def test_the_noun_stands_for_the_body_of_the_release(find: Find) -> None:
    text = (
        "{Ministry of Coasts|org:government}\n\nThe {Ministry of Coasts|org:government} met the "
        "{Ministry of Nets|org:government}. The talks were held under the Ministry's State "
        "Secretary {Ida Berg|person}. The {Ministry of Coasts|org:government} agreed."
    )
    assert find(text) == [("Ida Berg", "State Secretary", "Ministry of Coasts")]


def test_the_bank_is_no_board_of_it(find: Find) -> None:
    found = find(
        "The {Board of Directors of Ayr Bank|org} of {Ayr Bank|org:company} met under "
        "{Ida Berg|person}, Chairman of the Bank."
    )
    assert found == [("Ida Berg", "Chairman", "Ayr Bank")]


def test_a_press_office_speaks_for_its_body(find: Find) -> None:
    office = "{University Relations Directorate, Orla College|org:education}"
    text = (
        f"{office}\n\n{office} reports.\n\n{{Orla College|org:education}} has a new Registrar, Dr "
    )
    assert find(text + "{Ida Berg|person}.") == [("Ida Berg", "Registrar", "Orla College")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a mayor's city, where the release names one
        ("Mayor {Ida Berg|person} spoke. The {City of Orla|org:government} won.", "City of Orla"),
        (
            "Mayor {Ida Berg|person} spoke of the {City of Orla|org} and the {City of Ayr|org}.",
            None,
        ),
        # a secretary's department where no country is to be seen, the country where one is
        (
            (
                "Veterans Affairs Secretary {Ida Berg|person} wrote for the "
                "{Department of Veterans Affairs|org:government}."
            ),
            "Department of Veterans Affairs",
        ),
        ("Secretary of the Treasury {Ida Berg|person} spoke of America.", "America"),
        ("Secretary of the Club {Ida Berg|person} spoke of America.", "Club"),
        # who works for a president
        ("Secretary-General to the President {Ida Berg|person} spoke in Taiwan.", "Taiwan"),
        # a release's own country stands for something
        (
            (
                'President {Ida Berg|person} writes on Ukraine, Ukraine and Ukraine: "The United States '
                'stands with it."'
            ),
            "United States",
        ),
    ],
)
def test_what_the_release_implies(find: Find, text: str, expected: str | None) -> None:
    assert {body for name, _, body in find(text) if name == "Ida Berg"} == {expected}


def test_two_heads_of_government_are_of_two_countries(find: Find) -> None:
    found = find(
        "U.S. President {Bo Lin|person} and Prime Minister {Ida Berg|person} of India met."
    )
    assert ("Ida Berg", "Prime Minister", "India") in found
    found = find(
        "U.S. President {Bo Lin|person} and Prime Minister {Ida Berg|person} met in India."
    )
    assert ("Ida Berg", "Prime Minister", "India") in found
