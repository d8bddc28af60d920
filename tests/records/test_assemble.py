"""From an analysed document to its record."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from communique.components.agreements.types import Agreement
from communique.components.dates.types import DateMention
from communique.components.mentions import Mention, Organization, Person
from communique.components.offsets import Offsets
from communique.components.titles.types import Title
from communique.readers.release import Release, ReleaseSource
from communique.records.assemble import assemble, record_id
from communique.records.model import PipelineRecord, Record

TEXT = "Ana Reyes, Harbour Master of Port Trust, signed the MoU on 3 May 2024."
PIPELINE = PipelineRecord(name="communique", version="0", model="none")


def release(text: str = TEXT) -> Release:
    return Release(text, ReleaseSource("a/b.txt", "text", "00"), title="Pier")


def mention(surface: str) -> Mention:
    start = TEXT.index(surface)
    return Mention(start, start + len(surface), surface)


def analysed() -> Doc:
    doc = spacy.blank("en")(TEXT)
    doc._.people = (Person("p1", "Ana Reyes", (mention("Ana Reyes"),), family="Reyes"),)
    doc._.organizations = (Organization("o1", "Port Trust", "other", (mention("Port Trust"),)),)
    at = mention("Harbour Master")
    doc._.titles = (Title(at.start, at.end, at.text, "p1", "o1", "Port Trust"),)
    date = mention("3 May 2024")
    doc._.dates = (DateMention(date.start, date.end, date.text, "2024-05-03", "date"),)
    doc._.agreements = (
        Agreement("a1", "MoU", "mou", "signed", parties=("o1",), mentions=(mention("MoU"),)),
    )
    doc._.publish_date = "2024-05-04"
    return doc


def record(doc: Doc, **options: bool) -> Record:
    return assemble(doc, release(), PIPELINE, **options)


def test_everything_found_is_in_the_record() -> None:
    made = record(analysed())
    assert made.text == TEXT
    assert made.title == "Pier"
    assert made.publish_date == "2024-05-04"
    (person,) = made.people
    assert (person.name, person.family) == ("Ana Reyes", "Reyes")
    assert [(t.title, t.organization) for t in person.titles] == [("Harbour Master", "o1")]
    assert [o.name for o in made.organizations] == ["Port Trust"]
    assert [(a.name, a.parties) for a in made.agreements] == [("MoU", ["o1"])]
    assert [d.value for d in made.dates] == ["2024-05-03"]


def test_every_span_is_a_slice_of_the_text() -> None:
    made = record(analysed())
    spans = [
        *made.dates,
        *(m for p in made.people for m in p.mentions),
        *(m for o in made.organizations for m in o.mentions),
        *(m for a in made.agreements for m in a.mentions),
    ]
    assert len(spans) == 4
    assert all(TEXT[s.start : s.end] == s.text for s in spans)


def test_spans_of_an_unwrapped_text_are_slices_of_the_release() -> None:
    published = TEXT.replace("Harbour Master", "Harbour\n  Master").replace("3 May", "3\nMay")
    doc = analysed()
    first = TEXT.index(" Master") + 1
    doc._.offsets = Offsets(((first, 2),))
    made = assemble(doc, release(published), PIPELINE)
    (person,) = made.people
    assert (person.titles[0].title, person.mentions[0].text) == ("Harbour Master", "Ana Reyes")
    assert made.dates[0].text == "3\nMay 2024"
    for span in (*made.dates, *made.organizations[0].mentions, *made.agreements[0].mentions):
        assert published[span.start : span.end] == span.text


def test_text_is_left_out_on_demand() -> None:
    assert record(analysed(), keep_text=False).text is None


def test_id_comes_from_the_text_alone() -> None:
    first = record(analysed())
    moved = replace(release(), source=ReleaseSource("elsewhere.txt", "text", "11"))
    assert assemble(analysed(), moved, PIPELINE).id == first.id == record_id(TEXT)
    assert record_id(TEXT + " ") != first.id
    assert len(first.id) == 16


def test_text_with_a_lone_surrogate_has_an_id() -> None:
    assert len(record_id("a\ud800")) == 16


@pytest.mark.parametrize("attribute", ["people", "organizations", "agreements", "dates"])
def test_span_that_is_no_slice_is_refused(attribute: str) -> None:
    doc = analysed()
    (found,) = getattr(doc._, attribute)
    if attribute == "dates":
        wrong = replace(found, start=found.start + 1)
    else:
        old = found.mentions[0]
        wrong = replace(found, mentions=(Mention(old.start + 1, old.end + 1, old.text),))
    setattr(doc._, attribute, (wrong,))
    with pytest.raises(ValueError, match=r"is not .* in the text"):
        record(doc)


def test_title_that_is_no_slice_is_refused() -> None:
    doc = analysed()
    doc._.titles = (replace(doc._.titles[0], title="Master"),)
    with pytest.raises(ValueError, match=r"title .* is not 'Master'"):
        record(doc)


def test_warnings_of_reader_and_components_are_kept() -> None:
    doc = analysed()
    doc._.warnings = ("from a component",)
    source = replace(release(), warnings=("from the reader",))
    assert assemble(doc, source, PIPELINE).warnings == ["from the reader", "from a component"]
