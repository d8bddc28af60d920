"""Where the name of a body begins and ends, and which names its head alone shows."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from communique.components.organizations.component import OrganizationsComponent, longest

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[The Harbour Trust|ORG] agreed.", ["Harbour Trust"]),
        ("They met in [Tallberg|LOC]. [Tallberg|ORG] will give its best.", []),
        (
            "They met in [Tallberg|LOC]. [Tallberg|ORG] agreed, and [Tallberg|ORG] paid.",
            ["Tallberg", "Tallberg"],
        ),
        ("He left [Tallberg Foundry's|ORG] board.", ["Tallberg Foundry"]),
        (
            "The [Ministry|ORG] of Harbours and Fisheries agreed.",
            ["Ministry of Harbours and Fisheries"],
        ),
        (
            "The [Ministry|ORG] of Harbours and the Ministry of Roads agreed.",
            ["Ministry of Harbours", "Ministry of Roads"],
        ),
        ("The [Port Authority of Lima (PAL)|ORG] agreed.", ["Port Authority of Lima", "PAL"]),
        ("The [Port Authority of Lima (PAL|ORG]) agreed.", ["Port Authority of Lima", "PAL"]),
        ("[Tallberg Foundry Co.|ORG], Ltd. agreed.", ["Tallberg Foundry Co., Ltd."]),
        ("[Harrow LLP|ORG] and Orme & [Harrow LLP|ORG] met.", ["Harrow LLP", "Orme & Harrow LLP"]),
        (
            "The [University of California|ORG], Santa Cruz agreed.",
            ["University of California, Santa Cruz"],
        ),
        (
            "[Ruritania's Ministry of Harbours|ORG] agreed.",
            ["Ruritania", "Ministry of Harbours"],
        ),
        (
            "The [Tallberg Municipal People's Government|ORG] agreed.",
            ["Tallberg Municipal People's Government"],
        ),
        (
            "He runs the [Port Office|ORG] of [MoHaF|ORG] of [Ruritania|LOC].",
            ["Port Office of MoHaF of Ruritania"],
        ),
        ("[Tallberg Harbour Board|PERSON] agreed.", ["Tallberg Harbour Board"]),
        ("[Tallberg Municipal Government|PERSON] agreed.", ["Tallberg Municipal Government"]),
        (
            "The [Government of Ruritania|ORG] and the Kingdom of Graustark agreed.",
            ["Government of Ruritania"],
        ),
        ("The [Ministry of Law|ORG] and MHF agreed.", ["Ministry of Law"]),
        (
            "The [Ministry of Health|ORG] and the Environment agreed.",
            ["Ministry of Health and the Environment"],
        ),
        (
            "The [Ministry of Ports and Piers|ORG] and the Road Office agreed.",
            ["Ministry of Ports and Piers"],
        ),
        ("It is [Orlina Plc Investor News|ORG] of May.", ["Orlina Plc"]),
        ("It bought [Orlina Sales Pte|ORG]. Ltd. of Lima.", ["Orlina Sales Pte. Ltd."]),
        (
            "It bought [Orlina Sales|ORG] (Thailand) Co., Ltd. in May.",
            ["Orlina Sales (Thailand) Co., Ltd."],
        ),
        ("[About Orlina Motor|ORG] and its people.", ["Orlina Motor"]),
        ("**[MINISTRY OF PIERS**<br|ORG]> in May", ["MINISTRY OF PIERS"]),
        ("The [HCC|ORG]-administered cases grew.", ["HCC"]),
        ("She left the [Office of the President|ORG] in May.", ["Office of the President"]),
        ("She left the [Attorney-General's Chambers|ORG].", ["Attorney-General's Chambers"]),
        ("She left [Orlina Architects|ORG] in May.", ["Orlina Architects"]),
        ("She left [Orlina GmbH of Bremen|ORG] in May.", ["Orlina GmbH"]),
        ("The [Office of Harbours|ORG] for Fisheries spoke.", ["Office of Harbours for Fisheries"]),
        ("The [Selection Committee Chair|ORG] spoke.", ["Selection Committee"]),
        ("The [Dean Faculty of Harbours|ORG] spoke.", ["Faculty of Harbours"]),
        ("The [89th Harbour Committee|ORG] met.", ["Harbour Committee"]),
        ("The [109th Congress|ORG] met.", ["109th Congress"]),
        ("The [federal Department of Roads|ORG] spoke.", ["Department of Roads"]),
        ("The [Department of Roads FY|ORG] 07 budget grew.", ["Department of Roads"]),
        ("It bought [Orlina|ORG] sp. z o.o. in May.", ["Orlina sp. z o.o."]),
        ("It bought [Orlina|ORG] A/S in May.", ["Orlina A/S"]),
        (
            "It was advised by [Estudio Harrow|ORG] & Orme Hill in May.",
            ["Estudio Harrow & Orme Hill"],
        ),
        (
            "She left the [Ministry of Trade, Food|ORG] and Co-operative Development in May.",
            ["Ministry of Trade, Food and Co-operative Development"],
        ),
        (
            "She left the [Ministry of Law, Home|ORG] Affairs, Provincial Councils, and Labour in May.",
            ["Ministry of Law, Home Affairs, Provincial Councils, and Labour"],
        ),
        (
            "She left the [Ministry of Transport, Roads|ORG], and Civil Aviation",
            ["Ministry of Transport, Roads, and Civil Aviation"],
        ),
        (
            "She left the [Ministry of Transport, Roads, and Civil|ORG] Aviation in May.",
            ["Ministry of Transport, Roads, and Civil Aviation"],
        ),
        (
            "She left the [Ministry of Trade, Forest Resources, Water|ORG] Supply, and Ports in May.",
            ["Ministry of Trade, Forest Resources, Water Supply, and Ports"],
        ),
        (
            "She met [Ministry of Transport, Roads, and Ports|ORG] Secretary [Ana Reyes|PERSON] then.",
            ["Ministry of Transport, Roads, and Ports"],
        ),
        (
            "She met the [Government of the Peoples' Republic of Orlina|ORG] in May.",
            ["Government of the Peoples' Republic of Orlina"],
        ),
        ("She left the [Orlina Co|ORG]-operative Ltd in May.", ["Orlina Co-operative Ltd"]),
        ("She is Director of the [Harbour Project|ORG].", ["Harbour Project"]),
        ("She left the [New Orme|LOC] [State Piers Board|ORG].", ["New Orme State Piers Board"]),
        (
            "She left the [Attorney's Office for Orme County|ORG], Ohio, in May.",
            ["Attorney's Office for Orme County, Ohio"],
        ),
        (
            "The [Ministry of Harbour Affairs' Global Piers Board|ORG] met.",
            ["Ministry of Harbour Affairs", "Global Piers Board"],
        ),
        ('He left [JSC|ORG] "Orlina" in May.', ['JSC "Orlina"']),
        ("He left “[Orlina Trade|ORG]” LLP in May.", ["“Orlina Trade” LLP"]),
        ("He left “Orlina Trade” in May.", []),
        ("The [Ministry of Roads Monday|ORG] spoke.", ["Ministry of Roads"]),
        ("The [Ministry|ORG] of Roads and Piers Tuesday spoke.", ["Ministry of Roads and Piers"]),
        ("The [Orme Daily Friday|ORG] spoke.", ["Orme Daily Friday"]),
        ("It bought [Orlina|ORG] d.d. in May.", ["Orlina d.d."]),
        ("It bought [Orlina Motor A|ORG]/S in May.", ["Orlina Motor A/S"]),
        ("It bought [Orlina Motor A|ORG]/B tests in May.", ["Orlina Motor A"]),
        ("It bought [Grupo Orlina|ORG], S.A.B. de C.V. in May.", ["Grupo Orlina, S.A.B. de C.V."]),
        (
            "She left the Supervisory Board of [Orlina Ltd|ORG] in May.",
            ["Supervisory Board of Orlina Ltd"],
        ),
        (
            "She left as Chairwoman Board of [Orlina Ltd|ORG] in May.",
            ["Board of Orlina Ltd"],
        ),
        ("She left the General [Department of Piers|ORG].", ["General Department of Piers"]),
        ("The Director General [Department of Piers|ORG] left.", ["Department of Piers"]),
        (
            "The [Ministry on overtime|ORG] spoke to the [Ministry of Roads|ORG].",
            ["Ministry", "Ministry of Roads"],
        ),
        (
            "The [Bureau of Piers at|ORG] the [Council of Ports|ORG] met.",
            ["Bureau of Piers at the Council of Ports"],
        ),
        ("The [Government of Orme US$|ORG] 2 million was paid.", ["Government of Orme"]),
        (
            "The [Peruvian Consulate General|ORG] of [Lima|LOC] agreed.",
            ["Peruvian Consulate General of Lima"],
        ),
        ("The [Peruvian Harbour General|ORG] agreed.", []),
        (
            "The [Directorate General of Sea Ports|ORG] and the Harbour Secretary agreed.",
            ["Directorate General of Sea Ports"],
        ),
        (
            "The [Office for Ports – and Orme Harbour Agency|ORG] agreed.",
            ["Office for Ports", "Orme Harbour Agency"],
        ),
        ("[According to Orlina Bank|ORG], it is so.", ["Orlina Bank"]),
        ("[Accord Orlina Bank|ORG] says so.", ["Accord Orlina Bank"]),
        ("They met in the [Orme Council Chamber|ORG] in May.", []),
        ("[Lima - Orlina Ltd|ORG] opened a pier.", ["Orlina Ltd"]),
        ("[Orme Harbour Office - Lima|ORG], 15/03/2019. It is open.", ["Orme Harbour Office"]),
        (
            "[Orme Harbour - Piers Office|ORG], 15/03/2019. It is open.",
            ["Orme Harbour - Piers Office"],
        ),
        ("[Lima|ORG]: the pier is open.", []),
        ("[Orlina|ORG]: the pier is open.", ["Orlina"]),
    ],
)
def test_span_is_mended(bodies_in: Find, marked: str, names: list[str]) -> None:
    assert bodies_in(marked) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She joined the Ministry of Economic Harbours in May.", ["Ministry of Economic Harbours"]),
        ("She joined Orlina Motor Works GmbH in May.", ["Orlina Motor Works GmbH"]),
        ("It was agreed with the UN in May.", ["UN"]),
        (
            "It was signed by the Ministry of Agriculture, Forestry and Fisheries in May.",
            ["Ministry of Agriculture, Forestry and Fisheries"],
        ),
        ("He is Director of MoHaF in May.", ["MoHaF"]),
    ],
)
def test_name_that_its_head_shows(bodies_in: Find, text: str, names: list[str]) -> None:
    assert bodies_in(text) == names


@pytest.mark.parametrize(
    "marked",
    [
        "Talks on the [Harbour Cooperation Agreement|ORG] went on.",
        "Talks with [Singapore|ORG] went on.",
        "They gave it the title of “[Harbour of Science|ORG]” in May.",
        "They spoke of [AI|ORG] and of [GDP|ORG].",
        "She is the [Deputy Minister|ORG] today.",
        "Orlina (ISIN: [ORLI|ORG]) paid.",
        "[REPUBLIC OF ALBANIA|ORG]",
        "They opened the [Harbour Project|ORG] in May.",
        "They met at the [Lima Exhibition Centre|ORG] in May.",
        "They met several [State Governments|ORG] in May.",
        "They ordered four [Orlina RTGs|ORG] in May.",
        "They work on [JPNP21026|ORG] in May.",
        "It went to Orlina (S[) Pte Ltd|ORG] in May.",
        "The [Albania-Kenya|ORG] pact began in May.",
    ],
)
def test_what_is_no_body(bodies_in: Find, marked: str) -> None:
    assert bodies_in(marked) == []


def test_family_name_of_a_person_is_no_body(bodies_in: Find) -> None:
    marked = "[Amara Nwosu|PERSON] came. Then [Nwosu|ORG] left."
    assert bodies_in(marked) == []
    assert bodies_in(marked + " [Nwosu Motors Ltd|ORG] paid.") == ["Nwosu", "Nwosu Motors Ltd"]


def test_nothing_is_taken_from_a_line_in_title_case(bodies_in: Find) -> None:
    assert (
        bodies_in("Harbour Ministry Department Opens Large Office Near River\n\nIt is big.") == []
    )


def test_places_are_kept_where_no_body_takes_them_in(annotated: Callable[[str], Doc]) -> None:
    doc = annotated("The Foundation of [Lima|LOC] opened in [Quito|LOC].")
    doc = OrganizationsComponent()(doc)
    assert [p.text for p in doc._.places] == ["Quito"]
    assert [o.name for o in doc._.organizations] == ["Foundation of Lima"]


ranges = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda r: (r[0], r[0] + r[1]))
)


@given(ranges)
def test_longest_keeps_disjoint_ranges_in_order(found: list[tuple[int, int]]) -> None:
    kept = longest(found)
    assert kept == sorted(kept)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(kept))
    assert set(kept) <= set(found)


@given(ranges)
def test_longest_leaves_out_only_what_a_range_as_long_overlaps(
    found: list[tuple[int, int]],
) -> None:
    kept = longest(found)
    for start, end in set(found) - set(kept):
        assert any(s < end and start < e and e - s >= end - start for s, e in kept)
