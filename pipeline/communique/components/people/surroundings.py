"""Names that the recogniser missed and that what stands beside them shows.

Capitalised words behind an honorific that only people have ("Mr Hugo H. Siebold"), and before an
apposition or a bracket that opens with a title ("Jussi Halonen, CEO").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from communique.components.capitals import is_initial, is_title_case, name_particles
from communique.components.countries import countries
from communique.components.lexicon_files import of_a_word, read_entries
from communique.components.people.edges import behind_honorifics
from communique.components.people.lexicon import (
    COMPANY_WORDS,
    OTHER_WORDS,
    body_heads,
    not_people,
    plural_heads,
)
from communique.components.people.mentions import (
    INNER_PUNCTUATION,
    TokenRange,
    cut_to_name,
    is_name_word,
)
from communique.components.text import surface, words_of
from communique.components.titles.lexicon import (
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.rules import fields

#: The longest name, in tokens, that is taken from surroundings alone.
MAX_NAME_TOKENS = 6

#: The words of a full name; with more, an office may be the first.
_FULL_NAME = 2
_PERSONAL_HONORIFICS = frozenset(read_entries("people/personal_honorifics.txt"))
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
#: What stands between a name and the title behind it.
_MARKS = frozenset({",", "(", "–", "—"})
#: Words that open a phrase, capitalised at the beginning of a sentence: "In Lima, Minister …".
_OPENERS = frozenset({"in", "at", "on", "for", "from", "with", "by", "and", "but", "as", "when"})


def run_right(doc: Doc, at: int, limit: int) -> int:
    """Return the end of the run of name words that starts at token ``at``."""
    end = at
    i = at
    while i < min(limit, at + MAX_NAME_TOKENS):
        token = doc[i]
        if is_name_word(token) and (
            i == at or not is_title_head(token.text) or is_name_too(token.text)
        ):
            end = i + 1
        elif token.lower_ in name_particles() or token.text in INNER_PUNCTUATION:
            if token.text in ("-", "–", "/", "'", "’") and (
                token.whitespace_ or doc[i - 1].whitespace_
            ):
                break
        else:
            break
        i += 1
    return end


def _left_run(doc: Doc, at: int, floor: int) -> int:
    """Return the start of the run of name words that ends before token ``at``."""
    start = at
    i = at - 1
    while i >= max(floor, at - MAX_NAME_TOKENS):
        token = doc[i]
        if is_name_word(token) and not is_honorific(token.text):
            if is_title_head(token.text) and not is_name_too(token.text):
                break
            if token.lower_ in _OPENERS:
                break
            start = i
        elif token.text == "-" and not token.whitespace_ and not doc[i - 1].whitespace_:
            pass
        elif token.lower_ not in name_particles():
            break
        i -= 1
    return start


def is_person_like(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the tokens may be a full name: two words at least, none of which heads a body."""
    text = surface(doc, start, end)
    words = [word for word in words_of(doc)[start:end] if word not in INNER_PUNCTUATION]
    return (
        len(words) >= 2
        and not any(word in body_heads() or word in not_people() for word in words)
        and text not in not_people()
        and not is_title_head(text)  # "Harbour Master"
        and not all(is_initial(word) for word in words)
        and not all(is_title_head(word) or is_title_modifier(word) for word in words)
        and plural_heads().isdisjoint(words)
        and OTHER_WORDS.isdisjoint(words)
        and text not in countries()
        and words[-1].lower() not in fields()
        and words[-1] not in COMPANY_WORDS
    )


def is_office(word: str) -> bool:
    """Tell whether a word names an office behind which a name may stand."""
    return is_title_head(word) and not is_name_too(word)


def _is_personal(word: str) -> bool:
    return word.rstrip(".") in _PERSONAL_HONORIFICS


@of_a_word
def sign_of(word: str) -> tuple[bool, bool] | None:
    """Tell whether a name may stand behind a word, and whether a title behind a name may open with it.

    The former is a personal honorific or an office. None where it is neither.
    """
    before = _is_personal(word) or is_office(word)
    title = is_title_head(word) or (is_title_modifier(word) and not word.islower())
    return (before, title) if before or title else None


def after_honorific(doc: Doc, places: Iterable[int], end: int) -> Iterator[TokenRange]:
    """Yield names behind honorifics that only people have: "Mr", "Mrs", "Dr", "H.E.".

    These are among the tokens ``places`` of a sentence that ends at ``end``.
    """
    texts = words_of(doc)
    for at in places:
        if at + 1 >= end or not _is_personal(texts[at]):
            continue
        start = behind_honorifics(doc, at, end)
        if start == at:  # "Sheikh", which a name keeps where the recogniser takes it in
            start = behind_honorifics(doc, at + 1, end)
        if start < end and is_name_word(doc[start]):
            stop = run_right(doc, start, end)
            # "Mr Justice Arun Kumar", but "Mr Dean Kumar"
            start += is_title_head(doc[start].text) and stop - start > _FULL_NAME
            cut = cut_to_name(doc, start, stop)
            if cut:
                yield cut


def before_title(doc: Doc, places: Iterable[int], first: int, end: int) -> Iterator[TokenRange]:
    """Yield names before an apposition or a bracket that opens with a title.

    "Jussi Holopainen, CEO of …", "Khan Abdul Majid Khan (Chairman)", "Jane Roe, the Chair". The
    titles open at the tokens ``places`` of the sentence ``first`` to ``end``; nothing is taken from
    lines in title case.
    """
    texts = words_of(doc)
    behind = (at - 1 - (texts[at - 1].lower() in _ARTICLES) for at in places)
    marks = [at for at in behind if first + 2 <= at < end - 1 and texts[at] in _MARKS]
    if not marks or (end - first > 12 and is_title_case(doc, first, end)):
        return
    for mark in marks:
        start = _left_run(doc, mark, first)
        if is_person_like(doc, start, mark):
            yield start, mark
