"""Processor time: of this process, of those it has ended, and of a server on the same machine."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from sqlalchemy import text

from communique.stores.sql.engine import open_engine


def used() -> float:
    """Return the seconds that this process and those it has ended have used so far."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def served(server: int | None) -> float:
    """Return the seconds that a server's processes have used, those that have ended; 0 for None."""
    if server is None:
        return 0.0
    return sum(map(int, _stat(server)[14:16])) / os.sysconf("SC_CLK_TCK")


def server_of(db: str) -> int | None:
    """Return the process of a PostgreSQL server that starts its others; None where it is not here."""
    engine = open_engine(db)
    with engine.begin() as connection:
        backend = connection.scalar(text("SELECT pg_backend_pid()"))
        try:
            name, _, parent, *_ = _stat(backend)
        except OSError:
            name, parent = "", ""
    engine.dispose()
    return int(parent) if name == "postgres" else None


def _stat(process: int | None) -> list[str]:
    """Return what Linux tells of a process, from its name on."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    name, _, rest = told.partition("(")[2].rpartition(")")
    return [name, *rest.split()]
