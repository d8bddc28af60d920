"""Mentions of people that the recogniser sees, cut free of honorifics, titles and punctuation.

Names that only their surroundings show are found in ``surroundings`` and ``offices``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from communique.components.capitals import (
    is_capitalized,
    is_initial,
    is_line_break,
    is_title_case,
    name_particles,
)
from communique.components.countries import countries
from communique.components.lexicon_files import read_entries, read_table
from communique.components.organizations.lexicon import native_heads
from communique.components.people.conflicts import people_entities
from communique.components.people.edges import (
    before_party,
    before_titles,
    behind_cut_honorific,
    behind_field,
    behind_honorifics,
    behind_place,
    is_title_word,
)
from communique.components.people.extent import grow
from communique.components.people.lexicon import (
    COMPANY_WORDS,
    OTHER_WORDS,
    STREET_ENDINGS,
    body_heads,
    not_people,
    plural_heads,
)
from communique.components.sentence_ranges import Sentences
from communique.components.text import words_of
from communique.components.titles.lexicon import (
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.places import places

TokenRange = tuple[int, int]

_INITIALS = re.compile(r"(?:[A-Z]\.){1,5}[A-Z]?")

_SUFFIXES = {row[0]: row[1] for row in read_table("people/suffixes.txt")}
_NOT_FIRST = frozenset(read_entries("people/not_first_words.txt"))
_COMPOUND_ENDS = frozenset(read_entries("people/compound_ends.txt"))
INNER_PUNCTUATION = frozenset({"-", "–", ".", "'", "’", "·", "/"})


def is_name_word(token: Token) -> bool:
    """Tell whether a token is capitalised as words of names are."""
    return is_capitalized(token.text) and not token.is_digit


def cut_to_name(doc: Doc, start: int, end: int) -> TokenRange | None:
    """Cut the tokens ``start`` to ``end`` to a person's name, or return None when none is left.

    Honorifics and title words in front, possessives, degrees and lower-case words behind go;
    what stands behind a line break goes too (those that only wrap a line are no longer there).
    """
    for i in range(start + 1, end):
        if is_line_break(doc[i]):
            end = i
            break
    while end - start > 1 and doc[start].text in _NOT_FIRST:
        start += 1
    end = before_party(doc, start, end)
    last_title = max((i for i in range(start, end - 1) if is_title_word(doc, i)), default=-1)
    if last_title >= 0 and any(is_name_word(doc[i]) for i in range(last_title + 1, end)):
        start = last_title + 1
    start = behind_honorifics(doc, behind_place(doc, behind_field(doc, start, end), end), end)
    start = behind_cut_honorific(doc, start, end)
    while start < end and not (is_name_word(doc[start]) or _is_lower_particle(doc, start, end)):
        start += 1
    while end > start and not (_ends_name(doc[end - 1]) or _is_hyphenated(doc, start, end - 1)):
        end -= 1
    end = before_titles(doc, start, end)
    end = _over_hyphen(doc, end)
    while (
        start > 0
        and start < end
        and _is_initials(doc[start - 1])
        and doc[start - 1].whitespace_ in (" ", "")
    ):
        start -= 1
    if start >= end or (end - start == 1 and _is_no_name_alone(doc[start])):
        return None
    name = doc[start:end]
    if (
        name.text in not_people()
        or name.text in countries()
        or any(t.text in body_heads() or t.text in plural_heads() for t in name[1:])
        or (len(name) > 1 and _ends_other_name(name[-1]))
        or any(t.text in OTHER_WORDS for t in name)
        or (len(name) > 1 and name[0].text in native_heads())
        or all(is_title_head(t.text) or is_title_modifier(t.text) for t in name)
        or (len(name) > 1 and is_title_head(name.text))  # "Harbour Master"
    ):
        return None
    return start, end


def _ends_other_name(token: Token) -> bool:
    """Tell whether a last word is a company's or a street's ("Rupali Tannery", "De Wittelaan")."""
    return token.text in COMPANY_WORDS or token.lower_.endswith(STREET_ENDINGS)


def _is_lower_particle(doc: Doc, at: int, end: int) -> bool:
    return (
        doc[at].lower_ in name_particles()
        and len(doc[at].text) > 1
        and at + 1 < end
        and is_name_word(doc[at + 1])
    )


def _ends_name(token: Token) -> bool:
    if token.is_upper and len(token) > 3 and token.text.title() in places():
        return (
            token.i > 0 and token.nbor(-1).is_upper
        )  # "Amara Nwosu WASHINGTON", a dateline's place
    if _SUFFIXES.get(token.text) == "cut":
        return False
    if token.text in ("'s", "’s", "'", "’", "s"):
        return False
    return is_name_word(token) or token.text in _SUFFIXES


def _is_initials(token: Token) -> bool:
    """Tell whether a token is initials that a name goes on from: "G.P.", "A.M.P.M.", "K."."""
    text = token.text
    return bool(_INITIALS.fullmatch(text)) and not is_title_head(text) and not is_honorific(text)


def _is_hyphenated(doc: Doc, start: int, at: int) -> bool:
    """Tell whether a lower-case token is the second part of a name like "Chun-yi"."""
    return (
        at - 2 >= start
        and doc[at].is_alpha
        and doc[at - 1].text in ("-", "‐", "‑")
        and not doc[at - 1].whitespace_
        and not doc[at - 2].whitespace_
        and is_capitalized(doc[at - 2].text)
    )


def _over_hyphen(doc: Doc, end: int) -> int:
    """Take in the rest of a hyphenated name that was cut at its hyphen ("Chun" | "-yi")."""
    while (
        end + 1 < len(doc)
        and doc[end].text in ("-", "‐", "‑")
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].is_alpha
        and not _describes(doc[end + 1])
    ):
        end += 2
    return end


def _describes(token: Token) -> bool:
    """Tell whether the second part of a compound describes what follows it: "Nwosu-led talks"."""
    return token.is_lower and (
        token.text in _COMPOUND_ENDS or token.text.endswith(("ed", "ing", "ist", "ism"))
    )


def _is_no_name_alone(token: Token) -> bool:
    text = token.text
    return (
        (is_title_head(text) and not is_name_too(text))
        or is_honorific(text)
        or is_initial(text)
        or text in not_people()
        or text in body_heads()
        or len(text) < 2
    )


def entity_ranges(doc: Doc, ents: Sequence[Span]) -> Iterator[TokenRange]:
    """Yield the recogniser's people, cut to the name; ``ents`` are all its entities."""
    sentences = Sentences(doc) if doc.has_annotation("SENT_START") else None
    for ent in people_entities(doc, ents):
        after = doc[ent.end].text if ent.end < len(doc) else ""
        before = doc[ent.start - 1].text if ent.start else ""
        if after in body_heads() or "&" in (before, after) or _opens_body(doc, ent):
            continue  # "Kampong Speu" | "Institute", "Debevoise" | "&"
        cut = cut_to_name(doc, ent.start, ent.end)
        if cut:
            yield grow(doc, *cut, sentences)


