import gzip
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.readers import ReaderOptions, ReadFailure, Release, read, registry
from communique.readers.failure import ReadError
from communique.readers.formats import Format
from communique.readers.release import ReleaseSource
from communique.readers.source import Reader, Source

TEXT = b"Velm signed an accord."
PAGE = b"<!DOCTYPE html><html><body><p>Velm signed an accord with the University of Trane.</p></body></html>"
LINE = b'{"text": "Velm signed an accord."}\n'


@pytest.mark.parametrize(
    ("name", "data", "fmt"),
    [
        ("a.txt", TEXT, "text"),
        ("a.TXT", TEXT, "text"),
        ("a.md", TEXT, "markdown"),
        ("a.txt", LINE, "text"),
        ("a.html", PAGE, "html"),
        ("a.htm", b"<p>Velm signed an accord with the University of Trane.</p>", "html"),
        ("a.jsonl", LINE, "jsonl"),
        ("a.ndjson", LINE, "jsonl"),
        ("a.txt", b"\xef\xbb\xbf\n" + PAGE, "html"),
        ("a.txt", b"<p>Velm</p> signed an accord.", "text"),
        ("a", TEXT, "text"),
        ("a", PAGE, "html"),
        ("a", LINE, "jsonl"),
        ("a.json", LINE, "json"),
        ("a", b'{\n  "text": "Velm signed an accord."\n}', "json"),
        ("a", b'[{"text": "Velm signed an accord."}]', "json"),
    ],
)
def test_the_format_comes_from_name_and_content(
    tmp_path: Path, name: str, data: bytes, fmt: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (release,) = read(file)
    assert release.source.format == fmt


def test_a_format_asked_for_wins(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(PAGE)
    (release,) = read(file, format="text")
    assert release.text == PAGE.decode()


def test_an_unknown_format_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match=r"unknown format 'odt'; known are text, markdown, html"):
        read("a.odt", format="odt")


def test_packed_files(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(LINE * 2))
    assert [release.source.record for release in read(file)] == ["line 1", "line 2"]
    file.write_bytes(gzip.compress(LINE * 50)[:-12])
    *_, last = read(file)
    assert "gzip archive is damaged" in last.reason


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "in"
    file.write_bytes(LINE)
    with file.open("rb") as stream:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
        (release,) = read("-")
    assert (release.source.path, release.source.format) == ("-", "jsonl")


def only_failure(path: Path, **options: Any) -> ReadFailure:
    (failure,) = read(path, **options)
    assert isinstance(failure, ReadFailure)
    assert failure.path == str(path)
    return failure


def test_a_missing_path(tmp_path: Path) -> None:
    failure = only_failure(tmp_path / "none.txt")
    assert (failure.stage, failure.reason) == ("open", "there is no such file")


def test_a_path_that_no_file_can_have() -> None:
    (failure,) = read("a\0b.txt")
    assert isinstance(failure, ReadFailure)
    assert failure.stage == "open"


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in only_failure(tmp_path).reason


def test_an_empty_file(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.jsonl", "a"):
        (tmp_path / name).touch()
        failure = only_failure(tmp_path / name)
        assert (failure.stage, failure.reason) == ("open", "the file is empty")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    file.chmod(0)
    if os.access(file, os.R_OK):  # the superuser reads everything
        monkeypatch.setattr(
            registry, "open_input", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no"))
        )
    assert only_failure(file).reason == "no permission to read it"


def as_text(reader: Reader) -> Format:
    return Format(name="text", title="text", reader=reader)


def test_a_readers_own_bug_ends_only_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Source, options: ReaderOptions) -> Iterator[Release]:
        raise RuntimeError("off by one")
        yield

    monkeypatch.setattr(registry, "formats", lambda: {"text": as_text(broken)})
    failure = next(read(TEXT, format="text", name="a.txt"))
    assert failure == ReadFailure("a.txt", None, "parse", "RuntimeError: off by one")


def test_a_failure_after_the_first_release_is_a_value_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(source: Source, options: ReaderOptions) -> Iterator[Release]:
        yield Release("x", source=ReleaseSource("a.txt", "text", ""))
        raise ReadError("open", "torn")

    monkeypatch.setattr(registry, "formats", lambda: {"text": as_text(torn)})
    first, second = read(TEXT, format="text", name="a.txt", options=ReaderOptions())
    assert isinstance(first, Release)
    assert str(second) == "a.txt: torn"
