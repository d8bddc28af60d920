"""Mentions of people that the recogniser sees, cut free of honorifics, titles and punctuation.

Names that only their surroundings show are found in ``surroundings`` and ``offices``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

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
from communique.components.people.conflicts import is_place_word, people_entities
from communique.components.people.extent import grow
from communique.components.people.lexicon import (
    COMPANY_WORDS,
    NOT_PEOPLE,
    ORGANIZATION_HEADS,
    OTHER_WORDS,
    PLURAL_HEADS,
    REGION_WORDS,
    STREET_ENDINGS,
)
from communique.components.titles.lexicon import (
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.places import places
from communique.components.titles.rules import fields

TokenRange = tuple[int, int]

_INITIALS = re.compile(r"(?:[A-Z]\.){1,5}[A-Z]?")

_SUFFIXES = {row[0]: row[1] for row in read_table("people/suffixes.txt")}
_FIELDS = fields()
_ABSTRACT = ("ness", "tion", "sion")
_LEADS = frozenset({"of", "for", "and", "&", ","})
_NAME_HONORIFICS = frozenset(read_entries("people/honorifics_in_names.txt"))
_COMPOUND_ENDS = frozenset(read_entries("people/compound_ends.txt"))
INNER_PUNCTUATION = frozenset({"-", "–", ".", "'", "’", "·", "/"})


def is_name_word(token: Token) -> bool:
    """Tell whether a token is capitalised as words of names are."""
    return is_capitalized(token.text) and not token.is_digit


def _is_title_word(doc: Doc, at: int) -> bool:
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
        for size in (3, 2, 1):
            words = doc[start : start + size].text
            if start + size < end and is_honorific(words) and words not in _NAME_HONORIFICS:
                start += size
                break
        else:
            break
    return start


def _behind_cut_honorific(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins when the recogniser cut an honorific in two ("Dato’" | "Sri")."""
    for back in (1, 2):
        if start >= back and start + 1 < end and is_honorific(doc[start - back : start + 1].text):
            return start + 1
    return start


def cut_to_name(doc: Doc, start: int, end: int) -> TokenRange | None:
    """Cut the tokens ``start`` to ``end`` to a person's name, or return None when none is left.

    Honorifics and title words in front, possessives, degrees and lower-case words behind go;
    what stands behind a line break goes too, unless the line was only wrapped.
    """
    for i in range(start + 1, end):
        if is_line_break(doc[i]) and not _is_wrapped(doc, i):
            end = i
            break
    last_title = max((i for i in range(start, end - 1) if _is_title_word(doc, i)), default=-1)
    if last_title >= 0 and any(is_name_word(doc[i]) for i in range(last_title + 1, end)):
        start = last_title + 1
    start = behind_honorifics(doc, _behind_place(doc, _behind_field(doc, start, end), end), end)
    start = _behind_cut_honorific(doc, start, end)
    while start < end and not (is_name_word(doc[start]) or _is_lower_particle(doc, start, end)):
        start += 1
    while end > start and not (_ends_name(doc[end - 1]) or _is_hyphenated(doc, start, end - 1)):
        end -= 1
    end = _before_titles(doc, start, end)
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
        name.text in NOT_PEOPLE
        or name.text in countries()
        or any(t.text in ORGANIZATION_HEADS or t.text in PLURAL_HEADS for t in name[1:])
        or (len(name) > 1 and _ends_other_name(name[-1]))
        or any(t.text in OTHER_WORDS for t in name)
        or all(is_title_head(t.text) or is_title_modifier(t.text) for t in name)
    ):
        return None
    return start, end


def _ends_other_name(token: Token) -> bool:
    """Tell whether a last word is a company's or a street's ("Rupali Tannery", "De Wittelaan")."""
    return token.text in COMPANY_WORDS or token.lower_.endswith(STREET_ENDINGS)


def _behind_field(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins behind the rest of an office's field.

    "Minister of Water | Resources Li Guoying": a word of fields that goes on what "of", "and", a
    comma or another such word leads to is no part of a name of which two words are left.
    """
    leads = start > 0 and (doc[start - 1].lower_ in _LEADS or doc[start - 1].lower_ in _FIELDS)
    while (
        leads
        and end - start > 2
        and (doc[start].lower_ in _FIELDS or doc[start].lower_.endswith(_ABSTRACT))
    ):
        start += 1
    return start


def _behind_place(doc: Doc, start: int, end: int) -> int:
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


def _before_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the name ends when a title stands behind it ("Amara Nwosu" | "Ag. Dean")."""
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


def _before_stop(doc: Doc, at: int) -> str:
    """Return the word before token ``at``, with its full stop where that is a token of its own."""
    if at >= 2 and doc[at - 1].text == ".":
        return f"{doc[at - 2].text}."
    return doc[at - 1].text if at else ""


def _is_wrapped(doc: Doc, at: int) -> bool:
    """Tell whether the single line break at token ``at`` only wraps a long line."""
    if doc[at].text.strip(" ") != "\n":
        return False
    line_start = doc.text.rfind("\n", 0, doc[at].idx) + 1
    return doc[at].idx - line_start > 50


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
        or text in NOT_PEOPLE
        or text in ORGANIZATION_HEADS
        or len(text) < 2
    )


def entity_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the recogniser's people, cut to the name."""
    for ent in people_entities(doc):
        after = doc[ent.end].text if ent.end < len(doc) else ""
        before = doc[ent.start - 1].text if ent.start else ""
        if after in ORGANIZATION_HEADS or "&" in (before, after) or _opens_body(doc, ent):
            continue  # "Kampong Speu" | "Institute", "Debevoise" | "&"
        cut = cut_to_name(doc, ent.start, ent.end)
        if cut:
            yield grow(doc, *cut)


def _opens_body(doc: Doc, ent: Span) -> bool:
    """Tell whether a name goes on to the head of a body: "Jane Roe" | "Wind Research Institute".

    At most three capitalised words may stand before the head; a line in title case tells nothing.
    """
    stop = min(len(doc), ent.end + 4)
    at = ent.end
    while at < stop and is_capitalized(doc[at].text) and doc[at].is_alpha:
        if doc[at].text in ORGANIZATION_HEADS:
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
    by_first: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for start, end in names:
        if end - start > 1:
            words = tuple(t.text for t in doc[start:end])
            by_first[words[0]].add(words)
    for token in doc:
        for words in by_first.get(token.text, ()):
            start, end = token.i, token.i + len(words)
            if tuple(t.text for t in doc[start:end]) != words:
                continue
            inside = token.ent_iob_ == "I"
            goes_on = end < len(doc) and (
                doc[end].ent_iob_ == "I" or doc[end].text in ORGANIZATION_HEADS
            )
            if not inside and not goes_on:
                yield start, end
