"""Runs that are killed, and what they write in the end.

``python -m communique.evaluation.kills`` makes a folder of short releases, runs ``communique
extract`` over it once without disturbance, and then disturbs it: the run killed at random instants
and called again each time, its workers killed, its disk full, its output folder closed. Each time
the files that stand in the end must have the bytes of the undisturbed run's. What cannot be tried
here (a small file system needs the rights of the superuser) is left out with the reason. Exit code
1 when anything differs. Linux alone: it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_PEOPLE = ("Marta Okonjo", "Ivo Tallberg", "Chen Halloran", "Sade Lindqvist", "Piet Anand")
_BODIES = ("Tallberg Foundry", "the Ministry of Harbours", "Okonjo Shipping Ltd")
_OUTPUT = "records.jsonl"
_MARGIN = 3  # how many times the longest run may last


class SkippedError(Exception):
    """A disturbance that cannot be made on this machine; the message says why."""


@dataclass
class Trial:
    """A folder of releases, the call over it, and what it writes when nothing disturbs it."""

    work: Path
    model: str | None
    jobs: int
    chance: random.Random
    whole: dict[str, bytes]
    seconds: float = 0.0
    until_journal: float = 0.0

    def start(self, folder: Path, *options: str) -> subprocess.Popen[bytes]:
        """Start the run with its output in ``folder``."""
        call = [sys.executable, "-m", "communique", "extract", str(self.work / "in"), "--quiet"]
        call += ["-o", str(folder / _OUTPUT), "--jobs", str(self.jobs), *options]
        if self.model is not None:
            call += ["--model", self.model]
        return subprocess.Popen(call, stderr=subprocess.PIPE)  # noqa: S603 - our own command

    def finish(self, folder: Path, *options: str) -> tuple[int, str]:
        """Do the run to its end; return its exit code and what it said."""
        process = self.start(folder, *options)
        _, said = process.communicate()
        return process.returncode, said.decode()

    def check(self, folder: Path) -> None:
        """Raise ``AssertionError`` where the folder doesn't hold what the whole run wrote."""
        found = written(folder)
        assert found.keys() == self.whole.keys(), f"files: {sorted(found)}"
        for name, content in self.whole.items():
            assert found[name] == content, f"{name} differs"


