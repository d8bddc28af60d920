from __future__ import annotations

import json
import select
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO

import pytest

from communique.stores.sql import parser_process, schema
from communique.stores.sql.ahead import Ahead, parsed_ahead
from communique.stores.sql.lines import Line, Unreadable
from communique.stores.sql.parser_process import Lines
from communique.stores.sql.parsing import Parsed, digest_of, no_rows, parse

from .samples import HOSTILE, many, values, write_lines


def batches() -> list[Lines]:
    records = [*many(8), *(values(name, title=name) for name in HOSTILE)]
    lines: list[Line | Unreadable] = [
        Line("x.jsonl", number, json.dumps(record).encode())
        for number, record in enumerate(records, 1)
    ]
    lines[5:5] = [Line("x.jsonl", 99, b"{"), Unreadable("x.jsonl", 100, "damaged")]
    return [lines[start : start + 4] for start in range(0, len(lines), 4)]


def nothing(_lines: Lines) -> Collection[str]:
    return ()


def whole(ahead: Iterator[Ahead]) -> list[tuple[Lines, Parsed]]:
    return [(one.lines, one.parsed()) for one in ahead]


def alone(batches: list[Lines]) -> list[Parsed]:
    first, done = 7, []
    for lines in batches:
        contents = [line.content if isinstance(line, Line) else line.reason for line in lines]
        done.append(parse(contents, (), first))
        first += len(lines)
    return done


@pytest.fixture
def waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the other processes be waited for instead of doing the work here until it has started."""
    waiting = select.select
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(select, "select", lambda *streams: waiting(*streams[:3]))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The other processes, as they are started."""
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return started


@pytest.mark.usefixtures("waited_for")
def test_other_processes_come_to_the_same_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(lines: list[bytes | str], known: Collection[str], first: int) -> Parsed:
        calls.append(first)
        return parse(lines, known, first)

    monkeypatch.setattr(parser_process, "parse", counted)
    done = whole(parsed_ahead(batches(), nothing, size=4, first=7))
    assert [lines for lines, _ in done] == batches()
    assert [parsed for _, parsed in done] == alone(batches())
    assert calls == [7]  # the first batch, before the other processes are started


@pytest.mark.usefixtures("waited_for")
def test_when_the_other_processes_die_the_work_is_done_here(
    started: list[subprocess.Popen[bytes]],
) -> None:
    given = iter(batches())

    def deadly() -> Iterator[Lines]:
        yield next(given)
        yield next(given)
        for process in started:
            process.kill()
            process.wait()
        yield from given

    done = whole(parsed_ahead(deadly(), nothing, size=4, first=7))
    assert [parsed for _, parsed in done] == alone(batches())
    assert len(started) == 2


@pytest.mark.usefixtures("waited_for")
def test_when_one_of_them_dies_the_other_goes_on(
    started: list[subprocess.Popen[bytes]],
) -> None:
    given = batches() * 3

    def deadly() -> Iterator[Lines]:
        for number, lines in enumerate(given):
            if number == 4:
                started[0].kill()
                started[0].wait()
            yield lines

    done = whole(parsed_ahead(deadly(), nothing, size=4, first=7))
    assert [lines for lines, _ in done] == given
    assert [parsed for _, parsed in done] == alone(given)


@pytest.mark.usefixtures("waited_for")
@pytest.mark.parametrize("allowed", [True, False])
def test_pipes_are_widened_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    fcntl = pytest.importorskip("fcntl")
    set_size, sizes = fcntl.fcntl, []

    def counted(stream: IO[bytes], command: int, size: int) -> int:
        if not allowed:
            raise PermissionError("too much for a user")
        sizes.append(set_size(stream, command, size))
        return sizes[-1]

    monkeypatch.setattr(fcntl, "fcntl", counted)
    done = whole(parsed_ahead(batches(), nothing, size=4, first=7))
    assert [parsed for _, parsed in done] == alone(batches())
    assert sizes == ([1 << 20] * 4 if allowed else [])


def test_few_lines_and_one_processor_need_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    whole(parsed_ahead(batches(), nothing, size=5, first=7))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert [one.parsed() for one in parsed_ahead(batches(), nothing, size=1, first=7)] == alone(
        batches()
    )


def test_known_lines_get_no_rows() -> None:
    line = json.dumps(values()).encode()
    digest = digest_of(line)
    done = parse([line], {digest}, 3)
    assert done.said == [(values()["id"], digest, values()["source"], None)]
    assert not any(done.rows.values())


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(60))
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, time\n"
        "from communique.stores.sql.loading import load\n"
        "print('begun', flush=True)\n"
        f"load([{path!r}], sys.argv[1], batch=20, on_progress=lambda _: time.sleep(0.5))\n"
    )
    arguments = [sys.executable, str(script), str(tmp_path / "x.db")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "begun\n", "")


def test_rows_are_made_for_all_tables_without_sqlalchemy() -> None:
    assert list(no_rows()) == [table.name for table in schema.TABLES]
    said = (
        "import sys, communique.stores.sql.parser_process\n"
        "print(sorted({'sqlalchemy', 'alembic', 'spacy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
