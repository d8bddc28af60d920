from __future__ import annotations

import os
import subprocess
import sys

from communique.evaluation.processor import served, used


def test_time_of_ended_processes_counts() -> None:
    before = used()
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    subprocess.run([sys.executable, "-c", busy], check=True)
    assert used() - before >= 0.3


def test_a_server_s_time_is_that_of_its_ended_processes() -> None:
    ended = os.times()
    assert abs(served(os.getpid()) - ended.children_user - ended.children_system) < 0.1
    assert served(None) == 0
