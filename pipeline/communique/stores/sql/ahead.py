"""Processes of their own that make the rows of batches, and write them where all is new."""

from __future__ import annotations

import gc
import marshal
import os
import select
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import IO, Any, Self, cast

from communique.stores.sql.direct import DirectWriter, Target
from communique.stores.sql.lines import Line, Unreadable
from communique.stores.sql.parsing import Parsed, Said, parse

#: After so many batches cycles of objects, which errors leave, are looked for.
_BATCHES_COLLECTED = 20
#: So many processes parse: that takes longer than writing into SQLite, PostgreSQL can take rows from
#: all of them at once, and where processors are few, the system gives them to who has something to do.
PROCESSES = 2
#: Bytes that wait in a pipe between two of them, where the system lets a user say so.
_PIPE = 1 << 20
#: The lines of a batch, and in place of some why they could not be read.
Lines = Sequence[Line | Unreadable]

#: What a process is asked: to parse lines, to give their rows, or to write them.
_PARSE, _GIVE, _WRITE = range(3)


@dataclass(frozen=True)
class _Batch:
    """What a process is to parse."""

    lines: Lines
    known: Collection[str]
    first: int

    def parsed(self) -> Parsed:
        """Do it in this process."""
        return parse(_contents(self.lines), self.known, self.first)


class Ahead:
    """A batch of lines that has been parsed, here or by a process that still has its rows.

    Such a process does nothing else until ``parsed`` or ``written`` was called.
    """

    def __init__(self, batch: _Batch, said: list[Said] | None, process: _ParserProcess) -> None:
        self.lines = batch.lines
        self._batch = batch
        self._process = process
        self._parsed = batch.parsed() if said is None else None
        self.said = self._parsed.said if self._parsed is not None else said or []

    def parsed(self) -> Parsed:
        """Return what the lines hold, with their rows."""
        if self._parsed is None:
            rows = self._process.asked(_GIVE)
            self._process.batch = None
            self._parsed = self._batch.parsed() if rows is None else Parsed(self.said, rows)
        return self._parsed

    def write(self, holder: int | None, start: int | None) -> bool:
        """Let the process that has the rows write them, if it can; see ``DirectWriter.add``."""
        return self._parsed is None and self._process.ask(_WRITE, (holder, start))

    def written(self) -> bool:
        """Wait until it has; False where it has not, and the rows are still to be written."""
        if not self._process.answer():
            return False
        self._process.batch = None
        return True


def parsed_ahead(
    batches: Iterable[Lines],
    known: Callable[[Lines], Collection[str]],
    *,
    size: int,
    first: int,
    target: Target | None = None,
) -> Iterator[Ahead]:
    """Yield batches with what they hold, in order, their releases numbered from ``first`` on.

    Numbers may be left out. ``known`` gives the digests of lines that need no rows. Once there is a
    batch of ``size`` lines other processes are started and do the work as soon as they can; this one
    does it until then, and again when the others have died or still have the rows of others. They
    can write into ``target``.
    """
    with ExitStack() as stack:
        processes = [stack.enter_context(_ParserProcess(target)) for _ in range(PROCESSES)]
        busy: deque[_ParserProcess] = deque()
        for lines in batches:
            batch = _Batch(lines, known(lines), first)
            first += len(lines) - len(batch.known)
            while (taker := next((one for one in processes if one.take(batch)), None)) is None:
                if busy:
                    yield busy.popleft().done()
                    continue
                if len(lines) >= size:
                    for process in processes:
                        process.start()
                yield Ahead(batch, None, processes[0])
                break
            else:
                busy.append(taker)
        while busy:
            yield busy.popleft().done()


def _contents(lines: Lines) -> list[bytes | str]:
    return [line.content if isinstance(line, Line) else line.reason for line in lines]


class _ParserProcess:
    """Another process, with one batch at a time; a context manager that ends it on leaving.

    It is a program of its own, and no process of ``multiprocessing``, which would run the script
    that loads a second time where that has no guard.
    """

    def __init__(self, target: Target | None) -> None:
        self.batch: _Batch | None = None
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

    def start(self) -> None:
        """Start it, once, where a second processor can run it."""
        if self._tried:
            return
        self._tried = True
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        with suppress(OSError):  # no more processes: then without
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "communique.stores.sql.ahead"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                start_new_session=True,  # Ctrl-C is for this process to handle
            )
            for stream in (self._process.stdin, self._process.stdout):
                _widen(cast("IO[bytes]", stream))

    def take(self, batch: _Batch) -> bool:
        """Parse a batch; False where it has one, has not started yet, or is no more."""
        if self.batch is not None or self._process is None or not self._has_started(self._process):
            return False
        asked = self.ask(_PARSE, (_contents(batch.lines), frozenset(batch.known), batch.first))
        self.batch = batch if asked else None
        return asked

    def done(self) -> Ahead:
        """Wait for what it makes of its batch, which is made here where it died of it."""
        assert self.batch is not None
        batch, said = self.batch, self.answer()
        if said is None:
            self.batch = None
        return Ahead(batch, said, self)

    def asked(self, what: int) -> Any:  # noqa: ANN401 - whatever it answers
        """Ask and wait for the answer; None where it is no more."""
        return self.answer() if self.ask(what, None) else None

    def ask(self, what: int, about: Any) -> bool:  # noqa: ANN401 - plain values
        """Ask it something; False where it is no more."""
        if self._process is None:
            return False
        try:
            _send(self._process.stdin, (what, about))
        except OSError:
            self._end()
        return self._process is not None

    def answer(self) -> Any:  # noqa: ANN401 - whatever was sent
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
