from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import Call, Called

LIMIT = "20,000,000"


@pytest.fixture
def extract(call: Call, ruled_model: str, release_text: str) -> Call:
    Path("good.txt").write_text(release_text, encoding="utf-8")

    def run(*arguments: str) -> Called:
        return call("extract", "--model", ruled_model, "-o", "out.jsonl", *arguments)

    return run


def records(path: str = "out.jsonl") -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def failures() -> list[dict[str, object]]:
    return records("out.failed.jsonl")


def test_all_is_well(extract: Call) -> None:
    called = extract("good.txt")
    assert called.code == 0
    assert called.out == ""
    assert "records: out.jsonl" in called.err
    assert [r["source"]["path"] for r in records()] == ["good.txt"]  # type: ignore[index]
    assert not Path("out.failed.jsonl").exists()


def test_the_summary_counts(extract: Call) -> None:
    Path("empty.txt").touch()
    called = extract("good.txt", "empty.txt")
    head, _, row = [line for line in called.err.splitlines() if "failed:" not in line][:3]
    counted = dict(zip(head.split(), row.split(), strict=True))
    assert list(counted) == (
        [
            "documents",
            "failed",
            "people",
            "organizations",
            "agreements",
            "dates",
            "seconds",
            "docs/s",
        ]
    )
    assert (counted["documents"], counted["failed"]) == ("1", "1")
    assert counted["people"] == str(len(records()[0]["people"]))  # type: ignore[arg-type]


def test_records_go_to_the_outputs_folder_by_default(
    call: Call, ruled_model: str, release_text: str
) -> None:
    Path("good.txt").write_text(release_text, encoding="utf-8")
    assert call("extract", "good.txt", "--model", ruled_model).code == 0
    assert len(records("outputs/records.jsonl")) == 1


@pytest.mark.parametrize(
    ("name", "content", "stage", "reason"),
    [
        ("empty.txt", b"", "open", "the file is empty"),
        ("blank.txt", b" \n\n", "extract", "the file holds no text, only white space"),
        ("empty.jsonl", b"", "open", "the file is empty"),
        ("binary.txt", bytes(range(256)) * 20, "decode", "not text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "decode", "PNG"),
    ],
)
def test_bad_files(extract: Call, name: str, content: bytes, stage: str, reason: str) -> None:
    Path(name).write_bytes(content)
    called = extract(name, "good.txt")
    assert called.code == 3
    (failure,) = failures()
    assert (failure["path"], failure["record"], failure["stage"]) == (name, None, stage)
    assert reason in str(failure["reason"])
    assert f"failed: {name}: {failure['reason']}" in called.err
    assert len(records()) == 1


def test_a_missing_path(extract: Call) -> None:
    assert extract("nowhere.txt", "good.txt").code == 3
    assert [f["reason"] for f in failures()] == ["there is no such file"]
    assert len(records()) == 1


def test_a_folder_without_permission(extract: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("closed")
    folder.mkdir()
    folder.chmod(0)
    if os.access(folder, os.R_OK):  # the superuser reads everything

        def refuse(path: str) -> None:
            raise PermissionError(13, "Permission denied", path)

        monkeypatch.setattr(os, "scandir", refuse)
    called = extract("closed", "good.txt")
    folder.chmod(0o700)
    assert called.code == 3
    assert "failed: closed: the folder cannot be read: Permission denied" in called.err
    assert len(records()) == 1


def test_a_bad_line_is_named_and_the_others_go_on(extract: Call, release_text: str) -> None:
    lines = [json.dumps({"text": release_text})] * 9
    lines[6] = '{"text": "cut off'
    lines[8] = json.dumps({"body": "x"})
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    called = extract("many.jsonl")
    assert called.code == 3
    assert "failed: many.jsonl, line 7: invalid JSON" in called.err
    assert "failed: many.jsonl, line 9: there is no field 'text' (fields: body)" in called.err
    assert [(f["record"], f["stage"]) for f in failures()] == [
        ("line 7", "parse"),
        ("line 9", "parse"),
    ]
    assert len(records()) == 7


def test_a_line_of_50_mb_is_passed_over(extract: Call, release_text: str) -> None:
    good = json.dumps({"text": release_text}).encode()
    Path("huge.jsonl").write_bytes(good + b'\n{"text": "' + b"x" * 50_000_000 + b'"}\n' + good)
    called = extract("huge.jsonl")
    assert called.code == 3
    reason = f"the line is longer than the limit of {LIMIT} bytes"
    assert f"failed: huge.jsonl, line 2: {reason}" in called.err
    assert [r["source"]["record"] for r in records()] == ["line 1", "line 3"]  # type: ignore[index]


@pytest.mark.parametrize("day", ["2024-06-31", "31 June", "2024-6-1", "tomorrow", ""])
def test_a_day_that_does_not_exist_is_a_wrong_call(extract: Call, day: str) -> None:
    called = extract("good.txt", "--publish-date", day)
    assert called.code == 2
    assert "--publish-date" in called.err
    assert not Path("out.jsonl").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["good.txt", "--format", "odt"],
        ["good.txt", "--jobs", "-1"],
        ["good.txt", "--encoding", "klingon"],
        ["good.txt", "--no-such-option"],
    ],
)
def test_wrong_calls(extract: Call, arguments: list[str]) -> None:
    assert extract(*arguments).code == 2
    assert not Path("out.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["folder"], "there is nothing to read at folder"),
        (["good.txt", "--model", "nothing-here"], "the model cannot be loaded"),
        (["good.txt", "-o", "folder"], "folder cannot be written"),
        (["good.txt", "-o", "good.txt"], "good.txt is an input of this run"),
    ],
)
def test_when_nothing_can_be_done(extract: Call, arguments: list[str], message: str) -> None:
    Path("folder").mkdir()
    called = extract("--quiet", *arguments)
    assert called.code == 1
    assert f"communique: {message}" in called.err
    assert not Path("out.jsonl").exists()


