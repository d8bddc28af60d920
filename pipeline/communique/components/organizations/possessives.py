"""Spans that hold an owner and its body, or a name and its acronym: "Executive Yuan's Office of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from communique.components.organizations.acronyms import ACRONYM
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.lexicon import inner_possessives, organization_heads
from communique.components.titles.lexicon import is_title_head

#: What belongs to the holder of an office: "Prime Minister's Office", "Attorney-General's Chambers".
_OF_OFFICES = frozenset({"Office", "OFFICE", "Chambers", "CHAMBERS", "Department", "Council"})


def parts_at_owners(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    """Part a span at possessives ("Executive Yuan's Office of X") and at bracketed acronyms."""
    begin = start
    for i in range(start + 1, end - 1):
        if (
            (doc[i].text in ("'s", "’s") or _is_plural_possessive(doc, start, i))
            and doc[i - 1].text not in inner_possessives()
            and not _is_patron(doc, begin, i)
            and not (doc[i + 1].text in _OF_OFFICES and is_title_head(doc[i - 1].text))
        ):
            yield from _part_at_brackets(doc, begin, i)
            begin = i + 1
    yield from _part_at_brackets(doc, begin, end)


def _is_patron(doc: Doc, start: int, at: int) -> bool:
    """Tell whether a saint's name stands before the possessive at ``at``: "St Eskil's College"."""
    office = organization_heads().get(doc[at + 1].text)
    if office is not None and office.first and doc[at + 2].lower_ == "of":
        return False  # "St. Orme's Department of Piers"
    return doc[start].text in ("St", "St.", "Saint", "Saints", "SS") and at - start < 4


def _is_plural_possessive(doc: Doc, start: int, at: int) -> bool:
    """Tell whether an apostrophe ends the name of a body with a field: "Ministry of Affairs'"."""
    head = organization_heads().get(doc[start].text)
    return (
        doc[at].text in ("'", "’")
        and not doc[at - 1].whitespace_
        and bool(doc[at].whitespace_)
        and doc[at - 1].text.endswith("s")
        and head is not None
        and head.first
        and doc[start + 1].lower_ in ("of", "for")
    )


def _ends_name(doc: Doc, at: int) -> bool:
    """Tell whether the head of a name stands at ``at``, behind the acronym of its first words."""
    head = organization_heads().get(doc[at].text)
    return head is not None and head.last and head.type != "company"


def _part_at_brackets(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    """Part "Name (ABC)" and "Name (ABC" into the name and the acronym."""
    opening = next((i for i in range(start + 1, end) if doc[i].text == "("), None)
    if opening is None:
        yield start, end
        return
    closing = next((i for i in range(opening, min(len(doc), end + 1)) if doc[i].text == ")"), None)
    if closing is not None and closing < end - 1:
        yield start, end
        return
    if closing is not None and closing + 1 < len(doc) and _ends_name(doc, closing + 1):
        yield start, closing + 2  # "Harbour Resources (HR) Division"
        return
    yield start, opening
    inside = doc[opening + 1 : min(closing if closing is not None else end, end)].text
    if ACRONYM.fullmatch(inside):
        yield opening + 1, min(closing if closing is not None else end, end)
