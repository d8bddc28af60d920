"""Names of several bodies that stand in one span: "Ministry of Law and Tallberg Law School".

A ministry's field may hold "and" as well ("Ministry of Law and Justice"), and so may a name
("Trade and Development Bank"): a span is parted only where what stands on either side is a whole
name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from communique.components.capitals import is_line_break
from communique.components.organizations.acronyms import spells_words_before
from communique.components.organizations.boundaries import TokenRange, is_name_token
from communique.components.organizations.expansions import spelled_from
from communique.components.organizations.growth import MINISTRIES, is_field_word
from communique.components.organizations.lexicon import (
    BOARDS,
    known_organizations,
    native_heads,
    organization_heads,
)
from communique.components.titles.lexicon import is_title_head
from communique.components.titles.rules import fields

_LINKS = frozenset({"of", "for"})
_AT_FIRMS = frozenset({",", "for", "at"})
_OF_BODIES = frozenset({"of", "the", "for", "at"})
_AND = frozenset({"and", "und", "y", "et"})


def parted(doc: Doc, start: int, end: int, names: Collection[str]) -> Iterator[TokenRange]:
    """Yield the tokens ``start`` to ``end``, or the ranges of the several names in them.

    ``names`` are texts of names that the document has elsewhere. The last joint is tried first.
    """
    for at in range(end - 1, start + 2, -1):
        if doc[at - 1].text != "(" and spells_words_before(doc, start, at):
            yield from parted(doc, start, at, names)
            yield at, at + 1
            if at + 1 < end:
                yield from parted(doc, at + 1, end, names)
            return
    for at in range(end - 2, start, -1):
        word = doc[at].lower_
        if at > start and _begins_anew(doc, start, at, end):
            if not all(doc[i].lower_ in fields() or doc[i].is_space for i in range(start, at)):
                yield from parted(doc, start, at - is_line_break(doc[at - 1]), names)
            yield at, end
            return
        if word in _AT_FIRMS and _is_unit(doc, start, at) and doc[at + 1 : end].text in names:
            yield start, at
            yield at + 1, end
            return
        if word != "," and word not in _AND:
            continue
        right = at + 2 if doc[at + 1].lower_ == "the" else at + 1
        left = at - 1 if doc[at - 1].text == "," else at
        if right >= end or left - start < 1:
            continue
        if word == ",":
            parts = _are_alike(doc, (start, left), (right, end)) or (
                doc[start].text in MINISTRIES
                and _are_two(doc, (start, left), (right, end), article=False)
            )
        else:
            known = (
                (doc[start:left].text in names and doc[right:end].text in names)
                or _ends_in_known(doc, start, left)
                or _is_spelled_behind(doc, right, end)
            )
            parts = known or _are_two(doc, (start, left), (right, end), article=right > at + 1)
        if parts:
            yield from parted(doc, start, left, names)
            yield right, end
            return
    yield _behind_field(doc, start, end, names), end


def _is_unit(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words name a unit of a firm, with no head of a body: "Cards & Retail" in "…, Moon Bank"."""
    heads = organization_heads()
    return end - start > 1 and not any(doc[i].text in heads for i in range(start, end))


def _behind_field(doc: Doc, start: int, end: int, names: Collection[str]) -> int:
    """Return where the body begins in "Head of | Communications | Moon Bank", a name elsewhere too."""
    if doc[start - 1].lower_ not in _LINKS or start < 2 or not is_title_head(doc[start - 2].text):
        return start
    at = start
    while at < end - 1 and (doc[at].lower_ in fields() or doc[at].lower_ in _AND | {"&"}):
        at += 1
    return at if at > start and doc[at:end].text in names else start


