"""Heads of titles that the lexicon lacks, from the learned spans of the model.

The policy: where the lexicon knows the head, the rules read the title, and the learned span is not
asked. Where a learned span holds no head that the lexicon knows, its last word before "of", "for"
or a comma becomes a head, and the rules go on from there: extent, holder and body are theirs to
find as for any other head. A model that marks no phrases changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from communique.components.extensions import PHRASES_KEY
from communique.components.titles.lexicon import LEARNED, Head, heads, modifiers
from communique.components.titles.rules import body_nouns, fields, word_lists
from communique.components.titles.units import Unit

_ENDS = frozenset(["of", "for", "at", "in", "to", "on", "with", "and", "&", ",", "(", "-", "–"])

#: Lower case counts only in apposition to a name: the model is not asked about descriptions.
_FLAGS = frozenset(["post", LEARNED])


def learned_heads(
    doc: Doc, units: Sequence[Unit], known: Mapping[int, tuple[int, Head]]
) -> dict[int, tuple[int, Head]]:
    """Return heads for the learned titles without a ``known`` head, by unit as in ``Stream.heads``."""
    found: dict[int, tuple[int, Head]] = {}
    starts = [unit.start for unit in units]
    for span in doc.spans.get(PHRASES_KEY, ()):
        if span.label_ != "TITLE":
            continue
        first, stop = (bisect_left(starts, at) for at in (span.start_char, span.end_char))
        inside = range(first, stop)
        if not inside or any(i in known for i in inside):
            continue
        end = next((i for i in inside if units[i].lower in _ENDS), inside[-1] + 1)
        at = end - 1
        modifies = units[at].lower in modifiers()
        if (
            at >= inside[0]
            and units[at].kind == "word"
            and units[at].text.isalpha()
            and not modifies
            and not _names_none(units[at].lower)
            and not (units[at].text.isupper() and at + 1 in known)
        ):
            found[at] = (at + 1, Head(units[at].lower, _FLAGS))
    return found


def _names_none(word: str) -> bool:
    """Tell whether a word is no office: a body, a field ("Administration"), a suffix ("Retd")."""
    suffix = word in word_lists("attachment.toml")["suffixes"]
    return suffix or (word in body_nouns() | fields() and word not in heads())
