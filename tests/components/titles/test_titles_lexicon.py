"""What the lexicon of titles says about single words."""

from __future__ import annotations

import pytest

from communique.components.titles.lexicon import (
    abbreviations,
    heads,
    honorifics,
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
    modifiers,
)


@pytest.mark.parametrize(
    "words",
    [
        "Minister",
        "ministers",
        "Secretaries",
        "CEO",
        "Sen.",
        "Sen",
        "Chairmen",
        "Attaché",
        "General",
    ],
)
def test_heads(words: str) -> None:
    assert is_title_head(words)


@pytest.mark.parametrize(
    "words", ["general", "head", "ceo", "Shenyang", "private", "agreement", ""]
)
def test_no_heads(words: str) -> None:
    assert not is_title_head(words)


@pytest.mark.parametrize("words", ["Vice", "deputy", "Acting", "Ag.", "Ag", "Second"])
def test_modifiers(words: str) -> None:
    assert is_title_modifier(words)


@pytest.mark.parametrize(
    "words", ["Mr", "Mr.", "MR", "H.E.", "H.E", "HE", "Tan Sri", "Dato'", "Prof."]
)
def test_honorifics(words: str) -> None:
    assert is_honorific(words)


@pytest.mark.parametrize("words", ["He", "Professor", "mr", "Senator", ""])
def test_no_honorifics(words: str) -> None:
    assert not is_honorific(words)


def test_heads_that_are_names() -> None:
    assert is_name_too("Dean")
    assert not is_name_too("Minister")


def test_no_head_is_a_plain_honorific() -> None:
    overlap = {
        h for h, head in heads().items() if h.title() in honorifics() and "low" not in head.flags
    }
    assert overlap <= {"sheikh"}


def test_lists_are_normal_forms() -> None:
    assert all(h == h.lower() for h in heads())
    assert all(m == m.lower() for m in modifiers())
    assert all(form == form.strip() for form in abbreviations())
