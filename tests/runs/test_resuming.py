"""Runs that are stopped and started again, and runs over what is there already."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

import communique.runs.analysis
from communique.components.lexicon_files import UserLexicon
from communique.readers.release import Release
from communique.runs.analysis import ExtractOptions
from communique.runs.extract import Manner, RunError, extract
from communique.runs.journal import Journal, journal_path
from communique.runs.settings import Settings
from communique.runs.summary import RunSummary
from communique.stores.jsonl import JsonlFile


class StopError(Exception):
    """What stops a run in these tests."""


@pytest.fixture
def folder(tmp_path: Path, release_text: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(4):
        text = f"{release_text}\nNumber {number}."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    lines = [json.dumps({"text": f"{release_text}\nLine {n}."}) for n in range(6)]
    lines[2] = "{"
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are analysed, as they are."""
    texts: list[str] = []
    make_doc = communique.runs.analysis.make_doc

    def noting(nlp: object, release: Release) -> object:
        texts.append(release.text)
        return make_doc(nlp, release)  # type: ignore[arg-type]

    monkeypatch.setattr(communique.runs.analysis, "make_doc", noting)
    return texts


@pytest.fixture
def options(ruled_model: str) -> ExtractOptions:
    return ExtractOptions(model=ruled_model)


def run(folder: Path, name: str, options: ExtractOptions, **manner: object) -> RunSummary:
    output = str(folder.parent / name)
    return extract([str(folder)], output, options, Manner(**manner))  # type: ignore[arg-type]


def stop_after(folder: Path, name: str, options: ExtractOptions, outcomes: int) -> None:
    def stop(summary: RunSummary, total: int | None) -> None:
        if summary.documents + summary.failed == outcomes:
            raise StopError

    with pytest.raises(StopError):
        extract([str(folder)], str(folder.parent / name), options, on_progress=stop)


def written(folder: Path, name: str) -> Iterator[bytes]:
    for path in (f"{name}.jsonl", f"{name}.failed.jsonl"):
        yield (folder.parent / path).read_bytes()


def test_a_run_that_was_stopped_goes_on_and_writes_the_same_bytes(
    folder: Path, options: ExtractOptions, analysed: list[str]
) -> None:
    run(folder, "whole.jsonl", options)
    analysed.clear()
    for outcomes in (3, 7, 9):
        stop_after(folder, "out.jsonl", options, outcomes)
        assert not (folder.parent / "out.jsonl").exists()
    summary = run(folder, "out.jsonl", options)
    assert list(written(folder, "out")) == list(written(folder, "whole"))
    assert len(analysed) == 9
    assert (summary.documents, summary.failed, summary.taken) == (9, 1, 8)
    left = sorted(path.name for path in folder.parent.glob("*out*"))
    assert left == ["out.failed.jsonl", "out.jsonl"]
    assert not journal_path(folder.parent / "out.jsonl").exists()


def test_a_later_run_analyses_what_is_new_and_what_changed(
    folder: Path, options: ExtractOptions, analysed: list[str], release_text: str
) -> None:
    run(folder, "out.jsonl", options, update=True)
    analysed.clear()
    (folder / "0.txt").write_text(f"{release_text}\nAnother.", encoding="utf-8")
    (folder / "00.txt").write_text(f"{release_text}\nA new one.", encoding="utf-8")
    (folder / "1.txt").unlink()
    with (folder / "many.jsonl").open("a", encoding="utf-8") as many:
        many.write("\n" + json.dumps({"text": "One more."}))
    summary = run(folder, "out.jsonl", options, update=True)
    assert [text.split("\n")[-1] for text in analysed] == ["Another.", "A new one.", "One more."]
    assert (summary.taken, summary.older) == (7, 0)
    run(folder, "fresh.jsonl", options)
    assert list(written(folder, "out")) == list(written(folder, "fresh"))


