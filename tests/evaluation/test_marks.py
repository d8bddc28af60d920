from __future__ import annotations

from communique.evaluation.gold import GoldRelease
from communique.evaluation.marks import Mark, gold_entities, gold_marks

TEXT = (
    "The Ministry of Harbours met the Harbours\nUnion of Kelm. Harbours Union and the Ministry of "
    "Harbours signed the Harbours Union Pact on 3 May, now, and 3 May."
)


def places(**parts: object) -> dict[str, list[str]]:
    gold = GoldRelease.model_validate({"id": "1", **parts})
    found: dict[str, list[str]] = {}
    for place in sorted(gold_marks(gold, TEXT)):
        found.setdefault(place.label, []).append(" ".join(TEXT[place.start : place.end].split()))
    return found


def body(*mentions: str) -> dict[str, object]:
    return {"name": mentions[0], "mentions": mentions, "type": "other"}


def test_every_occurrence_counts_and_the_longest_wins() -> None:
    found = places(
        organizations=[
            body("Harbours Union of Kelm", "Harbours Union"),
            body("Ministry of Harbours"),
        ]
    )
    assert found["organizations"] == [
        "Ministry of Harbours",
        "Harbours Union of Kelm",
        "Harbours Union",
        "Ministry of Harbours",
        "Harbours Union",
    ]


def test_instruments_may_hold_names() -> None:
    pact = {"name": "Harbours Union Pact", "mentions": ["Harbours Union Pact"]}
    pact |= {"type": "other", "status": "signed"}
    found = places(organizations=[body("Harbours Union")], agreements=[pact])
    assert found["agreements"] == ["Harbours Union Pact"]
    assert len(found["organizations"]) == 3


def test_dates_stand_in_the_order_of_the_text_and_vague_ones_are_left_out() -> None:
    dates = [
        {"text": "3 May", "value": "2024-05-03"},
        {"text": "now", "value": "PRESENT_REF"},
        {"text": "3 May", "value": "2024-05-03"},
        {"text": "4 May", "value": "2024-05-04"},
    ]
    gold = GoldRelease.model_validate({"id": "1", "dates": dates})
    found = sorted(gold_marks(gold, TEXT))
    assert len(found) == 3
    assert found[0].end < 0  # the text does not hold it: it cannot be found
    assert [TEXT[p.start : p.end] for p in found[1:]] == ["3 May", "3 May"]
    assert found[1].start < found[2].start


def test_a_place_that_two_claim_is_that_of_the_first_name() -> None:
    gold = {"id": "1", "organizations": [body("Union", "Kelm"), body("Kelm")]}
    entities = gold_entities(GoldRelease.model_validate(gold), "Kelm.")
    owned = Mark(0, 4, "organizations")
    assert entities == {
        ("organizations", 0): frozenset(),
        ("organizations", 1): frozenset([owned]),
    }
