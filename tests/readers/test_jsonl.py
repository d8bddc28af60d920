import io
import json
from typing import Any

import pytest

from communique.readers import ReaderOptions, ReadFailure, Release, read
from communique.readers.jsonl import read_jsonl
from communique.readers.source import Source


def lines(*values: object) -> bytes:
    return b"\n".join(
        value if isinstance(value, bytes) else json.dumps(value).encode() for value in values
    )


def load(data: bytes, **options: Any) -> list[Any]:
    return list(read(data, format="jsonl", options=ReaderOptions(**options), name="velm.jsonl"))


def test_a_release_a_line() -> None:
    first, second = load(
        lines(
            {"text": "Velm signed.\r\n", "title": "Accord", "date": "2023-05-03T23:30:00-05:00",
             "id": 17, "language": "en", "other": 1},
            b"",
            {"text": "Trane opened."},
        )
    )  # fmt: skip
    assert (first.text, first.title, first.publish_date) == (
        "Velm signed.\n",
        "Accord",
        "2023-05-03",
    )
    assert (first.given_id, first.language, first.source.record) == ("17", "en", "line 1")
    assert (second.title, second.publish_date, second.source.record) == (None, None, "line 3")
    assert first.source.sha256 != second.source.sha256
    assert first.source.format == "jsonl"


def test_fields_are_named_by_options() -> None:
    data = lines({"body": "Velm signed.", "headline": "Accord", "day": "2023-05-03", "text": "no"})
    (release,) = load(data, text_field="body", title_field="headline", date_field="day")
    assert (release.text, release.title, release.publish_date) == (
        "Velm signed.",
        "Accord",
        "2023-05-03",
    )


def test_the_publish_date_of_the_caller_wins() -> None:
    (release,) = load(lines({"text": "x y", "date": "2023-05-03"}), publish_date="2024-01-01")
    assert release.publish_date == "2024-01-01"


def test_a_bad_line_names_file_and_line_and_ends_nothing() -> None:
    good = {"text": "Velm signed."}
    results = load(lines(*[good] * 6, b'{"text": "half', good))
    assert [type(result) for result in results] == [Release] * 6 + [ReadFailure, Release]
    failure = results[6]
    assert (failure.record, failure.stage) == ("line 7", "parse")
    assert str(failure).startswith("velm.jsonl, line 7: invalid JSON")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"[1, 2]", "not a JSON object"),
        (b'{"title": "Accord"}', "there is no field 'text' (fields: title)"),
        (b'{"text": ["a"]}', "not a string"),
        (b'{"text": " \\n "}', "holds no text"),
        (b"[" * 200_000, "invalid JSON"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "invalid JSON"),
        (b"\x00\x01\x02\x00\x00\x07", "not text"),
    ],
)
def test_lines_that_hold_no_release(line: bytes, reason: str) -> None:
    (failure, release) = load(lines(line, {"text": "Velm signed."}))
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason
    assert failure.record == "line 1"
    assert isinstance(release, Release)


@pytest.mark.parametrize("day", ["3 May 2023", "2023-13-01", "2023-06-31", 20230503])
def test_a_date_that_is_no_day_is_a_warning(day: str) -> None:
    (release,) = load(lines({"text": "Velm signed.", "date": day}))
    assert release.publish_date is None
    assert str(day) in release.warnings[0]


def test_half_a_surrogate_pair_can_be_written_again() -> None:
    (release,) = load(b'{"text": "Velm \\ud83d signed"}')
    assert release.text.encode() == "Velm \ufffd signed".encode()


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    (release,) = load(b"\xef\xbb\xbf" + lines({"text": "Velm signed."}))
    assert release.text == "Velm signed."


def test_an_empty_file() -> None:
    (failure,) = load(b"\n\n")
    assert (failure.record, failure.stage, failure.reason) == (None, "open", "the file is empty")


def test_a_file_in_utf16() -> None:
    (failure,) = load(lines({"text": "Velm signed."}).decode().encode("utf-16"))
    assert (failure.record, failure.stage) == (None, "decode")
    assert "UTF-16" in failure.reason


class Counted(io.BytesIO):
    """A stream that remembers the most it was asked for at once."""

    most = 0

    def readline(self, size: int | None = -1) -> bytes:
        part = super().readline(size)
        self.most = max(self.most, len(part))
        return part


def test_a_line_beyond_the_limit_is_passed_over_without_being_held() -> None:
    limit = 2_000_000
    long = b'{"text": "' + b"x" * 50_000_000 + b'"}'
    stream = Counted(lines({"text": "a b"}, long, {"text": "c d"}))
    results = list(read_jsonl(Source("velm.jsonl", stream), ReaderOptions(max_bytes=limit)))
    assert [result.text for result in results if isinstance(result, Release)] == ["a b", "c d"]
    failure = results[1]
    assert (failure.record, failure.stage) == ("line 2", "open")
    assert "2,000,000" in failure.reason
    assert stream.most <= limit + 1


def test_a_line_of_exactly_the_limit_is_read() -> None:
    data = lines({"text": "Velm signed."})
    (release, _) = load(data + b"\n" + data, max_bytes=len(data))
    assert release.text == "Velm signed."
