"""Batches of lines that other processes parse ahead, and write where all is new."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack

from communique.stores.sql.direct import Target
from communique.stores.sql.parser_process import Lines, ParserProcess, Task, first_ready
from communique.stores.sql.parsing import Parsed, Said

#: So many processes parse: that takes longer than writing into SQLite, PostgreSQL can take rows from
#: all of them at once, and where processors are few, the system gives them to who has something to do.
PROCESSES = 2


class Ahead:
    """A batch of lines that has been parsed, here or by a process that still has its rows.

    Such a process does nothing else until it has written the batch, or given its rows away.
    ``written`` is None until it has answered whether it wrote them.
    """

    def __init__(self, task: Task, said: list[Said] | None, process: ParserProcess) -> None:
        self.lines = task.lines
        self._task = task
        self._process = process
        self._parsed = task.parsed() if said is None else None
        self.said = self._parsed.said if self._parsed is not None else said or []
        self.written: bool | None = None

    def parsed(self) -> Parsed:
        """Return what the lines hold, with their rows."""
        if self._parsed is None:
            rows = self._process.give()
            self._parsed = self._task.parsed() if rows is None else Parsed(self.said, rows)
        return self._parsed

    def write(self, holder: int | None, start: int | None) -> bool:
        """Let the process that has the rows write them, if it can; see ``DirectWriter.add``."""
        return self._parsed is None and self._process.write(holder, start)

    def wait(self) -> bool:
        """Wait until it has; False where it has not, and the rows are still to be written."""
        if self.written is None:
            self.written = self._process.written()
        return self.written


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
    can write into ``target``: a batch whose process was asked to is yielded a second time when it has
    answered, unless it was waited for.
    """
    with ExitStack() as stack:
        processes = [stack.enter_context(ParserProcess(target)) for _ in range(PROCESSES)]
        line = _Line(processes)
        for lines in batches:
            task = Task(lines, known(lines), first)
            first += len(lines) - len(task.known)
            while not line.taken(task):
                if (one := line.next()) is not None:
                    yield one
                    continue
                if len(lines) >= size:
                    for process in processes:
                        process.start()
                yield Ahead(task, None, processes[0])
                break
        while (one := line.next()) is not None:
            yield one


class _Line:
    """Who parses or writes what: batches that are parsed come out in the order of their tasks."""

    def __init__(self, processes: list[ParserProcess]) -> None:
        self._processes = processes
        self._parsing: deque[ParserProcess] = deque()
        self._parsed: dict[ParserProcess, Ahead] = {}

    def taken(self, task: Task) -> bool:
        """Give a task to a process that has nothing to do; False where there is none."""
        for process in self._processes:
            if process.take(task):
                self._parsing.append(process)
                return True
        return False

    def next(self) -> Ahead | None:
        """Wait for the next batch that is parsed, or for one that is written; None for nothing."""
        writing = [process for process in self._processes if process.is_writing]
        waited_for = [*writing, *list(self._parsing)[:1]]
        if not waited_for:
            return None
        process = first_ready(waited_for)
        if process in writing:
            one = self._parsed[process]
            one.wait()
            return one
        self._parsing.popleft()
        assert process.task is not None
        self._parsed[process] = Ahead(process.task, process.said(), process)
        return self._parsed[process]
