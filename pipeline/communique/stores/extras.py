"""Libraries that come with an extra of the package."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


class MissingExtraError(ImportError):
    """A library of an extra is not installed; the message names the extra."""


@contextlib.contextmanager
def needed(extra: str, what: str) -> Iterator[None]:
    """Turn an ``ImportError`` within the block into a ``MissingExtraError`` that says what to install."""
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(
            f"{what} needs the extra communique[{extra}] ({error}): "
            f"pip install 'communique[{extra}]'"
        ) from error
