# ruff: noqa: PLC0415, T201, BLE001 - the process alone loads the program, and tells of what goes wrong
"""The command ``communique`` without its start: a process that has everything loaded, and forks.

Pages show many commands, and each would load the model anew. ``ServedCommands`` puts a command
``communique`` into a folder that asks the process; what it does is what the program does. One call
at a time: of two in one pipe, the second would wait for the first.
"""

from __future__ import annotations

import array
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_ASKING = """#!{python} -SEs
import array, json, os, socket, sys
asked = {{"arguments": sys.argv[1:], "folder": os.getcwd(), "environment": dict(os.environ)}}
data = json.dumps(asked).encode()
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    streams = array.array("i", [0, 1, 2])
    server.sendmsg([len(data).to_bytes(4, "big")], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    server.sendall(data)
    sys.exit(server.recv(1)[0])
"""


class ServedCommands:
    """A folder with the command ``communique``, and the process behind it; a context manager."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="communique-")
        self.folder = Path(self._folder.name)
        address = str(self.folder / "socket")
        command = self.folder / "communique"
        command.write_text(_ASKING.format(python=sys.executable, address=address), encoding="utf-8")
        command.chmod(0o755)
        package = Path(__file__).parents[1] / "pipeline"
        self._process = subprocess.Popen(
            [sys.executable, __file__, address],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(package)},
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


def _load_everything() -> None:
    """Load the embedded pipeline once, for every command that names no other."""
    from communique import pipeline

    original = pipeline.load
    embedded = original()

    def load(model: Any = None, *, lexicon: Any = None) -> Any:
        if model is None and lexicon is None:
            return embedded
        return original(model, lexicon=lexicon)

    pipeline.load = load
    import communique.cli.app
    import communique.evaluation
    import communique.reports.terminal
    import communique.runs.extract
    import communique.stores.sql.loading
    import communique.stores.sql.questions  # noqa: F401

    embedded("On 3 May 2024 Ann Lee, Mayor of Kampot, signed an agreement with Orme University.")


def serve(address: str) -> None:
    """Answer each call by a fork that runs it, in the caller's folder and with its streams."""
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    _load_everything()
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.bind(address)
        waiting.listen()
        print("ready", flush=True)
        while True:
            caller, _ = waiting.accept()
            with caller:
                caller.sendall(bytes([_answer(caller)]))


def _answer(caller: socket.socket) -> int:
    streams = array.array("i")
    size, told, *_ = caller.recvmsg(4, socket.CMSG_SPACE(3 * streams.itemsize))
    streams.frombytes(told[0][2])
    data = b""
    while len(data) < int.from_bytes(size, "big"):
        data += caller.recv(1 << 16)
    child = os.fork()
    if not child:
        _run(streams, **json.loads(data))
    for stream in streams:
        os.close(stream)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF


def _run(
    streams: array.array[int], arguments: list[str], folder: str, environment: dict[str, str]
) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end
        for number, mode in enumerate("rww")
    )
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:0] = environment.get("PYTHONPATH", "").split(os.pathsep)
    sys.argv = ["communique", *arguments]
    status = 1
    try:
        from communique.cli.app import main

        main()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):  # who reads has gone
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    serve(sys.argv[1])
