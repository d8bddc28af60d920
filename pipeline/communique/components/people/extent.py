"""How far a person's name goes beyond what the recogniser marks of it.

Names of the parts of the world that English corpora have little of are often marked in part:
"Kumar Yonzon" of "Arun Kumar Yonzon", "Marie Teppan" of "Liis-Marie Teppan".
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from communique.components.capitals import is_capitalized, is_initial, is_title_case
from communique.components.lexicon_files import read_entries
from communique.components.people.conflicts import is_place_word
from communique.components.people.lexicon import REGION_WORDS, body_heads, not_people
from communique.components.sentence_ranges import Sentences
from communique.components.text import text_of
from communique.components.titles.lexicon import (
    is_honorific,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.rules import fields

_PREFIXES = frozenset(read_entries("people/name_prefixes.txt"))
_QUOTES = frozenset("\"'“”‘’«»")
_HYPHENS = frozenset("-‐‑")
_GENERATIONS = frozenset({"Jr.", "Sr.", "Jr", "Sr"})

#: How many unmarked words in front a name is grown by.
MAX_GROWTH = 2

#: Fewest characters of a line that is broken because it is long.
WRAPPED_LINE = 50


def grow(doc: Doc, start: int, end: int, sentences: Sentences | None) -> tuple[int, int]:
    """Return the token range of the whole name of which ``start`` to ``end`` are marked.

    ``sentences`` are those of the document, where it has any.

    It grows over hyphens, abbreviated first names, a generation, a nickname in quotes, and over capitalised
    words in front of it that the recogniser takes for nothing, but in a line in title case.
    """
    start = _over_left_hyphen(doc, start)
    end = _over_generation(doc, end)
    if sentences is not None and is_title_case(doc, *sentences.around(start)):
        return start, end
    for _ in range(MAX_GROWTH):
        if start == 0 or not _is_unmarked_name(doc, start - 1) or not doc[start - 1].whitespace_:
            break
        if doc[start - 1].is_sent_start and doc[start - 1].text not in _PREFIXES:
            break
        if end - start > 1 and is_title_head(doc[start - 1].text):
            break  # "Mr Justice | Jane Roe"
        start = _over_left_hyphen(doc, start - 1)
    if start >= 2 and doc[start - 1].text == "." and doc[start - 2].text + "." in _PREFIXES:
        start -= 2
    end = _over_line_break(doc, start, end)
    while True:
        if (
            end + 3 < len(doc)
            and doc[end].text in _QUOTES
            and doc[end + 2].text in _QUOTES
            and is_capitalized(doc[end + 1].text)
            and is_capitalized(doc[end + 3].text)
        ):
            end += 4
        else:
            break
    return start, end


def _over_generation(doc: Doc, end: int) -> int:
    """Return the end of a name with its generation behind a comma: "Jane Amara Roe, Jr."."""
    junior = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in _GENERATIONS
    return end + 2 if junior else end


def _over_line_break(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name that goes on in the next line of a wrapped text.

    "Jane B.⏎Roe", "Jane⏎Roe": the recogniser sees two people, and one part is an initial's or a
    single word.
    """
    if end + 1 >= len(doc) or doc[end].text != "\n" or doc[end + 1].ent_type_ != "PERSON":
        return end
    last = end + 2
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    line_start = text_of(doc).rfind("\n", 0, doc[start].idx) + 1
    wrapped = doc[end].idx - line_start > WRAPPED_LINE
    in_parts = end - start == 1 or last - end == 2 or is_initial(doc[end - 1].text)
    return last if wrapped and in_parts else end


def _over_left_hyphen(doc: Doc, start: int) -> int:
    while (
        start >= 2
        and doc[start - 1].text in _HYPHENS
        and not doc[start - 1].whitespace_
        and not doc[start - 2].whitespace_
        and is_capitalized(doc[start - 2].text)
    ):
        start -= 2
    return start


def _is_unmarked_name(doc: Doc, at: int) -> bool:
    token: Token = doc[at]
    text = token.text
    return (
        token.ent_type_ == ""
        and (token.is_alpha or text in _PREFIXES)
        and len(text) > 1
        and is_capitalized(text)
        and not (text.isupper() and not _is_upper_around(doc, at))
        and not is_initial(text)
        and not is_honorific(text)
        and not is_title_head(text)
        and not is_title_modifier(text)
        and text not in not_people()
        and text not in body_heads()
        and text not in REGION_WORDS
        and not (text[:-1].isupper() and text[-1] == "s")  # "MPs"
        and not (at and is_title_head(doc[at - 1].text) and is_place_word(doc, at))
        and token.lower_ not in fields()
        and not token.is_stop
        and not (at and doc[at - 1].text in _HYPHENS and not doc[at - 1].whitespace_)
    )


def _is_upper_around(doc: Doc, at: int) -> bool:
    """Tell whether a word beside the token is in capitals too, so that capitals say nothing."""
    beside = [doc[i].text for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    return any(text.isupper() and len(text) > 2 for text in beside)