def written(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder, a journal that was kept left out."""
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".journal")
    return {path.name: path.read_bytes() for path in paths}


def prepare(work: Path, documents: int, *, model: str | None, jobs: int, seed: int) -> Trial:
    """Make the releases in ``work`` and run over them once; return what to try."""
    (work / "in").mkdir()
    texts = [_text(number) for number in range(documents)]
    half = documents // 2
    for number, text in enumerate(texts[:half]):
        (work / "in" / f"{number:06}.txt").write_text(text, encoding="utf-8")
    lines = [json.dumps({"text": text}) for text in (*texts[half:], texts[0])]
    lines.insert(len(lines) // 2, '{"text": ')
    (work / "in" / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    trial = Trial(work, model, jobs, random.Random(seed), {})  # noqa: S311 - no secret
    folder = work / "whole"
    start = time.monotonic()
    process = trial.start(folder)
    while process.poll() is None:
        if not trial.until_journal and (folder / f".{_OUTPUT}.journal").exists():
            trial.until_journal = time.monotonic() - start
        time.sleep(0.01)
    trial.seconds = time.monotonic() - start
    assert process.stderr is not None
    assert process.returncode == 3, process.stderr.read().decode()
    process.stderr.close()
    trial.whole.update(written(folder))
    return trial


def _text(number: int) -> str:
    person, body = _PEOPLE[number % 5], _BODIES[number % 3]
    return (
        f"Pier {number} opens\n\n{person}, director of {body}, said on {number % 28 + 1} March 2024 "
        f"that pier {number} would open. An agreement with {_BODIES[(number + 1) % 3]} was signed.\n"
    )


def kill_the_run(trial: Trial, kills: int) -> str:
    """Kill the run at random instants, calling it again each time."""
    done = ends = 0
    folder = trial.work / "killed"
    while done < kills:
        process = trial.start(folder)
        longest = trial.until_journal + _MARGIN * (trial.seconds - trial.until_journal) / kills
        try:
            process.wait(trial.chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            process.kill()
            done += 1
        process.communicate()
        if process.returncode == 3:
            trial.check(folder)
            shutil.rmtree(folder)
            ends += 1
    assert trial.finish(folder)[0] == 3
    trial.check(folder)
    shutil.rmtree(folder)
    return f"{done} kills, {ends + 1} runs came to their end"


def kill_workers(trial: Trial, kills: int) -> str:
    """Kill processes of runs with two jobs; what that fails is made by the next update."""
    jobs, trial.jobs = trial.jobs, 2
    folder, done, failed, ends = trial.work / "workers", 0, 0, 0
    whole = trial.whole[_OUTPUT].splitlines()
    known = trial.whole["records.failed.jsonl"].splitlines()
    while done < kills:
        process = trial.start(folder, "--update")
        while process.poll() is None and done < kills:
            # a killed process takes about as long to come back
            time.sleep(trial.chance.uniform(0, 2 * trial.until_journal))
            workers = _workers(process.pid)
            if workers and (folder / f".{_OUTPUT}.journal").exists():
                with suppress(ProcessLookupError):
                    os.kill(trial.chance.choice(workers), 9)
                    done += 1
        said = process.communicate()[1]
        assert process.returncode == 3, f"exit code {process.returncode}: {said.decode().strip()}"
        lines = (folder / _OUTPUT).read_bytes().splitlines()
        told = (folder / "records.failed.jsonl").read_bytes().splitlines()
        assert set(lines) <= set(whole), "records of the disturbed run differ"
        assert len(lines) + len(told) == len(whole) + len(known), "releases are missing"
        failed += len(told) - len(known)
        assert trial.finish(folder, "--update")[0] == 3
        trial.check(folder)
        shutil.rmtree(folder)
        ends += 1
    trial.jobs = jobs
    return f"{done} kills in {ends} runs, {failed} releases failed and were made by an update"


def _workers(pid: int) -> list[int]:
    """Return the processes that a run has started for documents."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        said = {int(c): Path(f"/proc/{c}/cmdline").read_bytes() for c in children}
    except OSError:
        return []
    return [child for child, call in said.items() if b"spawn_main" in call]


def fill_the_disk(trial: Trial, _: int) -> str:
    """Let the run meet a full disk, make room, and call it again."""
    folder = trial.work / "full"
    folder.mkdir()
    try:
        size = len(trial.whole[_OUTPUT]) // 2
        _call("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
    except SkippedError as reason:
        raise SkippedError(f"no small file system: {reason}") from None
    with ExitStack() as stack:
        stack.callback(_call, "umount", str(folder))
        code, said = trial.finish(folder)
        assert code == 1, f"exit code {code} on a full disk"
        assert "cannot be written" in said, said
        _call("mount", "-o", "remount,size=4g", str(folder))
        assert trial.finish(folder)[0] == 3
        trial.check(folder)
    return f"“{said.strip()}”; called again with more room"


def close_the_folder(trial: Trial, _: int) -> str:
    """Make the output folder one that nothing can be written to, while the run works."""
    folder = trial.work / "closed"
    process = trial.start(folder)
    while process.poll() is None and not (folder / f".{_OUTPUT}.partial").exists():
        time.sleep(0.01)
    with _closed(folder):
        told = process.communicate()[1]
        assert process.returncode == 1, f"exit code {process.returncode} in a closed folder"
        assert trial.finish(folder)[0] == 1
    assert trial.finish(folder)[0] == 3
    trial.check(folder)
    return f"“{told.decode().strip()}”; called again when it was open"


@contextmanager
def _closed(folder: Path) -> Iterator[None]:
    if os.geteuid() == 0:  # rights don't bind the superuser
        _call("chattr", "+i", str(folder))
        try:
            yield
        finally:
            _call("chattr", "-i", str(folder))
        return
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)


def _call(*call: str) -> None:
    try:
        done = subprocess.run(call, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise SkippedError(f"{call[0]}: {error}") from None
    if done.returncode:
        raise SkippedError(done.stderr.strip())


DISTURBANCES: dict[str, Callable[[Trial, int], str]] = {
    "run": kill_the_run,
    "workers": kill_workers,
    "disk": fill_the_disk,
    "folder": close_the_folder,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Disturb runs, say how it went, and return the exit code."""
    parser = argparse.ArgumentParser(description="Kill runs and compare what they write.")
    parser.add_argument("what", nargs="*", choices=[*DISTURBANCES, []], help="all without")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", help="folder or package; the embedded default without")
    given = parser.parse_args(arguments)
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        trial = prepare(
            Path(work), given.documents, model=given.model, jobs=given.jobs, seed=given.seed
        )
        print(f"undisturbed: {given.documents} releases, {trial.seconds:.1f} seconds")  # noqa: T201
        for name in given.what or DISTURBANCES:
            try:
                said = f"the same bytes; {DISTURBANCES[name](trial, given.kills)}"
            except SkippedError as reason:
                said = f"left out: {reason}"
            except AssertionError as error:
                said = f"WRONG: {error}"
                wrong += 1
            print(f"{name}: {said}", flush=True)  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
