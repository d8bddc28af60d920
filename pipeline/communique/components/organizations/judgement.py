"""Whether a phrase names a body, or something else: an office, an honour, a plan, a law."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from communique.components.capitals import is_capitalized
from communique.components.organizations.boundaries import POSSESSIVES, is_name_token
from communique.components.organizations.endings import is_legal_form
from communique.components.organizations.growth import is_field_word, is_led_by_none
from communique.components.organizations.lexicon import (
    generic_plurals,
    held_bodies,
    legal_phrases,
    not_names,
    organization_heads,
    other_heads,
    place_words,
    plants,
)
from communique.components.text import surface, words_of
from communique.components.titles.lexicon import is_name_too, is_title_head
from communique.components.titles.places import places
from communique.components.titles.rules import fields

_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}(?:s|es|Ses)")
_ADDRESS = re.compile(r"(?i)https?:|www\.")
_JOINT = re.compile(r"\s?[-–—/]\s?")
_QUARTERS = frozenset({"Northern", "Southern", "Eastern", "Western", "Middle", "Central"})
_IN_LAWS = frozenset({"and", "of", "for", "&", "(", ")", "-"})
#: Laws whose names begin with words that may be a body's: rules and codes are of bodies.
_ENACTED = frozenset({"Act", "Bill", "Ordinance"})
#: How many tokens behind a phrase its law may end.
_LAW_REACH = 8
#: How likely every word is of a body's name where the recogniser is sure of it.
_SURE = 0.75
#: What parts the head of a phrase from what follows.
_PARTING = frozenset({"of", "for", "on", "to"})
_QUOTES = frozenset("\"“”„«'‘")


def names_a_body(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the tokens ``start`` to ``end`` may be the name of a body."""
    text, words = surface(doc, start, end), words_of(doc)
    return (
        len(text) > 1
        and not _is_conferred(doc, start)
        and not _is_ticker(doc, start, end)
        and text not in not_names()
        and text not in legal_phrases()
        and not _ADDRESS.match(text)
        and not _is_other_phrase(doc, start, end)
        and not _is_kind(doc, start, end)
        and not _is_of_law(doc, start, end)
        and not _is_heading(doc, start, end)
        and not _is_pair_of_places(text)
        and not _is_judicial_district(doc, start, end)
        and not _is_title(doc, start, end)
        and not _is_field_of_office(doc, start, end)
        and any(is_capitalized(words[i]) and not is_legal_form(doc[i]) for i in range(start, end))
    )


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a phrase names an office: "Deputy Minister", "Manager Marketing".

    "Office of the President", "Board of Governors" and "Orlina Architects" are bodies.
    """
    heads = organization_heads()
    words = words_of(doc)[start:end]
    if words[-1] in heads or any(word.lower() in ("of", "for") for word in words):
        return False
    return (is_title_head(words[-1]) and not is_led_by_none(doc, end - 1)) or (
        is_title_head(words[0])
        and not is_name_too(words[0])
        and doc[start].is_title
        and POSSESSIVES.isdisjoint(words)
    )


def _is_field_of_office(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a phrase is the field of the office in front of it, and no body.

    "Head of PR, Marketing & Communications", "Senior Manager, External Communications",
    "Secretary of State for Energy": every word names a field or joins two.
    """
    words = [doc[i] for i in range(start, end)]
    head = organization_heads().get(words[0].text)
    if head is not None and head.first and len(words) > 2 and words[1].lower_ == "of":
        return False
    if words[0].text == "State" and start > 1 and doc[start - 2].text in ("Secretary", "Minister"):
        return True
    office = (
        start - 2 if start > 1 and doc[start - 1].lower_ in (",", "of", "for", "–", "-") else -1
    )
    if office < 0 or not is_title_head(doc[office].text):
        return _goes_on_with_fields(doc, start) and not any(
            (t.text in organization_heads() and not is_field_word(t)) or t.lower_ == "of"
            for t in words
        )
    return all(
        t.lower_ in fields() or t.is_punct or t.lower_ in ("and", "&", "of", "the") for t in words
    )


def _goes_on_with_fields(doc: Doc, start: int) -> bool:
    """Tell whether fields of an office stand before a phrase: "Minister for Piers, Inland Water and"."""
    at = start - 1
    if at < 3 or doc[at].lower_ not in (",", "and", "&"):
        return False
    fields_before = 0
    while at > 1 and (doc[at].lower_ in fields() or doc[at].lower_ in (",", "and", "&", "the")):
        fields_before += doc[at].lower_ in fields()
        at -= 1
    return fields_before > 0 and doc[at].lower_ in ("of", "for") and is_title_head(doc[at - 1].text)


