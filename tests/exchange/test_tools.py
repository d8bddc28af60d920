"""Files as the tools write and read them: their libraries, their fields, their leavings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import spacy
from seqeval.metrics.sequence_labeling import get_entities
from spacy.tokens import DocBin
from spacy.training.converters import conll_ner_to_docs

from communique.exchange import scheme
from communique.exchange.annotated import AnnotatedText, Losses, Relation, Span, fit
from communique.exchange.brat import configuration
from communique.exchange.formats import FORMATS
from communique.exchange.records import from_record
from communique.exchange.tasks import TOOLS, labelling_config, write_tasks
from communique.exchange.understanding import to_record

from .samples import TEXT, place_of, sample

_INTEGER = {"type": "integer", "minimum": 0}
_STRING = {"type": "string"}


def fields(**of: Any) -> dict[str, Any]:
    return {"type": "object", "properties": of, "required": list(of)}


def items(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


#: What Prodigy documents of tasks in its interfaces for spans and relations.
_PRODIGY_SPAN = fields(
    start=_INTEGER, end=_INTEGER, token_start=_INTEGER, token_end=_INTEGER, label=_STRING
)
PRODIGY = fields(
    text=_STRING,
    tokens=items(
        fields(text=_STRING, start=_INTEGER, end=_INTEGER, id=_INTEGER, ws={"type": "boolean"})
    ),
    spans=items(_PRODIGY_SPAN),
    relations=items(
        fields(
            head=_INTEGER,
            child=_INTEGER,
            label=_STRING,
            head_span=_PRODIGY_SPAN,
            child_span=_PRODIGY_SPAN,
        )
    ),
)

#: What Label Studio documents of tasks with results for text.
_PLACE = {"start": _INTEGER, "end": _INTEGER}
_RESULT = {
    "oneOf": [
        fields(
            type={"const": "labels"},
            id=_STRING,
            from_name={"const": "label"},
            to_name={"const": "text"},
            value=fields(**_PLACE, text=_STRING, labels=items(_STRING)),
        ),
        fields(
            type={"const": "choices"},
            id=_STRING,
            from_name=_STRING,
            to_name={"const": "text"},
            value=fields(**_PLACE, choices=items(_STRING)),
        ),
        fields(
            type={"const": "textarea"},
            id=_STRING,
            from_name=_STRING,
            to_name={"const": "text"},
            value=fields(**_PLACE, text=items(_STRING)),
        ),
        fields(
            type={"const": "relation"},
            from_id=_STRING,
            to_id=_STRING,
            direction={"enum": ["left", "right", "bi"]},
            labels=items(_STRING),
        ),
    ]
}
LABEL_STUDIO = items(
    fields(data=fields(text=_STRING), annotations=items(fields(result=items(_RESULT))))
)


def write(name: str, path: Path) -> Path:
    FORMATS[name].write(path, [fit(sample(), FORMATS[name], Losses())], Losses())
    return path


def test_prodigys_fields(tmp_path: Path) -> None:
    task = json.loads(write("prodigy", tmp_path / "x.jsonl").read_bytes())
    jsonschema.validate(task, PRODIGY)
    tokens = task["tokens"]
    rebuilt = "".join(token["text"] + " " * token["ws"] for token in tokens)
    assert rebuilt == task["text"] == TEXT
    for span in task["spans"]:
        first, last = tokens[span["token_start"]], tokens[span["token_end"]]
        assert (first["start"], last["end"]) == (span["start"], span["end"])
    for relation in task["relations"]:
        assert relation["head"] == relation["head_span"]["token_end"]


def test_prodigys_own_work_is_read(tmp_path: Path) -> None:
    """Spans without our ids, relations by place or by token alone, answers, other fields."""
    line = {
        "text": "Ana Ruiz, Chair",
        "_input_hash": 1,
        "tokens": [
            {"text": "Ana", "start": 0, "end": 3, "id": 0, "ws": True},
            {"text": "Ruiz", "start": 4, "end": 8, "id": 1, "ws": False},
            {"text": ",", "start": 8, "end": 9, "id": 2, "ws": True},
            {"text": "Chair", "start": 10, "end": 15, "id": 3, "ws": False},
        ],
        "spans": [
            {"start": 0, "end": 8, "token_start": 0, "token_end": 1, "label": "PERSON"},
            {"start": 10, "end": 15, "token_start": 3, "token_end": 3, "label": "TITLE"},
        ],
        "relations": [{"head": 3, "child": 1, "label": "held_by"}],
        "answer": "accept",
        "_view_id": "relations",
    }
    by_place = json.loads(json.dumps(line))
    by_place["relations"][0].update(head_span=line["spans"][1], child_span=line["spans"][0])
    path = tmp_path / "done.jsonl"
    lines = [line, by_place, {**line, "answer": "reject"}]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    losses = Losses()
    first, second = FORMATS["prodigy"].read(path, losses)
    assert first.relations == second.relations == (Relation("2", "1", "held_by"),)
    assert (first.id, second.id) == ("done-1", "done-2")
    assert losses == {"tasks left out: their answer is reject": 1}


def test_label_studios_fields(tmp_path: Path) -> None:
    tasks = json.loads(write("labelstudio", tmp_path / "x.json").read_bytes())
    jsonschema.validate(tasks, LABEL_STUDIO)


def test_label_studios_own_work_is_read(tmp_path: Path) -> None:
    def region(name: str, surface: str, label: str) -> dict[str, Any]:
        start, end = place_of(surface)
        value = {"start": start, "end": end, "text": surface, "labels": [label]}
        return {"id": name, "type": "labels", "from_name": "label", "value": value}

    kind = {"id": "b", "type": "choices", "from_name": "org_type", "value": {"choices": ["other"]}}
    result = [
        kind,
        region("a", "Pier Pact", "AGREEMENT"),
        region("b", "Pier One", "ORG"),
        {
            "type": "relation",
            "from_id": "b",
            "to_id": "a",
            "direction": "left",
            "labels": ["party"],
        },
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"},
        {"id": "c", "type": "rating", "value": {"rating": 4}},
    ]
    cancelled: dict[str, Any] = {"was_cancelled": True, "result": []}
    task = {
        "id": 12,
        "data": {"text": TEXT},
        "annotations": [cancelled, {"result": result}, {"result": []}],
        "predictions": [{"result": [], "score": 0.5}],
    }
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    losses = Losses()
    (annotated,) = FORMATS["labelstudio"].read(path, losses)
    assert annotated.id == "12"
    assert [(s.label, dict(s.attributes)) for s in annotated.spans] == [
        ("AGREEMENT", {}),
        ("ORG", {"type": "other"}),
    ]
    assert annotated.relations == (Relation("1", "2", "party"),)
    assert losses == {
        "tasks with several annotations: the first was taken": 1,
        "results left out: their type is rating": 1,
        "relations left out: they have no label": 1,
    }


@pytest.mark.parametrize("said", ["arbour\nWor", "Harbour\\nWorks"])
def test_label_studios_region_may_say_less_than_the_words_it_covers(
    said: str, tmp_path: Path
) -> None:
    start, end = place_of("Harbour\nWorks")
    value = {"start": start, "end": end, "text": said, "labels": ["ORG"]}
    task = {
        "data": {"text": TEXT},
        "annotations": [{"result": [{"type": "labels", "id": "a", "value": value}]}],
    }
    (tmp_path / "x.json").write_text(json.dumps([task]), encoding="utf-8")
    (annotated,) = FORMATS["labelstudio"].read(tmp_path / "x.json", Losses())
    assert annotated.spans == (Span("1", start, end, "ORG"),)


def test_docbin_is_loaded_by_spacy(tmp_path: Path) -> None:
    path = write("docbin", tmp_path / "x.spacy")
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert doc.text == TEXT
    marked = {(span.start_char, span.end_char, span.label_) for span in doc.spans["sc"]}
    assert marked == {(*span.place, span.label) for span in sample().spans}
    assert {ent.text for ent in doc.ents} == {span.text for span in doc.spans["sc"]}


def test_any_docbin_is_read(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    doc = nlp("Ana Ruiz left")
    doc.set_ents([doc.char_span(0, 8, label="PERSON")])
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")
    (annotated,) = FORMATS["docbin"].read(tmp_path / "x.spacy", Losses())
    assert annotated == AnnotatedText("x-1", "Ana Ruiz left", (Span("1", 0, 8, "PERSON"),))


def test_iob2_is_read_by_spacy_and_seqeval_and_back(tmp_path: Path) -> None:
    path = write("conll", tmp_path / "x.conll")
    surfaces = [
        (TEXT[span.start : span.end].split(), span.label)
        for span in fit(sample(), FORMATS["conll"], Losses()).spans
    ]
    content = path.read_text(encoding="utf-8")
    (doc,) = conll_ner_to_docs(content, no_print=True)
    assert [(ent.text.split(), ent.label_) for ent in doc.ents] == surfaces
    rows = [line.split("\t") for line in content.splitlines() if "\t" in line]
    found = get_entities([tag for _, tag in rows])
    assert [
        ([word for word, _ in rows[first : last + 1]], label) for label, first, last in found
    ] == surfaces
    (back,) = FORMATS["conll"].read(path, Losses())
    assert [(back.text[s.start : s.end].split(), s.label) for s in back.spans] == surfaces


def test_brat_knows_equivalences_attributes_and_pieces(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana\nRuiz and Ruiz, or Ben X Otu", encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tPERSON 0 3;4 8\tAna Ruiz\nT2\tPERSON 13 17\tRuiz\n*\tEquiv T1 T2\n"
        "T3\tORG 22 25;28 31\tBen Otu\nA1\torg_type T3 company\n#1\tAnnotatorNotes T3\tsure?\n"
        "#2\tAnnotatorNotes T3\tname=Ben Otu Ltd\nE1\tSign:T1\n",
        encoding="utf-8",
    )
    losses = Losses()
    (annotated,) = FORMATS["brat"].read(tmp_path, losses)
    assert [span.place for span in annotated.spans] == [(0, 8), (13, 17), (22, 31)]
    assert annotated.spans[2].attributes == {"type": "company", "name": "Ben Otu Ltd"}
    assert annotated.relations == (Relation("2", "1", "alias_of"),)
    assert losses == {
        "spans in pieces taken as whole, with what lies between": 1,
        "notes left out": 1,
        "lines of brat left out: E (events, normalizations)": 1,
    }


def test_brats_configuration_knows_all_that_is_written(tmp_path: Path) -> None:
    written = configuration()
    assert (write("brat", tmp_path / "x") / "annotation.conf").read_text("utf-8") == written
    parts = dict.fromkeys(["entities", "relations", "events", "attributes"])
    assert [line[1:-1] for line in written.splitlines() if line.startswith("[")] == [*parts]
    for label in (*scheme.LABELS, *scheme.RELATIONS, "org_type", "agreement_status"):
        assert f"\n{label}" in written


def test_label_studios_configuration_has_a_tag_for_every_result() -> None:
    root = ET.fromstring(labelling_config())
    names = {tag.get("name") for tag in root.iter() if tag.get("name")}
    assert names == {
        "label",
        "text",
        *(scheme.field_name(*of) for of in (*scheme.CHOICES, *scheme.WRITTEN)),
    }
    assert [tag.get("value") for tag in root.iter("Label")] == [*scheme.LABELS]
    assert [tag.get("value") for tag in root.iter("Relation")] == [*scheme.RELATIONS]
    for (label, attribute), values in scheme.CHOICES.items():
        name = scheme.field_name(label, attribute)
        (choices,) = [tag for tag in root.iter("Choices") if tag.get("name") == name]
        assert choices.get("whenLabelValue") == label
        assert tuple(tag.get("value") for tag in choices) == values


@pytest.mark.parametrize("tool", TOOLS)
def test_tasks_come_back_as_what_they_were_made_from(tool: str, tmp_path: Path) -> None:
    record = to_record(sample(), Losses())
    (tmp_path / "records.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    count, paths, losses = write_tasks(tmp_path / "records.jsonl", tmp_path / "tasks", tool)
    assert (count, losses) == (1, {})
    (tasks,) = [path for path in paths if path.stem == "tasks"]
    (annotated,) = FORMATS[tool].read(tasks, Losses())
    assert annotated == from_record(record, "pier")


def test_label_studios_tasks_are_predictions_still_to_be_judged(tmp_path: Path) -> None:
    record = to_record(sample(), Losses())
    (tmp_path / "records.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    write_tasks(tmp_path / "records.jsonl", tmp_path / "ls", "labelstudio")
    (task,) = json.loads((tmp_path / "ls" / "tasks.json").read_bytes())
    assert task["annotations"] == []
    assert task["predictions"][0]["model_version"] == "communique"
    write_tasks(tmp_path / "records.jsonl", tmp_path / "prodigy", "prodigy")
    assert "answer" not in json.loads((tmp_path / "prodigy" / "tasks.jsonl").read_bytes())
