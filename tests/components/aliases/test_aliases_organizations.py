"""Which names are one organization's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from communique.components.aliases.organizations import resolve_organizations
from communique.components.mentions import Mention, Organization
from communique.components.organizations.kind import organization_type
from communique.components.organizations.names import abbreviates, is_acronym, name_words

Resolve = Callable[[str], Doc]


def bodies(*names: str) -> tuple[list[Organization], str]:
    """Return bodies that stand one after the other in a text, and the text."""
    found, at = [], 0
    for number, name in enumerate(names, 1):
        mention = Mention(at, at + len(name), name)
        found.append(Organization(f"o{number}", name, organization_type(name), (mention,)))
        at += len(name) + 1
    return found, "\n".join(names)


def groups(*names: str, places: tuple[str, ...] = ()) -> list[set[str]]:
    return [
        {m.text for m in o.mentions} for o in resolve_organizations(*bodies(*names), set(places))
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("Orlina", "Orlina Group", "Orlina International AG"),
        ("Orme Pier Steering Council", "Steering Council"),
        ("Harbour Trust", "HARBOUR TRUST"),
        ("Orlina Motor Co., Ltd.", "Orlina Motor"),
        ("Orlina Motor Co., Ltd.", "Orlina"),
        ("Orlina AG", "Orlina"),
        ("Tallberg Municipal Government", "Tallberg Municipal People's Government"),
        ("Economic Harbour Council", "EHC"),
        ("Bank of Orlina", "BO"),
        ("Ministry of Labour", "Ministry of Labor"),
        ("Hallmäki Oyj", "HALLMAKI OYJ", "Hallmäki Plc"),
        ("Romanian Embassy", "Embassy of Romania"),
        ("Ministry of Piers", "MinPiers"),
        ("Orlina Power Grid, Incorporated", "Orlina PG"),
        ("Bank of Upper Tallberg and Quill", "Bank of UTQ"),
        ("Senate Pier Committee", "Pier Committee"),
        ("Ministry of Piers of the Republic of Kazakhstan", "Ministry of Piers"),
        ("Biden-Harris Administration", "Administration"),
        ("UN", "United Nations"),
        ("Committee on Piers, Cranes and Boats", "Senate Cranes Committee"),
        ("Orme Harbour Institute of Cranes and Piers", "OH Institute"),
        ("Department of Pier Affairs", "PA"),
        ("U.S. Government", "Federal Government"),
        ("U.S. Department of Piers", "Piers Dept"),
    ],
)
def test_one_body(names: tuple[str, ...]) -> None:
    assert groups(*names) == [set(names)]


@pytest.mark.parametrize(
    "names",
    [
        ("Ministry of Harbours", "Ministry of Roads"),
        ("Ministry of Harbours of Ruritania", "Ministry of Harbours of Graustark"),
        ("Orlina Motor Ltd", "Orlina Steel Ltd", "Orlina"),
        ("Economic Harbour Council", "Eastern Hill Club", "EHC"),
        ("Tallberg University", "Tallberg Polytechnic"),
        ("School of Law", "School of Law of Tallberg University Hospital"),
        ("Orlina Steel Ltd", "Orlina Group Ltd"),
        ("UN", "University of Nairobi"),
        ("Second Pier Congress", "Congress"),
        ("Bank of Orlina", "Rural Bank of Orlina"),
        ("Orlina Holdings Ltd", "Orlina Group PLC"),
        ("Orme Pier Council", "Lima Pier Council", "Pier Council"),
        ("Orme Library Board", "Orme Library"),
        ("Senate Piers Committee", "House Piers Subcommittee", "Cranes Committee"),
        ("Department of Pier Affairs", "Orme PA"),
        ("Romanian Government", "Serbian Government", "Federal Government"),
    ],
)
def test_different_bodies(names: tuple[str, ...]) -> None:
    assert groups(*names) == [{name} for name in names]


def test_ministries_of_the_same_name_of_two_countries_stay_two() -> None:
    names = (
        "Ministry of Justice of Ruritania",
        "Ministry of Justice of Graustark",
        "Ministry of Justice",
    )
    assert len(groups(*names, places=("Ruritania", "Graustark"))) == 3


def test_possessives_of_two_countries_keep_one_name_apart(resolved: Resolve) -> None:
    doc = resolved(
        "[Romania's Ministry of Piers|ORG] met [Serbia's Ministry of Piers|ORG]. "
        "Then [Romania's Ministry of Piers|ORG] left."
    )
    found = [len(o.mentions) for o in doc._.organizations if o.name == "Ministry of Piers"]
    assert found == [2, 1]


def test_possessive_of_one_country_does_not(resolved: Resolve) -> None:
    doc = resolved("[Romania's Ministry of Piers|ORG] came. The [Ministry of Piers|ORG] left.")
    assert [len(o.mentions) for o in doc._.organizations] == [2]


def test_part_is_of_the_type_of_the_whole() -> None:
    found = resolve_organizations(
        *bodies("Port Department of Harbour Bank", "Harbour Bank", "Port Department"), set()
    )
    assert [o.type for o in found] == ["company", "company"]


def test_part_of() -> None:
    found = resolve_organizations(
        *bodies("Port Department of Harbour Council", "Harbour Council"), set()
    )
    assert [(o.name, o.part_of) for o in found] == [
        ("Port Department of Harbour Council", "o2"),
        ("Harbour Council", None),
    ]


def test_the_name_is_the_fullest_form_and_others_are_aliases() -> None:
    (body,) = resolve_organizations(*bodies("EHC", "Economic Harbour Council"), set())
    assert body.name == "Economic Harbour Council"
    assert body.aliases == ("EHC",)
    assert body.type == "government"


def found_in(doc: Doc) -> dict[str, tuple[str, ...]]:
    return {o.name: o.aliases for o in doc._.organizations}


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            'The [Orlina Motor AG|ORG] ("Orlina") agreed. Orlina was glad.',
            {"Orlina Motor AG": ("Orlina",)},
        ),
        (
            "The [Harbour Bank of Lima|ORG] (HBL) agreed. HBL was glad.",
            {"Harbour Bank of Lima": ("HBL",)},
        ),
        (
            "The [Orlina Motor AG|ORG] (hereinafter referred to as “the Company”) agreed.",
            {"Orlina Motor AG": ("Company",)},
        ),
        (
            "The [Harbour Bank of Lima|ORG] (XYZ) agreed with the [Road Fund|ORG].",
            {"Harbour Bank of Lima": (), "Road Fund": ()},
        ),
    ],
)
def test_alias_defined_in_brackets(
    resolved: Resolve, marked: str, names: dict[str, tuple[str, ...]]
) -> None:
    assert found_in(resolved(marked)) == names


def test_acronym_behind_a_chain_of_names_is_the_last_ones(resolved: Resolve) -> None:
    doc = resolved(
        "The [Board of the Harbour Road Trust|ORG] (HRT) met. The [Harbour Road Trust|ORG] is old."
    )
    assert found_in(doc) == {
        "Board of the Harbour Road Trust": (),
        "Harbour Road Trust": ("HRT",),
    }


def test_head_alone_stands_for_the_only_body_with_it(resolved: Resolve) -> None:
    doc = resolved("The [Ministry of Harbours|ORG] agreed. Later the Ministry was glad.")
    assert found_in(doc) == {"Ministry of Harbours": ("Ministry",)}


def test_head_of_two_bodies_stands_for_none(resolved: Resolve) -> None:
    doc = resolved(
        "The [Ministry of Harbours|ORG] met the [Ministry of Roads|ORG]. Then the Ministry was glad."
    )
    assert found_in(doc) == {"Ministry of Harbours": (), "Ministry of Roads": ()}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("HBL", "Harbour Bank of Lima"),
        ("MoEYS", "Ministry of Education, Youth and Sport"),
        ("BAX", "Bank of Axum"),
        ("J&H", "Jones & Hart"),
    ],
)
def test_abbreviates(short: str, long: str) -> None:
    assert abbreviates(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("XYZ", "Harbour Bank of Lima"), ("LBH", "Harbour Bank of Lima")]
)
def test_does_not_abbreviate(short: str, long: str) -> None:
    assert not abbreviates(short, long)


words = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1, max_size=6)


@given(words)
def test_initials_abbreviate(name: list[str]) -> None:
    assert abbreviates("".join(w[0] for w in name).upper(), " ".join(name))


@given(st.text("abcAB-& ", max_size=6), st.text("abcdAB ", max_size=20))
def test_abbreviation_is_a_subsequence(short: str, long: str) -> None:
    if abbreviates(short, long):
        rest = iter(long.casefold())
        assert all(char in rest for char in short.casefold() if char.isalnum())


@pytest.mark.parametrize("name", ["MoEYS", "BRI", "TU-K", "J&J", "UN"])
def test_acronyms(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Nissan", "A", "Bank of X", "&B"])
def test_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


def test_name_words_leave_out_small_words_and_possessives() -> None:
    assert name_words("The People’s Bank of Orlina") == ("people", "bank", "orlina")


body_names = st.lists(
    st.lists(
        st.sampled_from(
            ["Orlina", "ORLINA", "Bank", "of", "Lima", "Ltd", "OB", "Ministry", "City"]
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    max_size=12,
)


@given(body_names)
def test_every_mention_but_those_of_bare_heads_is_kept_once(given_names: list[str]) -> None:
    found, text = bodies(*given_names)
    resolved = resolve_organizations(found, text, {"Lima"})
    heads = {"Bank", "Ministry", "Ltd"}
    before = Counter(m for o in found if o.name not in heads for m in o.mentions)
    after = Counter(m for o in resolved for m in o.mentions)
    assert before <= after <= Counter(m for o in found for m in o.mentions)
    assert [o.id for o in resolved] == [f"o{n}" for n in range(1, len(resolved) + 1)]
    assert {o.part_of for o in resolved} <= {None, *(o.id for o in resolved)}
    assert all(o.part_of != o.id for o in resolved)


def test_thousands_of_names() -> None:
    found, text = bodies(*(f"Orlina {n} Motor{n % 50} Works Ltd" for n in range(2000)))
    assert len(resolve_organizations(found, text, set())) == 2000
