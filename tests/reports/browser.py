"""Chromium for tests of pages: Debian's, which continuous integration installs."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess


def chromium() -> str | None:
    """Return the program's path, None where there is none and none can be had in time."""
    found = _installed()
    if found is None and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        quick = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            # without a way to the packages the tests are skipped, not failed
            with contextlib.suppress(subprocess.TimeoutExpired):
                subprocess.run(
                    ["apt-get", "-qq", *quick, *arguments],
                    check=False,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    timeout=240,
                )
        found = _installed()
    return found


def _installed() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)