def test_quiet(extract: Call) -> None:
    Path("empty.txt").touch()
    called = extract("--quiet", "good.txt", "empty.txt")
    assert (called.code, called.out, called.err) == (3, "", "")


def test_files_passed_over_are_counted(extract: Call) -> None:
    Path("folder").mkdir()
    Path("folder/a.txt").write_text("Marta Okonjo spoke.", encoding="utf-8")
    Path("folder/b.png").touch()
    assert "1 files of other kinds were passed over" in extract("folder").err
    assert extract("folder", "--format", "text").code == 3


def test_no_text(extract: Call) -> None:
    extract("good.txt", "--no-text")
    assert records()[0]["text"] is None


def test_fields_of_jsonl_are_named_by_options(extract: Call, release_text: str) -> None:
    line = {"body": release_text, "head": "A pier", "day": "2024-03-04", "lang": "en"}
    Path("x.jsonl").write_text(json.dumps(line), encoding="utf-8")
    fields = ["--text-field", "body", "--title-field", "head", "--language-field", "lang"]
    assert extract("x.jsonl", *fields, "--date-field", "day").code == 0
    (record,) = records()
    assert (record["title"], record["language"]) == ("A pier", "en")


def test_format_and_encoding_overrule_what_is_detected(extract: Call) -> None:
    Path("page.html").write_bytes("<p>Über Tallberg Foundry</p>".encode("cp1252"))
    assert extract("page.html", "--format", "text", "--encoding", "cp1252").code == 0
    assert records()[0]["text"] == "<p>Über Tallberg Foundry</p>"


def test_a_format_that_nobody_registered_is_a_wrong_call(extract: Call) -> None:
    called = extract("good.txt", "--format", "odt")
    assert called.code == 2
    assert "'odt' is not known; known are text, markdown, html" in " ".join(called.err.split())


def test_columns_and_lists_are_named_by_options(extract: Call, release_text: str) -> None:
    row = release_text.replace("\n", " ")
    Path("a.csv").write_text(f"Tag\tText\n03.05.2023\t{row}\n", encoding="utf-8")
    Path("a.json").write_text(
        json.dumps({"x": {"y": [{"Text": release_text, "by": "Ida"}]}}), encoding="utf-8"
    )
    called = extract(
        "a.csv", "a.json", "--text-field", "Text", "--date-field", "Tag", "--date-format", "%d.%m.%Y",
        "--delimiter", "tab", "--author-field", "by", "--items-field", "x.y",
    )  # fmt: skip
    assert called.code == 0, called.err
    first, second = records()
    assert (first["publish_date"], second["author"]) == ("2023-05-03", "Ida")
    assert first["source"]["record"] == "line 2"  # type: ignore[index]


def test_an_archive_is_read_in_one_process_and_in_many(extract: Call, release_text: str) -> None:
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("b/c.txt", release_text)
        archive.writestr("b/d.html", "")
        archive.writestr("../e.txt", release_text)
    assert extract("a.zip", "good.txt").code == 3
    lines = Path("out.jsonl").read_bytes()
    assert [r["source"]["record"] for r in records()] == ["b/c.txt", None]  # type: ignore[index]
    assert [f["record"] for f in failures()] == ["b/d.html", "../e.txt"]
    assert extract("a.zip", "good.txt", "--jobs", "2").code == 3
    assert Path("out.jsonl").read_bytes() == lines


def test_standard_input_to_standard_output(ruled_model: str, release_text: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "communique", "extract", "-", "-o", "-", "--model", ruled_model],
        input=release_text.encode(),
        capture_output=True,
        check=True,
    )
    record = json.loads(done.stdout)
    assert record["source"]["path"] == "-"
    assert record["text"].startswith("Tallberg Foundry")
    assert b"docs/s" in done.stderr


def test_an_update_says_what_was_done_before(extract: Call) -> None:
    extract("good.txt", "--update")
    Path("new.txt").write_text("Marta Okonjo spoke.", encoding="utf-8")
    called = extract("good.txt", "new.txt", "--update")
    assert "1 documents were done before" in called.err
    assert len(records()) == 2


def test_a_journal_of_another_call_is_told(extract: Call) -> None:
    extract("good.txt", "--update")
    called = extract("good.txt", "--no-text")
    assert called.code == 1
    assert "is of another call: the options changed since" in called.err
    assert extract("good.txt", "--no-text", "--refresh").code == 0


def test_duplicates_are_told(extract: Call, release_text: str) -> None:
    Path("again.txt").write_text(release_text, encoding="utf-8")
    assert "duplicates: out.duplicates.jsonl" in extract("good.txt", "again.txt").err


def test_shards(extract: Call) -> None:
    assert extract("good.txt", "--shards", "2").code == 0
    names = sorted(path.name for path in Path().glob("out*"))
    assert names == ["out-00000-of-00002.jsonl", "out-00001-of-00002.jsonl"]


def test_no_journal_leaves_nothing_to_update(extract: Call) -> None:
    assert extract("good.txt", "--no-journal", "--update").code == 2
    assert extract("good.txt", "--no-journal").code == 0


def test_a_stop_at_the_keyboard(extract: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.runs.extract.extract", stop)
    called = extract("good.txt")
    assert (called.code, "communique: stopped" in called.err) == (130, True)
