from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from communique.runs.failure import Failure
from communique.runs.inputs import PassedOver, find_inputs

OUTSIDE = "it is a link that leads out of the folder; name the file to have it read"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a/2.html",
        "a/10.txt",
        "a/.hidden.txt",
        ".git/config.txt",
        "c/records.jsonl",
        "c/records.jsonl.gz",
        "c/picture.png",
        "c/noextension",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_searched_in_the_order_of_characters(tree: Path) -> None:
    assert list(find_inputs(["."])) == [
        "./a/10.txt",
        "./a/2.html",
        "./b.txt",
        "./c/noextension",
        PassedOver("./c/picture.png"),
        "./c/records.jsonl",
        "./c/records.jsonl.gz",
    ]


def test_with_a_format_named_every_file_is_taken(tree: Path) -> None:
    assert "c/picture.png" in list(find_inputs(["c"], any_extension=True))


def test_what_is_named_is_taken_in_the_order_of_naming_and_once(tree: Path) -> None:
    named = ["c/picture.png", "b.txt", "-", "a", "a/../b.txt", "missing", "a/10.txt", "-"]
    assert list(find_inputs(named)) == [
        "c/picture.png",
        "b.txt",
        "-",
        "a/10.txt",
        "a/2.html",
        "missing",
    ]


def test_patterns(tree: Path) -> None:
    assert list(find_inputs(["*/*.txt"])) == ["a/10.txt"]
    assert list(find_inputs(["**/*.txt"])) == ["a/10.txt", "b.txt"]
    assert list(find_inputs(["[ab]"])) == ["a/10.txt", "a/2.html"]
    assert list(find_inputs(["*.pdf"])) == [
        Failure("*.pdf", None, "open", "no file matches the pattern")
    ]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree: Path) -> None:
    (tree / "[ab].txt").touch()
    assert list(find_inputs(["[ab].txt"])) == ["[ab].txt"]


def test_links_are_not_followed_out_of_the_folder_and_broken_ones_are_told(tree: Path) -> None:
    (tree / "a" / "loop").symlink_to(tree)
    (tree / "a" / "gone.txt").symlink_to(tree / "nowhere")
    (tree / "a" / "same.txt").symlink_to(tree / "b.txt")
    assert list(find_inputs(["a", "b.txt"])) == [
        "a/10.txt",
        "a/2.html",
        Failure("a/gone.txt", None, "open", OUTSIDE),
        Failure("a/same.txt", None, "open", OUTSIDE),
        "b.txt",
    ]
    (tree / "a" / "nowhere.txt").symlink_to(tree / "a" / "none")
    assert "./a/same.txt" in list(find_inputs(["."]))
    assert "a/nowhere.txt" in list(find_inputs(["a"]))
    assert list(find_inputs(["a/same.txt"])) == ["a/same.txt"]


def test_a_pipe_in_a_folder_is_left_alone(tree: Path) -> None:
    os.mkfifo(tree / "a" / "pipe.txt")
    assert list(find_inputs(["a"])) == ["a/10.txt", "a/2.html"]


def test_a_folder_without_permission_fails_and_the_rest_goes_on(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def forbidding(path: str) -> Any:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", forbidding)
    assert list(find_inputs(["a", "b.txt"])) == [
        Failure("a", None, "open", "the folder cannot be read: Permission denied"),
        "b.txt",
    ]
