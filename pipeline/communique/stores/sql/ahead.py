"""Processes of their own that make the rows of batches while the one before is written."""

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

from communique.stores.sql.lines import Line, Unreadable
from communique.stores.sql.parsing import Parsed, parse

#: After so many batches cycles of objects, which errors leave, are looked for.
_BATCHES_COLLECTED = 20
#: So many processes parse: parsing takes longer than writing into SQLite, and where processors are
#: few, the system gives them to whoever has something to do.
_PROCESSES = 2
#: Bytes that wait in a pipe between two of them, where the system lets a user say so.
_PIPE = 1 << 20
#: The lines of a batch, and in place of some why they could not be read.
Lines = Sequence[Line | Unreadable]


@dataclass(frozen=True)
class _Batch:
    """What a process is to parse."""

    lines: Lines
    known: Collection[str]
    first: int

    def parsed(self) -> Parsed:
        """Do it in this process."""
        return parse(_contents(self.lines), self.known, self.first)


def parsed_ahead(
    batches: Iterable[Lines],
    known: Callable[[Lines], Collection[str]],
    *,
    size: int,
    first: int,
) -> Iterator[tuple[Lines, Parsed]]:
    """Yield batches with what they hold, in order, their releases numbered from ``first`` on.

    Numbers may be left out. ``known`` gives the digests of lines that need no rows. Once there is a
    batch of ``size`` lines other processes are started and do the work as soon as they can; this one
    does it until then, and again when the others have died.
    """
    with ExitStack() as stack:
        processes = [stack.enter_context(_ParserProcess()) for _ in range(_PROCESSES)]
        busy: deque[_ParserProcess] = deque()
        for lines in batches:
            batch = _Batch(lines, known(lines), first)
            first += len(lines) - len(batch.known)
            done = busy.popleft().answer() if len(busy) == len(processes) else None
            asked = next((one for one in processes if one not in busy and one.ask(batch)), None)
            if done is not None:
                yield done
            if asked is not None:
                busy.append(asked)
                continue
            while busy:
                yield busy.popleft().answer()
            if len(lines) >= size:
                for process in processes:
                    process.start()
            yield lines, batch.parsed()
        while busy:
            yield busy.popleft().answer()


def _contents(lines: Lines) -> list[bytes | str]:
    return [line.content if isinstance(line, Line) else line.reason for line in lines]


class _ParserProcess:
    """Another process, with one batch at a time; a context manager that ends it on leaving.

    It is a program of its own, and no process of ``multiprocessing``, which would run the script
    that loads a second time where that has no guard.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._batch: _Batch | None = None
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

    def ask(self, batch: _Batch) -> bool:
        """Give it a batch; False where it has not started yet, or is no more."""
        if self._process is None or not self._has_started(self._process):
            return False
        contents = _contents(batch.lines)
        try:
            _send(self._process.stdin, (contents, frozenset(batch.known), batch.first))
        except OSError:
            self._end()
        self._batch = batch
        return self._process is not None

    def answer(self) -> tuple[Lines, Parsed]:
        """Wait for what it makes of its batch, which is made here where it died of it."""
        assert self._batch is not None
        batch, self._batch = self._batch, None
        if self._process is not None:
            try:
                return batch.lines, Parsed(*_receive(self._process.stdout))
            except (OSError, EOFError):
                self._end()
        return batch.lines, batch.parsed()

    def _has_started(self, process: subprocess.Popen[bytes]) -> bool:
        if not self._ready:
            assert process.stdout is not None
            with suppress(OSError):  # no select for pipes: then it is waited for
                if not select.select([process.stdout], [], [], 0)[0]:
                    return False
            try:
                self._ready = _receive(process.stdout) is None
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
    stream.write(len(content).to_bytes(8, "big") + content)
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
        for number in count(1):
            done = parse(*_receive(questions))
            _send(answers, (done.said, done.rows))
            if number % _BATCHES_COLLECTED == 0:
                gc.collect()


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
