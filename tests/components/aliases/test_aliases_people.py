"""Which names are one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from communique.components.aliases.people import name_words, resolve_people
from communique.components.mentions import Mention, Person


def people(*names: str) -> list[Person]:
    found, at = [], 0
    for number, name in enumerate(names, 1):
        found.append(Person(f"p{number}", name, (Mention(at, at + len(name), name),)))
        at += len(name) + 1
    return found


def groups(*names: str) -> list[set[str]]:
    return [{m.text for m in p.mentions} for p in resolve_people(people(*names))]


@pytest.mark.parametrize(
    "names",
    [
        ("Li Gang", "Gang LI"),
        ("Li Gang", "LI GANG"),
        ("Lee Chun-Yi", "Lee Chunyi"),
        ("Hugo H. Siebold", "H. Siebold"),
        ("Hugo H. Siebold", "Hugo Siebold"),
        ("Hugo H. Siebold", "Siebold"),
        ("Hugo H. Siebold", "Hugo"),
        ("Maria de la Cruz", "de la Cruz"),
        ("Siebold", "Hugo Siebold"),
        ("Joseph R. Siebold", "Joe Siebold", "Siebold"),
        ("Doug Siebold", "Douglas Siebold"),
    ],
)
def test_one_person(names: tuple[str, ...]) -> None:
    assert groups(*names) == [set(names)]


def test_word_of_several_people_is_one_of_theirs() -> None:
    assert groups("Hugo Siebold", "Jan Siebold", "Siebold") == [
        {"Hugo Siebold"},
        {"Jan Siebold", "Siebold"},
    ]


@pytest.mark.parametrize(
    "names",
    [
        ("Li Gang", "Cao Lan"),
        ("Hugo Siebold", "Jan Siebold"),
        ("Hugo Siebold", "J. Siebold"),
        ("Hugo", "Jan Siebold"),
        ("Joseph Siebold", "Jim Siebold"),
    ],
)
def test_different_people(names: tuple[str, ...]) -> None:
    assert groups(*names) == [{name} for name in names]


def test_the_fullest_name_is_the_name() -> None:
    (person,) = resolve_people(people("Siebold", "HUGO H. SIEBOLD", "Hugo Siebold"))
    assert person.name == "Hugo Siebold"


def test_the_family_name_is_what_stands_alone() -> None:
    (person,) = resolve_people(people("Li Gang", "Li"))
    assert (person.given, person.family) == ("Gang", "Li")


def test_the_family_name_is_what_stands_in_capitals() -> None:
    (person,) = resolve_people(people("Alin VARESCU"))
    assert (person.given, person.family) == ("Alin", "VARESCU")


def test_name_parts_stay_open_where_the_text_says_nothing() -> None:
    (person,) = resolve_people(people("Li Gang"))
    assert (person.given, person.family) == (None, None)


names = st.lists(
    st.lists(
        st.sampled_from(["Li", "Gang", "H.", "Ana", "ANA", "de", "Reyes", "Chun-yi"]),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    max_size=12,
)


@given(names)
def test_every_mention_is_kept_once(given_names: list[str]) -> None:
    found = people(*given_names)
    resolved = resolve_people(found)
    before = Counter(m for p in found for m in p.mentions)
    assert Counter(m for p in resolved for m in p.mentions) == before
    assert [p.id for p in resolved] == [f"p{n}" for n in range(1, len(resolved) + 1)]
    assert all(p.name in {m.text for m in p.mentions} for p in resolved)
    firsts = [p.mentions[0].start for p in resolved]
    assert firsts == sorted(firsts)


def test_name_words_fold_hyphens_case_and_stops() -> None:
    assert name_words("LEE Chun-yi J.") == ("lee", "chun", "yi", "j")


def mentions(doc: Doc) -> dict[str, list[str]]:
    return {p.name: [m.text for m in p.mentions] for p in doc._.people}


Resolve = Callable[[str], Doc]


def test_family_name_alone_is_found(resolved: Resolve) -> None:
    doc = resolved("[Marta Okonjo|PERSON] came. Later Okonjo spoke, and Ms Okonjo left.")
    assert mentions(doc) == {"Marta Okonjo": ["Marta Okonjo", "Okonjo", "Okonjo"]}


def test_family_name_of_two_people_stays_apart(resolved: Resolve) -> None:
    doc = resolved("[Marta Okonjo|PERSON] and [Ben Okonjo|PERSON] came. Then Okonjo spoke.")
    assert mentions(doc) == {"Marta Okonjo": ["Marta Okonjo"], "Ben Okonjo": ["Ben Okonjo"]}


def test_word_that_is_also_written_small_is_no_name(resolved: Resolve) -> None:
    doc = resolved("[Marta Bridge|PERSON] built a bridge. Bridge builders came.")
    assert mentions(doc) == {"Marta Bridge": ["Marta Bridge"]}


def test_part_of_a_longer_name_is_no_mention(resolved: Resolve) -> None:
    doc = resolved("[Marta Okonjo|PERSON] came to Okonjo Square and to the Okonjo-Lane.")
    assert mentions(doc) == {"Marta Okonjo": ["Marta Okonjo"]}


def test_name_missed_elsewhere_is_found_again(resolved: Resolve) -> None:
    doc = resolved("[Marta Okonjo|PERSON] came. We saw Marta Okonjo leave.")
    assert mentions(doc) == {"Marta Okonjo": ["Marta Okonjo"] * 2}


def test_word_that_opens_names_of_bodies_is_no_person(resolved: Resolve) -> None:
    doc = resolved("[Tallberg|PERSON] is big. The [Tallberg Polytechnic|ORG] opened.")
    assert mentions(doc) == {}


def test_thousands_of_names() -> None:
    found = people(*(f"Li {chr(0x4E00 + n)}{chr(0x4E00 + n)}" for n in range(2000)), "Li")
    assert len(resolve_people(found)) == 2001
