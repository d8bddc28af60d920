"""How far a name goes on from its head, to the left and to the right."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from communique.components.capitals import is_line_break
from communique.components.countries import countries
from communique.components.labels import PEOPLE
from communique.components.lexicon_files import read_entries
from communique.components.organizations.boundaries import (
    ARTICLES,
    HYPHENS,
    MAX_GROWTH,
    POSSESSIVES,
    is_name_token,
)
from communique.components.organizations.lexicon import (
    BOARDS,
    inner_possessives,
    organization_heads,
    weekdays,
)
from communique.components.titles.lexicon import is_honorific, is_title_head
from communique.components.titles.rules import fields

#: What begins the office behind a name: "Department of Piers" | "Under Secretary".
BEFORE_OFFICES = frozenset({"Under", "Deputy", "Assistant", "Acting", "Vice", "Associate"})

#: Heads that no part of a body has, so that another name begins with them.
MINISTRIES = frozenset({"Ministry", "MINISTRY"})

#: Heads that "General" may follow.
_GENERAL = frozenset({"Consulate", "Directorate", "Secretariat", "Inspectorate"})

#: What stands before the hyphen of a word that is one in names ("Co-operative", "Non-Aligned").
_PREFIXES = frozenset(read_entries("organizations/prefixes.txt"))


def grow_left(doc: Doc, start: int, floor: int) -> int:
    """Return where the capitalised phrase that goes on at token ``start`` begins.

    Titles and honorifics in front belong to people; a possessive parts two names, but for those
    that a name keeps ("People's").
    """
    begin = start
    i = start - 1
    floor = max(floor, start - MAX_GROWTH)
    while i >= floor:
        token = doc[i]
        if is_name_token(token):
            if token.lower_ in ARTICLES or is_honorific(token.text):
                break
            if is_title_head(token.text) and not is_general(doc, i):
                break
            begin = i
        elif (
            token.text == "&"
            or (token.text in HYPHENS and not doc[i - 1].whitespace_ and not token.whitespace_)
            or (token.text in POSSESSIVES and i > floor and doc[i - 1].text in inner_possessives())
        ):
            pass
        else:
            break
        i -= 1
    if begin < start and begin == floor and doc[begin].lower_ in ARTICLES:
        begin += 1
    return begin


def is_general(doc: Doc, at: int) -> bool:
    """Tell whether "General" at ``at`` describes a body, and is no rank: "General Department of Piers".

    In "Director General Department of Piers" it belongs to the director.
    """
    if doc[at].text not in ("General", "GENERAL") or at + 1 >= len(doc):
        return False
    head = organization_heads().get(doc[at + 1].text)
    return head is not None and head.first and not (at and is_title_head(doc[at - 1].text))


def is_led_by_none(doc: Doc, at: int) -> bool:
    """Tell whether "General" at ``at`` ends a body's head, and is no rank: "Consulate General"."""
    return doc[at].text in ("General", "GENERAL") and doc[at - 1].text.title() in _GENERAL


def grow_right(
    doc: Doc,
    end: int,
    ceiling: int,
    *,
    field: bool,
    linked: bool = False,
    coordinated: bool = True,
    stops: Collection[int] = (),
) -> int:
    """Return where the name whose head ends before token ``end`` ends.

    ``field``: the head stands first ("Ministry"), so that "of", "for" and, where ``coordinated``,
    joined capitalised words belong to it ("of Agriculture, Forestry and Fisheries"). ``linked``:
    an "of" stands before ``end`` already. ``stops`` are tokens of people.
    """
    last = end
    i = end
    ceiling = min(ceiling, end + 2 * MAX_GROWTH)
    closed = False
    while i < ceiling:
        token = doc[i]
        if i in stops or is_line_break(token) or (token.text == "I" and _is_pronoun(token)):
            break
        if token.text in weekdays():
            break  # "Ministry of Roads | Monday"
        if is_name_token(token):
            behind_of = linked and doc[i - 1].lower_ in ("of", "for", "the")
            if i > end and not behind_of and _opens_name(doc, i):
                break
            if is_honorific(token.text):
                break
            if is_title_head(token.text) and not behind_of and not is_led_by_none(doc, i):
                break
            if token.text in BEFORE_OFFICES and i + 1 < len(doc) and is_title_head(doc[i + 1].text):
                break
            last = i + 1
        elif _is_inside_joint(doc, i):
            pass
        elif _ends_hyphenated(doc, i):
            last = i + 1
        elif token.lower_ in ("of", "for") and (field or linked or _has_field(doc, i)):
            linked = True
        elif (
            field and linked and token.lower_ == "the" and doc[i - 1].lower_ in ("of", "for", "and")
        ):
            pass
        elif (
            field
            and linked
            and coordinated
            and not closed
            and token.lower_ in ("and", "&", ",")
            and _goes_on(doc, i, ceiling)
        ):
            closed = token.text != "," and not _another_comma_with_and(doc, i, ceiling)
        elif token.lower_ == "and" and i and doc[i - 1].text == ",":
            pass
        else:
            break
        i += 1
    return last


def _is_pronoun(token: Token) -> bool:
    """Tell whether "I" is no number: a word in small letters follows ("Senate I have served")."""
    return token.i + 1 < len(token.doc) and token.nbor(1).is_lower


