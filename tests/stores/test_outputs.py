from __future__ import annotations

import gzip
import importlib
import json
from itertools import chain
from pathlib import Path

import pytest

from communique.records.model import Record
from communique.stores.extras import MissingExtraError, needed
from communique.stores.outputs import duplicates_path, open_output, output_paths


def lines(count: int) -> list[tuple[str, bytes]]:
    made = []
    for number in range(count):
        record = Record.model_validate(
            {
                "id": f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}",
                "source": {"path": f"{number}.txt", "format": "text", "sha256": "0" * 64},
                "pipeline": {"name": "communique", "version": "0", "model": "none"},
                "text": "Marta Okonjo, mayor",
                "people": [
                    {
                        "id": "p1",
                        "name": "Marta Okonjo",
                        "mentions": [{"start": 0, "end": 12, "text": "Marta Okonjo"}],
                    }
                ]
                if number % 2
                else [],
            }
        )
        made.append((record.id, record.model_dump_json().encode()))
    return made


def write(output: Path, records: list[tuple[str, bytes]], shards: int = 1) -> None:
    with open_output(str(output), shards=shards) as opened:
        for record in records:
            opened.write(*record)


def test_packed_files_hold_the_same_lines_and_no_time(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="the extra zstd is not installed")
    records = lines(50)
    plain = b"".join(line + b"\n" for _, line in records)
    packed = []
    for name in ("a.jsonl.gz", "b.jsonl.gz", "a.jsonl.zst", "b.jsonl.zst"):
        write(tmp_path / name, records)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]
    assert packed[2] == packed[3]
    assert gzip.decompress(packed[0]) == plain
    with zstandard.open(tmp_path / "a.jsonl.zst", "rb") as stream:
        assert stream.read() == plain


def test_a_packed_file_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "a.jsonl"):
        with pytest.raises(KeyboardInterrupt), open_output(str(tmp_path / name)) as opened:  # noqa: PT012
            opened.write("0", b"{}")
            raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_parquet_holds_the_records_with_all_their_columns(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    records = lines(1500)
    write(tmp_path / "a.parquet", records)
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == list(Record.model_fields)
    assert table.to_pylist() == [json.loads(line) for _, line in records]
    write(tmp_path / "b.parquet", records)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    write(tmp_path / "none.parquet", [])
    assert parquet.read_schema(tmp_path / "none.parquet").equals(table.schema)


def test_shards_share_the_records_by_their_ids(tmp_path: Path) -> None:
    records = lines(100)
    write(tmp_path / "out.jsonl.gz", records, shards=3)
    names = [f"out-0000{n}-of-00003.jsonl.gz" for n in range(3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    shards = [gzip.decompress((tmp_path / name).read_bytes()).splitlines() for name in names]
    assert sorted(chain.from_iterable(shards)) == sorted(line for _, line in records)
    order = [line for _, line in records]
    assert all(sorted(shard, key=order.index) == shard and len(shard) > 20 for shard in shards)


@pytest.mark.parametrize(
    ("output", "first", "twice"),
    [
        ("a/out.jsonl", "a/out-00000-of-00002.jsonl", "a/out.duplicates.jsonl"),
        ("out.parquet", "out-00000-of-00002.parquet", "out.duplicates.jsonl"),
        ("1.2.jsonl.zst", "1.2-00000-of-00002.jsonl.zst", "1.2.duplicates.jsonl"),
        ("out", "out-00000-of-00002", "out.duplicates.jsonl"),
        (".jsonl", ".jsonl-00000-of-00002", ".jsonl.duplicates.jsonl"),
    ],
)
def test_names(output: str, first: str, twice: str) -> None:
    assert output_paths(output, 2)[0] == first
    assert duplicates_path(Path(output)) == Path(twice)


def test_a_library_that_lacks_is_named_by_its_extra() -> None:
    message = r"writing x needs the extra communique\[parquet\]"
    with pytest.raises(MissingExtraError, match=message), needed("parquet", "writing x"):
        importlib.import_module("no_such_library")
