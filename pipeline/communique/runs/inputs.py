"""From what a user names to the files to read, in an order that never changes.

A file stands for itself, a folder for the files below it, a pattern (``news/**/*.html``, quoted
from the shell) for what it matches, ``-`` for standard input. What the user names comes in the
order of naming; what lies in a folder or matches a pattern in the order of its path's characters,
whatever the file system or the locale. An address of an object store (``s3://…``) stands for what
lies there in the same way. Nothing is read here.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.readers.failure import ReadError
from communique.readers.object_stores import find_stored, in_store, plain
from communique.readers.registry import STDIN, taken
from communique.runs.failure import Failure

_PATTERN = frozenset("*?[")


@dataclass(frozen=True)
class PassedOver:
    """A file in a folder that is not taken for a release, by its extension."""

    path: str


def find_inputs(
    paths: Iterable[str], *, any_extension: bool = False
) -> Iterator[str | PassedOver | Failure]:
    """Yield the path of each input once, and a ``Failure`` for each that cannot be reached.

    In folders, hidden files and folders (``.name``) are left out, and files are taken by their
    extension (those of the readers, packed or not, and none at all), the others yielded as
    ``PassedOver``; ``any_extension`` takes all. Links to folders are not followed; a link to a file
    outside the folder that was named is a ``Failure``. A file that is named itself is always taken.
    """
    seen: set[str] = set()
    for named in paths:
        for found in _find(plain(named), any_extension=any_extension):
            if isinstance(found, str):
                place = found if found == STDIN or in_store(found) else os.path.realpath(found)
                if place in seen:
                    continue
                seen.add(place)
            yield found


def _find(named: str, *, any_extension: bool) -> Iterator[str | PassedOver | Failure]:
    if named == STDIN:
        yield named
    elif in_store(named):
        yield from _find_stored(named, any_extension=any_extension)
    elif os.path.isdir(named):  # noqa: PTH112 - the path stays as the user wrote it
        yield from _walk(named, os.path.realpath(named), any_extension=any_extension)
    elif not os.path.lexists(named) and _PATTERN & set(named):
        yield from _match(named, any_extension=any_extension)
    else:
        yield named  # the reader says what is wrong with it


def _walk(folder: str, root: str, *, any_extension: bool) -> Iterator[str | PassedOver | Failure]:
    """Yield what lies below a folder; ``root`` is the real path of the one that was named."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(folder, None, "open", f"the folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, root, any_extension=any_extension)
        elif entry.is_file() or not os.path.exists(entry.path):  # noqa: PTH110 - a broken link is told
            if not any_extension and not taken(entry.name):
                yield PassedOver(entry.path)
            elif entry.is_symlink() and not _lies_in(entry.path, root):
                reason = "it is a link that leads out of the folder; name the file to have it read"
                yield Failure(entry.path, None, "open", reason)
            else:
                yield entry.path


def _find_stored(named: str, *, any_extension: bool) -> Iterator[str | PassedOver | Failure]:
    found = False
    try:
        for path in find_stored(named):
            found = True
            if path == named or any_extension or taken(path):
                yield path
            else:
                yield PassedOver(path)
    except (OSError, ValueError) as error:
        yield Failure(named, None, "open", f"cannot be listed: {error}")
    except ReadError as error:
        yield Failure(named, None, error.stage, error.reason)
    else:
        if not found:
            yield Failure(named, None, "open", "nothing lies there")


def _lies_in(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return os.path.commonpath([real, root]) == root


def _match(pattern: str, *, any_extension: bool) -> Iterator[str | PassedOver | Failure]:
    # a pattern that ends in ** matches folders too: their files come by themselves
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - as the user wrote it
    folders = {match for match in matches if os.path.isdir(match)}  # noqa: PTH112
    if not matches:
        yield Failure(pattern, None, "open", "no file matches the pattern")
    for match in matches:
        if match in folders:
            yield from _walk(match, os.path.realpath(match), any_extension=any_extension)
        else:
            yield match
