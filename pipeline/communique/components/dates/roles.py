"""What a date is the date of, where a word in front of it says so."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from communique.components.dates import atoms as lexicon
from communique.components.dates.types import DateRole

_REACH = 60
#: How many characters may stand between a cue and its date: a strict cue stands right before it.
_NEAR: dict[str, int] = {"birth": 20, "effective": 14, "expiry": 8, "signing": 60, "event": 60}


@cache
def _cues() -> tuple[tuple[DateRole, re.Pattern[str]], ...]:
    table = lexicon.read_toml("cues.toml")["role"]
    cues = []
    for role, section in table.items():
        words = [w.strip() for w in section["before"].replace("\n", "").split("|") if w.strip()]
        pattern = "|".join(
            re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)
        )
        cues.append((cast("DateRole", role), re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)))
    return tuple(cues)


def role(text: str, start: int, sentence_start: int) -> DateRole | None:
    """Return the role of the date at ``start``: the cue that stands nearest before it.

    Where two cues stand equally near the one that is listed first wins.
    """
    first = max(sentence_start, start - _REACH)
    best: tuple[int, DateRole] | None = None
    for name, pattern in _cues():
        for match in pattern.finditer(text, first, start):
            distance = start - match.end()
            if distance <= _NEAR[name] and (best is None or distance < best[0]):
                best = (distance, name)
    return best[1] if best else None
