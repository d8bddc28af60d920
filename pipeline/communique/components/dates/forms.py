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
from communique.components.dates.atoms import DIGITS, SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Headings of ``forms.toml``, and "vague" for the phrases of ``vague.tsv``.
MEANINGS = ("calendar", "range", "relative", "vague", "duration", "set", "time")

_ELEMENT = re.compile(r"(?P<tight>~?)(?:<(?P<atom>\w+)>|(?P<literal>[^<>\s~?]+))(?P<optional>\??)")

_GROUP_NAME = re.compile(r"\(\?P<\w+>")

#: So many forms that start with the same word are tried together first.
_MANY = 40

#: Between two words; behind a comma or an abbreviation's full stop the space is often forgotten.
_GAP = rf"(?:{SPACE}|(?<=[^\w\s]))"


@dataclass(frozen=True)
class Form:
    """One way to write a date: its meaning and its compiled expression.

    ``opening`` is the expression of its first two elements, or of the first where the second may be
    left out, without names of groups.
    """

    meaning: str
    source: str
    pattern: re.Pattern[str]
    opening: str


@dataclass(frozen=True)
class Forms:
    """The forms that start with the same word, in their order."""

    all: tuple[Form, ...]

    def at(self, text: str, start: int, end: int) -> Sequence[Form]:
        """Return the forms whose first elements stand at a place of the text, in their order.

        Where there are few forms, all of them: to try them costs less.
        """
        if len(self.all) < _MANY:
            return self.all
        openings, groups = self._openings
        match = openings.match(text, start, end)
        assert match is not None  # all of it may be left out
        return [
            form for form, empty in zip(self.all, match.group(*groups), strict=True) if empty == ""
        ]

    @cached_property
    def _openings(self) -> tuple[re.Pattern[str], tuple[int, ...]]:
        """What sets a group for each form whose first elements stand at a place, and the groups."""
        tries = (f"(?:(?={form.opening})(?P<form{i}>))?" for i, form in enumerate(self.all))
        pattern = re.compile("".join(tries))
        return pattern, tuple(pattern.groupindex.values())


@dataclass(frozen=True)
class _Element:
    pattern: str
    starts: frozenset[str]
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
        return _Element(
            f"(?P<{part['atom']}>{atom.pattern})", atom.starts, tight, optional, word=True
        )
    choices = part["literal"].split("|")
    words = [c for c in choices if c[0].isalpha() and c.isascii()]
    pattern = "|".join(re.escape(c) for c in choices)
    starts = frozenset(c.lower() for c in words)
    return _Element(f"(?i:{pattern})", starts, tight, optional, word=len(words) == len(choices))


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


@cache
def load() -> Mapping[str, Forms]:
    """The forms by the lower-case word (or ``0`` for a digit) they can start with."""
    sources: list[tuple[str, str]] = []
    for meaning, section in lexicon.read_toml("forms.toml").items():
        sources += [(meaning, source) for source in section["forms"]]
    sources.append(("vague", "<vague>"))
    filed: dict[str, list[Form]] = {}
    for meaning, source in sources:
        for elements in _expand(_split(source)):
            pattern = re.compile(_compile(elements) + r"(?:(?![^\W_])|(?=T\d\d:))")
            certain = 1 + (len(elements) > 1 and not elements[1].optional)
            opening = _GROUP_NAME.sub("(?:", _compile(elements[:certain]))
            for start in sorted(elements[0].starts):
                filed.setdefault(start, []).append(Form(meaning, source, pattern, opening))
    return MappingProxyType({start: Forms(tuple(forms)) for start, forms in filed.items()})


__all__ = ["DIGITS", "MEANINGS", "Form", "Forms", "load"]
