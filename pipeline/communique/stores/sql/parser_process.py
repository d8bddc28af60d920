"""A process of its own that makes the rows of batches, and writes them where all is new."""

from __future__ import annotations

import gc
import marshal
import os
import select
import subprocess
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import IO, Any, Self, cast

from communique.stores.sql.direct import DirectWriter, Target
from communique.stores.sql.lines import Line, Unreadable
from communique.stores.sql.parsing import Parsed, Said, parse
from communique.stores.sql.rows import Rows

#: After so many batches cycles of objects, which errors leave, are looked for.
_BATCHES_COLLECTED = 20
#: Bytes that wait in a pipe between two of them, where the system lets a user say so.
_PIPE = 1 << 20
#: The lines of a batch, and in place of some why they could not be read.
Lines = Sequence[Line | Unreadable]

#: What a process is asked: to parse lines, to give their rows, or to write them.
_PARSE, _GIVE, _WRITE = range(3)


@dataclass(frozen=True)
class Task:
    """Lines to parse: those whose digests are known need no rows, releases get numbers from ``first``."""

    lines: Lines
    known: Collection[str]
    first: int

    def parsed(self) -> Parsed:
        """Do it in this process."""
        return parse(self.contents(), self.known, self.first)

    def contents(self) -> list[bytes | str]:
        """Return the lines as ``parse`` reads them."""
        return [line.content if isinstance(line, Line) else line.reason for line in self.lines]


class ParserProcess:
    """Another process, with one batch at a time; a context manager that ends it on leaving.

    It is a program of its own, and no process of ``multiprocessing``, which would run the script
    that loads a second time where that has no guard.
    """

    def __init__(self, target: Target | None) -> None:
        self.task: Task | None = None
        self.is_writing = False
        self._target = target
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._tried = (os.cpu_count() or 1) < 2

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def answers(self) -> IO[bytes] | None:
        """Where its answers come from; None where it is no more."""
        return self._process.stdout if self._process is not None else None

    def start(self) -> None:
        """Start it, once, where a second processor can run it."""
        if self._tried:
            return
        self._tried = True
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        with suppress(OSError):  # no more processes: then without
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "communique.stores.sql.parser_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                start_new_session=True,  # Ctrl-C is for this process to handle
            )
            for stream in (self._process.stdin, self._process.stdout):
                _widen(cast("IO[bytes]", stream))

    def take(self, task: Task) -> bool:
        """Parse a batch; False where it has one, has not started yet, or is no more."""
        if self.task is not None or self._process is None or not self._has_started(self._process):
            return False
        asked = self._ask(_PARSE, (task.contents(), frozenset(task.known), task.first))
        self.task = task if asked else None
        return asked

    def said(self) -> list[Said] | None:
        """Wait for what the lines of its batch are; None where it died of them."""
        said = self._answer()
        if said is None:
            self.task = None
        return cast("list[Said] | None", said)

    def give(self) -> Rows | None:
        """Return the rows of its batch, and have none any more; None where it died."""
        rows = self._answer() if self._ask(_GIVE, None) else None
        self.task = None
        return cast("Rows | None", rows)

    def write(self, holder: int | None, start: int | None) -> bool:
        """Let it write the rows of its batch; False where it is no more."""
        self.is_writing = self._ask(_WRITE, (holder, start))
        return self.is_writing

    def written(self) -> bool:
        """Wait until it has, and has no batch any more; False where it still has the rows."""
        self.is_writing = False
        written = bool(self._answer())
        if written:
            self.task = None
        return written

    def _ask(self, what: int, about: Any) -> bool:  # noqa: ANN401 - plain values
        """Ask it something; False where it is no more."""
        if self._process is None:
            return False
        try:
            _send(self._process.stdin, (what, about))
        except OSError:
            self._end()
        return self._process is not None

    def _answer(self) -> Any:  # noqa: ANN401 - whatever was sent
        """Wait for the answer; None where it died meanwhile."""
        if self._process is not None:
            try:
                return _receive(self._process.stdout)
            except (OSError, EOFError):
                self._end()
        return None

    def _has_started(self, process: subprocess.Popen[bytes]) -> bool:
        if not self._ready:
            assert process.stdout is not None
            with suppress(OSError):  # no select for pipes: then it is waited for
                if not select.select([process.stdout], [], [], 0)[0]:
                    return False
            try:
                _receive(process.stdout)
                _send(process.stdin, self._target and tuple(self._target))
                self._ready = True
            except (OSError, EOFError):
                self._end()
        return self._ready

    def _end(self) -> None:
        process, self._process, self._ready = self._process, None, False
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    cast("IO[bytes]", stream).close()
            process.wait()


def first_ready(processes: Sequence[ParserProcess]) -> ParserProcess:
    """Wait until one of several has answered, or has died; return it.

    Where there is no such waiting for pipes, that is the first of them.
    """
    answers: dict[IO[bytes], ParserProcess] = {}
    for process in processes:
        if process.answers is None:
            return process
        answers[process.answers] = process
    with suppress(OSError):
        return answers[select.select([*answers], [], [])[0][0]]
    return processes[0]


def _widen(stream: IO[bytes]) -> None:
    """Let a pipe hold more, so that both sides wait a tenth as often."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE)


def _send(stream: IO[bytes] | None, value: Any) -> None:  # noqa: ANN401 - plain values
    content = marshal.dumps(value)
    assert stream is not None
    stream.write(len(content).to_bytes(8, "big"))
    stream.write(content)
    stream.flush()


def _receive(stream: IO[bytes] | None) -> Any:  # noqa: ANN401 - whatever was sent
    """Return what the other process sent. Raises ``EOFError`` where it is no more."""
    assert stream is not None
    length = int.from_bytes(stream.read(8), "big")
    content = stream.read(length)
    if not length or len(content) < length:
        raise EOFError
    return marshal.loads(content)  # noqa: S302 - our own process


def _serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Say that all is imported; then answer until nobody asks any more."""
    gc.disable()
    with suppress(OSError, EOFError):
        _send(answers, None)
        target = _receive(questions)
        writer = DirectWriter(Target(*target)) if target else None
        gc.freeze()
        for number in count(1):
            _serve_batch(questions, answers, writer)
            if number % _BATCHES_COLLECTED == 0:
                gc.collect()


def _serve_batch(questions: IO[bytes], answers: IO[bytes], writer: DirectWriter | None) -> None:
    """Parse a batch; then have it written, or given away."""
    _, lines = _receive(questions)
    parsed = parse(*lines)
    _send(answers, parsed.said)
    what, about = _receive(questions)
    if what == _WRITE:
        written = writer is not None and writer.add(parsed, *about)
        _send(answers, written)
        if written:
            return
        _receive(questions)
    _send(answers, parsed.rows)


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
