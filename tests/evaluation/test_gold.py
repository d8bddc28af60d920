from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.evaluation.gold import fingerprint, read_gold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name, ending in (("002", "html"), ("001", "txt")):
        (tmp_path / "docs" / f"{name}.{ending}").write_text("text", encoding="utf-8")
        gold = {"id": name, "people": [{"name": "Marta", "mentions": ["Marta"]}]}
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_annotations_come_with_their_releases(folder: Path) -> None:
    read = [(path.name, gold.id) for path, gold in read_gold(folder)]
    assert read == [("001.txt", "001"), ("002.html", "002")]


def test_an_annotation_in_another_form_is_named(folder: Path) -> None:
    (folder / "001.gold.json").write_text('{"id": "001", "persons": []}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"001\.gold\.json.*\n?.*persons"):
        list(read_gold(folder))


def test_an_annotation_without_its_release_is_named(folder: Path) -> None:
    (folder / "docs" / "002.html").unlink()
    with pytest.raises(FileNotFoundError, match=r"002\.gold\.json"):
        list(read_gold(folder))


@pytest.mark.parametrize("changed", ["001.gold.json", "docs/002.html"])
def test_the_fingerprint_is_of_annotations_and_releases(folder: Path, changed: str) -> None:
    before = fingerprint(folder)
    (folder / "notes.txt").write_text("no part of it", encoding="utf-8")
    assert fingerprint(folder) == before
    path = folder / changed
    path.write_bytes(path.read_bytes() + b" ")
    assert fingerprint(folder) != before
