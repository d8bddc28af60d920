"""A run on a cluster of several nodes, stopped, called again, and bereft of a node."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from communique.runs.analysis import ExtractOptions
from communique.runs.extract import Manner, extract
from communique.runs.inputs import find_inputs
from communique.runs.ray.engine import extract_on_ray, groups, open_shelf
from communique.runs.ray.steps import ROW, Analyse, Done, Job, cut_group, told, value_of
from communique.runs.ray.targets import Target
from communique.runs.settings import Settings

pytest.importorskip("ray.data", reason="the extra communique[ray] is not installed")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

#: A node that does not answer is given up after some seconds, not a minute.
_DEAD_SOON = {
    "health_check_initial_delay_ms": 1000,
    "health_check_period_ms": 1000,
    "health_check_timeout_ms": 3000,
    "health_check_failure_threshold": 3,
}
MANNER = Manner(jobs=2, shards=2)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two nodes of one core each and a head without one, on this machine."""
    import ray  # noqa: PLC0415 - an extra
    from ray.cluster_utils import Cluster  # noqa: PLC0415

    node = {"num_cpus": 1, "object_store_memory": 80 << 20}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        made = Cluster(
            initialize_head=True,
            connect=True,
            head_node_args={
                **node,
                "num_cpus": 0,
                "include_dashboard": False,
                "_system_config": _DEAD_SOON,
            },
        )
        for _ in range(2):
            made.add_node(**node)
        yield made
        ray.shutdown()
        made.shutdown()


@pytest.fixture
def folder(tmp_path: Path, release_text: str) -> Path:
    """Releases in files and lines, some twice, some broken, and one that keeps its reader waiting."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(36):
        text = f"{release_text}\nNumber {number}."
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    lines = [json.dumps({"text": f"{release_text}\nLine {n % 60}."}) for n in range(70)]
    lines[33] = "{"
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "none.txt").touch()
    os.mkfifo(folder / "waiting.txt")
    return folder


def readers_of(pipe: Path) -> set[int]:
    """Return the other processes that hold a named pipe open."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if str(pipe) in {str(link.readlink()) for link in (process / "fd").iterdir()}:
                found.add(int(process.name))
    return found - {os.getpid()}


def forebears(pid: int) -> Iterator[int]:
    while pid > 1:
        pid = int(
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[1]
        )
        yield pid


def replace_the_reader(cluster: Any, pipe: Path, text: str, killed: list[int]) -> None:
    """Kill the node whose process reads from a named pipe, and give the text to the next reader."""
    end = None
    while end is None:
        with contextlib.suppress(OSError):  # no reader yet
            end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.05)
    first = readers_of(pipe)
    above = {pid for reader in first for pid in forebears(reader)}
    for node in cluster.list_all_nodes():
        (raylet,) = node.all_processes["raylet"]
        if raylet.process.pid in above:
            cluster.remove_node(node, allow_graceful=False)
            killed.append(raylet.process.pid)
            break
    while not readers_of(pipe) - first:
        time.sleep(0.05)
    os.write(end, text.encode())
    os.close(end)


def written(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.parent.iterdir()}


def begin(paths: list[str], output: str, options: ExtractOptions) -> None:
    """Do what a run does until it is stopped after some portions."""
    job = Job(options, None, Target(output, MANNER.shards))
    open_shelf(job.target.shelf, Settings.of(options), MANNER)
    with Analyse(job) as analyse:
        for group in islice(groups(map(str, find_inputs(paths)), None), 3):
            for batch in islice(cut_group({ROW: [told(group)]}, job), 2):
                assert isinstance(value_of(analyse(batch)), Done)


def test_stopped_and_bereft_of_a_node_it_writes_what_one_machine_writes(
    folder: Path, tmp_path: Path, ruled_model: str, release_text: str, cluster: Any
) -> None:
    options, pipe = ExtractOptions(model=ruled_model, near_duplicates=True), folder / "waiting.txt"
    here, there = tmp_path / "here" / "out.jsonl.gz", tmp_path / "there" / "out.jsonl.gz"
    writer = threading.Thread(target=pipe.write_text, args=(release_text, "utf-8"))
    writer.start()
    whole = extract([str(folder), str(pipe)], str(here), options, MANNER)
    writer.join()

    begin([str(folder)], str(there), options)
    assert [path.name for path in there.parent.iterdir()] == [".out.jsonl.gz.portions"]
    killed: list[int] = []

    disturber = threading.Thread(
        target=replace_the_reader, args=(cluster, pipe, release_text, killed), daemon=True
    )
    disturber.start()
    paths = [f"file://{folder}", f"file://{pipe}"]
    summary = extract_on_ray(paths, f"file://{there}", options, MANNER)
    disturber.join(10)
    assert killed
    assert summary.taken == 36 + 63
    assert (summary.documents, summary.failed, summary.duplicates) == (106, 2, whole.duplicates)
    assert written(there) == written(here)
    assert len(written(here)) == 4
