"""Each title says by which rule its words, its holder and its body were found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Analyse = Callable[[str], Doc]


def reasons(doc: Doc) -> dict[str, tuple[str, str]]:
    """The rule and the words of each slot of the first title."""
    return {r.slot: (r.rule, doc.text[r.start : r.end]) for r in doc._.titles[0].reasons}


@pytest.mark.parametrize(
    ("marked", "rule", "words"),
    [
        ("Mayor {Bo Lin|person} spoke.", "office-before-name", "Mayor Bo Lin"),
        ("{Bo Lin|person}, Mayor of {Kelm|place}, spoke.", "apposition", "Bo Lin, Mayor"),
        (
            "{Bo Lin|person} was appointed Chairman of {Ayr Bank|org:company}.",
            "appointed-or-serving",
            "Bo Lin was appointed Chairman",
        ),
    ],
)
def test_the_holder_of_a_title(analyse: Analyse, marked: str, rule: str, words: str) -> None:
    assert reasons(analyse(marked))["holder"] == (rule, words)


@pytest.mark.parametrize(
    ("marked", "rule", "words"),
    [
        ("{Bo Lin|person}, Chairman of {Ayr Bank|org:company}.", "body-behind-title", "Ayr Bank"),
        ("{Ayr Bank|org:company} Chairman {Bo Lin|person} spoke.", "body-before-title", "Ayr Bank"),
        (
            "{Ayr Bank|org:company} grew. {Bo Lin|person}, Chairman of the Bank, spoke.",
            "noun-before",
            "Ayr Bank",
        ),
        (
            "{Ayr Bank|org:company} grew.\n\n{Ayr Bank|org:company} lends. Chairman {Bo Lin|person} spoke.",
            "issuer",
            "Ayr Bank",
        ),
    ],
)
def test_the_body_of_a_title(analyse: Analyse, marked: str, rule: str, words: str) -> None:
    assert reasons(analyse(marked))["body"] == (rule, words)


def test_a_body_that_nothing_tells_has_no_reason(analyse: Analyse) -> None:
    doc = analyse("{Bo Lin|person}, Mayor, spoke.")
    assert doc._.titles[0].organization_name is None
    assert "body" not in reasons(doc)


def test_words_that_only_the_model_knows_say_so(analyse: Analyse) -> None:
    assert reasons(analyse("{Bo Lin|person}, {Zarkup|title} of {Kelm|place}."))["title"] == (
        "learned",
        "Zarkup",
    )
    assert reasons(analyse("{Bo Lin|person}, Mayor of {Kelm|place}."))["title"] == ("head", "Mayor")


def test_a_title_told_twice_keeps_the_reason_of_the_body_that_it_is_given(analyse: Analyse) -> None:
    doc = analyse(
        "Chairman {Bo Lin|person} spoke. {Bo Lin|person}, Chairman of {Ayr Bank|org:company}, left."
    )
    (title,) = doc._.titles
    assert title.organization_name == "Ayr Bank"
    assert reasons(doc)["body"] == ("body-behind-title", "Ayr Bank")