def _is_inside_joint(doc: Doc, at: int) -> bool:
    """Tell whether a token joins two parts of one word, or is an ampersand between words."""
    token = doc[at]
    if token.text == "/" and at + 1 < len(doc) and doc[at + 1].is_upper:
        return False  # "Library/OPW"
    return token.text == "&" or (token.text in HYPHENS and not token.whitespace_)


def _ends_hyphenated(doc: Doc, at: int) -> bool:
    """Tell whether a token in small letters ends a word like "Co-operative"."""
    return (
        at > 1
        and doc[at].is_alpha
        and doc[at - 1].text == "-"
        and not doc[at - 1].whitespace_
        and not doc[at - 2].whitespace_
        and doc[at - 2].lower_ in _PREFIXES
    )


def _goes_on(doc: Doc, at: int, ceiling: int) -> bool:
    """Tell whether the "and" or comma at ``at`` leads to a further word of the same field.

    It does not where the conjunct is a body or a person of its own ("Ministry of Law and Ministry
    of Finance", "Ministry of Finance and Mr …"); commas must be closed by an "and".
    """
    nxt = at + 1
    if doc[at].text == "," and nxt < ceiling and doc[nxt].lower_ in ("and", "&"):
        nxt += 1
        at += 1
    if nxt < ceiling and doc[nxt].lower_ == "the":
        nxt += 1
    if nxt >= ceiling or not is_name_token(doc[nxt]) or _is_name_of_its_own(doc, nxt):
        return False
    if is_honorific(doc[nxt].text) or is_title_head(doc[nxt].text):
        return False
    if doc[nxt - 1].lower_ == "the" and _ends_in_office(doc, nxt, ceiling):
        return False  # "Department of Piers | and the Harbour Master"
    if doc[at].text == ",":
        return _closes_with_and(doc, at, ceiling)
    return not _starts_other_body(doc, nxt, ceiling)


def _ends_in_office(doc: Doc, at: int, ceiling: int) -> bool:
    """Tell whether the capitalised words from ``at`` on end in the head of a title."""
    while at + 1 < ceiling and is_name_token(doc[at + 1]):
        at += 1
    return is_title_head(doc[at].text)


def _is_name_of_its_own(doc: Doc, at: int) -> bool:
    """Tell whether a conjunct is no word of a field: an acronym, a country, a person, a place."""
    token = doc[at]
    inner_capital = any(c.isupper() for c in token.text[1:]) and "-" not in token.text
    return (
        (inner_capital and not doc[at - 2].is_upper)
        or token.text in countries()
        or (token.ent_type_ in PEOPLE and at + 1 < len(doc) and doc[at + 1].ent_iob_ == "I")
    )


def _has_field(doc: Doc, at: int) -> bool:
    nxt = at + 1
    if nxt < len(doc) and doc[nxt].lower_ == "the":
        nxt += 1
    return nxt < len(doc) and is_name_token(doc[nxt])


def _starts_other_body(doc: Doc, at: int, ceiling: int) -> bool:
    """Tell whether a conjunct has a head of its own ("Ministry of Law and Ministry of Finance")."""
    heads = organization_heads()
    for i in range(at, min(ceiling, at + 6)):
        token = doc[i]
        if i > at and _opens_name(doc, i):
            return False
        singular = token.text.removesuffix("s")
        if i > at and token.text in BOARDS:
            return True
        if (token.text in heads or (singular in heads and i > at)) and not (
            i > at and is_field_word(token)
        ):
            return True
        if not is_name_token(token) and token.text not in ("-", "&"):
            return False
    return False


def _opens_name(doc: Doc, at: int) -> bool:
    """Tell whether a ministry's name begins at ``at`` without a joint: "… and Ports Ministry of Law"."""
    return (
        doc[at].text in MINISTRIES
        and at + 1 < len(doc)
        and doc[at + 1].lower_ == "of"
        and doc[at - 1].lower_ in fields()
    )


def is_field_word(token: Token) -> bool:
    """Tell whether a head also ends the fields of ministries ("Public Administration")."""
    return token.text in ("Administration", "Government", "Council", "Energy", "Industries")


def _another_comma_with_and(doc: Doc, at: int, ceiling: int) -> bool:
    """Tell whether the "and" at ``at`` stands inside one conjunct of a list that goes on."""
    for i in range(at + 1, min(ceiling, at + 6)):
        if doc[i].text == ",":
            return _closes_with_and(doc, i, ceiling)
        if not is_name_token(doc[i]):
            return False
    return False


def _closes_with_and(doc: Doc, at: int, ceiling: int) -> bool:
    """Tell whether a comma at ``at`` is one of a list that "and" and a capitalised word close."""
    words = 0
    for i in range(at + 1, min(ceiling, at + 2 * MAX_GROWTH)):
        token = doc[i]
        if token.lower_ == "and":
            if words == 0 or i + 1 >= ceiling:
                return False
            if token.nbor(-1).text != "," and _another_comma_with_and(doc, i, ceiling):
                continue
            return (
                words > 0
                and is_name_token(doc[i + 1])
                and not _starts_other_body(doc, i + 1, ceiling)
            )
        if is_name_token(token):
            head = organization_heads().get(token.text)
            in_field = is_field_word(token) and is_name_token(doc[i - 1])
            if (head and head.first and head.strong and not in_field) or is_title_head(token.text):
                return False
            words += 1
        elif token.text != ",":
            return False
    return False
