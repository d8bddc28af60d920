"""The component in pipelines of one's own, and its anchors in their order."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.components.mentions import Dateline
from communique.components.zones.types import Zone

TEXT = "The ports signed it on 7 May. The next day it rained."


@pytest.fixture
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("communique_dates")
    return pipeline


def read(nlp: Language, text: str, **attributes: object) -> list[tuple[str | None, str | None]]:
    """The values and anchors of a text's dates."""
    doc = nlp.make_doc(text)
    for name, value in attributes.items():
        setattr(doc._, name, value)
    return [(date.value, date.anchor) for date in nlp(doc)._.dates]


def test_it_works_in_a_pipeline_without_any_other_component(nlp: Language) -> None:
    assert read(nlp, TEXT) == [("XXXX-05-07", None), ("XXXX-05-08", "previous_date")]


def test_the_publication_date_is_the_anchor(nlp: Language) -> None:
    found = read(nlp, TEXT, publish_date="2024-06-05")
    assert found == [("2024-05-07", "publish_date"), ("2024-05-08", "previous_date")]


def test_metadata_are_asked_where_nothing_is_published(nlp: Language) -> None:
    assert read(nlp, "It met on 7 May.", given_publish_date="2023-06-05") == [
        ("2023-05-07", "metadata")
    ]
    both = {"publish_date": "2024-06-05", "given_publish_date": "2023-06-05"}
    assert read(nlp, "It met on 7 May.", **both) == [("2024-05-07", "publish_date")]


def test_a_dateline_near_the_publication_date_comes_first(nlp: Language) -> None:
    dateline = Dateline(0, 5, "Arlen", "2024-06-04")
    published = "2024-06-05"
    found = read(nlp, "It met today.", publish_date=published, dateline=dateline)
    assert found == [("2024-06-04", "dateline")]
    far = Dateline(0, 5, "Arlen", "2021-06-04")
    found = read(nlp, "It met today.", publish_date=published, dateline=far)
    assert found == [("2024-06-05", "publish_date")]


def test_a_date_that_is_no_day_anchors_nothing(nlp: Language) -> None:
    assert read(nlp, "It met on 7 May.", publish_date="soon") == [("XXXX-05-07", None)]


def test_what_is_kept_apart_can_be_left_out_or_reach() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("communique_dates", config={"apart": False})
    assert read(pipeline, "It lasted three days.") == []
    pipeline = spacy.blank("en")
    pipeline.add_pipe("communique_dates", config={"reaching": True})
    assert read(pipeline, "It is shut for the next three days.", publish_date="2024-06-05") == [
        ("2024-06-06/2024-06-08", "publish_date")
    ]


def test_only_the_zones_that_are_analysed_are_read(nlp: Language) -> None:
    text = "Posted in 2021. It met in 2022."
    zones = (Zone(0, 16, "boilerplate"), Zone(16, len(text), "body"))
    assert read(nlp, text, zones=zones) == [("2022", None)]


def test_documents_with_dates_can_be_pickled_and_read_again(nlp: Language) -> None:
    doc = nlp("It met on 7 May 2024.")
    again = pickle.loads(pickle.dumps(doc))
    assert isinstance(again, Doc)
    assert nlp(again)._.dates == doc._.dates


def test_days_that_do_not_exist_are_warned_of(nlp: Language) -> None:
    doc = nlp("It met on 31 June 2024.")
    assert doc._.dates[0].value is None
    assert doc._.warnings == ("31 June 2024 at 10: no such day",)
