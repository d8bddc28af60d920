from __future__ import annotations

import json
import os

from communique.readers.failure import ReadFailure
from communique.runs.failure import Failure


def test_a_line_is_json_in_utf8() -> None:
    failure = Failure("zhōng/文.txt", "line 7", "parse", "invalid JSON")
    line = failure.to_line()
    assert "文".encode() in line
    assert json.loads(line) == {
        "path": "zhōng/文.txt",
        "record": "line 7",
        "stage": "parse",
        "reason": "invalid JSON",
    }


def test_file_names_that_are_no_utf8_are_readable() -> None:
    failure = Failure(os.fsdecode(b"caf\xe9.txt"), None, "open", "it is gone")
    assert json.loads(failure.to_line())["path"] == r"caf\xe9.txt"
    assert str(failure) == r"caf\xe9.txt: it is gone"


def test_half_a_surrogate_pair_in_a_message_is_no_obstacle() -> None:
    failure = Failure("x.jsonl", "line 1", "parse", "bad \ud83d")
    assert json.loads(failure.to_line())["reason"] == "bad ?"


def test_what_a_reader_says_is_taken_over() -> None:
    failure = Failure.of_reading(ReadFailure("x.jsonl", "line 2", "decode", "binary"))
    assert failure == Failure("x.jsonl", "line 2", "decode", "binary")
    assert str(failure) == "x.jsonl, line 2: binary"
