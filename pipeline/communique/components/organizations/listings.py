"""Bodies that a convention names: newswires in datelines, exchanges, governments written small."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import TokenRange, is_name_token
from communique.components.text import text_of, words_of
from communique.components.titles.places import places

_WORDS = r"[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,2}"
_CODE = re.compile(
    rf"[(\[]\s?(?P<first>{_WORDS})(?:(?:, | and | & )(?P<second>{_WORDS}))?"
    r"(?: (?:stock |share )?(?:code|symbol|ticker))?\s?:\s?[A-Z0-9][A-Z0-9.\-]{0,7}(?=\s?[)\],;])"
)
_WIRE = re.compile(
    r"(?:/(?:via )?(?P<slashed>[A-Z][^/\n]{2,38})/|\((?:via )?(?P<bracketed>[A-Z][^()\n]{2,38})\))"
    r"\s?[-–—]"
)
_NEWS = re.compile(r"(?i)news|wire|press|media")
#: How far behind the beginning of a dateline its wire may stand, in characters.
_REACH = 160


def exchange_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the exchanges in brackets before a share's code: "(NYSE: ORLI)", "[LSE:ORL]"."""
    for found in _CODE.finditer(text_of(doc)):
        for group in ("first", "second"):
            name = found[group]
            if name and _is_exchange(name):
                yield from _tokens(doc, *found.span(group))


def wire_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the newswire in the dateline: "LIMA, May 3 /AndesWire/ --", "(HARBOUR NEWSWIRE) —"."""
    dateline = doc._.dateline
    if dateline is None:
        return
    end = dateline.start + _REACH
    for found in _WIRE.finditer(text_of(doc), dateline.start, end):
        group = "slashed" if found["slashed"] else "bracketed"
        if group == "slashed" or _NEWS.search(found[group]):
            yield from _tokens(doc, *found.span(group))
        return


def _is_exchange(name: str) -> bool:
    """Tell whether what stands before a code is an exchange, and no kind of number ("ISIN")."""
    first = name.split(maxsplit=1)[0]
    capitals = sum(c.isupper() for c in first)
    return name not in _code_keys() and (capitals > 1 or first in ("Nasdaq", "Euronext"))


@lexical
def _code_keys() -> frozenset[str]:
    return frozenset(read_entries("organizations/code_keys.txt"))


def _tokens(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    span = doc.char_span(start, end)
    if span is not None:
        yield span.start, span.end


def government_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield a country's government that is written small: "the Ruritanian government".

    What goes on in a noun names no government: "Ruritanian government bonds".
    """
    words = words_of(doc)
    if "government" not in words and "Government" not in words:
        return
    for at, word in enumerate(words):
        if at == 0 or word not in ("government", "Government"):
            continue
        before = doc[at - 1]
        after = doc[at + 1] if at + 1 < len(doc) else None
        place = places().get(before.text)
        if place is None or not place.country or not is_name_token(before):
            continue
        if after is None or not after.is_alpha or after.is_stop or after.text.endswith("ed"):
            yield at - 1, at + 1
