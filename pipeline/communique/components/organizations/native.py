"""Names in Romance and German languages, as English texts leave them: "Comisión Nacional del Cobre".

A head of such a language stands first, and capitalised words and small ones of that language follow
("Agencia de Pesca y Puertos"). French and its like write the other words small: such a name goes on
to the acronym that a bracket gives it ("Autorité de régulation des ports (ARP)").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from communique.components.capitals import is_capitalized, is_line_break
from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.endings import take_in_endings
from communique.components.organizations.lexicon import native_heads, weekdays
from communique.components.organizations.names import abbreviates
from communique.components.text import words_of
from communique.components.titles.lexicon import is_title_head

_CODE = re.compile(r"[A-Z][A-Za-z&-]{1,11}")
#: How many tokens a name has at most, and how many small ones of them side by side.
_REACH = 16
_SMALL_ONES = 3


@lexical
def _particles() -> frozenset[str]:
    return frozenset(read_entries("organizations/native_particles.txt"))


@lexical
def _english() -> frozenset[str]:
    return frozenset(read_entries("organizations/english_joints.txt"))


def native_ranges(doc: Doc, people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the names that begin with a head of another language; ``people`` are tokens of people."""
    words = words_of(doc)
    heads = native_heads()
    for at in [i for i, word in enumerate(words) if word in heads]:
        if at in people:
            continue
        end = _to_bracket(doc, at) or _to_last_capital(doc, at, people)
        if end - at > 1:
            yield take_in_endings(doc, at, end)


def _to_last_capital(doc: Doc, start: int, people: Collection[int]) -> int:
    """Return where a name of capitalised words and particles ends."""
    end = start + 1
    for i in range(start + 1, min(len(doc), start + _REACH)):
        token = doc[i]
        if i in people or is_line_break(token) or token.text in weekdays():
            break
        if is_title_head(token.text) and i > start + 1:
            break  # but "Secretaría General"
        if token.text == "," and _goes_on(doc, i):
            continue  # "Ministerio de Pesca | , de Puertos y Muelles"
        if token.lower_ in _particles() and not token.is_title:
            if i - end >= _SMALL_ONES:
                break
        elif is_capitalized(token.text) and (doc[i - 1].whitespace_ or i > end):
            end = i + 1
        else:
            break
    return end


def _goes_on(doc: Doc, at: int) -> bool:
    """Tell whether a comma leads to a further field with its particle, and not to another name."""
    following = doc[at + 1 : at + 4]
    return (
        len(following) > 1
        and following[0].lower_ in _particles()
        and following[0].is_lower
        and any(is_capitalized(token.text) for token in following[1:])
    )


def _to_bracket(doc: Doc, start: int) -> int | None:
    """Return where the acronym in a bracket begins that a name's words spell, None without one."""
    for i in range(start + 2, min(len(doc) - 2, start + _REACH)):
        token = doc[i]
        if token.text == "(":
            code = doc[i + 1].text
            whole = doc[start:i].text
            closed = doc[i + 2].text == ")" and _CODE.fullmatch(code) is not None
            spelled = code[0] == whole[0] and abbreviates(code, whole)
            return i if closed and spelled else None
        if token.lower_ in _english() or not (token.is_alpha or token.text[:1].isalpha()):
            return None
    return None
