"""Acronyms that stand for a name in another language, appositions, and short forms of companies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Resolve = Callable[[str], Doc]


def groups(doc: Doc) -> list[set[str]]:
    return [{m.text for m in body.mentions} for body in doc._.organizations]


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("The [Pier Agency of Ormeland|ORG] (APO) said so.", True),
        ("The [Pier Agency of Ormeland|ORG] ([APO|ORG]) said so.", True),
        ("The [Pier Agency of Ormeland|ORG] ([XYZ|ORG]) said so.", False),
        # an acronym of which the name has one letter in front
        ("The [Ministry of Piers|ORG] ([MDZ|ORG]) said so.", True),
        ("The [Ministry of Piers|ORG] ([MinDuz|ORG]) said so.", True),
        # what is a share's code, a country's or a body's of its own, or goes on
        ("The [Orme Mining Company|ORG] ([MDZ|ORG]) said so.", False),
        ("The [Ministry of Piers|ORG] ([USA|ORG]) said so.", False),
        ("The [Ministry of Piers|ORG] ([IMF|ORG]) said so.", False),
        ("The [Ministry of Piers|ORG] ([MDZ|ORG] of old) said so.", False),
    ],
)
def test_acronym_in_a_bracket_may_be_of_another_language(
    resolved: Resolve, marked: str, joined: bool
) -> None:
    found = groups(resolved(marked))
    assert (len(found) == 1 and len(found[0]) == 2) is joined


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("[OWA|ORG], [Denmark|GPE]'s [National Pier Agency|ORG], said so.", True),
        ("They told [OWA|ORG], [Denmark|GPE]'s [National Pier Agency|ORG].", True),
        ("[OWA|ORG], [Denmark|GPE]'s [National Pier Agency|ORG] and Tallberg met.", False),
        ("[OWA|ORG], [Denmark|GPE]'s [Ministry of Piers|ORG], said so.", False),
    ],
)
def test_apposition_says_what_an_acronym_is_to_its_country(
    resolved: Resolve, marked: str, joined: bool
) -> None:
    found = groups(resolved(marked))
    assert any("OWA" in forms and len(forms) > 1 for forms in found) is joined


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("[Lima Orlina Motor Co.|ORG] of [Lima|GPE] grew. [Orlina Motor|ORG] said so.", True),
        ("[PT Orlina Pelabuhan Raya|ORG] grew. [Orlina Pelabuhan|ORG] said so.", True),
        ("[Harrow Orlina Motor Co.|ORG] grew. [Orlina Motor|ORG] said so.", False),
    ],
)
def test_short_form_leaves_out_the_place_or_the_legal_form_in_front(
    resolved: Resolve, marked: str, joined: bool
) -> None:
    assert (len(groups(resolved(marked))) == 1) is joined


@pytest.mark.parametrize(
    ("marked", "forms"),
    [
        (
            'The [Bolsa de Orme|ORG] ("BDO" or the "Orme Exchange") grew. The Orme Exchange said so.',
            {"Bolsa de Orme", "BDO", "Orme Exchange"},
        ),
        ("The [Ministry of Piers|ORG]'s (MOP) men came.", {"Ministry of Piers", "MOP"}),
        (
            "The [Court of Arbitration of the Orme Chamber of Piers|ORG] ([OCP Court|ORG]) met.",
            {"Court of Arbitration of the Orme Chamber of Piers", "OCP Court"},
        ),
    ],
)
def test_brackets_behind_a_name_hold_its_other_forms(
    resolved: Resolve, marked: str, forms: set[str]
) -> None:
    assert groups(resolved(marked)) == [forms]


def test_bracket_with_another_body_joins_nothing(resolved: Resolve) -> None:
    doc = resolved("The [Court of Arbitration of the Orme Chamber|ORG] ([Lima Bank|ORG]) met.")
    assert len(groups(doc)) == 2
    doc = resolved('The [Bolsa de Orme|ORG] ("BDO") or the "[Lima Exchange|ORG]" grew.')
    assert {"Lima Exchange"} in groups(doc)


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ('[Orlina Moon Ltd|ORG] (ORX: ORL) ("Orlina" or the "Company") grew.', True),
        ('[Orlina Moon AB|ORG] (publ) ("Orlina" or the "Company") grew.', True),
        ('[Orlina Moon Ltd|ORG] ("Orlina", the "Company") grew.', True),
        ('[Orlina Moon Ltd|ORG] (see there) ("Orlina" or the "Company") grew.', False),
    ],
)
def test_definition_behind_the_code_of_a_share(
    resolved: Resolve, marked: str, joined: bool
) -> None:
    assert any({"Orlina", "Company"} <= forms for forms in groups(resolved(marked))) is joined


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("The [Rope and Pier Service of Peru|ORG] met. The [RPS|ORG] is new.", True),
        ("The [Rope and Pier Service of Orme|ORG] met. The [RPS|ORG] is new.", False),
    ],
)
def test_acronym_leaves_out_the_country(resolved: Resolve, marked: str, joined: bool) -> None:
    assert (len(groups(resolved(marked))) == 1) is joined


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("The [Press Council|ORG] ([Dewan Orlin|ORG]) met.", True),
        ("The [Dewan Orlin|ORG] ([Harbour Council|ORG]) met.", True),
        ("The [Press Council|ORG] ([Pier Council|ORG]) met.", False),
        ("The [Press Council|ORG] ([Dewan Orlin|ORG] of old) met.", False),
        ("The [Press Council|ORG] ([Orlina Ltd|ORG]) met.", False),
        # what a recogniser saw twice may be written like a word, or have no letter of the name
        ("The [Pier Police|ORG] ([Polor|ORG]) met. [Polor|ORG] agreed.", True),
        ("The [Pier Police|ORG] ([Xolor|ORG]) met.", False),
        ("The [Pier Police|ORG] ([XYZ|ORG]) met. [XYZ|ORG] agreed.", True),
        ("The [Pier Police|ORG] ([Polor|ORG]) met.", True),
        ("[Orlina Ltd|ORG] ([XYZ|ORG]) met. [XYZ|ORG] agreed.", True),
        ("[XYZ|ORG] met. [Orlina Ltd|ORG] ([XYZ|ORG]) agreed.", False),
        ("[Orlina Ltd|ORG] ([Polor|ORG]) met. [Polor|ORG] agreed.", False),
    ],
)
def test_name_in_another_language_in_a_bracket(
    resolved: Resolve, marked: str, joined: bool
) -> None:
    assert any(len(forms) > 1 for forms in groups(resolved(marked))) is joined


@pytest.mark.parametrize(
    ("marked", "joined"),
    [
        ("[Te Orma|ORG], the [Orme Council|ORG], said so.", True),
        ("He met [Te Orma|ORG], the [Orme Council|ORG], for talks.", True),
        ("[Te Orma|ORG], the [Orme Council|ORG], and others came.", False),
        ("He met [Lind|ORG], [Te Orma|ORG], the [Orme Council|ORG], in May.", False),
        ("[Te Orma|ORG], the [Orme Council|ORG] said so.", False),
        ("[Pier Society|ORG], the [Orme Council|ORG], said so.", False),
    ],
)
def test_apposition_translates_a_name(resolved: Resolve, marked: str, joined: bool) -> None:
    assert any(len(forms) > 1 for forms in groups(resolved(marked))) is joined


@pytest.mark.parametrize(
    ("marked", "mentions"),
    [
        # a company without its legal form, or without its quotes
        (
            '[UAB "Orlina Kran"|ORG] grew. Then Orlina Kran sank.',
            {'UAB "Orlina Kran"', "Orlina Kran"},
        ),
        (
            "[Orlina Kran S.A.|ORG] grew. Then Orlina Kran sank.",
            {"Orlina Kran S.A.", "Orlina Kran"},
        ),
        ("[Orlina S.A.|ORG] grew. Then Orlina sank.", {"Orlina S.A."}),
        ("[Orme Bank Ltd|ORG] grew. Then an Orme Bank note sank.", {"Orme Bank Ltd"}),
        # a name before an office
        ("[Orlina|ORG] grew. Then Orlina Managing Director [Ana Reyes|PERSON] left.", {"Orlina"}),
    ],
)
def test_name_without_what_companies_leave_out(
    resolved: Resolve, marked: str, mentions: set[str]
) -> None:
    assert groups(resolved(marked)) == [mentions]


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("[Orme Plains University|ORG] grew. [Orme Plains|ORG] has ten.", 1),
        ("[Orme Plains|LOC] is big. [Orme Plains University|ORG] grew.", 1),
        ("[Orme Plains College Bank|ORG] grew. [Orme Plains|ORG] has ten.", 2),
        ("[Orme University|ORG] grew. [Orme|ORG] has ten.", 2),
    ],
)
def test_university_without_the_word(resolved: Resolve, marked: str, count: int) -> None:
    assert len(groups(resolved(marked))) == count
