from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from communique.readers.release import Release, ReleaseSource
from communique.runs.analysis import Analyser, ExtractOptions, Made, Outcome
from communique.runs.calls import Manner, RunError
from communique.runs.failure import Failure
from communique.runs.inputs import find_inputs
from communique.runs.ray.engine import extract_on_ray, groups
from communique.runs.ray.portions import (
    cut,
    name_of,
    packed,
    read_lines,
    read_places,
    read_table,
    size_of,
)
from communique.runs.ray.targets import Target
from communique.stores.outputs import shard_of

BROKEN = Failure("x\udcff.jsonl", "line 2", "parse", "invalid JSON")


def release(number: int, text: str = "") -> Release:
    source = ReleaseSource("many.jsonl", "jsonl", f"{number:064}", f"line {number}")
    return Release(text or f"Marta Okonjo spoke of pier {number}.", source)


@pytest.fixture(scope="module")
def outcomes(ruled_model: str) -> list[Outcome]:
    analyser = Analyser.load(ExtractOptions(model=ruled_model))
    made = [outcome for number in range(9) for outcome in analyser.outcomes(release(number))]
    return [*made[:4], BROKEN, *made[4:]]


def test_a_portion_is_read_back_by_shards(outcomes: list[Outcome]) -> None:
    data, table = packed(outcomes, 4)
    stream = pa.PythonFile(pa.BufferReader(data))
    assert read_table(stream) == table
    assert (table.summary.documents, table.summary.failed) == (9, 1)
    assert table.failures == (BROKEN,)
    made = [outcome for outcome in outcomes if isinstance(outcome, Made)]
    for shards in ([0], [1, 2], [0, 1, 2, 3]):
        wanted = [(shard_of(m.id, 4), m.line) for m in made if shard_of(m.id, 4) in shards]
        assert list(read_lines(stream, table, shards)) == sorted(wanted, key=lambda pair: pair[0])
    assert [place[:3] for place in read_places(stream, table)] == [
        (m.id, m.path, m.record) for m in made
    ]


@pytest.mark.parametrize("lost", [1, 40, 300])
def test_a_portion_that_is_not_whole_is_none(outcomes: list[Outcome], lost: int) -> None:
    data, _ = packed(outcomes, 2)
    assert read_table(pa.BufferReader(data[:-lost])) is None
    assert read_table(pa.BufferReader(b"\0" * len(data))) is None


def test_portions_grow_and_long_texts_fill_them() -> None:
    portions = list(cut(release(number) for number in range(2000)))
    assert [len(portion) for portion in portions[:17:8]] == [32, 64, 128]
    assert [task for portion in portions for task in portion] == [release(n) for n in range(2000)]
    assert max(size_of(number) for number in range(1000)) == 1024
    long = "word " * 1_000_000
    assert [len(p) for p in cut(release(n, long) for n in range(5))] == [2, 2, 1]


def test_a_portion_is_named_by_what_its_records_depend_on(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.", encoding="utf-8")
    tasks = [str(file), release(1), BROKEN]
    name = name_of(tasks)
    assert name == name_of(tasks)
    assert name != name_of(tasks[:2])
    assert name != name_of([str(file), release(2), BROKEN])
    file.write_text("Two.", encoding="utf-8")
    assert name != name_of(tasks)


def test_inputs_of_many_releases_are_groups_of_their_own() -> None:
    singles = [f"{number}.txt" for number in range(40)]
    found = [
        group.inputs for group in groups([*singles, "a.jsonl", "b.tar", BROKEN, "z.txt"], None)
    ]
    assert found == [
        tuple(singles[:32]),
        tuple(singles[32:]),
        ("a.jsonl",),
        ("b.tar",),
        (BROKEN, "z.txt"),
    ]


def test_where_the_files_of_an_output_lie() -> None:
    target = Target("s3://bucket/news/out.jsonl.gz", 2)
    assert target.files == [
        "s3://bucket/news/out-00000-of-00002.jsonl.gz",
        "s3://bucket/news/out-00001-of-00002.jsonl.gz",
    ]
    assert target.failures == "s3://bucket/news/out.failed.jsonl"
    assert target.shelf.folder == "s3://bucket/news/.out.jsonl.gz.portions"
    assert Target("out.jsonl", 1).files == ["out.jsonl"]
    assert Target("a/b/out.parquet", 1).duplicates == "a/b/out.duplicates.jsonl"


def test_a_shelf_and_a_file_in_a_store() -> None:
    target = Target("memory://ray-shelf/out.jsonl", 1)
    shelf = target.shelf
    shelf.make()
    assert shelf.read("a") is None
    shelf.write("a", b"one")
    shelf.write("a", b"two")
    assert (shelf.has("a"), shelf.has("b"), shelf.read("a")) == (True, False, b"two")
    shelf.remove()
    assert not shelf.has("a")
    with target.placed(target.failures) as path:
        Path(path).write_bytes(b"{}\n")
    assert list(find_inputs([target.failures])) == [target.failures]
    with target.placed(target.failures):
        pass
    assert not Target("memory://ray-shelf/x", 1).shelf.has("../out.failed.jsonl")


@pytest.mark.parametrize(
    ("manner", "paths", "output", "message"),
    [
        (Manner(update=True), ["x.txt"], "out.jsonl", "--update"),
        (Manner(journal=False), ["x.txt"], "out.jsonl", "without a journal"),
        (Manner(), ["-"], "out.jsonl", "standard input"),
        (Manner(), ["x.txt"], "-", "standard output"),
        (Manner(), [], "out.jsonl", "nothing to read"),
    ],
)
def test_what_is_not_offered(manner: Manner, paths: list[str], output: str, message: str) -> None:
    with pytest.raises(RunError, match=message):
        extract_on_ray(paths, output, ExtractOptions(), manner)


def test_without_ray_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(RunError, match=r"pip install 'communique\[ray\]'"):
        extract_on_ray(["x.txt"], str(tmp_path / "out.jsonl"), ExtractOptions())
