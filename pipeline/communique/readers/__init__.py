"""Readers: bytes to :class:`~communique.readers.release.Release`, one file per input format."""

from communique.readers.failure import ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.registry import read
from communique.readers.release import Release, ReleaseSource

__all__ = ["ReadFailure", "ReaderOptions", "Release", "ReleaseSource", "read"]
