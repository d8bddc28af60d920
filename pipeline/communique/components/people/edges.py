"""What stands at the edges of a person's name and is no part of it: honorifics, offices, places."""

from __future__ import annotations

from spacy.tokens import Doc

from communique.components.lexicon_files import read_entries
from communique.components.people.conflicts import is_place_word
from communique.components.people.lexicon import REGION_WORDS
from communique.components.text import surface
from communique.components.titles.lexicon import (
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.rules import fields

_STATES = frozenset(read_entries("people/state_abbreviations.txt"))
_ABSTRACT = ("ness", "tion", "sion")
_LEADS = frozenset({"of", "for", "and", "&", ","})
_NAME_HONORIFICS = frozenset(read_entries("people/honorifics_in_names.txt"))


def is_title_word(doc: Doc, at: int) -> bool:
    """Tell whether the token is a word of a title, and not of the name behind it."""
    token = doc[at]
    if is_title_head(token.text) and not is_name_too(token.text):
        return token.text not in _NAME_HONORIFICS
    return is_title_modifier(token.text) and token.is_lower


def behind_honorifics(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins behind honorifics of up to three words ("Tan Sri Dato' Seri")."""
    while start + 1 < end:
        if doc[start].text == ".":
            start += 1
            continue
        for size in range(min(3, end - start - 1), 0, -1):
            words = surface(doc, start, start + size)
            if is_honorific(words) and words not in _NAME_HONORIFICS:
                start += size
                break
        else:
            break
    return start


def behind_cut_honorific(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins when the recogniser cut an honorific in two ("Dato’" | "Sri")."""
    for back in (1, 2):
        if (
            start >= back
            and start + 1 < end
            and is_honorific(surface(doc, start - back, start + 1))
        ):
            return start + 1
    return start


def behind_field(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins behind the rest of an office's field.

    "Minister of Water | Resources Li Guoying": a word of fields that goes on what "of", "and", a
    comma or another such word leads to is no part of a name of which two words are left.
    """
    leads = start > 0 and (doc[start - 1].lower_ in _LEADS or doc[start - 1].lower_ in fields())
    while (
        leads
        and end - start > 2
        and (doc[start].lower_ in fields() or doc[start].lower_.endswith(_ABSTRACT))
    ):
        start += 1
    return start


def before_party(doc: Doc, start: int, end: int) -> int:
    """Return where a legislator's name ends before party and state: "Jane Roe" | "D Mass"."""
    for i in range(start, end - 1):
        if doc[i].text in ("D", "R", "I") and (
            doc[i + 1].text in _STATES or (len(doc[i + 1]) == 2 and doc[i + 1].is_upper)
        ):
            return i
    return end


def behind_place(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins behind the place that an office is held at.

    "Akim of Kostanay Region | Jane Amara Roe", "Regional Head Muzaffarabad | Jane Amara Roe": two
    words at least are left of the name.
    """
    region = max((i for i in range(start, end - 2) if doc[i].text in REGION_WORDS), default=-1)
    if region >= start:
        return region + 1
    before = doc[start - 1].text if start else ""
    held = before in ("of", "in", "for") or is_title_head(before)
    if held and end - start > 2 and is_place_word(doc, start):
        return start + 1
    return start


def before_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the name ends when a title stands behind it ("Amara Nwosu" | "Ag. Dean")."""
    while end - start > 2 and end < len(doc) and _opens_title(doc, end - 1):
        end -= 1
    at = end
    while at - 1 > start and (
        doc[at - 1].text == "."
        or is_title_modifier(doc[at - 1].text)
        or (is_title_head(doc[at - 1].text) and not is_name_too(doc[at - 1].text))
        or (is_title_head(doc[at - 1].text) and is_title_modifier(_before_stop(doc, at - 1)))
    ):
        at -= 1
    has_head = any(is_title_head(doc[i].text) for i in range(at, end))
    return at if has_head and at - start > 1 else end


def _opens_title(doc: Doc, at: int) -> bool:
    """Tell whether a title opens at token ``at`` and goes on: "Deputy | Secretary"."""
    text, following = doc[at].text, doc[at + 1].text
    opens = is_title_modifier(text) and not is_name_too(text)
    return opens and (is_title_head(following) or is_title_modifier(following))


def _before_stop(doc: Doc, at: int) -> str:
    """Return the word before token ``at``, with its full stop where that is a token of its own."""
    if at >= 2 and doc[at - 1].text == ".":
        return f"{doc[at - 2].text}."
    return doc[at - 1].text if at else ""
