"""What a run has done so far, in a file beside its output, so that it can be stopped at any instant.

The journal is an SQLite database: each record made is put there under the key of its task, and
written to the disk every second. A run that starts finds there what an earlier one did, whatever
stopped it. While a run works it holds the database locked.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Literal, Self

from communique.runs.analysis import Outcome
from communique.runs.settings import Settings
from communique.runs.told import outcomes_of, told
from communique.runs.work import Work

#: What a run may take from an earlier one's journal: what was made by the same program, model and
#: options; what was made by the same options; nothing.
Taking = Literal["same", "any", "nothing"]

_VERSION = 1
_INTERVAL = 1.0  # seconds between two writings to the disk
_TABLES = """
CREATE TABLE IF NOT EXISTS generations (
    number INTEGER PRIMARY KEY, program TEXT, model TEXT, options TEXT, anew INTEGER, kept INTEGER
);
CREATE TABLE IF NOT EXISTS outcomes (key BLOB PRIMARY KEY, generation INTEGER, told BLOB);
CREATE TEMP TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""


class JournalError(Exception):
    """A journal that cannot be used; the message says why and what to do."""


def journal_path(target: Path) -> Path:
    """Return where the journal of a run that writes ``target`` lies: ``.NAME.journal`` beside it."""
    return target.with_name(f".{target.name}.journal")


class Journal:
    """The journal of a run; a context manager that lets go of it on leaving.

    With ``keep``, and where an earlier run kept it, it stays when the run has ended. ``older``
    counts the tasks whose records another program or model had made.

    Raises ``JournalError`` on entering: where another run holds it, where it was made under other
    settings than ``taking`` allows, where the file is no journal; ``OSError`` where the disk
    refuses.
    """

    def __init__(
        self, path: Path, settings: Settings, taking: Taking = "same", *, keep: bool = False
    ) -> None:
        self.path = path
        self.older = 0
        self._keep = keep
        self._settings = settings
        self._taking = taking
        self._generation = 0
        self._taken_from: frozenset[int] = frozenset()
        self._written = time.monotonic()

    def __enter__(self) -> Self:
        with _as_os_errors(self.path):
            self._base = sqlite3.connect(self.path, timeout=0, isolation_level=None)
            try:
                self._lock()
                self._open()
            except BaseException:
                self._base.close()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        """Keep what was done so far."""
        with contextlib.suppress(sqlite3.Error):
            if self._base.in_transaction:
                self._base.execute("COMMIT")
        with contextlib.suppress(sqlite3.Error):
            self._base.close()

    def get(self, key: bytes, *, signed: bool = False) -> list[Outcome] | None:
        """Return what became of a task, None where that is not known.

        With ``signed``, outcomes without a signature are not known.
        """
        with _as_os_errors(self.path):
            if self._keep:
                self._base.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,))
            row = self._base.execute(
                "SELECT generation, told FROM outcomes WHERE key = ?", (key,)
            ).fetchone()
        if row is None or row[0] not in self._taken_from:
            return None
        outcomes = outcomes_of(row[1])
        if signed and any(outcome.signature is None for outcome in outcomes):
            return None
        self.older += row[0] != self._generation
        return [*outcomes]

    def put(self, work: Work) -> None:
        """Remember what became of a task, where all of it made records.

        What failed is tried again by the next run: a document that took too long may have met a
        busy machine.
        """
        if work.key is not None and work.made_all:
            with _as_os_errors(self.path):
                self._base.execute(
                    "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)",
                    (work.key, self._generation, told(work.outcomes or [])),
                )
        if time.monotonic() - self._written >= _INTERVAL:
            self.write()

    def write(self) -> None:
        """Bring to the disk what was put."""
        with _as_os_errors(self.path):
            self._base.execute("COMMIT")
            self._base.execute("BEGIN")
        self._written = time.monotonic()

    def finish(self) -> None:
        """Say that the output stands; the journal goes, or stays for a later run to take from."""
        run = self._base.execute
        with _as_os_errors(self.path):
            if self._keep:
                run("DELETE FROM outcomes WHERE key NOT IN (SELECT key FROM seen)")
                marks = ", ".join(map(str, sorted(self._taken_from)))
                run(f"DELETE FROM outcomes WHERE generation NOT IN ({marks})")  # noqa: S608 - numbers
                run("UPDATE generations SET anew = 0, kept = 1")
            run("COMMIT")
            self._base.close()
            if not self._keep:
                self.path.unlink(missing_ok=True)

    def _lock(self) -> None:
        """Take the database for this process alone, until it ends in whatever way."""
        run = self._base.execute
        try:
            run("PRAGMA temp_store = FILE")
            run("PRAGMA locking_mode = EXCLUSIVE")
            run("PRAGMA journal_mode = WAL")
            run("PRAGMA synchronous = NORMAL")  # whole after a loss of power, too
            run("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise JournalError(f"another run is writing this output ({self.path})") from None
            raise
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise JournalError(f"{self.path} is no journal; remove it") from None
            raise

    def _open(self) -> None:
        run = self._base.execute
        (made_by,) = run("PRAGMA user_version").fetchone()
        if made_by not in {0, _VERSION}:
            raise JournalError(f"{self.path} is of another version's form; remove it")
        run(f"PRAGMA user_version = {_VERSION}")
        for statement in _TABLES.split(";")[:-1]:
            run(statement)
        earlier = [
            (Settings(*settings), bool(anew), bool(kept))
            for _, *settings, anew, kept in run("SELECT * FROM generations ORDER BY number")
        ]
        latest, anew = earlier[-1][:2] if earlier else (self._settings, False)
        nothing = self._taking == "nothing"
        if nothing or self._allows(latest):
            goes_on = bool(earlier) and latest == self._settings and (anew or not nothing)
        else:
            what = " and ".join(self._settings.differences(latest))
            raise JournalError(
                f"what an earlier run left ({self.path}) is of another call: {what} changed since; "
                "repeat that call, or analyse all again with --refresh"
            )
        self._keep = self._keep or any(kept for _, _, kept in earlier)
        self._generation = len(earlier) + (not goes_on)
        if not goes_on:
            values = (*astuple(self._settings), nothing, self._keep)
            run("INSERT INTO generations VALUES (?, ?, ?, ?, ?, ?)", (self._generation, *values))
        alone = nothing or (goes_on and anew)
        allowed = {n for n, (made_by, *_) in enumerate(earlier, 1) if self._allows(made_by)}
        self._taken_from = frozenset({self._generation} | (set() if alone else allowed))
        self.write()

    def _allows(self, earlier: Settings) -> bool:
        if self._taking == "any":
            return earlier.options == self._settings.options
        return earlier == self._settings


@contextlib.contextmanager
def _as_os_errors(path: Path) -> Iterator[None]:
    """Raise what the disk says to SQLite as the ``OSError`` that it is."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(None, f"{error} ({path})") from error
