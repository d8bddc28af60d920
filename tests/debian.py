"""Programs of Debian's that tests drive, which continuous integration installs."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def found_or_installed(find: Callable[[], _T | None], package: str) -> _T | None:
    """Return what ``find`` finds, in continuous integration after installing ``package`` for it.

    None where there is no way to the packages, or none in time: tests are skipped then, not failed.
    """
    found = find()
    if found is None and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        quick = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", package]):
            with contextlib.suppress(subprocess.TimeoutExpired):
                subprocess.run(
                    ["apt-get", "-qq", *quick, *arguments],
                    check=False,
                    env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    timeout=240,
                )
        found = find()
    return found
