"""Names in headlines and in lines of capitals, where capitals do not show where a name ends.

What the running text names is what the headline names too: "ORLINA FOUNDRY OPENS PIER" above
"Orlina Foundry opened …" is about Orlina Foundry, whatever a recogniser marks in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc

from communique.components.countries import countries
from communique.components.lexicon_files import lexical
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.lexicon import (
    company_words,
    legal_forms,
    organization_heads,
)
from communique.components.sentence_ranges import sentences_around
from communique.components.text import text_of, words_of
from communique.components.zones.selection import ZoneSelection

Words = tuple[str, ...]

#: Fewest words in capitals, one behind the other, that are no names for it.
_RUN = 4
#: How many first letters of two words tell that they are forms of one.
_STEM = 6


def settle_headlines(doc: Doc, found: Collection[TokenRange]) -> list[TokenRange]:
    """Return the ranges, those in headlines mended by the names of the running text.

    A range that overlaps a name of the running text without being one becomes that name, unless
    it goes on to a head of its own ("Orlina Foundry Trust"); one that begins with a country and
    has no head is no name ("Ruritania Welcomes Guests").
    """
    headline = ZoneSelection(doc, ("headline",)) if doc._.zones else ()
    shouting = _lines_of_capitals(doc)
    titled = {r for r in found if doc[r[0]].idx in headline or r[0] in shouting}
    names = {_words(doc, r) for r in found if r not in titled}
    if not titled and not names:
        return list(found)
    tokens = set(shouting)
    for zone in doc._.zones:
        if zone.kind == "headline":
            bounds = (
                bisect_left(range(len(doc)), x, key=lambda i: doc[i].idx)
                for x in (zone.start, zone.end)
            )
            tokens.update(range(*bounds))
    known = list(_occurrences(doc, names, tokens))
    small = {word[:_STEM] for word in words_of(doc) if word.islower()}
    mended: list[TokenRange] = [r for r in found if r not in titled]
    mended += [r for r in known if r[1] - r[0] > 1]
    for start, end in titled:
        over = [r for r in known if r[0] < end and start < r[1]]
        if any(r[0] <= start and end <= r[1] for r in over):
            mended += over
        elif _words(doc, (start, end)) in names:
            mended.append((start, end))
        elif any(r[1] == end and r[1] - r[0] > 2 for r in over):
            continue  # "Million to | Harbour Foundation Trust"
        elif any(r[0] == start and _is_said_small(doc, r[1], end, small) for r in over):
            mended += [r for r in over if r[0] == start]  # "HARBOUR FUND | OPENS OFFICE"
        elif _has_head(doc, start, end):
            mended.append((start, end))
        elif over:
            mended += [r for r in over if r[0] == start or r[1] - r[0] > 1]
        elif not _opens_with_country(doc, start, end) and not _is_heading(doc, start, end):
            mended.append((start, end))
    return sorted(set(mended))


def _is_said_small(doc: Doc, start: int, end: int, small: Collection[str]) -> bool:
    """Tell whether the release has the words of a range in small letters too, but for their endings.

    ``small`` are the first letters of its small words. One word alone says nothing.
    """
    words = [t.lower_ for t in doc[start:end] if t.is_alpha]
    return len(words) > 1 and all(word[:_STEM] in small for word in words)


def _words(doc: Doc, found: TokenRange) -> Words:
    words = words_of(doc)[found[0] : found[1]]
    return tuple(word.casefold() for word in words if not word.isspace())


def _lines_of_capitals(doc: Doc) -> set[int]:
    """Return the tokens in runs of capitals, a line or the beginning of one: "OPENING THE PIER:".

    A run is four words at least, or a whole sentence of two.
    """
    words = words_of(doc)
    capitals = [i for i, capital in enumerate(map(str.isupper, words)) if capital]
    found: set[int] = set()
    if len(capitals) >= _RUN:
        ends = [i for i, word in enumerate(words) if word.isalpha() and not word.isupper()]
        for before, end in pairwise([-1, *ends, len(words)]):
            if end - before > _RUN and _letters(words[before + 1 : end]) >= _RUN:
                found.update(range(before + 1, end))
    text = text_of(doc)
    for start, end, _ in sentences_around(doc, capitals):
        stop = doc[end].idx if end < len(words) else len(text)
        if text[doc[start].idx : stop].isupper() and _letters(words[start:end]) > 1:
            found.update(range(start, end))
    return found


def _letters(words: Iterable[str]) -> int:
    """Return how many of the words are letters alone."""
    return sum(map(str.isalpha, words))


def _occurrences(doc: Doc, names: Iterable[Words], tokens: Collection[int]) -> Iterator[TokenRange]:
    """Yield where the names stand among the tokens, whatever their case, the longest first.

    A name of one word must be written as a name is there: as in the running text, or in capitals.
    """
    by_first: dict[str, list[Words]] = defaultdict(list)
    for name in names:
        if name:
            by_first[name[0]].append(name)
    done = -1
    for at in sorted(tokens):
        if at < done or doc[at].is_lower:
            continue
        for name in sorted(by_first.get(doc[at].text.casefold(), ()), key=len, reverse=True):
            end = at + len(name)
            if _words(doc, (at, end)) == name and end - at == len(name):
                yield at, end
                done = end
                break


def _has_head(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word that heads names of bodies, or a legal form, ends the range."""
    last = doc[end - 1].text
    return (
        last in organization_heads()
        or last in _in_capitals(company_words())
        or last.lower().replace(".", "") in legal_forms()
        or any(
            (head := organization_heads().get(doc[i].text)) is not None
            and head.first
            and doc[i + 1].lower_ in ("of", "for")
            and i == start
            for i in range(start, end - 1)
        )
    )


@lexical
def _in_capitals(words: frozenset[str]) -> frozenset[str]:
    return words | {word.upper() for word in words}


def _is_heading(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a range without a head is a heading in capitals that opens with what is done."""
    first = doc[start].text
    return end - start > 2 and first.isupper() and first.endswith("ING")


def _opens_with_country(doc: Doc, start: int, end: int) -> bool:
    return end - start > 2 and any(
        doc[start:stop].text in countries() for stop in range(start + 1, min(end, start + 4))
    )
