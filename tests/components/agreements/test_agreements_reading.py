"""Words and money as the rules for agreements read them."""

import pytest

from communique.components.agreements.reading import _MONEY
from communique.components.agreements.words import lex


@pytest.mark.parametrize(
    "money",
    [
        "$5",
        "US$5 million",
        "A$1.5bn",
        "NZ$ 3",
        "HK$20 million",
        "NT$7",
        "R$7",
        "€3,000",
        "£2 crore",
        "₹40",
        "¥900",
        *(
            f"{code} 30 million"
            for code in (
                "USD",
                "EUR",
                "GBP",
                "SEK",
                "NOK",
                "DKK",
                "CHF",
                "RMB",
                "SGD",
                "JPY",
                "INR",
            )
        ),
        *(
            f"{code}30"
            for code in (
                "AUD",
                "CAD",
                "HKD",
                "CNY",
                "AED",
                "MSEK",
                "MEUR",
                "MNOK",
                "KES",
                "NGN",
                "PKR",
                "Rs.",
            )
        ),
        "12 million US dollars",
        "7 pounds",
        "40 MSEK",
    ],
)
def test_money_is_read_whole(money: str) -> None:
    text = f"It lent {money} to the port."
    assert [found.group() for found in _MONEY.finditer(text)] == [money]


def test_numbers_and_words_are_no_money() -> None:
    assert not _MONEY.findall("In 2024 Rs and SEK agencies met 30 million people on 5 May.")


def test_markup_is_no_word_and_marks_are() -> None:
    text = "The *<b>Port’s</b>* __ new deal (an_MoU), O’Neil & Co."
    words = [word.text for word in lex(text, 0, len(text))]
    assert " ".join(words) == "The Port ’s new deal ( an_MoU ) , O’Neil & Co ."
    assert [word.lower for word in lex("O’Neil", 0, 6)] == ["o'neil"]


def test_words_that_go_on_are_read_whole() -> None:
    text = "The U.S. firm AT&T's 3.5% of Orme.example, D’Orsay—and  so_on"
    assert [word.text for word in lex(text, 0, len(text))] == [
        *["The", "U.S.", "firm", "AT&T", "'s", "3.5%", "of", "Orme.example", ","],
        *["D’Orsay", "—", "and", "so_on"],
    ]
    assert all(text[word.start : word.end] == word.text for word in lex(text, 0, len(text)))
