"""The releases that something is measured on: files and folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.readers.registry import read
from communique.readers.release import Release


def release_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files among the paths and those in the folders among them, in order."""
    return [
        file for path in paths for file in (sorted(path.glob("*.*")) if path.is_dir() else [path])
    ]


def read_releases(paths: Sequence[Path]) -> list[Release]:
    """Return the releases of files and folders; what cannot be read is left out."""
    return [r for file in release_files(paths) for r in read(file) if isinstance(r, Release)]
