"""The second reader's annotations as records: cases that need no model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.evaluation.cases import Case
from communique.evaluation.gold import read_annotations, read_gold
from communique.evaluation.gold_records import as_record
from communique.evaluation.places import longest
from communique.records.model import Record

CORPUS = Path(__file__).parents[2] / "corpus"


def second_reader() -> Iterator[Case]:
    """Yield the case of every release that both readers have annotated."""
    others = {gold.id: gold for gold in read_annotations(CORPUS / "second")}
    for path, gold in read_gold(CORPUS / "releases"):
        if gold.id in others:
            record = as_record(others[gold.id], path.read_text(encoding="utf-8"))
            yield Case(gold.id, gold, record)


def flat(case: Case) -> Case:
    """Return the case without mentions of its record that lie within longer ones."""
    value = case.record.model_dump(mode="json")
    for parts in (("people", "organizations"), ("agreements",)):
        entities = [entity for part in parts for entity in value[part]]
        places = [(m["start"], m["end"]) for entity in entities for m in entity["mentions"]]
        kept = longest(places, len(case.text))
        for entity in entities:
            entity["mentions"] = [m for m in entity["mentions"] if (m["start"], m["end"]) in kept]
    return case.with_record(Record.model_validate(value))
