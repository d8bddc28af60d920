"""Offices in nominations, careers, lists of guests and signatures: each reading with its opposite."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

IDA = "{Ida Berg|person}"

CASES: dict[str, tuple[str, Found]] = {
    "a judicial district is the body": (
        f"{IDA} was the U.S. Attorney for the Northern District of Alabama, where she lived.",
        [("Ida Berg", "U.S. Attorney", "Northern District of Alabama")],
    ),
    "but a district without a place is a field": (
        f"{IDA}, Manager for the Northern District, came.",
        [("Ida Berg", "Manager for the Northern District", None)],
    ),
    "a campaign is the body": (
        f"{IDA} served as press secretary for President {{Bo Lin|person}}’s 2012 re-election campaign.",
        [
            ("Bo Lin", "President", None),
            ("Ida Berg", "press secretary", "President Bo Lin’s 2012 re-election campaign"),
        ],
    ),
    "but not what else is someone's": (
        f"{IDA} served as press secretary for President {{Bo Lin|person}}’s visit.",
        [("Bo Lin", "President", None), ("Ida Berg", "press secretary", None)],
    ),
    "that office is the one before": (
        f"{IDA} joined the {{Ayr Office|org}}. She is now Deputy Chief in that office.",
        [("Ida Berg", "Deputy Chief", "Ayr Office")],
    ),
    "the said hospital": (
        f"The {{Ayr Hospital|org}} opened. {IDA}, Medical Superintendent of the said hospital, spoke.",
        [("Ida Berg", "Medical Superintendent", "Ayr Hospital")],
    ),
    "but another noun is not that office": (
        f"{IDA} joined the {{Ayr Office|org}}. She is now Deputy Chief in that ward.",
        [("Ida Berg", "Deputy Chief", None)],
    ),
    "the firm of": (
        f"{IDA} worked as an adviser with the firm of {{Roe and Doe|org:company}}.",
        [("Ida Berg", "adviser", "Roe and Doe")],
    ),
    "but a firm alone is none": (
        f"{IDA} worked as an adviser with a firm that {{Roe and Doe|org:company}} bought.",
        [("Ida Berg", "adviser", None)],
    ),
    "work includes": (
        f"{IDA}'s previous work includes Legislative Assistant for the {{Ayr Committee|org}}.",
        [("Ida Berg", "Legislative Assistant", "Ayr Committee")],
    ),
    "but a menu that includes": (
        f"{IDA}'s menu includes Legislative Assistant for the {{Ayr Committee|org}}.",
        [],
    ),
    "the late": (
        f"It was signed by the then Foreign Minister of Kenya, the late Hon. {IDA}.",
        [("Ida Berg", "Foreign Minister", "Kenya")],
    ),
    "a member of parliament sits for a place": (
        f"The Member of Parliament for Nether Ayr 15, Hon. Dr {IDA}, came.",
        [("Ida Berg", "Member of Parliament", "Nether Ayr 15")],
    ),
    "but others are for a field": (
        f"The Adviser for Nether Ayr, Hon. Dr {IDA}, came.",
        [("Ida Berg", "Adviser for Nether Ayr", None)],
    ),
    "an office with its article on a line above the name": (
        f"For the Board,\nThe Secretary\n{IDA}\n",
        [("Ida Berg", "Secretary", None)],
    ),
    "a place behind the body": (
        f"It was opened by the head of the {{Ayr Committee|org}}, {{Kavre|place}}, {IDA}, in May.",
        [("Ida Berg", "head", "Ayr Committee")],
    ),
    "but another name is no place": (
        f"It was opened by the head of the {{Ayr Committee|org}}, {{Bo Lin|person}}, {IDA}, in May.",
        [("Bo Lin", "head", "Ayr Committee")],
    ),
    "behind a name with its body": (
        f"It was read by Professor {IDA} of {{Ayr University|org}}, a former Director of the {{Ott Bank|org}}, and all.",
        [("Ida Berg", "Director", "Ott Bank"), ("Ida Berg", "Professor", "Ayr University")],
    ),
    "behind a name with its state": (
        f"{IDA}, of {{Maryland|place}}, a Career Member of the {{Foreign Service|org}}, to be here.",
        [("Ida Berg", "Career Member", "Foreign Service")],
    ),
    "but not behind a body alone": (
        "He left {Ayr University|org}, a former Director of the {Ott Bank|org} said.",
        [],
    ),
    "a field may end with a name": (
        f"{IDA}, Minister for Roads and {{Outer Isles|place}}, signed it.",
        [("Ida Berg", "Minister for Roads and Outer Isles", None)],
    ),
    "but not with a body": (
        f"{IDA}, Director for Roads and {{Ayr Bank|org}}, signed it.",
        [("Ida Berg", "Director for Roads", None)],
    ),
    "justice as a field": (
        f"{IDA}, Special Assistant to the President for Racial and Economic Justice, {{Policy Council|org}}",
        [
            (
                "Ida Berg",
                "Special Assistant to the President for Racial and Economic Justice",
                "Policy Council",
            )
        ],
    ),
    "but a justice with a name": (
        f"{{Bo Lin|person}}, Adviser for Trade, Justice {IDA} and others came.",
        [("Bo Lin", "Adviser for Trade", None), ("Ida Berg", "Justice", None)],
    ),
    "a field that is read as a body, before the body": (
        f"{IDA}, Head of {{Astronomy|org}}, {{Ayr University|org}}\n",
        [("Ida Berg", "Head of Astronomy", "Ayr University")],
    ),
    "a product of the body": (
        f"{IDA}, President of {{Moon Pay|org}} at {{Ayr Group|org}}, spoke.",
        [("Ida Berg", "President of Moon Pay", "Ayr Group")],
    ),
    "but a body of its own behind a comma": (
        f"{IDA}, President of {{Moon Pay|org}}, {{Ayr Group|org}} and others, spoke.",
        [("Ida Berg", "President", "Moon Pay")],
    ),
    "and a department at the body": (
        f"{IDA}, Dean of the {{School of Piers|org}} at {{Ayr University|org}}, spoke.",
        [("Ida Berg", "Dean", "School of Piers")],
    ),
    "a part of the world that the body does business in": (
        f"{IDA}, President of the {{Americas|place}} at {{Ayr Group|org}}, spoke.",
        [("Ida Berg", "President of the Americas", "Ayr Group")],
    ),
    "but a place with a president": (
        f"{IDA}, President of {{Peru|place}}, spoke at {{Ayr Group|org}}.",
        [("Ida Berg", "President", "Peru")],
    ),
    "posts that are hers": (
        f"{IDA} came. Her past appointments include Head of Piers, {{Ayr Bank|org}}, and Treasurer, {{Ott Bank|org}}.",
        [("Ida Berg", "Head of Piers", "Ayr Bank"), ("Ida Berg", "Treasurer", "Ott Bank")],
    ),
    "but not guests that are hers": (
        f"{IDA} came. Her guests include the Treasurer, {{Ott Bank|org}}.",
        [],
    ),
    "but a department is a body": (
        f"{IDA}, Head of {{Astronomy Department|org}}, {{Ayr University|org}}\n",
        [("Ida Berg", "Head", "Astronomy Department")],
    ),
    "a field in lower case that no list knows": (
        f"The museum's curator of instruments, Dr {IDA}, spoke.",
        [("Ida Berg", "curator of instruments", None)],
    ),
    "but not where the sentence goes on": (
        f"{IDA}, a curator of sorts and habits, spoke.",
        [("Ida Berg", "curator", None)],
    ),
    "an office before a rank of two words": (
        f"Provincial Police Commander Chief Superintendent {IDA} came.",
        [
            ("Ida Berg", "Chief Superintendent", None),
            ("Ida Berg", "Provincial Police Commander", None),
        ],
    ),
    "up to now": (
        f"His successor is Ms. {IDA}, up to now Head of the {{Ayr Office|org}}.",
        [("Ida Berg", "Head", "Ayr Office")],
    ),
    "the thirty-ninth": (
        f"It honours {IDA}, the thirty-ninth President of {{Ayr Bank|org:company}}.",
        [("Ida Berg", "President", "Ayr Bank")],
    ),
    "the full stop of a suffix": (
        "I, {Bo Lin Jr|person}., President of Kenya, order it.",
        [("Bo Lin Jr", "President", "Kenya")],
    ),
    "but a sentence that ends is no suffix": (
        "He met {Bo Lin Jr|person}. President of Kenya is a high office.",
        [],
    ),
    "vested in me": (
        (
            "By the authority vested in me as President by the Constitution and the laws of Kenya, "
            f"I order it.\n\n{IDA}.\n"
        ),
        [("Ida Berg", "President", "Kenya")],
    ),
    "but not of two who sign": (
        (
            "By the authority vested in me as President by the Constitution and the laws of Kenya, "
            f"I order it.\n\n{IDA}\n\n{{Bo Lin|person}}\n"
        ),
        [],
    ),
    "an item of a list in a line is no apposition": (
        f"-   {IDA} -   Director of the {{Ayr Office|org}} for the {{Ott Bank|org}} -   Chair {{Bo Lin|person}}",
        [("Bo Lin", "Chair", None)],
    ),
    "but a dash is one": (
        f"{IDA} - Director of the {{Ayr Office|org}}\n",
        [("Ida Berg", "Director", "Ayr Office")],
    ),
    "an organization of leaders before a colon": (
        f"-   Coalition of Ayr Leaders: {IDA}\n-   Society of Ayr Advocates: {{Bo Lin|person}}\n",
        [],
    ),
    "who represented a country": (
        f"Kenya was represented by the Deputy Minister of Water, Hon. {IDA}. Zambia thanked Zambia.",
        [("Ida Berg", "Deputy Minister of Water", "Kenya")],
    ),
    "an office that one country has": (
        f"Senior Minister of State for Law, {IDA}, met officials in Peru. Peru, Peru and Singapore agreed.",
        [("Ida Berg", "Senior Minister of State for Law", "Singapore")],
    ),
    "but any country has a minister of state": (
        f"Minister of State for Law, {IDA}, met officials in Peru. Peru, Peru and Singapore agreed.",
        [("Ida Berg", "Minister of State for Law", "Peru")],
    ),
    "under whom is no rank": (
        f"Under President {IDA} the {{Ayr Party|org}} grew.",
        [("Ida Berg", "President", None)],
    ),
    "but an under secretary is one": (
        f"Under Secretary {IDA} came.",
        [("Ida Berg", "Under Secretary", None)],
    ),
    "who was the first to do something": (
        f"{IDA} was the first president to name quantum a priority.",
        [],
    ),
    "but who was first at a body": (
        f"{IDA} was the first president of {{Ayr Bank|org:company}}.",
        [("Ida Berg", "first president", "Ayr Bank")],
    ),
    "whose director one was": (
        f"{IDA} served as President {{Bo Lin|person}}'s Director of Roads, as well as Chief of the {{Ott Bank|org}}.",
        [
            ("Bo Lin", "President", None),
            ("Ida Berg", "Chief", "Ott Bank"),
            ("Ida Berg", "Director of Roads", None),
        ],
    ),
    "whose office one joined": (
        f"{IDA} joined the {{Bo Lin|person}} campaign in June as Legislative Counsel.",
        [("Ida Berg", "Legislative Counsel", None)],
    ),
    "a minister for law who is a professor": (
        f"Senior Minister of State for Law Associate Professor {IDA} spoke.",
        [
            ("Ida Berg", "Associate Professor", None),
            ("Ida Berg", "Senior Minister of State for Law", None),
        ],
    ),
    "but a professor of law": (
        f"Law Professor {IDA} spoke.",
        [("Ida Berg", "Law Professor", None)],
    ),
    "leaders of whom each has an office": (
        f"We heard from six state leaders:\n- State Senator {IDA}\n- State Senator {{Bo Lin|person}}\n",
        [("Bo Lin", "State Senator", None), ("Ida Berg", "State Senator", None)],
    ),
    "in a place for a body": (
        f"{IDA} was Deputy State Director in {{Ohio|place}} for the {{Ayr Campaign|org}}.",
        [("Ida Berg", "Deputy State Director", "Ayr Campaign")],
    ),
    "but not for another's sake": (
        f"{IDA} was Deputy State Director in {{Ohio|place}} until the {{Ayr Campaign|org}} closed.",
        [("Ida Berg", "Deputy State Director", None)],
    ),
    "in a bracket of countries, for a body": (
        f"{IDA} was Regional Manager (Kenya and Ghana) for {{Ayr Bank|org:company}}.",
        [("Ida Berg", "Regional Manager", "Ayr Bank")],
    ),
    "the body on the line of a contact": (
        f"Contacts\n{{Ayr Bank|org:company}} | {IDA}, Press Manager\nOtt: {{Ott Bank|org}}, Ms. {{Bo Lin|person}}, Team Leader\n",
        [("Bo Lin", "Team Leader", "Ott Bank"), ("Ida Berg", "Press Manager", "Ayr Bank")],
    ),
    "but not a body in prose": (
        f"They left {{Ayr Bank|org:company}}, {IDA}, a team leader, said.",
        [("Ida Berg", "team leader", None)],
    ),
    "the committee of a party": (
        f"{IDA}, Secretary of the Party Committee and Chairman of {{Ayr Group|org:company}}, came.",
        [("Ida Berg", "Chairman", "Ayr Group"), ("Ida Berg", "Secretary", "Party Committee")],
    ),
    "but a party alone is one named elsewhere": (
        f"The {{Ayr Party|org}} met. {IDA}, Chairman of the Party, came.",
        [("Ida Berg", "Chairman", "Ayr Party")],
    ),
    "letters behind a name are an office of their own": (
        f"{IDA} MP, Shadow Minister for Housing, Minister for Homes and Minister for Trade\n",
        [
            ("Ida Berg", "MP", None),
            (
                "Ida Berg",
                "Shadow Minister for Housing, Minister for Homes and Minister for Trade",
                None,
            ),
        ],
    ),
    "one title with a bracket": (
        f"{IDA}, Vice-Chancellor (Research) and Vice-President at {{Ayr University|org}}, spoke.",
        [("Ida Berg", "Vice-Chancellor (Research) and Vice-President", "Ayr University")],
    ),
    "a division in a bracket": (
        f"{IDA}, Director ({{Legal Division|org}}) at the {{Ministry of Ports|org}}, came.",
        [("Ida Berg", "Director (Legal Division)", "Ministry of Ports")],
    ),
    "but a body in a bracket alone": (
        f"{IDA}, Director ({{Ayr Bank|org:company}}), came.",
        [("Ida Berg", "Director", "Ayr Bank")],
    ),
    "a seat at a body in a city": (
        f"The Permanent Representative of Fiji to the {{United Nations|org}} in {{Geneva|place}}, H.E. Ms {IDA}, came.",
        [("Ida Berg", "Permanent Representative", "Fiji")],
    ),
    "an organ behind the name of its body": (
        f"Chairman of the {{Ayr Holding|org:company}} Management Board {IDA} signed it.",
        [("Ida Berg", "Chairman", "Ayr Holding Management Board")],
    ),
    "but not what else goes on": (
        f"Chairman of the {{Ayr Holding|org:company}} Ms {IDA} signed it.",
        [("Ida Berg", "Chairman", "Ayr Holding")],
    ),
    "promoted from one office to another": (
        f"{IDA} was promoted from Vice President to Senior Vice President, Sales, in May.",
        [("Ida Berg", "Senior Vice President, Sales", None), ("Ida Berg", "Vice President", None)],
    ),
    "a part of the world is a field": (
        f"{IDA}, Executive Vice President, North America, at {{Ayr Bank|org:company}}, said so.",
        [("Ida Berg", "Executive Vice President, North America", "Ayr Bank")],
    ),
    "the country of an embassy where the name runs on": (
        f"{IDA}, to be Ambassador of the {{United States of America to the Republic of Latvia|place}}.",
        [("Ida Berg", "Ambassador", "United States of America")],
    ),
    "the label of the line below": (
        f"Contacts\nOtt: {IDA}, Vice President\n{{Ayr Bank|org:company}}: {{Bo Lin|person}}, Manager\n",
        [("Bo Lin", "Manager", "Ayr Bank"), ("Ida Berg", "Vice President", None)],
    ),
    "the letterhead is the issuer": (
        f"{{Ayr Bank|org:company}}\nWeekly No. 3\n\n{{Ott Ltd|org:company}} and {{Ott Ltd|org:company}} met. {IDA} has been appointed Deputy CEO.",
        [("Ida Berg", "Deputy CEO", "Ayr Bank")],
    ),
    "but a headline is no letterhead": (
        f"{{Ayr Bank|org:company}} opens\n\n{{Ott Ltd|org:company}} and {{Ott Ltd|org:company}} met {{Ott Ltd|org:company}}. {IDA} has been appointed Deputy CEO.",
        [("Ida Berg", "Deputy CEO", None)],
    ),
    "met in a capital": (
        (
            "Singapore's minister spoke for Singapore. Earlier in Beijing, he met with Minister of "
            f"Public Security {IDA}. Singapore agreed."
        ),
        [("Ida Berg", "Minister of Public Security", "China")],
    ),
    "but not in the capital of the release": (
        (
            "China's minister spoke for China. Earlier in Beijing, he met with Minister of "
            f"Public Security {IDA}. China agreed."
        ),
        [("Ida Berg", "Minister of Public Security", "China")],
    ),
    "beside an ambassador stand those of the host": (
        (
            f"Kenya:\n- {{Bo Lin|person}}, Ambassador of Peru to Kenya\n- {IDA}, Permanent Secretary\n"
            "Kenya and Kenya."
        ),
        [("Bo Lin", "Ambassador", "Peru"), ("Ida Berg", "Permanent Secretary", "Kenya")],
    ),
    "the territory of a head": (
        f"Regional Head Kotli {IDA} and Branch Manager Chikar Mr. {{Bo Lin|person}} came.",
        [("Bo Lin", "Branch Manager Chikar", None), ("Ida Berg", "Regional Head Kotli", None)],
    ),
    "but not without a name behind": (
        f"Regional Head Kotli opened it, and Head Kotli {IDA} came.",
        [],
    ),
    "a deputy has a part of the whole": (
        f"{IDA} (Deputy CEO, Business, {{Ayr Bank|org:company}}) signed.",
        [("Ida Berg", "Deputy CEO, Business", "Ayr Bank")],
    ),
    "letters that are a field": (
        f"{IDA}, Head of {{PR|org}}, Marketing & Communications\n",
        [("Ida Berg", "Head of PR, Marketing & Communications", None)],
    ),
    "but letters of a body": (
        f"{IDA}, Head of {{ABM|org}}, Ayr\n",
        [("Ida Berg", "Head", "ABM")],
    ),
    "who speaks is one of a country's presidents": (
        (
            "As President {Bo Lin|person} said in Peru. Peru. "
            f"Now I, {IDA}, President of Kenya, by the laws of Kenya, proclaim it."
        ),
        [("Bo Lin", "President", "Kenya"), ("Ida Berg", "President", "Kenya")],
    ),
    "a style of honour before an office of state": (
        f"The Hon. Prime Minister, Dr. {IDA}, came.",
        [("Ida Berg", "Prime Minister", None)],
    ),
    "but an honorary secretary": (
        f"The Hon. Secretary, Dr. {IDA}, came.",
        [("Ida Berg", "Hon. Secretary", None)],
    ),
    "a body behind from": (
        f"{IDA}, an adviser in charge of Education, from the {{Embassy of Peru|org}}, came.",
        [("Ida Berg", "adviser in charge of Education", "Embassy of Peru")],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_careers(find: Find, marked: str, expected: Found) -> None:
    assert find(marked) == expected
