from __future__ import annotations

from pathlib import Path

import pytest

from communique.records.model import PipelineRecord, Record, SourceRecord
from communique.stores.records import holds_records, read_records


def make_record(path: str) -> Record:
    return Record(
        id="0" * 16,
        source=SourceRecord(path=path, format="text", sha256="0" * 64),
        pipeline=PipelineRecord(name="communique", version="0", model="none"),
        text="Ünïcode “quotes”",
    )


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    records = [make_record("a.txt"), make_record("b.txt")]
    path.write_text("".join(r.model_dump_json() + "\n\n" for r in records), encoding="utf-8")
    assert list(read_records(path)) == records
    assert holds_records(path)


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    line = make_record("a.txt").model_dump_json()
    path.write_text(f'{line}\n{{"id": 3}}\n', encoding="utf-8")
    records = read_records(path)
    next(records)
    with pytest.raises(ValueError, match=r"records\.jsonl, line 2: not a record"):
        next(records)


@pytest.mark.parametrize("content", [b"", b"prose\n", b'{"text": "x"}\n', b"{broken\n", b"\xff{"])
def test_other_files_hold_no_records(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    assert not holds_records(path)
