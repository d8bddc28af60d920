"""Mentions of organizations: the recogniser's spans mended, and names that a head word shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from communique.components.capitals import is_line_break, is_title_case
from communique.components.organizations.boundaries import (
    MAX_GROWTH,
    TokenRange,
    cut,
    grow_left,
    grow_right,
    is_name_token,
    take_in_endings,
)
from communique.components.organizations.lexicon import (
    inner_possessives,
    known_organizations,
    not_names,
    organization_heads,
    other_heads,
)
from communique.components.titles.lexicon import is_title_head

_QUOTES = frozenset("\"“”„«'‘")

#: Labels of spaCy's English models, and of this project's, that name places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

_ACRONYM = re.compile(r"[A-Z][A-Za-z&\-]*[A-Z][A-Za-z]*")


def overlaps(found: TokenRange, tokens: Collection[int]) -> bool:
    """Tell whether a range holds any of the tokens."""
    return any(i in tokens for i in range(*found))


def entity_ranges(doc: Doc, people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the recogniser's organizations, mended.

    A span that ends in, or goes on behind, a head ("Ministry" | "of Law") grows to the whole
    phrase; one that takes in a bracketed acronym is parted into the two names. What is labelled a
    person and has a head in it ("Shenyang Municipal Government") is a body.
    """
    heads = organization_heads()
    for ent in doc.ents:
        if ent.label_ != "ORG" and not (
            ent.label_ in ("PERSON", "PER") and any(t.text in heads for t in ent[1:])
        ):
            continue
        until = next((i for i in range(ent.start, ent.end) if i in people), ent.end)
        for start, end in _parts(doc, ent.start, until):
            trimmed = cut(doc, start, end)
            if trimmed is None:
                continue
            begin, last = trimmed
            first = heads.get(doc[begin].text)
            if first and first.first and first.strong:
                last = max(last, grow_right(doc, begin + 1, len(doc), field=True, stops=people))
            if doc[last - 1].text in ("Office", "OFFICE"):
                begin = grow_left(doc, last - 1, 0) if last - begin == 1 else begin
            final = cut(doc, *take_in_endings(doc, begin, last))
            if final and _is_name(doc, *final):
                yield final


def _parts(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    """Part a span at possessives ("Executive Yuan's Office of X") and at bracketed acronyms."""
    begin = start
    for i in range(start + 1, end - 1):
        if (
            doc[i].text in ("'s", "’s")
            and doc[i - 1].text not in inner_possessives()
            and not (doc[i + 1].text in ("Office", "OFFICE") and is_title_head(doc[i - 1].text))
        ):
            yield from _part_at_brackets(doc, begin, i)
            begin = i + 1
    yield from _part_at_brackets(doc, begin, end)


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
    yield start, opening
    inside = doc[opening + 1 : min(closing if closing is not None else end, end)].text
    if _ACRONYM.fullmatch(inside):
        yield opening + 1, min(closing if closing is not None else end, end)


def _is_name(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    return (
        len(text) > 1
        and not _is_conferred(doc, start)
        and text not in not_names()
        and not _is_other_phrase(doc, start, end)
        and not (is_title_head(doc[end - 1].text) and doc[end - 1].text not in organization_heads())
        and any(is_name_token(doc[i]) for i in range(start, end))
    )


def _is_conferred(doc: Doc, start: int) -> bool:
    """Tell whether a name is an honour's: in quotes behind "title of", "award of", "name of"."""
    return (
        start >= 3
        and doc[start - 1].text in _QUOTES
        and doc[start - 2].lower_ in ("of", "as")
        and doc[start - 3].lower_ in ("title", "titles", "award", "honour", "honor", "name", "rank")
    )


def _is_other_phrase(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the word that heads a phrase, the last one before "of", heads no body."""
    head = end - 1
    for i in range(start + 1, end):
        if doc[i].lower_ in ("of", "for", "on", "to"):
            head = i - 1
            break
    word = doc[head].text
    return word in other_heads() or (word.isupper() and word.title() in other_heads())


def head_ranges(doc: Doc, start: int, end: int, people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the capitalised phrases with a strong head among the tokens of one sentence.

    "Ministry of Economic Affairs", "Kedi Mei Floor Industry Research Institute", "Siemens AG".
    Nothing is taken from a line in title case, where capitals say nothing.
    """
    heads = organization_heads()
    if is_title_case(doc, start, end):
        return
    i = start
    while i < end:
        head = heads.get(doc[i].text)
        if head is None or i in people:
            i += 1
            continue
        left = grow_left(doc, i, start)
        while left < i and left in people:
            left += 1
        right = grow_right(doc, i + 1, end, field=head.first, stops=people)
        found = cut(doc, *take_in_endings(doc, left, right))
        i = max(i + 1, right)
        if found is None or not _is_name(doc, *found):
            continue
        words = [t for t in doc[found[0] : found[1]] if is_name_token(t)]
        if len(words) < 2 or found[1] - found[0] > 2 * MAX_GROWTH:
            continue
        strong = head.strong or any(
            (other := heads.get(t.text)) and other.strong and other.last for t in words[1:]
        )
        if strong or (_is_specific(doc, found) and len(words) >= 3):
            yield found


def _is_specific(doc: Doc, found: TokenRange) -> bool:
    """Tell whether a phrase with a weak head looks like a name: no sentence start, no list."""
    start, end = found
    before = doc[start - 1] if start else None
    return (
        before is not None
        and before.lower_ in ("the", "of", "by", "with", "at", "and", ",", "from", "to", "in")
        and not any(is_line_break(t) for t in doc[start:end])
    )


def acronym_ranges(doc: Doc, places: Collection[int]) -> Iterator[TokenRange]:
    """Yield acronyms that their place in a phrase shows to be bodies.

    "MoEYS of Cambodia": before "of" and a place; "Director of MoEYS": behind a title and "of".
    ``places`` are the first tokens of places.
    """
    for token in doc[1:-1]:
        if not (_ACRONYM.fullmatch(token.text) and len(token) <= 12):
            continue
        after = doc[token.i + 1]
        if (after.lower_ == "of" and token.i + 2 in places) or (
            token.i >= 2
            and doc[token.i - 1].lower_ in ("of", "at")
            and is_title_head(doc[token.i - 2].text)
            and not is_title_head(token.text)
        ):
            yield token.i, token.i + 1


def known_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the widely known bodies of one token that stand in the text ("UN", "ASEAN")."""
    known = known_organizations()
    for token in doc:
        if token.text in known and token.is_alpha:
            yield token.i, token.i + 1


def join_along_of(doc: Doc, ranges: list[TokenRange], places: list[TokenRange]) -> list[TokenRange]:
    """Join names that "of" links into one: "MoEYS" of "Cambodia", "Board" of "X Authority".

    A name is joined with a following body only when its own last word heads a part of a body
    (a department, board, school); with a following place also when it is an acronym.
    """
    heads = organization_heads()
    bodies = dict(ranges)
    place_ends = dict(places)
    joined: list[TokenRange] = []
    done = -1
    for start, first_end in sorted(ranges):
        if start < done:
            continue
        end = first_end
        while end + 1 < len(doc) and doc[end].lower_ == "of":
            nxt = end + 2 if doc[end + 1].lower_ == "the" else end + 1
            head = heads.get(doc[end - 1].text)
            if nxt in bodies and head is not None and head.type != "company":
                end = bodies[nxt]
            elif nxt in place_ends and (
                head is not None or doc[end - 1].is_upper or _ACRONYM.fullmatch(doc[end - 1].text)
            ):
                end = place_ends[nxt]
            else:
                break
        joined.append((start, end))
        done = end
    return joined
