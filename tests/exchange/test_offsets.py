"""Offsets as each tool counts them, with characters beyond U+FFFF before them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.exchange.annotated import AnnotatedText, Losses, Span
from communique.exchange.formats import FORMATS
from communique.exchange.utf16 import Utf16

TEXT = "🚢🎉 Ana Ruiz 👩🏽‍🌾 left"
#: "Ana Ruiz" in code points; JavaScript counts each of the two emoji twice.
POINTS = (3, 11)
UNITS = (5, 13)
ANNOTATED = AnnotatedText("1", TEXT, (Span("1", *POINTS, "PERSON"),))


@given(st.text(st.sampled_from("aé字🚢𝒜\u200d")))
def test_units_of_utf16_are_those_of_the_codec(text: str) -> None:
    offsets = Utf16(text)
    for at in range(len(text) + 1):
        units = len(text[:at].encode("utf-16-le")) // 2
        assert offsets.units(at) == units
        assert offsets.characters(units) == at


def test_half_a_character_counts_as_none() -> None:
    assert [Utf16("a🚢b").characters(units) for units in range(5)] == [0, 1, 1, 2, 3]


def write(name: str, folder: Path) -> Path:
    path = folder / name
    FORMATS[name].write(path, [ANNOTATED], Losses())
    return path


def read_place(name: str, path: Path) -> tuple[int, int]:
    ((span,),) = [annotated.spans for annotated in FORMATS[name].read(path, Losses())]
    return span.place


def test_prodigy_and_label_studio_and_brat_count_code_points(tmp_path: Path) -> None:
    task = json.loads(write("prodigy", tmp_path).read_bytes())
    assert (task["spans"][0]["start"], task["spans"][0]["end"]) == POINTS
    (task,) = json.loads(write("labelstudio", tmp_path).read_bytes())
    value = task["annotations"][0]["result"][0]["value"]
    assert (value["start"], value["end"], value["text"]) == (*POINTS, "Ana Ruiz")
    standoff = (write("brat", tmp_path) / "1.ann").read_text(encoding="utf-8")
    assert standoff == "T1\tPERSON 3 11\tAna Ruiz\n"


def test_doccano_counts_units_of_utf16(tmp_path: Path) -> None:
    path = write("doccano", tmp_path)
    (entity,) = json.loads(path.read_bytes())["entities"]
    assert (entity["start_offset"], entity["end_offset"]) == UNITS
    assert read_place("doccano", path) == POINTS
    line = {"text": TEXT, "label": [[*UNITS, "PERSON"]]}
    path.write_text(json.dumps(line), encoding="utf-8")
    assert read_place("doccano", path) == POINTS


@pytest.mark.parametrize("place", [POINTS, UNITS])
def test_label_studio_of_either_count_is_told_by_the_regions_text(
    place: tuple[int, int], tmp_path: Path
) -> None:
    value = {"start": place[0], "end": place[1], "text": "Ana Ruiz", "labels": ["PERSON"]}
    result = {"type": "labels", "id": "a", "from_name": "label", "to_name": "text", "value": value}
    task = {"id": 7, "data": {"text": TEXT}, "annotations": [{"id": 1, "result": [result]}]}
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    assert read_place("labelstudio", path) == POINTS


def test_white_space_at_the_ends_of_a_span_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    spans = [{"start": 2, "end": 12, "label": "PERSON"}, {"start": 2, "end": 3, "label": "PERSON"}]
    path.write_text(json.dumps({"text": TEXT, "spans": spans}), encoding="utf-8")
    assert read_place("prodigy", path) == POINTS
