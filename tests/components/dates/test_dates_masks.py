"""Where no date is looked for."""

import pytest

from communique.components.dates.masks import Masks


@pytest.mark.parametrize(
    "text",
    [
        "See https://orme.example/2024/05/07 for more.",
        "Page last updated 2024/05/07\nfor more.",
        "Nothing here.\nWrite to ana-2024/05/07@orme.example\nor call.",
        "© 2024/05/07 Orme Port",
    ],
)
def test_numbers_of_addresses_and_stamps_are_hidden(text: str) -> None:
    masks, start = Masks(text), text.index("2024/05/07")
    assert masks.hides(start, start + 10)
    assert not masks.hides(len(text) - 1, len(text)) or text.endswith("Port")
    assert masks.hides(start, start + 10)


def test_what_stands_in_two_lines_is_hidden_by_either() -> None:
    text = "It opened on 7\nMay/x.pdf and grew."
    masks = Masks(text)
    assert masks.hides(text.index("7"), text.index("/"))
    assert not masks.hides(0, text.index("7"))
