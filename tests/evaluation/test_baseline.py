"""The plain baseline that the pipeline's figures stand beside."""

from __future__ import annotations

import spacy

from communique.evaluation.baseline import baseline_record
from communique.readers.release import Release, ReleaseSource
from communique.records.assemble import check_grounding

TEXT = (
    "Marta Okonjo, Director of Tallberg Foundry, and Minister Ben Cho signed a Harbour Agreement "
    "with Tallberg Foundry on 3 March 2024. It follows the talks of 31 June 2023 and May 7."
)


def test_baseline_finds_the_obvious(ruled_model: str) -> None:
    release = Release(TEXT, ReleaseSource("made-up.txt", "text", "0"))
    record = baseline_record(spacy.load(ruled_model), release)
    check_grounding(record, TEXT)
    assert [(p.name, [t.title for t in p.titles]) for p in record.people] == [
        ("Marta Okonjo", ["Director"])
    ]
    assert [body.name for body in record.organizations] == ["Tallberg Foundry"]
    (agreement,) = record.agreements
    assert agreement.name == "Harbour Agreement"
    assert agreement.status == "signed"
    assert agreement.parties == ["o1"]
    assert [d.value for d in record.dates] == ["2024-03-03", "2023-05-07"]  # its year is carried on
    assert record.publish_date == "2024-03-03"
