"""The body that a release opens with, or that announces something in its first sentences."""

from __future__ import annotations

from communique.components.titles.lexicon import is_title_head
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_MAX_ANNOUNCEMENT, _MAX_BRACKET, _MAX_ADVERBS = 80, 12, 5


def heads_release(units: list[Unit], ref: str) -> bool:
    """Tell whether a body is named in the headline of a release, behind no preposition."""
    gap = next((at for at, unit in enumerate(units) if unit.kind == "gap"), len(units))
    if not any(unit.kind == "word" for unit in units[gap:]):
        return False
    named = (at for at in range(gap) if units[at].ref == ref)
    return any(units[max(at - 1, 0)].lower not in words("prepositions") for at in named)


def opens_release(units: list[Unit], ref: str) -> bool:
    """Tell whether a release opens with a body alone, as its headline or its first sentence."""
    named = [at for at in range(min(2, len(units))) if units[at].ref == ref]
    if not named or (named[0] == 1 and units[0].lower != "the"):
        return False
    behind = _behind_bracket(units, named[0] + 1)
    joined = units[behind].text in {"&", ",", "/"} or units[behind].lower == "and"
    return heads_release(units, ref) and not joined


def find_announcer(units: list[Unit]) -> str | None:
    """Return the body that announces something in the first sentences, None for none."""
    for at, unit in enumerate(units[:_MAX_ANNOUNCEMENT]):
        if unit.kind != "body" or unit.ref is None or is_title_head(units[max(at - 1, 0)].text):
            continue  # "President Roe announced"
        behind = _behind_bracket(units, at + 1)
        said = [u.lower for u in units[behind : behind + _MAX_ADVERBS]]
        verb = next((k for k, word in enumerate(said) if word in words("announcing")), None)
        if not words("appoints_for_others").isdisjoint(unit.lower.split()):
            continue
        if verb is not None and set(said[:verb]) <= words("before_announcing"):
            return unit.ref
    return None


def _behind_bracket(units: list[Unit], at: int) -> int:
    """Return the index after the bracket that opens at ``at``, ``at`` where none does."""
    if not units[at : at + 1] or units[at].text != "(":
        return at
    near = range(at, min(at + _MAX_BRACKET, len(units)))
    return next((k + 1 for k in near if units[k].text == ")"), at)
