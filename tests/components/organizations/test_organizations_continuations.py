"""What a name goes on with behind "and", "to", "with", and in an item of a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BodiesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        # a possessive that a name keeps, and one that parts two
        (
            "He met the [Delta Committee of the Orme People|ORG]'s Consultative Assembly again.",
            ["Delta Committee of the Orme People's Consultative Assembly"],
        ),
        (
            "He met the [Delta Committee of the Orme People's|ORG] [Consultative Assembly|EVENT].",
            ["Delta Committee of the Orme People's Consultative Assembly"],
        ),
        (
            "He met the [Delta Committee of Orme|ORG]'s Consultative Assembly again.",
            ["Delta Committee of Orme"],
        ),
        # words that "and" pairs, and words that it does not
        ("She led the [Orme Boys|ORG] and [Girls Club|ORG] then.", ["Orme Boys and Girls Club"]),
        ("It paid [Tallberg Hook|ORG] and Ladder then.", ["Tallberg Hook and Ladder"]),
        ("It paid [Tallberg Foods|ORG] and [Orlina Club|ORG].", ["Tallberg Foods", "Orlina Club"]),
        # the last partner of a firm
        (
            "She was at [Harrow Hale|ORG] and [Orme, LLP|ORG] in Lima.",
            ["Harrow Hale and Orme, LLP"],
        ),
        ("He was at the firm of [Harrow|ORG] and [Orme|ORG] then.", ["Harrow and Orme"]),
        ("He was at [Harrow|ORG] and [Orme|ORG] then.", ["Harrow", "Orme"]),
        (
            "It sued [Harrow Bank|ORG] and [Orme, LLP|ORG] in Lima.",
            ["Harrow Bank", "Orme, LLP"],
        ),
        # a purpose that the span ends in
        (
            "The [Committee to Defend|ORG] Orme Reporters met.",
            ["Committee to Defend Orme Reporters"],
        ),
        ("The [Committee to Defend|ORG] Governor [Ana Reyes|PERSON] met.", ["Committee to Defend"]),
        # what a body is for, and what it does
        (
            "He met the [Harbour Network|ORG] to End Floods on Monday.",
            ["Harbour Network to End Floods"],
        ),
        ("He asked the [Harbour Network|ORG] to end floods.", ["Harbour Network"]),
        ("He brought the [Harbour Network|ORG] to [Lima|LOC] then.", ["Harbour Network"]),
        (
            "He met the [Association of People with Disabilities|ORG] again.",
            ["Association of People with Disabilities"],
        ),
        (
            "He met the [Trust for Individuals|ORG] with Disabilities again.",
            ["Trust for Individuals with Disabilities"],
        ),
        ("He met [Orme Council with Harbour Bank|ORG] again.", ["Orme Council"]),
        # a number
        ("It paid [Pier Fire Company No|ORG]. 3 in Lima.", ["Pier Fire Company No. 3"]),
        ("The [Pier Fire Company|ORG] said no.", ["Pier Fire Company"]),
    ],
)
def test_name_goes_on(bodies_in: BodiesIn, marked: str, bodies: list[str]) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "Here:\n-   [Ana Reyes|PERSON], Director, [Trust of Orme|ORG] with Piers\n-   [Harbour Trust|ORG]\n",
            ["Trust of Orme with Piers", "Harbour Trust"],
        ),
        (
            "They came: -   Coalition of [Orme|ORG] Leaders: [Ana Reyes|PERSON] -   [Jane Roe|PERSON]",
            ["Coalition of Orme Leaders"],
        ),
        (
            "They came:\n-   [Harbour Trust|ORG] will pay for it\n",
            ["Harbour Trust"],
        ),
        ("They came, the Pier of [Orme|ORG] Leaders and all.", ["Orme"]),
        (
            "-  [Ana Reyes|PERSON], Chief, Ponds and [Hail Authority|ORG]\n",
            ["Ponds and Hail Authority"],
        ),
        ("-  [Ana Reyes|PERSON], of the [Arbitral Committees|ORG]\n", []),
        (
            "Signed were:\n- Pact between the [Harbour Trust|ORG] and [Orme University|ORG]\n",
            ["Harbour Trust", "Orme University"],
        ),
        (
            "Signed were:\n- Pact between [Harbour Trust|ORG] and the [Orme Institute|ORG]\n",
            ["Harbour Trust", "Orme Institute"],
        ),
    ],
)
def test_name_fills_its_part_of_an_item(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "The [Harbour Accountability Office HAO|ORG] spoke.",
            ["Harbour Accountability Office", "HAO"],
        ),
        (
            "The [Harbour Accountability Office OPW|ORG] spoke.",
            ["Harbour Accountability Office OPW"],
        ),
        (
            "The [Harbour Resources|ORG] ([HR|ORG]) Division met.",
            ["Harbour Resources (HR) Division"],
        ),
        ("The [Orme Human Pier|ORG] ([OHP|ORG]) men met.", ["Orme Human Pier", "OHP"]),
        (
            "It asked the [Department of Piers Under|ORG] Secretary.",
            ["Department of Piers"],
        ),
        ("He leads the [Harbour Council Coastal|ORG] Coordinator.", ["Harbour Council"]),
        ("It is a seat for [Orme Chamber of Piers|ORG] men.", ["Orme Chamber of Piers"]),
        ("It was for [Orme Harbour Trust arbitration|ORG] then.", ["Orme Harbour Trust"]),
        ("It was for [Orme Harbour government|ORG] then.", ["Orme Harbour government"]),
        (
            "[Ana Allard|PERSON] said the [Senate Piers Committee Allard|ORG] met.",
            ["Senate Piers Committee"],
        ),
        (
            "[Ana Allard|PERSON] said the [Allard Family Foundation|ORG] met.",
            ["Allard Family Foundation"],
        ),
    ],
)
def test_name_is_cut_or_parted(bodies_in: BodiesIn, marked: str, bodies: list[str]) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("It broke the [Administration of Piers Act|ORG] 1966.", []),
        ("It broke the [Pier Portability|ORG] and Accountability Act.", []),
        ("It broke the [Administration of Piers|ORG] (Protection) Act.", []),
        ("They cited [Harrow|ORG] v. [Orme Harbour Trust|ORG] then.", ["Orme Harbour Trust"]),
        ("They asked [Harrow|ORG] for a Piers Act.", ["Harrow"]),
        ("The [Harrow Senate|ORG] Majority Leader Bill Roe came.", ["Harrow Senate"]),
        ("[OPENING GOVERNMENT PIERS|ORG]: It was so.", []),
        ("He broke the Pier Act 2016 (“[PAX|ORG]”) again.", []),
        ("He left Orlina in 2016 (“[PAX|ORG]”) again.", ["PAX"]),
        ("At the 29th United Nations Harbour Conference he spoke.", []),
        ("At the United Nations he spoke.", ["United Nations"]),
        ("Under Regulation (EU) No 596/2014 it may.", []),
        ("The EU may.", ["EU"]),
        ("To the White House 1600 Orme Avenue", []),
        ("He is the member for [Orme Soon GRC|ORG] again.", []),
    ],
)
def test_laws_meetings_and_addresses_are_no_bodies(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies
