"""Reading the lexicon: plain UTF-8 files under ``communique/lexicon``, one entry a line.

Lines that start with ``#`` and empty lines are left out. Files are read once for each process. A
user's entries come behind those of the project: components keep the ``UserLexicon`` that they were
made with and bring it into use for each document. What is made of the lexicon is kept by
``lexical``, which forgets it when another one comes into use.
"""

from __future__ import annotations

import contextlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

#: Of how many words is kept what a function tells of them.
_WORDS_KEPT = 1 << 14


@dataclass(frozen=True)
class UserLexicon:
    """What a user adds to the lexicon: the entries by the name of their file.

    ``digest`` is that of its content, so that a record can say by what it was made. It can be
    pickled, and so sent to other processes.
    """

    digest: str
    entries: Mapping[str, tuple[str, ...]] = field(compare=False)


_caches: list[Callable[[], None]] = []
_in_use: UserLexicon | None = None
_for_new: UserLexicon | None = None


def lexical(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes of the lexicon until another user's lexicon comes into use."""
    kept = cache(make)
    _caches.append(kept.cache_clear)
    return cast("Callable[P, T]", kept)


def of_a_word(judge: Callable[[str], T]) -> Callable[[str], T]:
    """Keep what a function tells of words by the lexicon, as :func:`lexical` does."""
    kept = _Judgements(judge)
    _caches.append(kept.clear)
    return kept.__getitem__


class _Judgements(dict[str, T]):
    """What a function tells of words; to look one up takes half the time of ``lru_cache``."""

    def __init__(self, judge: Callable[[str], T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> T:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        told = self[word] = self._judge(word)
        return told


def use_lexicon(lexicon: UserLexicon | None) -> None:
    """Bring a user's lexicon into use, or none; nothing is done where it is in use."""
    global _in_use  # noqa: PLW0603 - the lexicon is one for all functions that read it
    if lexicon is _in_use:
        return
    if lexicon != _in_use:
        for clear in _caches:
            clear()
    _in_use = lexicon


@contextlib.contextmanager
def making_with(lexicon: UserLexicon | None) -> Iterator[None]:
    """Give the components that are made meanwhile a user's lexicon."""
    global _for_new  # noqa: PLW0603
    before, _for_new = _for_new, lexicon
    try:
        yield
    finally:
        _for_new = before


def lexicon_for_new() -> UserLexicon | None:
    """Return the user's lexicon for components that are made now."""
    return _for_new


def added_entries(name: str) -> tuple[str, ...]:
    """Return the entries that the user's lexicon in use has in the file ``name``."""
    return _in_use.entries.get(name, ()) if _in_use is not None else ()


@cache
def _own_entries(name: str) -> tuple[str, ...]:
    text = files("communique").joinpath("lexicon", *name.split("/")).read_text(encoding="utf-8")
    return tuple(entry for _, entry in entries_of(text))


def entries_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the entries of a file of the lexicon, each with the number of its line."""
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if entry and not entry.startswith("#"):
            yield number, entry


@lexical
def read_entries(name: str) -> tuple[str, ...]:
    """Return the entries of the file ``name``, a path below the lexicon ("titles/heads.tsv").

    Raises ``FileNotFoundError`` when there is no such file.
    """
    return (*_own_entries(name), *added_entries(name))


@lexical
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of the file ``name``, each parted at its tabs and stripped."""
    return tuple(split_row(entry) for entry in read_entries(name))


def split_row(entry: str) -> tuple[str, ...]:
    """Return the cells of an entry of a table."""
    return tuple(cell.strip() for cell in entry.split("\t"))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the TOML file ``name``, a path below the lexicon ("dates/forms.toml")."""
    path = files("communique").joinpath("lexicon", *name.split("/"))
    return tomllib.loads(path.read_text(encoding="utf-8"))