def _is_conferred(doc: Doc, start: int) -> bool:
    """Tell whether a name is an honour's: in quotes behind "title of", "award of", "name of"."""
    return (
        start >= 3
        and doc[start - 1].text in _QUOTES
        and doc[start - 2].lower_ in ("of", "as")
        and doc[start - 3].lower_ in ("title", "titles", "award", "honour", "honor", "name", "rank")
    )


def _is_ticker(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word in capitals is a share's code behind an exchange: "(BVC: ANVERDE)"."""
    if end - start != 1 or start < 3 or not doc[start].is_upper or doc[start - 1].text != ":":
        return False
    opening = next((i for i in range(start - 2, max(-1, start - 5), -1) if doc[i].text in "(["), 0)
    return opening > 0 and doc[start - 2].text[:1].isupper()


def _is_other_phrase(doc: Doc, start: int, end: int) -> bool:
    """Tell whether what heads a phrase, the last word or two before "of", heads no body.

    A project or an initiative is one where somebody holds an office at it.
    """
    head = head_end(doc, start, end) - 1
    word = doc[head].text
    others = other_heads()
    last = organization_heads().get(doc[end - 1].text)
    if head == start and word in place_words() and last is not None and last.last:
        return False  # "Bay of Orme Commission"
    shouted = word.title() in others and surface(doc, start, end).isupper()
    if word in others or shouted:
        pair = surface(doc, max(start, head - 1), head + 1)
        if not plants().isdisjoint((word, pair)) and _is_sure(doc, start, end):
            return False
        return not (word in held_bodies() and _is_held_at(doc, start))
    return head > start and surface(doc, head - 1, head + 1) in others


def _is_of_law(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a phrase is a law's name, the beginning of one, or a party's in a case.

    "Administration of Piers Act", "Pier Portability" | "and Harbour Act", "Roe" | "v. Orme".
    """
    words = words_of(doc)[start:end]
    if words[-1] in _ENACTED:
        return True
    heads = organization_heads()
    if any((head := heads.get(word)) is not None and head.strong for word in words):
        return False
    if end - start == 1 and end < len(doc) and doc[end].lower_ in ("v", "v.", "vs."):
        return True
    for at in range(end, min(len(doc), end + _LAW_REACH)):
        token = doc[at]
        if token.text in _ENACTED:
            after = doc[at + 1] if at + 1 < len(doc) else None
            return after is None or not after.is_title  # "Bill Roe" is a person
        if is_title_head(token.text):
            return False
        bracketed = doc[at - 1].text == "(" and not token.is_title
        if bracketed or not (is_name_token(token) or token.lower_ in _IN_LAWS):
            return False
    return False


def _is_heading(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words in capitals open with what is done: "OPENING GOVERNMENT PIERS"."""
    first = doc[start].text
    return (
        end - start > 2
        and first.endswith("ING")
        and doc[start:end].text.isupper()
        and (bool(doc[start].is_sent_start) or start == 0)
    )


def _is_sure(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the recogniser takes every word for one of a body's name, without much doubt."""
    scores = doc._.body_scores
    return scores is not None and all(
        scores[i] > _SURE for i in range(start, end) if not doc[i].is_space
    )


def head_end(doc: Doc, start: int, end: int) -> int:
    """Return where the part of a phrase before "of", "for", "on" or "to" ends."""
    words = words_of(doc)
    return next((i for i in range(start + 1, end) if words[i].lower() in _PARTING), end)


def _is_held_at(doc: Doc, start: int) -> bool:
    """Tell whether an office stands right before a phrase: "Director of the", "Vice President,"."""
    at = start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    return at > 0 and doc[at].lower_ in (",", "of", "at", "for") and is_title_head(doc[at - 1].text)


def _is_pair_of_places(text: str) -> bool:
    """Tell whether a phrase is two places or peoples side by side: "Albania-Kenya"."""
    parts = _JOINT.split(text)
    return len(parts) > 1 and all(part in places() for part in parts)


def _is_judicial_district(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a phrase is the district of a court, and no body: "Northern District of Orme".

    Behind "Judge for the" it stands for its court.
    """
    at = start + (doc[start].text in _QUARTERS)
    return (
        at + 2 < end
        and doc[at].text == "District"
        and doc[at + 1].lower_ == "of"
        and doc[end - 1].text != "Circuit"
        and not any(token.text == "Judge" for token in doc[max(0, start - 3) : start])
    )


def _is_kind(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a phrase is about bodies or things of a kind, or is the code of one thing.

    "State Governments", "Orlina RTGs", "JPNP21026".
    """
    last = doc[head_end(doc, start, end) - 1].text
    code = doc[start].text
    return (
        last in generic_plurals()
        or _PLURAL_ACRONYM.fullmatch(last) is not None
        or (end - start == 1 and code.isupper() and sum(c.isdigit() for c in code) > 1)
    )
