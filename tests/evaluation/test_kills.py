"""The short form of ``python -m communique.evaluation.kills``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from communique.evaluation.kills import DISTURBANCES, SkippedError, Trial, prepare

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory, ruled_model: str) -> Trial:
    work = tmp_path_factory.mktemp("kills")
    return prepare(work, 40, model=ruled_model, jobs=1, seed=0)


@pytest.mark.parametrize(
    ("name", "kills"), [("run", 2), ("workers", 1), ("disk", 0), ("folder", 0)]
)
def test_a_disturbed_run_writes_the_same_bytes(trial: Trial, name: str, kills: int) -> None:
    try:
        DISTURBANCES[name](trial, kills)
    except SkippedError as reason:
        pytest.skip(str(reason))


def test_what_differs_is_told(trial: Trial, tmp_path: Path) -> None:
    for name, content in trial.whole.items():
        (tmp_path / name).write_bytes(content)
    trial.check(tmp_path)
    (tmp_path / "records.jsonl").write_bytes(b"{}\n")
    with pytest.raises(AssertionError, match=r"records.jsonl differs"):
        trial.check(tmp_path)
