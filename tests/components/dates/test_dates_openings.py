"""What expressions open with, and that no form is passed over which could read its text."""

import re

import pytest

from communique.components.dates.forms import load
from communique.components.dates.openings import joint, next_word, openings_of
from communique.components.dates.order import day_month_order
from communique.components.dates.recognise import Scanner


def test_phrases_open_with_their_first_words_and_what_may_follow() -> None:
    found = openings_of(["the same", "the next", "soon", "4th of July", "’s", "–"])
    assert found == {
        "the": {"same", "next"},
        "soon": {""},
        "0": {"th"},
        "s": {""},
        "": {""},
    }


def test_openings_of_several_are_joined() -> None:
    assert joint(
        {"the": frozenset({"same"})}, {"the": frozenset({""}), "0": frozenset({"th"})}
    ) == {
        "the": {"same", ""},
        "0": {"th"},
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the, May 7", "may"),
        ("the (2024)", "0"),
        ("the ٧ May", "0"),
        ("the …", ""),
        ("the laſt week", None),  # a long s, which is read as an s
    ],
)
def test_the_next_word_is_letters_or_a_number(text: str, word: str | None) -> None:
    assert next_word(text, 3, len(text)) == word


def test_nothing_is_read_behind_the_end() -> None:
    assert next_word("the May 7", 3, 6) == "ma"
    assert next_word("the May 7", 3, 4) == ""


def _first_and_second(text: str) -> tuple[str, str | None]:
    first = re.match(r"[A-Za-z]+|\d+", text)
    assert first is not None
    key = "0" if first.group().isdigit() else first.group().lower()
    return key, next_word(text, first.end(), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-07",
        "7<sup>th</sup> May 2024",
        "the same day",
        "the 5th of next month",
        "nineteen ninety-six",
        "Q3 FY2024-25",
        "New Year's Day, 2024",
        "a few weeks ago",
        "May ’24",
        "third-quarter 2023",
        "Monday to Friday",
        "10.30 a.m.",
    ],
)
def test_forms_that_read_a_text_are_among_those_left(text: str) -> None:
    first, second = _first_and_second(text)
    forms = load()[first]
    left = forms.before(second)
    reading = [form for form in forms.all if form.pattern.match(text)]
    assert reading
    assert all(form in left for form in reading)


def test_forms_that_cannot_go_on_are_left_out() -> None:
    assert load()["the"].before("minister") == ()
    assert len(load()["the"].before("same")) < len(load()["the"].all)


def test_a_word_is_passed_over_only_where_no_date_goes_on() -> None:
    text = "The minister met the board twenty-one days after 7 May 2024, the week of the fair."
    assert [text[f.start : f.end] for f in Scanner(text).scan()] == [
        "twenty-one days after 7 May 2024"
    ]


def test_the_order_of_a_text_is_that_of_its_dates() -> None:
    assert day_month_order("From 13/5/2024 on") == "dmy"
    assert day_month_order("Open until May 7, 2024; from 3/4/2024") == "mdy"
    assert day_month_order("3/4/2024") is None
