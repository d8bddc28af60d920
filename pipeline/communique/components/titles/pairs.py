"""Two signatories of two parties, in the order that both are named."""

from __future__ import annotations

from communique.components.titles.holding import Holding
from communique.components.titles.sentences import Sentences

_MAX_PAIR = 40


def find_signed_between(text: Sentences, holding: Holding) -> int | None:
    """Return the party of a signatory in "between A and B, signed by Director X and Chair Y".

    The first of two who sign is of the first of the two bodies that "and" joins before, the second
    of the second.
    """
    at = text.skip_back(holding.phrase.edge - 1)
    second = text.lower(at) == "and" or (text.lower(at) == "by" and text.lower(at - 1) == "and")
    by = _first_by(text, at) if second else at
    if by is None or text.lower(by) != "by" or not _signed(text, by):
        return None
    start = text.start(by)
    bodies = [k for k in range(start, by) if text.kind(k) == "body"]
    if len(bodies) != 2 or not _joined(text, *bodies):
        return None
    return bodies[1] if second else bodies[0] if _goes_on(text, holding) else None


def _first_by(text: Sentences, joint: int) -> int | None:
    """Return the "by" before the first of two signatories, who stand before ``joint``."""
    start, people = text.start(joint), 0
    for at in range(joint - 1, max(start, joint - _MAX_PAIR) - 1, -1):
        if text.kind(at) in {"body", "place"}:
            return None
        people += text.kind(at) == "person"
        if text.lower(at) == "by":
            return at if people == 1 else None
    return None


def _signed(text: Sentences, by: int) -> bool:
    return text.lower(by - 1) in {"signed", "countersigned", "initialled", "exchanged"}


def _joined(text: Sentences, first: int, second: int) -> bool:
    """Tell whether only "and", an article and a bracket stand between two bodies."""
    between = [text.lower(k) for k in range(first + 1, second)]
    return "and" in between and len(between) <= 5 and not {".", ";", "of", "with"} & set(between)


def _goes_on(text: Sentences, holding: Holding) -> bool:
    """Tell whether "and" follows the first signatory, with one more behind."""
    at = max(holding.at, holding.phrase.close - 1) + 1
    at += text.unit(at).text == ","
    if text.lower(at) != "and":
        return False
    return any(text.kind(k) == "person" for k in range(at, at + 14))
