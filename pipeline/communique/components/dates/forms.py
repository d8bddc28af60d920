"""Forms: the ways to write a date, compiled from ``lexicon/dates/forms.toml``.

Each form becomes one regular expression with a group for every atom. Forms are filed under the
words they can start with, so that a text is scanned once and forms are tried only where a
number, a month, a weekday or another trigger stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from communique.components.dates import atoms as lexicon
from communique.components.dates.atoms import SPACE
from communique.components.dates.openings import (
    DIGITS,
    Openings,
    openings_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Headings of ``forms.toml``, and "vague" for the phrases of ``vague.tsv``.
MEANINGS = ("calendar", "range", "relative", "vague", "duration", "set", "time")

_ELEMENT = re.compile(r"(?P<tight>~?)(?:<(?P<atom>\w+)>|(?P<literal>[^<>\s~?]+))(?P<optional>\??)")

#: Between two words; behind a comma or an abbreviation's full stop the space is often forgotten.
_GAP = rf"(?:{SPACE}|(?<=[^\w\s]))"

#: Behind the whole: no letter or digit, but for the T in front of a clock time.
_BEHIND = r"(?:(?![^\W_])|(?=T\d\d:))"


@dataclass(frozen=True)
class Form:
    """One way to write a date: its meaning and its compiled expression."""

    meaning: str
    source: str
    pattern: re.Pattern[str]

    @cached_property
    def in_digits(self) -> bool:
        """Whether it is left to the release which of two numbers is the month."""
        return "<left>" in self.source


@dataclass(frozen=True)
class Forms:
    """The forms that start with the same word, in their order.

    ``seconds`` says for each form what may be the second word of what it reads; None: anything.
    """

    all: tuple[Form, ...]
    seconds: tuple[frozenset[str] | None, ...]

    def before(self, word: str | None) -> Sequence[Form]:
        """Return the forms that may read their first word and then this one, in their order.

        ``word`` is as :func:`communique.components.dates.openings.next_word` returns it.
        """
        return self.all if word is None else self._before.get(word, self._before[""])

    @cached_property
    def _before(self) -> Mapping[str, tuple[Form, ...]]:
        """The forms by second word; under "" those that may read any."""
        words = {"", *(word for words in self.seconds for word in words or ())}
        tried = list(zip(self.all, self.seconds, strict=True))
        return {
            word: tuple(form for form, words in tried if words is None or word in words)
            for word in words
        }


@dataclass(frozen=True)
class _Element:
    pattern: str
    starts: frozenset[str]
    openings: Openings
    tight: bool
    optional: bool
    word: bool


def _split(source: str) -> list[_Element]:
    """Take a form apart; raises ``ValueError`` where an element cannot be read."""
    elements = []
    for chunk in source.split():
        at = 0
        for part in _ELEMENT.finditer(chunk):
            if part.start() != at:
                break
            at = part.end()
            elements.append(_element(part))
        if at != len(chunk):
            raise ValueError(f"form {source!r}: cannot read {chunk!r}")
    return elements


def _element(part: re.Match[str]) -> _Element:
    tight, optional = bool(part["tight"]), bool(part["optional"])
    if part["atom"]:
        atom = lexicon.load().atoms[part["atom"].rstrip("23")]
        pattern = f"(?P<{part['atom']}>{atom.pattern})"
        starts = frozenset(atom.openings)
        return _Element(pattern, starts, atom.openings, tight, optional, word=True)
    choices = part["literal"].split("|")
    words = [c for c in choices if c[0].isalpha() and c.isascii()]
    return _Element(
        f"(?i:{'|'.join(re.escape(c) for c in choices)})",
        frozenset(c.lower() for c in words),
        openings_of(choices),
        tight,
        optional,
        word=len(words) == len(choices),
    )


def _compile(elements: list[_Element]) -> str:
    pattern, after_word = elements[0].pattern, elements[0].word
    for element in elements[1:]:
        if element.tight:
            gap = ""
        elif element.word and after_word:
            gap = _GAP
        else:
            gap = rf"{SPACE}?"
        piece = f"{gap}{element.pattern}"
        pattern += f"(?:{piece})?" if element.optional else piece
        # behind an optional comma a space is still needed between two words
        after_word = element.word or (element.optional and after_word)
    return pattern


def _expand(elements: list[_Element]) -> list[list[_Element]]:
    """A form with optional leading elements as several forms without."""
    if not elements[0].optional:
        return [elements]
    with_it = [[replace(elements[0], optional=False), *elements[1:]]] if elements[0].starts else []
    return with_it + _expand(elements[1:])


def _seconds(start: str, elements: list[_Element]) -> frozenset[str] | None:
    """What may be the second word of what a form reads from the word ``start`` on; None: any."""
    found = set(elements[0].openings.get(start, ("",)))
    if "" not in found:
        return frozenset(found)
    for element in elements[1:]:
        found.update(element.openings)
        if not element.optional and "" not in element.openings:
            return frozenset(found - {""})
    return None


@cache
def load() -> Mapping[str, Forms]:
    """The forms by the lower-case word (or ``0`` for a digit) they can start with."""
    sources: list[tuple[str, str]] = []
    for meaning, section in lexicon.read_toml("forms.toml").items():
        sources += [(meaning, source) for source in section["forms"]]
    sources.append(("vague", "<vague>"))
    filed: dict[str, list[tuple[Form, frozenset[str] | None]]] = {}
    for meaning, source in sources:
        for elements in _expand(_split(source)):
            form = Form(meaning, source, re.compile(_compile(elements) + _BEHIND))
            for start in sorted(elements[0].starts):
                filed.setdefault(start, []).append((form, _seconds(start, elements)))
    return MappingProxyType(
        {start: Forms(*zip(*tried, strict=True)) for start, tried in filed.items()}
    )


__all__ = ["DIGITS", "MEANINGS", "Form", "Forms", "load"]
