from __future__ import annotations

import os
import subprocess
import sys

import pytest

from communique.runs.threads import VARIABLES, use_one_thread


def test_one_thread_unless_the_user_says_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.setenv(name, "")  # is set back in the end
        monkeypatch.delenv(name)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    use_one_thread()
    assert [os.environ[name] for name in VARIABLES] == ["3", "1", "1"]


def test_it_comes_before_the_libraries() -> None:
    code = (
        "import communique.runs.threads, communique.cli.extract, sys; print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
