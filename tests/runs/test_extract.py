from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import communique.runs.analysis
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.records.model import Record
from communique.runs.analysis import ExtractOptions
from communique.runs.extract import Manner, RunError, extract
from communique.runs.failure import Failure
from communique.runs.summary import RunSummary


@pytest.fixture
def inputs(tmp_path: Path, release_text: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(release_text, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    lines = [json.dumps({"text": f"{release_text}\nNumber {n}."}) for n in range(60)]
    lines[6] = '{"text": '
    (folder / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "d.html").write_text(
        f"<html><body><article><p>{release_text}</p></article></body></html>", encoding="utf-8"
    )
    (folder / "e.png").write_bytes(b"\x89PNG")
    return folder


def run(inputs: Path, output: Path, model: str, **options: object) -> RunSummary:
    return extract([str(inputs)], str(output), ExtractOptions(model=model), **options)  # type: ignore[arg-type]


def test_records_and_failures_come_in_the_order_of_the_inputs(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    output = tmp_path / "out.jsonl"
    failures: list[Failure] = []
    summary = run(inputs, output, ruled_model, on_failure=failures.append)
    lines = output.read_text(encoding="utf-8").splitlines()
    records = [Record.model_validate_json(line) for line in lines]
    assert [(Path(r.source.path).name, r.source.record) for r in records] == [
        ("a.txt", None),
        *(("c.jsonl", f"line {n}") for n in range(1, 61) if n != 7),
        ("d.html", None),
    ]
    assert [(Path(f.path).name, f.record, f.stage) for f in failures] == [
        ("b.txt", None, "open"),
        ("c.jsonl", "line 7", "parse"),
    ]
    told = (tmp_path / "out.failed.jsonl").read_bytes()
    assert told == b"".join(f.to_line() + b"\n" for f in failures)
    assert (summary.documents, summary.failed, summary.passed_over) == (61, 2, 1)
    assert summary.people == sum(len(r.people) for r in records)
    assert summary.dates == sum(len(r.dates) for r in records)
    assert summary.documents_per_second == pytest.approx(61 / summary.seconds)


def test_the_same_bytes_for_any_number_of_jobs(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    written = []
    for jobs in (1, 3):
        output = tmp_path / f"out{jobs}.jsonl"
        summary = run(inputs, output, ruled_model, manner=Manner(jobs=jobs))
        assert (summary.documents, summary.failed) == (61, 2)
        failed = tmp_path / f"out{jobs}.failed.jsonl"
        written.append((output.read_bytes(), failed.read_bytes()))
    assert written[0] == written[1]


def test_a_record_is_the_same_alone_and_among_others(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    run(inputs, tmp_path / "all.jsonl", ruled_model)
    run(inputs / "d.html", tmp_path / "one.jsonl", ruled_model)
    assert (tmp_path / "all.jsonl").read_bytes().endswith((tmp_path / "one.jsonl").read_bytes())


def test_the_bytes_do_not_depend_on_locale_clock_or_hash_seed(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    written = set()
    for seed, zone, language in (("1", "Asia/Tokyo", "C"), ("2", "America/Lima", "tr_TR.UTF-8")):
        output = tmp_path / f"{seed}.jsonl"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        arguments = [str(inputs / "c.jsonl"), "--model", ruled_model, "-o", str(output)]
        subprocess.run(
            [sys.executable, "-m", "communique", "extract", "-q", *arguments],
            env=environment,
            check=False,
        )
        written.add(output.read_bytes())
    assert len(written) == 1


def test_failures_of_an_earlier_run_are_gone_when_all_goes_well(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    output = tmp_path / "out.jsonl"
    run(inputs, output, ruled_model)
    assert (tmp_path / "out.failed.jsonl").exists()
    run(inputs / "a.txt", output, ruled_model)
    assert not (tmp_path / "out.failed.jsonl").exists()


def test_progress_is_told_with_the_number_of_all_releases(
    inputs: Path, tmp_path: Path, ruled_model: str
) -> None:
    told: list[tuple[int, int | None]] = []
    run(
        inputs,
        tmp_path / "out.jsonl",
        ruled_model,
        on_progress=lambda summary, total: told.append((summary.documents + summary.failed, total)),
    )
    assert told == [(done, 63) for done in range(64)]


def test_an_exception_in_a_component_fails_its_document_alone(
    inputs: Path, tmp_path: Path, ruled_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_doc = communique.runs.analysis.make_doc

    def failing(nlp: object, release: Release) -> object:
        if release.source.record == "line 2":
            raise ZeroDivisionError("a\nfault")
        return make_doc(nlp, release)  # type: ignore[arg-type]

    monkeypatch.setattr(communique.runs.analysis, "make_doc", failing)
    failures: list[Failure] = []
    path = str(inputs / "c.jsonl")
    run(inputs / "c.jsonl", tmp_path / "out.jsonl", ruled_model, on_failure=failures.append)
    assert failures[0] == Failure(path, "line 2", "analyse", "ZeroDivisionError: a fault")
    assert len(failures) == 2


def test_without_text_and_with_a_day_given(inputs: Path, tmp_path: Path, ruled_model: str) -> None:
    options = ExtractOptions(
        model=ruled_model, keep_text=False, reading=ReaderOptions(publish_date="2024-03-04")
    )
    output = tmp_path / "out.jsonl"
    extract([str(inputs / "a.txt")], str(output), options)
    assert json.loads(output.read_bytes())["text"] is None


@pytest.mark.parametrize(
    ("paths", "output", "message"),
    [
        (["empty"], "out.jsonl", "nothing to read at empty"),
        (["in/a.txt"], "in/a.txt", "is an input of this run"),
        (["in/c.jsonl"], "in", "cannot be written"),
        (["in/c.jsonl"], "in/a.txt/out.jsonl", "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    inputs: Path,
    ruled_model: str,
    monkeypatch: pytest.MonkeyPatch,
    paths: list[str],
    output: str,
    message: str,
) -> None:
    monkeypatch.chdir(inputs.parent)
    Path("empty").mkdir()
    before = sorted(Path().rglob("*"))
    with pytest.raises(RunError, match=message):
        extract(paths, output, ExtractOptions(model=ruled_model))
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_that_is_not_there(inputs: Path, tmp_path: Path, jobs: int) -> None:
    with pytest.raises(RunError, match=r"model cannot be loaded.*no-such-model"):
        run(inputs, tmp_path / "out.jsonl", "no-such-model", manner=Manner(jobs=jobs))
    assert not (tmp_path / "out.jsonl").exists()
