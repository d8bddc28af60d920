"""Acronyms: which their surroundings show to be bodies, and which stand for something else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc

from communique.components.capitals import is_capitalized
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.lexicon import (
    BOARDS,
    known_organizations,
    known_starts,
    laws,
    organization_heads,
)
from communique.components.text import text_of, words_of
from communique.components.titles.lexicon import is_title_head

ACRONYM = re.compile(r"[A-Z][A-Za-z&\-]*[A-Z][A-Za-z]*")
_DEFINED = re.compile(
    r"[(\[（]\s?(?:the )?[\"“”'‘]?(?P<alias>[A-Za-z][\w&/\-]{1,11})[\"“”'’]?\s?[)\]）]"
)
#: What may stand between a name and the bracket with its acronym.
_BEFORE_BRACKET = re.compile(r"(?:['’]s)?\s{0,2}\Z")
_LEGAL_TEXTS = frozenset(
    {"Convention", "Charter", "Regulation", "Directive", "Protocol", "Treaty", "Resolution", "Act"}
)
_MEETINGS = frozenset({"Conference", "Meeting", "Meetings", "Summit", "Roundtable", "Dialogue"})
_REGULATION = re.compile(r"\)?\s?(?:(?:nr|no)\.?\s)?\d+/\d+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?]\s|\n\n|[)\]）]")
_YEAR = 4
#: How far before a bracket the words that it abbreviates are looked for, in characters.
_REACH = 160


def acronym_ranges(doc: Doc, places: Collection[int]) -> Iterator[TokenRange]:
    """Yield acronyms that their place in a phrase shows to be bodies.

    "MoEYS of Cambodia": before "of" and a place; "Director of MoEYS": behind a title and "of".
    ``places`` are the first tokens of places.
    """
    words = words_of(doc)
    for at in range(1, len(words) - 1):
        word = words[at]
        if not (word[0].isupper() and len(word) <= 12 and ACRONYM.fullmatch(word)):
            continue
        if (words[at + 1].lower() == "of" and at + 2 in places) or (
            at >= 2
            and words[at - 1] in ("of", "at")
            and is_title_head(words[at - 2])
            and not is_title_head(word)
        ):
            yield at, at + 1


def known_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the widely known bodies that stand in the text ("UN", "G20", "European Union")."""
    known = known_organizations()
    longer = known_starts()
    texts = words_of(doc)
    for at in [i for i, word in enumerate(texts) if word in known or word in longer]:
        word = texts[at]
        kind = known.get(word) if word.isalnum() else None
        if (
            kind
            and not _names_a_text(doc, at + 1)
            and not _is_numbered(doc, at + 1)
            and not (kind == "company" and _opens_product(texts, at))
        ):
            yield at, at + 1
        for words in longer.get(word, ()):
            end = at + len(words)
            if texts[at:end] == list(words) and not (
                _names_a_text(doc, end) or _is_address(doc, end)
            ):
                yield at, end


def _opens_product(texts: Sequence[str], at: int) -> bool:
    """Tell whether the name of a company goes on to one of its products: "Google Pixel 6"."""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    return is_capitalized(after) or after[:1].isdigit()


def _names_a_text(doc: Doc, at: int) -> bool:
    """Tell whether capitalised words go on to a legal text or a meeting of the body's.

    "UN Framework | Convention", "G20 Ministers | Meeting".
    """
    for token in doc[at : at + 4]:
        if not is_capitalized(token.text):
            return False
        if token.text == "Annual":
            return False
        if token.text in _LEGAL_TEXTS or token.text in _MEETINGS:
            return True
    return False


def _is_numbered(doc: Doc, at: int) -> bool:
    """Tell whether the number of a regulation follows: "EU | nr 596/2014", "(EU | ) 2016/679"."""
    behind = doc[at : at + 3].text
    return _REGULATION.match(behind) is not None


