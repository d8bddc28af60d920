"""Where the name of an organization begins and ends.

The recogniser's spans are cut of articles, possessives and brackets, grown to the whole
capitalised phrase where a head says so, and joined along "of": "Vocational Orientation Department
of MoEYS of Cambodia" is one name.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from spacy.tokens import Doc, Token

from communique.components.capitals import is_capitalized, is_line_break
from communique.components.lexicon_files import read_entries
from communique.components.organizations.lexicon import (
    inner_possessives,
    legal_forms,
    organization_heads,
)
from communique.components.titles.lexicon import is_honorific, is_title_head

TokenRange = tuple[int, int]

_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our", "his", "her", "this", "that"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OPEN = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
_JOINERS = frozenset(
    {
        "of",
        "for",
        "on",
        "in",
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
_HYPHENS = frozenset({"-", "–", "·", "/"})

#: How many tokens a name may grow from its head, on either side.
MAX_GROWTH = 14


def is_name_token(token: Token) -> bool:
    """Tell whether a token looks like a part of a body's name: capitalised, or a number in it."""
    return is_capitalized(token.text)


def cut(doc: Doc, start: int, end: int) -> TokenRange | None:
    """Cut the tokens ``start`` to ``end`` to the name in them; None when nothing is left.

    A name ends at a line break, before an opening bracket that it does not close, and before a
    possessive at its end; articles in front and punctuation at both ends go.
    """
    for i in range(start + 1, end):
        if is_line_break(doc[i]) and doc[i].text.count("\n") > 1:
            end = i
            break
    for i in range(start, end):
        closing = _OPEN.get(doc[i].text)
        if closing and not any(doc[j].text == closing for j in range(i + 1, end)):
            if i == start:
                start += 1
            else:
                end = i
                break
    while (
        start + 2 < end and is_title_head(doc[start].text) and doc[start + 1].lower_ in ("of", "at")
    ):
        start += 2
        if doc[start].lower_ == "the":
            start += 1
    while start < end and (
        doc[start].lower_ in _ARTICLES or doc[start].is_space or _is_edge_punctuation(doc[start])
    ):
        start += 1
    if end - start > 2 and doc[end - 1].is_digit and doc[start].text in organization_heads():
        end -= 1
    while end > start and (
        doc[end - 1].is_space
        or doc[end - 1].text in _POSSESSIVES
        or doc[end - 1].lower_ in _JOINERS
        or _is_edge_punctuation(doc[end - 1])
    ):
        if doc[end - 1].text in (")", "]", "”") and any(
            _OPEN.get(doc[j].text) == doc[end - 1].text for j in range(start, end - 1)
        ):
            break
        end -= 1
    return (start, end) if start < end else None


def _is_edge_punctuation(token: Token) -> bool:
    return token.is_punct or token.text in {"*", "_", "|", "·", "#", ">", "<", "~", "`"}


def take_in_endings(doc: Doc, start: int, end: int) -> TokenRange:
    """Return the range with what a recogniser tends to leave out at its ends.

    A legal form behind a comma ("Co., Ltd."), the rest of a hyphenated word, the first partner of
    a firm ("Debevoise &"), the campus of a university of several ("California, Santa Cruz").
    """
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end].whitespace_
        and not doc[end - 1].whitespace_
    ):
        end += 2
    while end < len(doc):
        at = end + 1 if doc[end].text == "," else end
        if (
            at >= len(doc)
            or doc[at].lower_.rstrip(".") not in legal_forms()
            or not is_name_token(doc[at])
        ):
            break
        end = at + 1
        if (
            end < len(doc)
            and doc[end].text == "."
            and not doc[at].whitespace_
            and doc[at].text[-1] != "."
        ):
            break
    while start >= 2 and doc[start - 1].text == "&" and is_name_token(doc[start - 2]):
        start -= 2
        while start >= 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            start -= 2
    if (
        end + 1 < len(doc)
        and doc[end].text == ","
        and doc[start:end].text.rpartition(" of ")[2] in _campus_systems()
        and doc[start].text == "University"
    ):
        nxt = end + 1
        while nxt < min(len(doc), end + 4) and is_name_token(doc[nxt]):
            nxt += 1
        end = nxt if nxt > end + 1 else end
    return start, end


@cache
def _campus_systems() -> frozenset[str]:
    return frozenset(read_entries("organizations/campus_systems.txt"))


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
            if is_title_head(token.text) or is_honorific(token.text) or token.lower_ in _ARTICLES:
                break
            begin = i
        elif (
            token.text == "&"
            or (token.text in _HYPHENS and not doc[i - 1].whitespace_ and not token.whitespace_)
            or (token.text in _POSSESSIVES and i > floor and doc[i - 1].text in inner_possessives())
        ):
            pass
        else:
            break
        i -= 1
    if begin < start and begin == floor and doc[begin].lower_ in _ARTICLES:
        begin += 1
    return begin


def grow_right(
    doc: Doc, end: int, ceiling: int, *, field: bool, stops: Collection[int] = ()
) -> int:
    """Return where the name whose head ends before token ``end`` ends.

    ``field``: the head stands first ("Ministry"), so that "of", "for" and coordinated capitalised
    words belong to it ("of Agriculture, Forestry and Fisheries"). ``stops`` are tokens of people.
    """
    last = end
    i = end
    ceiling = min(ceiling, end + 2 * MAX_GROWTH)
    linked = False
    while i < ceiling:
        token = doc[i]
        if i in stops or is_line_break(token):
            break
        if is_name_token(token):
            if is_honorific(token.text) or (is_title_head(token.text) and not linked):
                break
            last = i + 1
        elif _is_inside_joint(doc, i):
            pass
        elif token.lower_ in ("of", "for") and (field or linked or _has_field(doc, i)):
            linked = True
        elif (
            field and linked and token.lower_ == "the" and doc[i - 1].lower_ in ("of", "for", "and")
        ):
            pass
        elif field and linked and token.lower_ in ("and", "&", ","):
            if not _goes_on(doc, i, ceiling):
                break
        else:
            break
        i += 1
    return last


def _is_inside_joint(doc: Doc, at: int) -> bool:
    """Tell whether a token joins two parts of one word, or is an ampersand between words."""
    token = doc[at]
    return token.text == "&" or (token.text in _HYPHENS and not token.whitespace_)


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
    if nxt >= ceiling or not is_name_token(doc[nxt]):
        return False
    if is_honorific(doc[nxt].text) or is_title_head(doc[nxt].text):
        return False
    if doc[at].text == ",":
        return _closes_with_and(doc, at, ceiling)
    return not _starts_other_body(doc, nxt, ceiling)


def _is_office_of(doc: Doc, at: int, head: int) -> bool:
    """Tell whether the possessive at ``at`` stands in "Attorney General's Office"."""
    return (
        at + 1 == head
        and doc[head].text in ("Office", "OFFICE")
        and is_title_head(doc[at - 1].text)
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
        if token.text in heads and not (i > at and _is_field_word(token)):
            return True
        if not is_name_token(token) and token.text not in ("-", "&"):
            return False
    return False


def _is_field_word(token: Token) -> bool:
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
            if (head and head.first and head.strong) or is_title_head(token.text):
                return False
            words += 1
        elif token.text != ",":
            return False
    return False
