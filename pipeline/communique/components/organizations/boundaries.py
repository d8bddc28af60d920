"""Where the name of an organization begins and ends.

The recogniser's spans are cut of articles, possessives, brackets and marks here; ``growth`` makes
them whole where a head says so, ``endings`` where a legal form or a hyphen does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from communique.components.capitals import is_capitalized
from communique.components.organizations.lexicon import (
    legal_phrases,
    level_words,
    numbered_bodies,
    organization_heads,
    weekdays,
)
from communique.components.text import words_of
from communique.components.titles.lexicon import is_title_head
from communique.components.titles.places import places

TokenRange = tuple[int, int]

ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "this", "that"})
#: Words that a recogniser takes in before a name, at the beginning of a line above all.
_LEADING = ARTICLES | {
    "about",
    "according",
    "to",
    "former",
    "at",
    "from",
    "with",
    "by",
    "via",
    "for",
    "in",
    "and",
    "copyright",
}
#: What parts a name from marks of HTML and Markdown around it.
_MARKUP = frozenset({"<", ">", "*", "**", "***", "|", "#", "_", "~", "`", "[", "]", "•", "br"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OPEN = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
JOINERS = frozenset(
    {
        "of",
        "for",
        "on",
        "in",
        "at",
        "the",
        "and",
        "&",
        "de",
        "del",
        "la",
        "des",
        "du",
        "y",
        "e",
        "der",
        "und",
    }
)
#: What no name ends in.
_OPEN_ENDS = JOINERS | {"to", "by", "with"}
HYPHENS = frozenset({"-", "–", "·", "/"})

#: What stands between an office and its body.
_HELD = frozenset({"of", "at"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_AGAINST = frozenset({"v", "v.", "vs", "vs."})
_TRAILING = frozenset({"FY", "PDF", "HTML", "DOC"})

#: How many tokens a name may grow from its head, on either side.
MAX_GROWTH = 14


def is_name_token(token: Token) -> bool:
    """Tell whether a token looks like a part of a body's name: a capital in it."""
    return is_capitalized(token.text)


def cut(doc: Doc, start: int, end: int) -> TokenRange | None:
    """Cut the tokens ``start`` to ``end`` to the name in them; None when nothing is left.

    A name ends at an empty line or a mark of HTML or Markdown, before an opening bracket that it does not close, and before a
    possessive at its end; articles in front and punctuation at both ends go.
    """
    words = words_of(doc)
    for i in range(start, end):
        word = words[i]
        if word in _MARKUP or (word.count("\n") > 1 and word.isspace()):
            if i > start:
                end = i
                break
            start += 1
    for i in range(start, end):
        closing = _OPEN.get(words[i])
        if closing and closing not in words[i + 1 : end]:
            if i == start:
                start += 1
            else:
                end = i
                break
    if ")" in words[start:end]:
        closed = words.index(")", start)
        if "(" not in words[start:closed]:
            start = closed + 1
    while start + 2 < end and is_title_head(words[start]) and words[start + 1].lower() in _HELD:
        start += 2
        if words[start].lower() == "the":
            start += 1
    while start < end and _leads_in(doc, start, end):
        start += 1
    if end - start > 2 and words[end - 1].isdigit() and words[start] in organization_heads():
        end -= 1
    while end > start and (
        words[end - 1].isspace()
        or words[end - 1] in POSSESSIVES
        or words[end - 1].lower() in _OPEN_ENDS
        or words[end - 1] in _AGAINST
        or _is_edge_punctuation(doc[end - 1])
        or _trails(words, start, end)
    ):
        last = words[end - 1]
        if last in (")", "]", "”") and last in map(_OPEN.get, words[start : end - 1]):
            break
        if last == "." and doc[start:end].text.endswith(legal_phrases()):
            break
        end -= 1
    return (start, end) if start < end else None


def _leads_in(doc: Doc, at: int, end: int) -> bool:
    """Tell whether a token at the beginning of a span belongs to no name.

    Articles and prepositions, marks, a level in small letters ("federal Department of Roads"), an
    ordinal number, but for those of legislatures and troops ("the 89th Board", "109th Congress").
    """
    token = doc[at]
    if token.lower_ in _LEADING or token.is_space or _is_edge_punctuation(token):
        return True
    if at + 1 >= end:
        return False
    if token.is_lower and token.text in level_words():
        return is_capitalized(doc[at + 1].text)
    return _ORDINAL.fullmatch(token.text) is not None and doc[end - 1].text not in numbered_bodies()


def _trails(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether the last token of a span with a head belongs to what follows.

    "Department of Roads FY", "Ministry of Roads PDF", "Department of Roads Ruritanian", "Harbour
    Council Monday".
    """
    head = organization_heads().get(words[start])
    last = words[end - 1]
    if last in weekdays():
        return not organization_heads().keys().isdisjoint(words[start : end - 1])
    if end - start < 3 or ((head is None or not head.first) and last not in _TRAILING):
        return False
    place = places().get(last)
    return last in _TRAILING or (
        place is not None and place.demonym and place.name != last and words[end - 2] != "of"
    )


def _is_edge_punctuation(token: Token) -> bool:
    return (
        token.is_punct
        or token.text.endswith("$")
        or token.text in {"*", "_", "|", "·", "#", ">", "<", "~", "`"}
    )
