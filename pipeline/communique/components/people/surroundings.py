"""Names that the recogniser missed and that what stands beside them shows.

Capitalised words behind an honorific that only people have ("Mr Hugo H. Siebold"), and before an
apposition or a bracket that opens with a title ("Jussi Halonen, CEO").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from communique.components.capitals import is_initial, is_title_case, name_particles
from communique.components.countries import countries
from communique.components.lexicon_files import read_entries
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
from communique.components.text import words_of
from communique.components.titles.lexicon import (
    is_honorific,
    is_name_too,
    is_title_head,
    is_title_modifier,
)
from communique.components.titles.rules import fields

#: The longest name, in tokens, that is taken from surroundings alone.
MAX_NAME_TOKENS = 6

_PERSONAL_HONORIFICS = frozenset(read_entries("people/personal_honorifics.txt"))
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
    words = [t.text for t in doc[start:end] if t.text not in INNER_PUNCTUATION]
    return (
        len(words) >= 2
        and not any(word in body_heads() or word in not_people() for word in words)
        and doc[start:end].text not in not_people()
        and not all(is_initial(word) for word in words)
        and not all(is_title_head(word) or is_title_modifier(word) for word in words)
        and plural_heads().isdisjoint(words)
        and OTHER_WORDS.isdisjoint(words)
        and doc[start:end].text not in countries()
        and words[-1].lower() not in fields()
        and words[-1] not in COMPANY_WORDS
    )


def after_honorific(doc: Doc, sentence: Span) -> Iterator[TokenRange]:
    """Yield names behind honorifics that only people have: "Mr", "Mrs", "Dr", "H.E."."""
    texts = words_of(doc)
    for at in range(sentence.start, sentence.end - 1):
        if texts[at].rstrip(".") not in _PERSONAL_HONORIFICS:
            continue
        start = behind_honorifics(doc, at, sentence.end)
        if start == at:  # "Sheikh", which a name keeps where the recogniser takes it in
            start = behind_honorifics(doc, at + 1, sentence.end)
        if start < sentence.end and is_name_word(doc[start]):
            end = run_right(doc, start, sentence.end)
            cut = cut_to_name(doc, start, end)
            if cut:
                yield cut


def before_title(doc: Doc, sentence: Span) -> Iterator[TokenRange]:
    """Yield names before an apposition or a bracket that opens with a title.

    "Jussi Holopainen, CEO of …", "Khan Abdul Majid Khan (Chairman)"; not in lines in title case.
    """
    texts = words_of(doc)
    marks = [
        i for i in range(sentence.start + 2, sentence.end - 1) if texts[i] in (",", "(", "–", "—")
    ]
    if not marks or (len(sentence) > 12 and is_title_case(doc, sentence.start, sentence.end)):
        return
    for token in (doc[i] for i in marks):
        opener = doc[token.i + 1]
        if (
            opener.lower_ in ("the", "a", "an", "its", "their", "our")
            and token.i + 2 < sentence.end
        ):
            opener = doc[token.i + 2]
        if not (is_title_head(opener.text) or is_title_modifier(opener.text)):
            continue
        if opener.is_lower and is_title_modifier(opener.text) and not is_title_head(opener.text):
            continue
        start = _left_run(doc, token.i, sentence.start)
        if is_person_like(doc, start, token.i):
            yield start, token.i
