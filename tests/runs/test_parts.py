from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique.runs.analysis
from communique.pipeline import load
from communique.readers.release import Release, ReleaseSource
from communique.runs.analysis import analyse
from communique.runs.parts import parts


def cut(text: str, longest: int) -> list[str]:
    return [text[start:end] for start, end in parts(text, longest)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("short", ["short"]),
        ("", [""]),
        ("one two.\n\nthree. four\nfive six", ["one two.\n\n", "three. four\n", "five six"]),
        ("one two. three four five", ["one two. ", "three four ", "five"]),
        ("abcdefghijklmnopqrstuvwxyz", ["abcdefghijkl", "mnopqrstuvwx", "yz"]),
        ("a\n\n" + "b" * 11, ["a\n\n" + "b" * 9, "bb"]),  # no part without half its length
    ],
)
def test_a_text_is_cut_at_the_best_place_of_the_second_half(text: str, expected: list[str]) -> None:
    assert cut(text, 12) == expected


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(min_value=2, max_value=40))
def test_parts_are_the_text_and_never_too_long(text: str, longest: int) -> None:
    found = cut(text, longest)
    assert "".join(found) == text
    assert all(0 < len(part) <= longest for part in found) or text == ""


@pytest.fixture
def release(release_text: str) -> Release:
    text = (
        f"{release_text}\n\nTallberg Foundry signed a memorandum of understanding with the "
        "Ministry of Harbours on Monday.\n\nMarta Okonjo, director of the Ministry of Harbours, "
        "thanked Tallberg Foundry.\n"
    )
    source = ReleaseSource(path="-", format="text", sha256="0" * 64)
    return Release(text=text, source=source, publish_date="2024-03-06")


def test_a_text_that_is_too_long_makes_one_record(
    release: Release, ruled_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = load(ruled_model)
    whole = analyse(nlp, release)
    monkeypatch.setattr(communique.runs.analysis, "LONGEST", 160)
    merged = analyse(nlp, release)
    assert merged.text == release.text
    assert merged.id == whole.id
    assert merged.dates == whole.dates
    assert [(p.id, p.name, p.mentions) for p in merged.people] == [
        (p.id, p.name, p.mentions) for p in whole.people
    ]
    assert {(o.name, *(m.start for m in o.mentions)) for o in merged.organizations} == {
        (o.name, *(m.start for m in o.mentions)) for o in whole.organizations
    }
    names = {o.id: o.name for o in merged.organizations}
    (title,) = merged.people[0].titles
    assert (title.title, names[title.organization or ""]) == ("director", "Ministry of Harbours")
    assert release.text[title.start : title.end] == "director"
    (agreement,) = merged.agreements
    assert {names[party] for party in agreement.parties} == set(names.values())
    assert merged.warnings == ["the text of 310 characters was analysed in 3 parts"]


def test_a_text_without_an_end_of_anything(ruled_model: str, release: Release) -> None:
    record = analyse(load(ruled_model), replace(release, text="x" * 450_000), keep_text=False)
    assert record.text is None
    assert record.warnings == ["the text of 450,000 characters was analysed in 3 parts"]