def _opens_body(doc: Doc, ent: Span) -> bool:
    """Tell whether a name goes on to the head of a body: "Jane Roe" | "Wind Research Institute".

    At most three capitalised words may stand before the head; a line in title case tells nothing.
    """
    stop = min(len(doc), ent.end + 4)
    at = ent.end
    while at < stop and is_capitalized(doc[at].text) and doc[at].is_alpha:
        if doc[at].text in body_heads():
            sentence = doc[at].sent if doc.has_annotation("SENT_START") else doc[:]
            return not is_title_case(doc, sentence.start, sentence.end)
        if is_title_head(doc[at].text) or is_honorific(doc[at].text):
            return False
        at += 1
    return False


def recurrences(doc: Doc, names: Collection[TokenRange]) -> Iterator[TokenRange]:
    """Yield the other places where the full names among ``names`` stand, whatever they are called.

    Not inside a longer name that the recogniser sees ("the Amara Nwosu Foundation").
    """
    texts = words_of(doc)
    by_first: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for start, end in names:
        if end - start > 1:
            words = tuple(texts[start:end])
            by_first[words[0]].add(words)
    for start in [at for at, word in enumerate(texts) if word in by_first]:
        for words in by_first[texts[start]]:
            end = start + len(words)
            if tuple(texts[start:end]) != words:
                continue
            inside = doc[start].ent_iob_ == "I"
            goes_on = end < len(doc) and (doc[end].ent_iob_ == "I" or doc[end].text in body_heads())
            if not inside and not goes_on:
                yield start, end
