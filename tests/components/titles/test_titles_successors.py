"""Successors, brackets, quotations and units of firms: each reading of a title with its opposite."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, str, str | None]]
Find = Callable[[str], Found]

BO, IDA, UMA = "{Bo Lin|person}", "{Ida Berg|person}", "{Uma Das|person}"

CASES: dict[str, tuple[str, Found]] = {
    "a successor holds the office of who went before": (
        f"The then Minister of Ports of Peru, Mr. {BO}, agreed. Later his successor, Mrs. {IDA}, refused.",
        [("Bo Lin", "Minister of Ports", "Peru"), ("Ida Berg", "Minister of Ports", "Peru")],
    ),
    "but one whose office stands beside the name": (
        f"Director {BO} left. His successor, {IDA}, Chair of {{Ayr Bank|org}}, came.",
        [("Bo Lin", "Director", None), ("Ida Berg", "Chair", "Ayr Bank")],
    ),
    "the office that was left, not the new one": (
        (
            f"They thanked Mr. {BO}, Deputy Director, who was appointed Ambassador to Peru, and named "
            f"as his successor Ms. {IDA}."
        ),
        [
            ("Bo Lin", "Deputy Director", None),
            ("Ida Berg", "Deputy Director", None),
            ("Bo Lin", "Ambassador to Peru", None),
        ],
    ),
    "a successor without a name": (
        f"Director {BO} left. His successor will meet {IDA}.",
        [("Bo Lin", "Director", None)],
    ),
    "who follows whom": (
        f"{IDA} will become Chief Engineer on 1 May. She follows {BO}.",
        [("Ida Berg", "Chief Engineer", None), ("Bo Lin", "Chief Engineer", None)],
    ),
    "but what follows a name": (
        f"{IDA} will become Chief Engineer. A letter follows {BO}.",
        [("Ida Berg", "Chief Engineer", None)],
    ),
    "a name in the bracket behind an office": (
        f"The Minister for Ports ({BO}) said no.",
        [("Bo Lin", "Minister for Ports", None)],
    ),
    "but not more than a name": (f"The Minister for Ports ({BO} was away) said no.", []),
    "what of the body stands in the bracket": (
        f"Deputy Secretary of the {{Ayr Commission|org}} (Foreign Affairs) {BO} came.",
        [("Bo Lin", "Deputy Secretary", "Ayr Commission")],
    ),
    "a rank with its service in a bracket": (
        f"General ({{Ayr Air Force|org}}, Ret) {BO}, Chairman",
        [("Bo Lin", "General", None), ("Bo Lin", "Chairman", None)],
    ),
    "retired behind the name": (
        f"1. Brigadier {BO} (Retd.) - Secretary, {{Ministry of Ports|org}}",
        [("Bo Lin", "Brigadier", None), ("Bo Lin", "Secretary", "Ministry of Ports")],
    ),
    "who is congratulated in a quotation is not who speaks": (
        f"{IDA} said: “Congratulations to Tim on being appointed as Director of {{Ayr Bank|org}}.”",
        [],
    ),
    "but who speaks of oneself is": (
        f"{IDA} said: “I was appointed as Director of {{Ayr Bank|org}}.”",
        [("Ida Berg", "Director", "Ayr Bank")],
    ),
    "who appoints is not appointed": (
        f"Appointed by Governor {BO} as Chair of the {{Port Board|org}}, {IDA} served long.",
        [("Bo Lin", "Governor", None), ("Ida Berg", "Chair", "Port Board")],
    ),
    "but who leads is who is named": (
        f"The venture will be led by {BO} as Chief Engineer.",
        [("Bo Lin", "Chief Engineer", None)],
    ),
    "an item of a list gives no title to those below": (
        f"Guests:\n- {BO}, President, Ayr Commanders\n- {IDA}, Founder, {{Ayr Golf|org}}\n- {UMA}",
        [("Bo Lin", "President", None), ("Ida Berg", "Founder", "Ayr Golf")],
    ),
    "a mark parts the office behind a rank and its name": (
        (
            f"The Minister of Works, Colonel {BO}, the Chair of {{Ayr Bank|org}}, Mrs. {IDA}, "
            f"and the Governor, Ms. {UMA}, came."
        ),
        [
            ("Bo Lin", "Minister of Works", None),
            ("Bo Lin", "Colonel", None),
            ("Ida Berg", "Chair", "Ayr Bank"),
            ("Uma Das", "Governor", None),
        ],
    ),
    "a style of Burma": (
        f"They met the Attorney General, U {BO}, and others.",
        [("Bo Lin", "Attorney General", None)],
    ),
    "a chief of a unit of a firm": (
        f"{BO}, CEO, People and Advisory, {{Ayr Bank|org}}, spoke.",
        [("Bo Lin", "CEO, People and Advisory", "Ayr Bank")],
    ),
    "but not of a field without a firm": (
        f"{BO}, CEO, People and Advisory, spoke.",
        [("Bo Lin", "CEO", None)],
    ),
    "a foreign member of an academy": (
        f"{BO} was elected a foreign member of the {{Academy of Ports|org}}.",
        [("Bo Lin", "foreign member", "Academy of Ports")],
    ),
    "but a plain member": (f"{BO} was elected a member of the {{Academy of Ports|org}}.", []),
    "the board of a body belongs to the office": (
        f"{BO} is Secretary to the Board of {{Ayr Bank|org}}.",
        [("Bo Lin", "Secretary to the Board", "Ayr Bank")],
    ),
    "the offices of one person on the lines of a list": (
        f"Ms. {IDA} holds the following posts:\n- Chair, {{Ayr Bank|org}}\n- Director, {{Bute Oil|org}}\n\nIt rained.",
        [("Ida Berg", "Chair", "Ayr Bank"), ("Ida Berg", "Director", "Bute Oil")],
    ),
    "but not of posts that nobody holds": (
        f"The following posts are vacant:\n- Chair, {{Ayr Bank|org}}\n- Director of Ports\n\n{IDA} came.",
        [],
    ),
    "nor what names somebody else on its line": (
        f"Ms. {IDA} holds the following posts:\n- Chair, {{Ayr Bank|org}}, behind {BO}",
        [],
    ),
    "an office of a firm in a town": (
        f"{IDA} is Of Counsel in the Lima office of {{Roe & Doe LLP|org}}.",
        [("Ida Berg", "Of Counsel", "Roe & Doe LLP")],
    ),
    "but a town": (
        f"{IDA} is a partner in the {{Lima|place}} office.",
        [],
    ),
    "at one and at another": (
        f"{IDA} is a lecturer at {{Ayr School|org}} and at {{Bute School|org}}.",
        [("Ida Berg", "lecturer", "Ayr School"), ("Ida Berg", "lecturer", "Bute School")],
    ),
    "but what one and another did": (
        f"{IDA} is a lecturer at {{Ayr School|org}} and {{Bute School|org}} agreed.",
        [("Ida Berg", "lecturer", "Ayr School")],
    ),
    "a part of the world that a firm is in": (
        f"{IDA}, President of the {{Americas|place}} for {{Ayr Bank|org}}, spoke.",
        [("Ida Berg", "President of the Americas", "Ayr Bank")],
    ),
    "a unit before a firm that is named elsewhere": (
        f"{IDA}, CEO of {{Cards & Retail|org}} for {{Ayr Bank|org}}, spoke. {{Ayr Bank|org}} agreed.",
        [("Ida Berg", "CEO of Cards & Retail", "Ayr Bank")],
    ),
    "who was appointed is meant, not who appointed": (
        f"{IDA} lives here. President {BO} appointed her to the panel. She was Chair of {{Ayr Bank|org}}.",
        [("Bo Lin", "President", None), ("Ida Berg", "Chair", "Ayr Bank")],
    ),
    "and given an office by name": (
        f"{IDA} lives here. President {BO} named her as Chair of {{Ayr Bank|org}}.",
        [("Bo Lin", "President", None), ("Ida Berg", "Chair", "Ayr Bank")],
    ),
    "who replaced whom": (
        f"{BO}, Director of {{Ayr Port|org}}, came. Mr. {BO} replaced Ms. {IDA}, who left.",
        [("Bo Lin", "Director", "Ayr Port"), ("Ida Berg", "Director", "Ayr Port")],
    ),
    "but not what was replaced, nor who was replaced by nobody named": (
        f"{BO}, Director of {{Ayr Port|org}}, replaced {IDA}'s lamp and will be replaced by Ms. {UMA}.",
        [("Bo Lin", "Director", "Ayr Port")],
    ),
    "who is what, and was something before": (
        f"Its Chair is former Minister of Ports {IDA}.",
        [("Ida Berg", "Chair", None), ("Ida Berg", "Minister of Ports", None)],
    ),
    "who only acts": (
        f"Registrar (Acting) Dr. {IDA} signed.",
        [("Ida Berg", "Registrar (Acting)", None)],
    ),
    "what a bracket counts is no part of an office": (
        f"Registrar (2024) Dr. {IDA} signed.",
        [("Ida Berg", "Registrar", None)],
    ),
    "several who are not named are not the one before": (
        f"First Secretary {IDA}, Deans, Heads and others came.",
        [("Ida Berg", "First Secretary", None)],
    ),
    "a name in brackets above its office": (
        f"They met.\n\n({IDA})\nDeputy Director, {{Ayr Port|org}}",
        [("Ida Berg", "Deputy Director", "Ayr Port")],
    ),
    "but what a bracket explains": (f"They met (with {IDA})\nDeputy Director", []),
    "several with their bodies behind a dash": (
        f"by the two Executive Directors – {IDA} ({{Ayr Port|org}}) and {BO} ({{Bute Oil|org}}) – today",
        [
            ("Ida Berg", "Executive Directors", "Ayr Port"),
            ("Bo Lin", "Executive Directors", "Bute Oil"),
        ],
    ),
    "one of several behind a dash": (f"by the two Executive Directors – {IDA} came – today", []),
    "the town of a consul": (
        f"Thai Consul General in {{Lima|place}} Ms {IDA} came.",
        [("Ida Berg", "Consul General in Lima", "Thailand")],
    ),
    "but not of others": (f"The painter in {{Lima|place}} Ms {IDA} came.", []),
    "a dash joins the office of a minister": (
        f"Deputy Prime Minister – Minister of Energy {IDA} spoke.",
        [("Ida Berg", "Deputy Prime Minister – Minister of Energy", None)],
    ),
    "but not that of others": (
        f"{IDA}, President – Trustee of {{Ayr Port|org}}, spoke.",
        [("Ida Berg", "President", None), ("Ida Berg", "Trustee", "Ayr Port")],
    ),
    "what kind of firm it is belongs to no title": (
        f"{IDA}, Partner of the law firm {{Roe & Doe|org}}, spoke.",
        [("Ida Berg", "Partner", "Roe & Doe")],
    ),
    "but a field does": (
        f"{IDA}, Professor of law at {{Ayr School|org}}, spoke.",
        [("Ida Berg", "Professor of law", "Ayr School")],
    ),
    "how much of the day is no part of a job": (
        f"{BO} is a full-time labor arbitrator.",
        [("Bo Lin", "labor arbitrator", None)],
    ),
    "a career goes on behind many bodies": (
        (
            f"{IDA} has been Permanent Representative of Peru to the agencies, a Commissioner of the "
            "{Reef Commission|org}, and left."
        ),
        [
            ("Ida Berg", "Permanent Representative", "Peru"),
            ("Ida Berg", "Commissioner", "Reef Commission"),
        ],
    ),
}


@pytest.mark.parametrize(("marked", "expected"), CASES.values(), ids=CASES)
def test_successors(find: Find, marked: str, expected: Found) -> None:
    assert sorted(find(marked), key=str) == sorted(expected, key=str)
