from __future__ import annotations

import gc

import pytest
import spacy

from communique.runs.memory import settled, zone


def test_the_collector_passes_over_what_is_there_until_the_end() -> None:
    assert not gc.get_freeze_count()
    with settled():
        assert gc.get_freeze_count() > 1000
    assert not gc.get_freeze_count()


def test_what_a_program_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        with settled():
            pass
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_nothing_stays_frozen_after_an_error() -> None:
    with pytest.raises(RuntimeError), settled():
        raise RuntimeError
    assert not gc.get_freeze_count()


def test_the_words_of_a_zone_are_forgotten() -> None:
    nlp = spacy.blank("en")
    with zone(nlp):
        nlp("zyxomorph")
        assert "zyxomorph" in nlp.vocab.strings
    assert "zyxomorph" not in nlp.vocab.strings
