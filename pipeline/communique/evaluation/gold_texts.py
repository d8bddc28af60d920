"""The releases of a folder of gold, as readers read them."""

from __future__ import annotations

from pathlib import Path

from communique.readers.registry import read
from communique.readers.release import Release


def release_of_gold(path: Path) -> Release:
    """Return the one release of a file.

    Raises ``ValueError`` for a file that cannot be read or is not one release.
    """
    releases = list(read(path))
    if len(releases) != 1 or not isinstance(releases[0], Release):
        raise ValueError(f"{path} is not one release: {releases[:2]}")
    return releases[0]


def release_text(path: Path) -> str:
    """Return the text of a release, as records have it. Raises ``ValueError`` as above."""
    return release_of_gold(path).text
