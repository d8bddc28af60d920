"""Names that fill an item of a list: "-   Jane Roe, Orme Network to End Floods -   Orme Fund: John Doe".

What a recogniser cuts there at "to", at "with" or at a word that it does not know goes on to the end of
its part of the item, and begins where that part does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from communique.components.organizations.boundaries import TokenRange
from communique.components.text import text_of
from communique.components.titles.lexicon import is_honorific, is_title_head

#: Where an item may begin: a mark that opens a line, or one with much space behind it.
_ITEM = re.compile(r"[-–•▪*][^\S\n]+")
_SMALL = r"of|for|to|with|and|the|&|against|from"
_WORD = r"[^\W\d_a-z][\w’'.&-]*"
#: What a name goes on with, up to a mark that ends its part of the item.
_ONWARD = re.compile(
    rf"(?P<more>(?:\s(?:{_SMALL}|{_WORD}(?=[\s,:;(]|$)))+)(?=\s*(?:$|[,:;(]|\s[-–]\s))"
)
_BEFORE = re.compile(rf"(?:^|[:;,]\s)(?P<more>(?:(?:{_WORD}|{_SMALL})\s)+)$")
#: What begins an item but no name, lower case.
_OPENERS = frozenset({*_SMALL.split("|"), "a", "an", "in", "on", "by", "at", "as", "former", "our"})
#: How many words a name goes on by, on either side, and how long an item may be, in characters.
_MOST_WORDS = 8
_LONGEST_ITEM = 240


def whole_items(
    doc: Doc, ranges: Iterable[TokenRange], people: Collection[int]
) -> Iterator[TokenRange]:
    """Yield the ranges that stand in items of lists, grown to the borders of their parts of them.

    ``people`` are tokens of people, which no name takes in; a title before a name is not taken in
    either, nor a name that "and" joins ("between Velm Bank and Orme University").
    """
    text = text_of(doc)
    ranges = list(ranges)
    ends = {end for _, end in ranges}
    joined = {start for start, _ in ranges if _is_joined(doc, start, ends)}
    items = list(_items(text))
    starts = [start for start, _ in items]
    for start, end in ranges:
        first = doc[start].idx
        last = doc[end - 1].idx + len(doc[end - 1])
        at = bisect_right(starts, first) - 1
        if at < 0 or last > items[at][1]:
            continue
        grown = doc.char_span(_left(text, items[at][0], first), _right(text, last, items[at][1]))
        if grown is None or any(i in people for i in range(grown.start, grown.end)):
            continue
        if any(i in joined for i in range(end, grown.end)):
            continue
        if any(i in joined for i in range(grown.start + 1, start + 1)):
            continue
        if (grown.start, grown.end) != (start, end):
            yield grown.start, grown.end


def _is_joined(doc: Doc, start: int, ends: Collection[int]) -> bool:
    """Tell whether "and" joins a name to the one that ends before it, with an article or without."""
    at = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    return at > 0 and doc[at].lower_ in ("and", "&") and at in ends


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the items of lists begin, behind their marks, and end."""
    marks = [mark.span() for mark in _ITEM.finditer(text) if _opens_item(text, *mark.span())]
    for at, (_, begin) in enumerate(marks):
        line = text.find("\n", begin)
        end = len(text) if line < 0 else line
        if at + 1 < len(marks):
            end = min(end, marks[at + 1][0])
        if end - begin <= _LONGEST_ITEM:
            yield begin, end


def _opens_item(text: str, start: int, end: int) -> bool:
    """Tell whether a mark with the space behind it begins an item."""
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        return True
    return text[start] != "*" and end - start > 2 and text[start - 1].isspace()


def _right(text: str, at: int, end: int) -> int:
    rest = text[at:end].rstrip()
    found = None if rest.endswith(".") else _ONWARD.match(rest)
    if found is None:
        return at
    words = found["more"].split()
    if len(words) > _MOST_WORDS or not words[-1][0].isupper():
        return at
    if any(is_title_head(word) for word in words[:-1]) or _is_one_office(words[-1]):
        return at
    return at + found.end("more")


def _is_one_office(word: str) -> bool:
    """Tell whether a word names one office: "Leaders" may end a body's name, "Leader" does not."""
    return is_title_head(word) and not word.endswith("s")


def _left(text: str, start: int, at: int) -> int:
    found = _BEFORE.search(text[start:at])
    if found is None:
        return at
    words = found["more"].split()
    if len(words) > _MOST_WORDS or not words[0][0].isupper() or words[0].lower() in _OPENERS:
        return at
    if any(is_title_head(word) or is_honorific(word) for word in words):
        return at
    return start + found.start("more")
