from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from communique.runs.analysis import ExtractOptions
from communique.runs.duplicates import Duplicates
from communique.runs.extract import Manner, extract

pytest.importorskip("datasketch", reason="the extra near-duplicates is not installed")

from communique.runs.signatures import sign, similarity

WORDS = (
    *("harbour", "pier", "crane", "tide", "mooring", "pilot"),
    *("buoy", "ferry", "barge", "lock", "canal", "dredge", "quay"),
)


def story(seed: int, words: int = 200) -> str:
    return " ".join(WORDS[(seed * n * n + n) % 13] + str((seed + n) % 7) for n in range(words))


def told(releases: list[tuple[str, str, str | None, bytes | None]]) -> list[dict[str, object]]:
    with Duplicates() as duplicates:
        for release in releases:
            duplicates.add(*release)
        return [json.loads(line) for line in duplicates.groups()]


def test_groups_of_the_same_text_whatever_the_order() -> None:
    releases = [("aa", "b.txt", None, None), ("aa", "a.txt", None, None), ("bb", "c", None, None)]
    expected = [
        {
            "kind": "same",
            "releases": [
                {"id": "aa", "path": "a.txt", "record": None},
                {"id": "aa", "path": "b.txt", "record": None},
            ],
        }
    ]
    for order in itertools.permutations(releases):
        assert told(list(order)) == expected


def test_lines_of_one_file_keep_their_order() -> None:
    releases = [("aa", "x.jsonl", f"line {n}", None) for n in (2, 9, 10)]
    (group,) = told(releases)
    assert [r["record"] for r in group["releases"]] == ["line 2", "line 9", "line 10"]  # type: ignore[attr-defined]


def test_texts_that_are_nearly_the_same() -> None:
    wire = story(3)
    copies = {
        "a": wire,
        "b": f"Port Daily. {wire}",
        "c": wire.replace(wire.split()[50], "sluice"),
        "d": story(5),
    }
    releases = [(id_, f"{id_}.txt", None, sign(text)) for id_, text in copies.items()]
    groups = {json.dumps(told(list(order))) for order in itertools.permutations(releases)}
    ((group,),) = map(json.loads, groups)
    assert group["kind"] == "near"
    assert [release["id"] for release in group["releases"]] == ["a", "b", "c"]
    assert 0.7 <= group["similarity"] < 1


def test_case_and_layout_do_not_count() -> None:
    assert similarity(sign("A Pier\n\nopens today"), sign("a pier opens today")) == 1
    assert similarity(sign(story(3)), sign(story(5))) < 0.5
    assert sign("") == sign(" ")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_tells_what_is_there_twice(
    tmp_path: Path, ruled_model: str, release_text: str, jobs: int
) -> None:
    long = f"{release_text}\n{story(3)}"
    texts = {"a": long, "b": release_text, "c": long + " End.", "d": release_text}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    options = ExtractOptions(model=ruled_model, near_duplicates=True)
    paths = [str(tmp_path / f"{name}.txt") for name in texts]
    summary = extract(paths, str(tmp_path / "out.jsonl"), options, Manner(jobs=jobs))
    assert summary.duplicates == 2
    lines = (tmp_path / "out.duplicates.jsonl").read_text(encoding="utf-8").splitlines()
    found = [
        (group["kind"], [Path(release["path"]).stem for release in group["releases"]])
        for group in map(json.loads, lines)
    ]
    assert found == [("same", ["b", "d"]), ("near", ["a", "c"])]
    extract(paths[:2], str(tmp_path / "out.jsonl"), options)
    assert not (tmp_path / "out.duplicates.jsonl").exists()
