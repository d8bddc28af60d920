"""Names made whole by the acronym in a bracket behind them: the words whose first letters it takes.

"Office of the Adviser on Piers" | ", Ports and Rivers (OAPPR)"; "National" | "Harbour Fund (NHF)". The
bracket says where the name ends, its letters where it begins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from communique.components.organizations.boundaries import TokenRange, is_name_token
from communique.components.organizations.endings import is_legal_form
from communique.components.organizations.lexicon import not_names, organization_heads
from communique.components.text import words_of
from communique.components.titles.lexicon import is_honorific

_SMALL = frozenset({"of", "for", "the", "and", "&", "on", "in", "to", "at", "by", "with", ",", "-"})
#: Fewest letters of an acronym that shows where a name begins.
_FEWEST = 3
_MOST = 9
#: How many small tokens may stand side by side in a name (", and the").
_GAP = 3


def expanded_ranges(doc: Doc, found: Collection[TokenRange]) -> Iterator[TokenRange]:
    """Yield the names that an acronym in a bracket spells and that a range of ``found`` is a part of."""
    words = words_of(doc)
    openings = [i for i, word in enumerate(words[:-2]) if word == "(" and words[i + 2] == ")"]
    if not openings:
        return
    for opening in openings:
        code = words[opening + 1]
        if not (code.isupper() and code.isalpha() and _FEWEST <= len(code) <= _MOST):
            continue
        last = opening
        while last > 1 and is_legal_form(doc[last - 1]):
            last -= 1
        start = spelled_from(doc, last, code)
        if start is None or code in not_names():
            continue
        within = [r for r in found if start <= r[0] and r[1] <= opening]
        if (
            any(is_honorific(words[i]) for i in range(start, opening))
            or not within
            or (start, opening) in within
        ):
            continue
        if any(words[i] in organization_heads() for i in range(start, opening)):
            yield start, opening


def spelled_from(doc: Doc, end: int, code: str, gap: int = 0) -> int | None:
    """Return where the words begin whose first letters are the code's; None where they are not all.

    Every word with a capital gives its first letter, small words theirs or none; ``gap`` small ones
    stand behind ``end``.
    """
    at = end - 1
    if at < 0 or gap > _GAP:
        return None
    token = doc[at]
    if token.lower_ in _SMALL and not token.is_title:
        skipped = spelled_from(doc, at, code, gap + 1)
        if skipped is not None:
            return skipped
    elif not is_name_token(token):
        return None
    if token.text[0].upper() != code[-1]:
        return None
    if len(code) == 1:
        return at if is_name_token(token) else None
    return spelled_from(doc, at, code[:-1])
