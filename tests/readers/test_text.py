import hashlib
from pathlib import Path
from typing import Any

import pytest

from communique.readers import ReaderOptions, ReadFailure, Release, read


def only(*args: Any, **options: Any) -> Any:
    (result,) = read(*args, **options)
    return result


def test_a_text_file_is_a_release(tmp_path: Path) -> None:
    file = tmp_path / "velm.txt"
    data = (
        "Port of Velm signs\r\n3 May 2023\r\n\r\n**Ana Kovač** signed [the accord](x).\r\n".encode()
    )
    file.write_bytes(data)
    release = only(file)
    assert isinstance(release, Release)
    assert (
        release.text == "Port of Velm signs\n3 May 2023\n\n**Ana Kovač** signed [the accord](x).\n"
    )
    assert release.source.path == str(file)
    assert release.source.format == "text"
    assert release.source.sha256 == hashlib.sha256(data).hexdigest()
    assert release.source.record is None
    assert (release.title, release.publish_date, release.language) == (None, None, None)


def test_the_publish_date_of_the_caller_is_kept() -> None:
    release = only(b"Velm signed.", options=ReaderOptions(publish_date="2024-02-29"))
    assert release.publish_date == "2024-02-29"


@pytest.mark.parametrize("day", ["2023-02-29", "2024-06-31", "May 2024", "20240601"])
def test_a_publish_date_that_does_not_exist_is_refused_at_once(day: str) -> None:
    with pytest.raises(ValueError, match="publish_date"):
        ReaderOptions(publish_date=day)


def test_an_unknown_encoding_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="latin-99"):
        ReaderOptions(encoding="latin-99")


def test_encoding_warnings_reach_the_release() -> None:
    release = only("沃尔姆市外事办公室签署".encode()[:-1])
    assert len(release.warnings) == 1


@pytest.mark.parametrize(
    ("data", "stage", "reason"),
    [
        (b"", "open", "empty"),
        (b" \n\t\r\n", "extract", "white space"),
        (b"%PDF-1.4 words", "decode", "PDF"),
        (b"x" * 101, "open", "larger than the limit of 100 bytes"),
    ],
)
def test_what_cannot_be_read_is_a_failure(data: bytes, stage: str, reason: str) -> None:
    failure = only(data, options=ReaderOptions(max_bytes=100), name="velm.txt")
    assert isinstance(failure, ReadFailure)
    assert (failure.path, failure.record, failure.stage) == ("velm.txt", None, stage)
    assert reason in failure.reason