def _is_address(doc: Doc, at: int) -> bool:
    """Tell whether the number of a house follows, in an address: "White House | 1600 Orme Avenue"."""
    while at < len(doc) and doc[at].is_space:
        at += 1
    return at + 1 < len(doc) and doc[at].is_digit and is_capitalized(doc[at + 1].text)


def other_acronyms(
    doc: Doc, bodies: Collection[TokenRange], people: Collection[int]
) -> frozenset[str]:
    """Return the acronyms that the text defines for what is no body.

    "Central Business District (CBD)", "intellectual property rights (IPR)", a state behind a
    person's name ("Jane Roe (KY)"): the words that the letters stand for are no name in ``bodies``
    (token ranges), and none is among them. ``people`` are tokens of people.
    """
    starts = {doc[start].idx for start, _ in bodies}
    ends = {doc[end - 1].idx + len(doc[end - 1]) for _, end in bodies}
    person_ends = {doc[i].idx + len(doc[i]) for i in people if i + 1 not in people}
    others: set[str] = set()
    mine: set[str] = set()
    text = text_of(doc)
    for found in _DEFINED.finditer(text):
        alias, bracket = found["alias"], found.start()
        lead = _BEFORE_BRACKET.search(text, max(0, bracket - len("'s  ")), bracket)
        at = lead.start() if lead else bracket
        if at in ends:
            mine.add(alias)
            continue
        if sum(c.isupper() for c in alias) < 2:
            continue
        if at in person_ends and len(alias) == 2:
            others.add(alias)
            continue
        floor = max(0, at - _REACH)
        if _is_law(text[floor:at]):
            others.add(alias)
            continue
        begin = _expansion_start(alias, text[floor:at])
        if begin is not None and not _has_head(text[floor + begin : at]):
            within = range(floor + begin, at)
            forms = {alias, alias.removesuffix("s")}
            (mine if any(start in within for start in starts) else others).update(forms)
    return frozenset(others - mine).difference(known_organizations())


def spells_words_before(doc: Doc, start: int, at: int) -> bool:
    """Tell whether the token ``at`` is an acronym that the first letters of all words before it spell.

    The words begin with token ``start``: "Harbour Accountability Office | HAO", brackets lost.
    """
    word = doc[at].text
    if not word.isupper() or len(word) < 3 or doc[at - 1].is_upper:
        return False
    letters = "".join(t.text[0] for t in doc[start:at] if is_capitalized(t.text))
    return len(letters) > 2 and letters.upper() == word


def _has_head(phrase: str) -> bool:
    """Tell whether the last word of a phrase, or of its part before "of", heads names of bodies."""
    words = re.split(r"\s(?:of|for)\s", phrase)[0].split()
    return words[-1] in organization_heads() or words[-1] in BOARDS


def _is_law(phrase: str) -> bool:
    """Tell whether a phrase ends in a law's name, its year behind it: "Piers (Protection) Act 2016"."""
    words = phrase.split()
    if len(words) > 2 and words[-1].isdigit() and len(words[-1]) == _YEAR:
        words.pop()
    return len(words) > 1 and words[-1] in laws()


def _expansion_start(alias: str, before: str) -> int | None:
    """Return where, in the text before a bracket, the words that an acronym stands for begin.

    The algorithm of Schwartz and Hearst (2003): letters are matched from the right, and the first
    must begin a word; at most two words a letter, in one sentence.
    """
    stops = [match.end() for match in _SENTENCE_END.finditer(before)]
    floor = stops[-1] if stops else 0
    at = len(before)
    for place, char in reversed([*enumerate(c.casefold() for c in alias if c.isalnum())]):
        at -= 1
        while at >= floor and (
            before[at].casefold() != char or (place == 0 and at > 0 and before[at - 1].isalnum())
        ):
            at -= 1
        if at < floor:
            return None
    words = len(before[at:].split())
    return at if 1 < words <= 2 * len(alias) else None
