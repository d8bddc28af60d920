"""A private PostgreSQL server for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from ...debian import found_or_installed


def programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs; continuous integration installs them."""
    return found_or_installed(_installed, "postgresql")


def _installed() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if on_path := shutil.which("initdb"):
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


class Server:
    """A server with a folder of its own, reached by a socket in it; a context manager."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="communique-pg-", dir="/tmp"))
        self._databases = 0

    def __enter__(self) -> Self:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self._folder, "postgres")
        self._folder.chmod(0o755)
        self._run("initdb", "-D", str(self._data), "-U", "tester", "--auth=trust", "-E", "UTF8")
        with (self._data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"listen_addresses = ''\nunix_socket_directories = '{self._folder}'\n"
                "fsync = off\nmax_connections = 20\n"
            )
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(self._folder / "log"), "start")

    def stop(self) -> None:
        """Let all connections break at once, as where the machine is switched off."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        self._databases += 1
        name = f"test_{self._databases}"
        self._ask(f"CREATE DATABASE {name}")
        return f"postgresql:///{name}?host={self._folder}&user=tester"

    def break_connections(self) -> None:
        """Break every connection but the one that does so."""
        self._ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid <> pg_backend_pid() AND datname LIKE 'test%'"
        )

    def _ask(self, statement: str) -> None:
        where = ["-h", str(self._folder), "-U", "tester", "-d", "postgres"]
        self._run("psql", *where, "-qc", statement)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            user="postgres" if os.geteuid() == 0 else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, (program, done.stderr)
