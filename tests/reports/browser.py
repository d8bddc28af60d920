"""Chromium for tests of pages."""

from __future__ import annotations

import shutil

from ..debian import found_or_installed


def chromium() -> str | None:
    """Return the program's path, None where there is none and none can be had in time."""
    return found_or_installed(_installed, "chromium")


def _installed() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)
