"""Objects in stores, by fsspec's store in memory."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator

import pytest

from communique.readers.failure import ReadFailure
from communique.readers.object_stores import in_store, plain
from communique.readers.registry import read
from communique.readers.release import Release
from communique.runs.failure import Failure
from communique.runs.inputs import PassedOver, find_inputs
from communique.runs.work import key_of

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("pyarrow")


@pytest.fixture
def store() -> Iterator[str]:
    """The address of a folder with some objects."""
    files = fsspec.filesystem("memory")
    for name in ("b.txt", "a.txt", "sub/c d.txt", "sub.txt", ".hidden/e.txt", "f.png"):
        files.pipe(f"/news/{name}", f"Marta Okonjo spoke in {name}.".encode())
    files.pipe("/news/many.jsonl.gz", gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    yield "memory://news"
    files.rm("/news", recursive=True)


def test_objects_below_an_address_come_in_the_order_of_a_walk(store: str) -> None:
    names = ["a.txt", "b.txt", "f.png", "many.jsonl.gz", "sub/c d.txt", "sub.txt"]
    found = list(find_inputs([f"{store}/"]))
    assert [item for item in found if isinstance(item, str)] == [
        f"{store}/{name}" for name in names if name != "f.png"
    ]
    assert PassedOver(f"{store}/f.png") in found
    assert list(find_inputs([f"{store}/sub*.txt", f"{store}/b.txt"])) == [
        f"{store}/sub/c d.txt",
        f"{store}/sub.txt",
        f"{store}/b.txt",
    ]


def test_objects_are_read_as_files_are(store: str) -> None:
    (release,) = read(f"{store}/sub/c d.txt")
    assert isinstance(release, Release)
    assert release.text == "Marta Okonjo spoke in sub/c d.txt."
    assert release.source.path == f"{store}/sub/c d.txt"
    texts = [r.text for r in read(f"{store}/many.jsonl.gz") if isinstance(r, Release)]
    assert texts == ["One.", "Two."]


def test_an_object_is_known_by_what_the_store_says_of_it(store: str) -> None:
    key = key_of(f"{store}/a.txt")
    assert key is not None
    assert key == key_of(f"{store}/a.txt")
    fsspec.filesystem("memory").pipe("/news/a.txt", b"Another text.")
    assert key_of(f"{store}/a.txt") not in {None, key}
    assert key_of(f"{store}/none.txt") is None


def test_what_is_not_there_fails(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (failure,) = read(f"{store}/none.txt")
    assert isinstance(failure, ReadFailure)
    assert (failure.stage, failure.reason) == ("open", "there is no such file")
    (nothing,) = find_inputs([f"{store}/*.pdf"])
    assert isinstance(nothing, Failure)
    (unknown,) = read("nowhere://a/b.txt")
    assert isinstance(unknown, ReadFailure)
    assert "nowhere:// is no store" in unknown.reason
    monkeypatch.setitem(sys.modules, "pyarrow.fs", None)
    (lacking,) = read(f"{store}/a.txt")
    assert isinstance(lacking, ReadFailure)
    assert "pip install 'communique[ray]'" in lacking.reason


def test_addresses_and_paths() -> None:
    assert in_store("s3://bucket/a.txt")
    assert not in_store("file:///a.txt")
    assert not in_store("a:b//c.txt")
    assert not in_store("C://x.txt")
    assert plain("file:///a/b c.txt") == "/a/b c.txt"
