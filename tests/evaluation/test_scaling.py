from __future__ import annotations

import sys
from pathlib import Path

import pytest

from communique.evaluation.scaling import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_a_line_for_each_number_of_jobs(
    tmp_path: Path, ruled_model: str, release_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(release_text, encoding="utf-8")
    main([str(tmp_path), "--model", ruled_model, "--jobs", "1", "2"])
    head, one, two = (line.split() for line in capsys.readouterr().out.splitlines())
    assert head[:4] == ["jobs", "documents", "docs/s", "times"]
    assert (one[:2], one[3]) == (["1", "12"], "1.00")
    assert two[:2] == ["2", "12"]
    assert float(two[-1]) > float(one[-1]) > 10
