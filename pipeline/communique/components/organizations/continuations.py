"""What a name goes on with behind "and", "to", "with" and a number, where a recogniser ends it.

"Delta People" | "'s Congress", "Orme Boys" | "and Girls Club", "law firm Harrow Hale" | "and Orme,
LLP", "Harbour Network" | "to End Floods", "Association of People" | "with Disabilities", "Fire
Company No" | ". 3".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from communique.components.capitals import is_title_case
from communique.components.lexicon_files import lexical, read_entries, read_table
from communique.components.organizations.boundaries import POSSESSIVES, TokenRange, is_name_token
from communique.components.organizations.endings import is_legal_form
from communique.components.organizations.lexicon import (
    company_words,
    groups_of_people,
    inner_possessives,
    organization_heads,
)
from communique.components.organizations.names import is_acronym_of
from communique.components.organizations.posts import over_post
from communique.components.titles.lexicon import is_honorific, is_title_head

_AND = frozenset({"and", "&"})
_SMALL = frozenset({"of", "for", "the", "and", "&", "against"})
#: How many tokens a name goes on by.
_REACH = 10


def continued(doc: Doc, start: int, end: int) -> TokenRange:
    """Return the range with what its name goes on with; the same where it ends there."""
    for going_on in (
        _over_possessive,
        _over_pair,
        _over_partner,
        _over_purpose,
        _over_number,
        _over_bracket,
        over_post,
    ):
        grown = going_on(doc, start, end)
        if grown > end:
            return start, grown
    return start, end


@lexical
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in read_table("organizations/paired_words.tsv"))


@lexical
def _purposeful() -> frozenset[str]:
    return frozenset(read_entries("organizations/heads_with_purposes.txt"))


def _over_possessive(doc: Doc, _start: int, end: int) -> int:
    """Return the end over what a word has that keeps its 's in names: "People" | "'s Congress"."""
    at = end if doc[end - 1].text in inner_possessives() else end - 1
    if (
        at + 1 >= len(doc)
        or doc[at].text not in POSSESSIVES
        or doc[at - 1].text not in inner_possessives()
        or not is_name_token(doc[at + 1])
    ):
        return end
    last = at + 1
    while last < min(len(doc), at + _REACH) and is_name_token(doc[last]):
        last += 1
    return last


def _over_pair(doc: Doc, _start: int, end: int) -> int:
    """Return the end over a word that "and" pairs with the last one: "Boys" | "and Girls Club"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in _AND:
        return end
    if (doc[end - 1].text, doc[end + 1].text) not in _pairs():
        return end
    at = end + 2
    while at < min(len(doc), end + _REACH) and is_name_token(doc[at]):
        word = doc[at].text
        at += 1
        if word in organization_heads() or word.removesuffix("s") in organization_heads():
            return at
    return end + 2


def _over_partner(doc: Doc, start: int, end: int) -> int:
    """Return the end over the last partner of a firm: "Harrow Hale" | "and Orme, LLP"."""
    if end + 2 >= len(doc) or doc[end].lower_ != "and" or not is_name_token(doc[end + 1]):
        return end
    if any(
        doc[i].text in organization_heads() or doc[i].text in company_words()
        for i in range(start, end)
    ):
        return end
    at = end + 2
    if at + 1 < len(doc) and doc[at].text == ",":
        at += 1
    word = doc[at].text.replace(".", "").lower()
    if word in _professional() and is_legal_form(doc[at]):
        return at + 1
    if (
        end - start == 1
        and start
        and doc[start - 1].lower_ in ("firm", "of")
        and (doc[start - 1].lower_ == "firm" or (start > 1 and doc[start - 2].lower_ == "firm"))
    ):
        return end + 2
    return end


@lexical
def _professional() -> frozenset[str]:
    return frozenset(read_entries("organizations/partners_forms.txt"))


def _over_purpose(doc: Doc, start: int, end: int) -> int:
    """Return the end over what a body is for: "Network" | "to End Floods", "People" | "with Disabilities"."""
    if end + 1 >= len(doc):
        return end
    if is_name_token(doc[end]) and _is_in_purpose(doc, start, end):
        return _to_last_name(doc, end)
    if not doc[end + 1].is_title:
        return end
    link, last = doc[end].lower_, doc[end - 1].text
    following = doc[end + 1]
    if link == "to":
        if last not in _purposeful() or following.ent_type_ in ("PERSON", "LOC", "GPE", "ORG"):
            return end
        sentence = doc[start].sent
        if is_title_case(doc, sentence.start, sentence.end):
            return end
    elif link != "with" or last not in groups_of_people():
        return end
    grown = _to_last_name(doc, end + 1)
    return grown if grown > end + 1 else end


def _is_in_purpose(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span ends in the purpose of its name: "Committee to Save" | "Orme Piers"."""
    at = end - 2
    return (
        at > start
        and doc[at].lower_ == "to"
        and doc[at - 1].text in _purposeful()
        and doc[end - 1].is_title
        and bool(doc[end - 1].whitespace_)
    )


def _to_last_name(doc: Doc, first: int) -> int:
    """Return where the capitalised words end that go on from ``first``, small words between them."""
    at = first
    last_name = first - 1
    while at < min(len(doc), first + _REACH - 1):
        token = doc[at]
        if is_name_token(token) and not _is_one_office(token) and not is_honorific(token.text):
            last_name = at
        elif token.lower_ not in _SMALL or at - last_name > 1:
            break
        at += 1
    return last_name + 1


def _over_bracket(doc: Doc, start: int, end: int) -> int:
    """Return the end over the acronym of the first words, to the head: "Orme Resources" | "(OR) Division"."""
    if end + 3 >= len(doc) or doc[end].text != "(" or doc[end + 2].text != ")":
        return end
    if end - start < 2 or not is_acronym_of(doc[end + 1].text, doc[start:end].text):
        return end
    if any(doc[i].text in organization_heads() for i in range(start, end)):
        return end
    for at in range(end + 3, min(len(doc), end + 6)):
        head = organization_heads().get(doc[at].text)
        if not is_name_token(doc[at]):
            return end
        if head is not None and head.last and head.type != "company":
            return at + 1
    return end


def _is_one_office(token: Token) -> bool:
    """Tell whether a word names one office: "Leaders" may belong to a name, "Leader" does not."""
    return is_title_head(token.text) and not token.text.endswith("s")


def _over_number(doc: Doc, start: int, end: int) -> int:
    """Return the end over the number that tells a body from others: "Fire Company" | "No. 3"."""
    at = end
    if doc[end - 1].text not in ("No", "No."):
        if (
            doc[end - 1].text not in organization_heads()
            or end >= len(doc)
            or doc[end].text not in ("No", "No.")
        ):
            return end
        at += 1
    if at < len(doc) and doc[at].text == ".":
        at += 1
    return at + 1 if at < len(doc) and doc[at].is_digit and end - start > 1 else end
