"""Each other name of a person or a body says why it is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Resolved = Callable[[str], Doc]


def reasons(doc: Doc) -> dict[str | None, tuple[str, str]]:
    """The rule of each alias, and the words that it rests on."""
    return {
        r.of: (r.rule, doc.text[r.start : r.end])
        for entity in (*doc._.people, *doc._.organizations)
        for r in entity.reasons
    }


@pytest.mark.parametrize(
    ("marked", "alias", "rule", "words"),
    [
        (
            'The [Harbour Trust of Kelm|ORG] ("the Operator") grew.',
            "Operator",
            "defined-in-brackets",
            'Harbour Trust of Kelm ("the Operator',
        ),
        (
            "The [Harbour Trust of Kelm|ORG] (HTK) grew.",
            "HTK",
            "acronym-in-brackets",
            "Harbour Trust of Kelm (HTK",
        ),
        (
            "The [Kelm Port Council|ORG] met. [KPC|ORG] grew.",
            "KPC",
            "acronym",
            "Kelm Port Council",
        ),
        (
            "[Orlina Motor Works Ltd|ORG] grew. [Orlina Motor Works|ORG] fell.",
            "Orlina Motor Works",
            "same-words",
            "Orlina Motor Works Ltd",
        ),
        (
            "The [Ministry of Harbours|ORG] met, and the Ministry spoke.",
            "Ministry",
            "bare-head",
            "Ministry of Harbours",
        ),
        (
            "[Marta Okonjo|PERSON] spoke. Ms [Okonjo|PERSON] left.",
            "Okonjo",
            "family-name",
            "Marta Okonjo",
        ),
        ("[Lim Soon Chong|PERSON] spoke. Mr Lim left.", "Lim", "family-name", "Lim Soon Chong"),
        (
            "[Joseph Brenner|PERSON] spoke. Later [Joe Brenner|PERSON] left.",
            "Joe Brenner",
            "short-given-name",
            "Joseph Brenner",
        ),
        (
            "[Ana Maria Reyes|PERSON] spoke. Later [Ana Reyes|PERSON] left.",
            "Ana Reyes",
            "words-of-name",
            "Ana Maria Reyes",
        ),
    ],
)
def test_an_alias(resolved: Resolved, marked: str, alias: str, rule: str, words: str) -> None:
    assert reasons(resolved(marked))[alias] == (rule, words)


def test_every_alias_has_its_reason_and_a_name_apart_has_none(resolved: Resolved) -> None:
    doc = resolved(
        "The [Ministry of Harbours|ORG] (MoH) and the [Ministry of Piers|ORG] met. MoH grew. "
        "[Li Gang|PERSON] and [Ana Reyes|PERSON] spoke. Mr Li left."
    )
    for body in doc._.organizations:
        assert {r.of for r in body.reasons} == set(body.aliases)
    assert set(reasons(doc)) == {"MoH", "Li"}


def test_of_several_candidates_the_rule_says_that_it_chose(resolved: Resolved) -> None:
    doc = resolved("[Bo Lee|PERSON] met [Ana Lee|PERSON]. Then Mr [Lee|PERSON] spoke.")
    assert reasons(doc)["Lee"][0] == "likeliest-of-several"
