"""The courts of judges and of their clerks, and the bodies that ranks are held in."""

from __future__ import annotations

from communique.components.titles.holding import Holding
from communique.components.titles.sentences import Sentences, words

_MAX_PARAGRAPH = 250
_MAX_SERVED = 6
_MAX_MASTHEAD = 40
_TO_COURT = frozenset(["of", "on", "at", "with", "in", "for"])


def find_court(text: Sentences, holding: Holding) -> int | None:
    """Return the unit that names the court of a judge or a clerk, None for none.

    It stands behind the name ("Judge X on the Court of Y"), or is the one court that the sentence,
    else the paragraph, named before.
    """
    head = holding.phrase.head.words
    if head in words("clerks"):
        served = _served(text, holding)
        found = _behind(text, served) or _presided(text, served)
        judge = served is not None and text.lower(served - 1) in words("judges")
        return _only_court(text, served) if found is None and served and judge else found
    if head in words("of_the_court"):
        return _issuing_court(text, holding)
    if head not in words("bench"):
        return None
    found = _behind(text, holding.at) if holding.rule == "front" else None
    if found is None:
        found = _only_court(text, holding.phrase.edge)
    if found is None and holding.rule == "front" and head in words("justices"):
        found = _supreme(text)
    return _issuing_court(text, holding) if found is None else found


def find_force(text: Sentences, holding: Holding) -> int | None:
    """Return the body in the bracket of "Captain X (Coast Guard, ret.)"."""
    at = holding.at
    bracket = holding.rule == "front" and text.unit(at + 1).text == "("
    if not bracket or "rank" not in holding.phrase.head.flags:
        return None
    return at + 2 if text.kind(at + 2) == "body" else None


def _behind(text: Sentences, at: int | None) -> int | None:
    if at is None or text.lower(at + 1) not in _TO_COURT:
        return None
    name = text.skip(at + 2)
    return name if text.kind(name) == "body" else None


def _presided(text: Sentences, at: int | None) -> int | None:
    """Return the court in "to Judge X, Chief Judge of the Court of Y", None for none."""
    if at is None or text.unit(at + 1).text != ",":
        return None
    for k in range(at + 2, at + _MAX_SERVED + 2):
        if text.kind(k) in {"person", "gap"} or text.unit(k).text in {",", ";", "."}:
            return None
        if _is_court(text, k) and text.lower(text.skip_back(k - 1)) in _TO_COURT:
            return k
    return None


def _served(text: Sentences, holding: Holding) -> int | None:
    """Return the name in "law clerk to the Honorable X", "clerk for Judge X"."""
    close = holding.phrase.close
    if not {"to", "for"} & {text.lower(close - 1), text.lower(close)}:
        return None
    near = range(close, close + _MAX_SERVED)
    return next((at for at in near if text.kind(at) == "person"), None)


def _only_court(text: Sentences, edge: int) -> int | None:
    earlier = text.start(edge)
    start = max(
        (at + 1 for at in range(earlier, edge) if text.unit(at).text == ";"), default=earlier
    )
    while earlier > 0 and edge - earlier < _MAX_PARAGRAPH and text.kind(earlier - 1) != "gap":
        earlier -= 1
    for stretch in (range(start, edge), range(earlier, start)):
        courts = [at for at in stretch if _is_court(text, at)]
        if courts and len({text.unit(at).ref for at in courts}) == 1:
            return courts[-1]
    return None


def _supreme(text: Sentences) -> int | None:
    """Return where the release names its one supreme court."""
    named = [at for at in range(len(text.units)) if _is_court(text, at)]
    found = [at for at in named if "supreme" in text.lower(at)]
    return found[0] if len({text.unit(at).ref for at in found}) == 1 else None


def _issuing_court(text: Sentences, holding: Holding) -> int | None:
    """Return where a release opens with the one court that it names."""
    named = [at for at in range(len(text.units)) if _is_court(text, at)]
    if (
        len({text.unit(at).ref for at in named}) != 1
        or holding.phrase.head.words == "chief justice"
    ):
        return None
    return named[0] if named[0] < min(_MAX_MASTHEAD, holding.phrase.first) else None


def _is_court(text: Sentences, at: int) -> bool:
    return text.kind(at) == "body" and bool(set(text.lower(at).split()) & words("courts"))