def test_what_failed_is_tried_again(
    folder: Path, options: ExtractOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(communique.runs.analysis, "make_doc", None)
        assert run(folder, "out.jsonl", options, update=True).failed == 10
    assert run(folder, "out.jsonl", options, update=True).failed == 1


def changed(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    of = Settings.of

    def other(options: ExtractOptions) -> Settings:
        values = vars(of(options)) | {what: "another"}
        return Settings(**values)

    monkeypatch.setattr(Settings, "of", other)


@pytest.mark.parametrize("what", ["program", "model", "options"])
def test_a_journal_of_another_call_stops_the_run(
    folder: Path, options: ExtractOptions, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    stop_after(folder, "out.jsonl", options, 5)
    changed(monkeypatch, what)
    with pytest.raises(RunError, match=rf"another call: the {what} changed.*--refresh"):
        run(folder, "out.jsonl", options)
    summary = run(folder, "out.jsonl", options, refresh=True)
    assert (summary.documents, summary.taken) == (9, 0)


def test_a_changed_model_analyses_again_on_request(
    folder: Path, options: ExtractOptions, analysed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, "out.jsonl", options, update=True)
    changed(monkeypatch, "model")
    analysed.clear()
    summary = run(folder, "out.jsonl", options, update=True)
    assert (len(analysed), summary.taken, summary.older) == (0, 9, 9)
    summary = run(folder, "out.jsonl", options, update=True, refresh=True)
    assert (len(analysed), summary.taken, summary.older) == (9, 0, 0)
    summary = run(folder, "out.jsonl", options)
    assert (len(analysed), summary.taken, summary.older) == (9, 9, 0)


def test_a_refreshing_run_that_was_stopped_goes_on(
    folder: Path, options: ExtractOptions, analysed: list[str]
) -> None:
    run(folder, "out.jsonl", options, update=True)
    analysed.clear()

    def stop(summary: RunSummary, total: int | None) -> None:
        if summary.documents == 5:
            raise StopError

    output, manner = str(folder.parent / "out.jsonl"), Manner(update=True, refresh=True)
    with pytest.raises(StopError):
        extract([str(folder)], output, options, manner, on_progress=stop)
    assert run(folder, "out.jsonl", options, update=True, refresh=True).taken == 5
    assert len(analysed) == 9


def test_two_runs_cannot_write_one_output(folder: Path, options: ExtractOptions) -> None:
    path = journal_path(folder.parent / "out.jsonl")
    with (
        Journal(path, Settings.of(options)),
        pytest.raises(RunError, match="another run is writing this output"),
    ):
        run(folder, "out.jsonl", options)
    assert run(folder, "out.jsonl", options).documents == 9


def test_a_file_that_is_no_journal(folder: Path, options: ExtractOptions) -> None:
    path = journal_path(folder.parent / "out.jsonl")
    path.write_bytes(b"something else " * 100)
    with pytest.raises(RunError, match="is no journal; remove it"):
        run(folder, "out.jsonl", options)
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(RunError, match="another version's form"):
        run(folder, "out.jsonl", options)


def test_without_a_journal_nothing_lies_beside_the_output(
    folder: Path, options: ExtractOptions
) -> None:
    seen: set[str] = set()

    def note(summary: RunSummary, total: int | None) -> None:
        seen.update(path.name for path in folder.parent.iterdir())

    output = str(folder.parent / "out.jsonl")
    extract([str(folder)], output, options, Manner(journal=False), on_progress=note)
    assert not [name for name in seen if name.endswith(".journal")]


def test_a_full_disk_keeps_what_was_done(
    folder: Path, options: ExtractOptions, monkeypatch: pytest.MonkeyPatch, analysed: list[str]
) -> None:
    write = JsonlFile._write

    def full(self: JsonlFile, line: bytes) -> None:
        if self.lines == 5:
            raise OSError(28, "No space left on device")
        write(self, line)

    with monkeypatch.context() as patched:
        patched.setattr(JsonlFile, "_write", full)
        with pytest.raises(RunError, match=r"out.jsonl cannot be written: No space left on device"):
            run(folder, "out.jsonl", options)
    left = sorted(path.name for path in folder.parent.glob("*out*"))
    assert not [name for name in left if name.endswith(".partial")]
    run(folder, "out.jsonl", options)
    assert len(analysed) == 9


def test_what_a_killed_run_left_of_its_output_is_overwritten(
    folder: Path, options: ExtractOptions
) -> None:
    partial = folder.parent / ".out.jsonl.partial"
    partial.write_bytes(b'{"schema_version":1,"id"' * 1000)
    run(folder, "out.jsonl", options)
    run(folder, "whole.jsonl", options)
    assert list(written(folder, "out")) == list(written(folder, "whole"))
    assert not partial.exists()


def test_a_users_lexicon_is_known_by_its_content(options: ExtractOptions) -> None:
    made = [
        Settings.of(replace(options, lexicon=UserLexicon(digest, MappingProxyType({}))))
        for digest in ("aa", "aa", "bb")
    ]
    assert made[0] == made[1]
    assert made[0].differences(made[2]) == ["the options"]
    assert made[0] != Settings.of(options)
