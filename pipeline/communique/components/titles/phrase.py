"""A title phrase as a value: where its words, and the bodies beside it, stand."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.titles.beside import Body
from communique.components.titles.lexicon import Head
from communique.components.titles.types import TitleTime


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title as it stands, in unit indexes (half-open) and characters.

    ``first`` to ``last`` are the title's own units; ``edge`` to ``close`` take in the words before
    that say when, the body before it and the bodies after it. ``start`` and ``end`` are the title's
    characters, ``words`` the words before its head; ``bracketed`` tells that its field is a bracket. ``loose`` is the reading in which what follows
    a comma (a field, a body) belongs to the phrase, None where nothing does.
    """

    first: int
    last: int
    start: int
    end: int
    head: Head
    head_at: int
    edge: int
    close: int
    capital: bool
    complement: bool = False
    bracketed: bool = False
    when: TitleTime | None = None
    before: tuple[Body, ...] = ()
    after: tuple[Body, ...] = ()
    loose: Phrase | None = None
    words: tuple[str, ...] = ()
