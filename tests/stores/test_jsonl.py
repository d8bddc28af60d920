from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from communique.stores.jsonl import JsonlFile
from communique.stores.outputs import failed_path


def test_the_file_appears_when_the_writing_ends(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "out.jsonl"
    with JsonlFile(path) as file:
        file.write('{"a":"ü"}'.encode())
        file.write(b"{}")
        assert not path.exists()
    assert path.read_bytes() == '{"a":"ü"}\n{}\n'.encode()
    assert [p.name for p in path.parent.iterdir()] == ["out.jsonl"]


def test_an_interrupted_writing_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old\n")
    with pytest.raises(KeyboardInterrupt), JsonlFile(path) as file:  # noqa: PT012
        file.write(b"new")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old\n"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_an_interrupted_first_writing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), JsonlFile(tmp_path / "out.jsonl") as file:  # noqa: PT012
        file.write(b"new")
        raise ZeroDivisionError
    assert [p.name for p in tmp_path.iterdir()] == []


def test_an_empty_file_is_written_or_dropped(tmp_path: Path) -> None:
    kept, dropped = tmp_path / "kept.jsonl", tmp_path / "dropped.jsonl"
    dropped.write_bytes(b"from before\n")
    with JsonlFile(kept), JsonlFile(dropped, drop_empty=True):
        pass
    assert kept.read_bytes() == b""
    assert not dropped.exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_bytes(b"old\n")
    link.symlink_to(target)
    with JsonlFile(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new\n"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with JsonlFile(pipe) as file:
        file.write(b"{}")
    reader.join()
    assert read == [b"{}\n"]
    assert pipe.is_fifo()


def test_a_folder_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), JsonlFile(tmp_path):
        pass


def test_new_files_have_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "written.jsonl"
    plain.touch()
    with JsonlFile(written):
        pass
    assert written.stat().st_mode == plain.stat().st_mode


def test_writing_needs_an_open_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not open"):
        JsonlFile(tmp_path / "out.jsonl").write(b"{}")


@pytest.mark.parametrize(
    ("output", "failures"),
    [
        ("a/out.jsonl", "a/out.failed.jsonl"),
        ("out", "out.failed.jsonl"),
        ("out.ndjson", "out.ndjson.failed.jsonl"),
        ("1.2.jsonl", "1.2.failed.jsonl"),
    ],
)
def test_failures_lie_beside_the_records(output: str, failures: str) -> None:
    assert failed_path(Path(output)) == Path(failures)
