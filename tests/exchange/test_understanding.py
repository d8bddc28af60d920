"""Annotations as spans and relations, and what spans and relations say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from communique.evaluation.gold import GoldRelease
from communique.evaluation.gold_records import as_gold, as_record
from communique.exchange.annotated import AnnotatedText, Losses, Relation, Span
from communique.exchange.records import from_record
from communique.exchange.understanding import to_record

from .samples import TEXT, annotations, place_of, sample, without_order


@given(annotations())
@settings(max_examples=25)
def test_an_annotation_comes_back_from_its_spans(drawn: tuple[GoldRelease, str]) -> None:
    gold, text = drawn
    losses = Losses()
    annotated = from_record(as_record(gold, text), gold.id)
    back = as_gold(to_record(annotated, losses), gold.id)
    assert without_order(back) == without_order(gold)
    assert not +losses


def test_what_spans_and_relations_say() -> None:
    losses = Losses()
    gold = as_gold(to_record(sample(), losses), "pier")
    assert not +losses
    ana, ben = gold.people
    assert (ana.name, ana.mentions) == ("Ana Ruiz", ("Ana Ruiz", "Ruiz"))
    assert (ana.titles[0].title, ana.titles[0].organization) == ("Director", "Harbour Works")
    assert ben.titles == ()
    works, pier = gold.organizations
    assert (works.name, works.mentions, works.type) == (
        "Harbour Works",
        ("Harbour Works",),
        "company",
    )
    assert (pier.name, pier.mentions) == ("Pier One Ltd", ("Pier One",))
    (pact,) = gold.agreements
    assert (pact.type, pact.status, pact.date) == ("treaty", "signed", "2024-05-03")
    assert pact.parties == ("Pier One Ltd", "Harbour Works")
    assert (pact.signatories, pact.witnesses) == (("Ana Ruiz",), ("Ben Otu",))
    assert [(date.text, date.value) for date in gold.dates] == [("3 May 2024", "2024-05-03")]


def spans(text: str, *marked: tuple[str, int, str]) -> tuple[Span, ...]:
    """Return a span for the n-th occurrence of each string."""
    found = []
    for number, (surface, nth, label) in enumerate(marked, 1):
        at = -1
        for _ in range(nth):
            at = text.index(surface, at + 1)
        found.append(Span(str(number), at, at + len(surface), label))
    return tuple(found)


def test_spans_with_the_same_words_are_one_thing_unless_at_one_place() -> None:
    text = "Li met Li, and Li."
    same = spans(text, ("Li", 1, "PERSON"), ("Li", 2, "PERSON"), ("Li", 3, "PERSON"))
    assert len(to_record(AnnotatedText("1", text, same), Losses()).people) == 1
    twice = (*same, replace(same[2], id="4"))
    assert len(to_record(AnnotatedText("1", text, twice), Losses()).people) == 2


def test_the_longest_linked_form_is_the_name_where_nothing_else_says() -> None:
    text = "Ruiz, Ana Ruiz, Ms Ruiz"
    marked = spans(text, ("Ruiz", 1, "PERSON"), ("Ana Ruiz", 1, "PERSON"))
    (loose, _) = to_record(AnnotatedText("1", text, marked), Losses()).people
    assert loose.name == "Ruiz"
    linked = AnnotatedText("1", text, marked, (Relation("1", "2", "alias_of"),))
    (person,) = to_record(linked, Losses()).people
    assert person.name == "Ana Ruiz"


def test_a_title_of_several_people_at_several_bodies() -> None:
    text = "Chairs Ana Ruiz and Ben Otu of Pier One and Harbour Works"
    marked = spans(
        text,
        ("Chairs", 1, "TITLE"),
        ("Ana Ruiz", 1, "PERSON"),
        ("Ben Otu", 1, "PERSON"),
        ("Pier One", 1, "ORG"),
        ("Harbour Works", 1, "ORG"),
    )
    held = [("2", "held_by"), ("3", "held_by"), ("4", "held_at"), ("5", "held_at")]
    relations = tuple(Relation("1", child, label) for child, label in held)
    record = to_record(AnnotatedText("1", text, marked, relations), Losses())
    for person in record.people:
        assert [t.organization_name for t in person.titles] == ["Pier One", "Harbour Works"]
    shared = from_record(record, "1")
    assert sum(span.label == "TITLE" for span in shared.spans) == 2  # one for each body


def test_what_cannot_be_said_or_has_to_be_filled_in_is_counted() -> None:
    date, org = place_of("3 May 2024"), place_of("Pier One")
    person, title = place_of("Ben Otu"), place_of("Director")
    annotated = AnnotatedText(
        "1",
        TEXT,
        (
            Span("1", *date, "DATE"),
            Span("2", *org, "Organization"),
            Span("3", *person, "FAC"),
            Span("4", *title, "TITLE", {"when": "once"}),
            Span("5", *place_of("Pier Pact"), "AGREEMENT", {"type": "deal"}),
        ),
        (Relation("2", "5", "party"), Relation("5", "3", "party")),
    )
    losses = Losses()
    record = to_record(annotated, losses)
    assert as_gold(record, "1").dates[0].value == "XXXX"
    assert record.organizations[0].type == "other"
    assert +losses == {
        "spans left out: the guidelines know no FAC": 1,
        "relations left out: the guidelines know no party from ORG to AGREEMENT": 1,
        "titles left out: no person holds them": 1,
        "organizations written as other: no known type was given": 1,
        "agreements written as other: the guidelines know no type deal": 1,
        "agreements written as signed: no known status was given": 1,
    }


def test_a_record_without_text_has_no_spans() -> None:
    record = as_record(GoldRelease(id="1"), "A pact.").model_copy(update={"text": None})
    with pytest.raises(ValueError, match="has no text"):
        from_record(record, "1")
