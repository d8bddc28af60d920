"""Names that stand right behind an office, which the recogniser takes for a body or does not see.

"Mayor Lahcen Aït Oubaha"; "Mayor of Panauti Municipality Ramkrishna Kakshapati"; "Foreign Minister
of Türkiye Feyza Altıntaş-Demirel": much of the world writes so, and English corpora do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from communique.components.capitals import is_capitalized, is_initial, is_title_case
from communique.components.countries import countries
from communique.components.labels import PEOPLE
from communique.components.organizations.lexicon import other_heads
from communique.components.people.lexicon import body_heads
from communique.components.people.mentions import TokenRange, cut_to_name
from communique.components.people.surroundings import is_office, is_person_like, run_right
from communique.components.text import words_of
from communique.components.titles.lexicon import is_honorific, is_title_head
from communique.components.titles.rules import fields

_INSIDE_BODIES = frozenset({"of", "the", "and", "for", "in", "&", "-", ",", "de", "del", "la"})
_PLACES = frozenset({"GPE", "LOC"})
_SEEN = frozenset({"GPE", "LOC", "PERSON", "PER"})

#: How far behind an office the end of its body is looked for, in tokens.
_MAX_BODY_TOKENS = 16


def behind_office(doc: Doc, places: Iterable[int], first: int, end: int) -> Iterator[TokenRange]:
    """Yield names of at least two words right behind an office or behind the body it is held at.

    The offices are among the tokens ``places`` of the sentence ``first`` to ``end``. Nothing is
    taken from a line in title case, nor where a word of the name is a word of fields ("Director
    Human Resources"), nor what the recogniser sees as a person or a place itself.
    """
    texts = words_of(doc)
    offices = [at for at in places if is_office(texts[at])]
    if not offices or is_title_case(doc, first, end):
        return
    for office in offices:
        at = office + 1
        if at + 3 < end and doc[at].text == "(" and doc[at + 2].text == ")":
            at += 3  # "Rear Admiral (NS) Jane Roe"
        if at >= end:
            return
        if doc[at].lower_ in ("of", "at", "for"):
            start = _behind_body(doc, at + 1, end)
        else:
            start = at if is_capitalized(texts[office]) and not _opens_name(office, doc) else None
        if start is None or start >= end or not is_capitalized(doc[start].text):
            continue
        if is_honorific(doc[start].text):
            continue
        found = cut_to_name(doc, start, run_right(doc, start, end))
        if found and _is_name(doc, *found):
            yield found


def _opens_name(at: int, doc: Doc) -> bool:
    """Tell whether the recogniser takes the title's word into a name ("General Motors")."""
    return doc[at].ent_iob_ in ("B", "I") and doc[at].ent_type_ in ("ORG", "GPE", "LOC", "FAC")


def _is_name(doc: Doc, start: int, end: int) -> bool:
    span = doc[start:end]
    following = doc[end].text if end < len(doc) else ""
    return (
        is_person_like(doc, start, end)
        and len(span) <= 6
        and following not in body_heads()
        and following != "&"
        and not any(t.lower_ in fields() or is_title_head(t.text) for t in span)
        and not any(t.ent_type_ in _SEEN for t in span)
        and span[-1].text not in other_heads()
        and not any(t.is_upper and len(t) < 5 and not is_initial(t.text) for t in span)
        and span.text not in countries()
    )


def _behind_body(doc: Doc, at: int, limit: int) -> int | None:
    """Return where the capitalised words behind a body or a place begin that goes from ``at`` on.

    The body must end in a word that heads bodies, the place must be known or seen by the
    recogniser, a field ("Minister of Foreign Affairs") end in a word of fields; what follows must
    be no part of the same phrase.
    """
    limit = min(limit, at + _MAX_BODY_TOKENS)
    begin: int | None = None
    i = at
    while i < limit and (is_capitalized(doc[i].text) or doc[i].lower_ in _INSIDE_BODIES):
        if doc[i - 1].text == "," and doc[i].ent_type_ in PEOPLE:
            break  # "President of Orlina, | Jane Roe, and the CEO of Orme Group"
        ends_place = doc[i].text in countries() or (
            doc[i].ent_type_ in _PLACES and (i + 1 == len(doc) or doc[i + 1].ent_iob_ != "I")
        )
        is_head = doc[i].text in body_heads() and i > at
        if is_head or ends_place or doc[i].lower_ in fields():
            begin = i + 1
        i += 1
    if begin is None or begin >= len(doc) or not is_capitalized(doc[begin].text):
        return None
    return begin