def _is_spelled_behind(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the acronym in the bracket behind ``end`` is of these tokens alone: "and Orme Pier Trust (OPT)"."""
    if end - start < 2 or end + 2 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return False
    code = doc[end + 1].text
    return code.isupper() and len(code) > 2 and spelled_from(doc, end, code) == start


def _ends_in_known(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a widely known body of several words ends a name: "Court of the European Union"."""
    known = known_organizations()
    return any(
        doc[i - 1].lower_ in _OF_BODIES and doc[i:end].text in known
        for i in range(start + 2, end - 1)
    )


def _begins_anew(doc: Doc, start: int, at: int, end: int) -> bool:
    """Tell whether a name begins right behind the end of another, or in a new line.

    "Law Division | Ministry of Law".
    """
    heads = organization_heads()
    head, before = heads.get(doc[at].text), heads.get(doc[at - 1].text)
    ended = (
        before is not None
        and before.last
        and (before.strong or before.type != "company")  # "Orme Insurance Association of Piers"
        and not _ends_fields(doc[at - 1])
    )
    return (
        head is not None
        and head.first
        and head.strong
        and at + 1 < end
        and doc[at + 1].lower_ in _LINKS
        and (
            ended
            or doc[at].text == doc[start].text
            or (
                doc[at].text == "MINISTRY"
                and all(doc[i].lower_ in fields() and doc[i].is_upper for i in range(start, at))
            )
            or (is_line_break(doc[at - 1]) and any(doc[i].text in heads for i in range(start, at)))
        )
    )


def _are_two(doc: Doc, left: TokenRange, right: TokenRange, *, article: bool) -> bool:
    """Tell whether "and" between two ranges parts two names.

    The field of a ministry goes on in words of fields ("Ministry of Law and Public Service"); what
    stands before another head is no such word ("and National Service Council").
    """
    heads = organization_heads()
    begin, core = right[0], _core_end(doc, *right)
    last = doc[core - 1]
    if not _is_whole(doc, *left):
        return False
    if _ends_in_head(doc, *left):
        return any(
            (head := heads.get(doc[i].text.removesuffix("s")) or heads.get(doc[i].text)) is not None
            and (head.strong or i == core - 1)
            and not _ends_fields(doc[i])
            for i in range(begin + (0 if article else 1), core)
        )
    if last.text in BOARDS:
        return core - begin > 1
    if doc[begin].text in native_heads() and right[1] - begin > 1:
        return True
    head = heads.get(last.text)
    if head is None or _ends_fields(last) or _is_plural(last.text):
        return False
    linked = core < right[1] and doc[core].lower_ in _LINKS
    if core - begin == 1:
        return article or (linked and head.first)
    return linked or any(
        doc[i].lower_ not in fields() and is_name_token(doc[i]) for i in range(begin, core - 1)
    )


def _are_alike(doc: Doc, left: TokenRange, right: TokenRange) -> bool:
    """Tell whether a comma parts two names with one and the same head, as in a list.

    "University of Lima, Harrow University". A part and its whole stay together ("School of Law,
    Harrow University").
    """
    heads = organization_heads()
    mine = {doc[i].text for i in range(*left) if doc[i].text in heads}
    theirs = doc[_core_end(doc, *right) - 1].text
    return right[1] - right[0] > 1 and (mine == {theirs} or mine == {theirs.removesuffix("s")})


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a range is a name: a head at its end, or one with a field or a place behind "of"."""
    heads = organization_heads()
    if end - start < 2:
        return False
    return _ends_in_head(doc, start, end) or any(
        (head := heads.get(doc[i].text)) is not None and head.first and doc[i + 1].lower_ in _LINKS
        for i in range(start, end - 2)
    )


def _ends_in_head(doc: Doc, start: int, end: int) -> bool:
    head = organization_heads().get(doc[end - 1].text)
    return head is not None and head.last and not _ends_fields(doc[end - 1]) and end - start > 1


def _is_plural(word: str) -> bool:
    """Tell whether a head is a plural, as members of a profession are ("Engineers")."""
    return word.endswith("s") and word != "Archives"


def _ends_fields(token: Token) -> bool:
    """Tell whether a head ends the fields of ministries as well ("Public Administration")."""
    return token.text != "Council" and is_field_word(token)


def _core_end(doc: Doc, start: int, end: int) -> int:
    """Return where the part of a name before "of", "for" or a comma ends."""
    return next(
        (i for i in range(start + 1, end) if doc[i].lower_ in _LINKS or doc[i].text == ","), end
    )
