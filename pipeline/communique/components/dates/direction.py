"""Which way a date lies that leaves its year open: as the verbs around it say."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from communique.components.dates import atoms as lexicon

Tense = Literal["earlier", "later"]

_SENTENCE_END = re.compile(
    r"[.!?][\"”’)*]*\s+(?=[\"“(A-Z\d*])|\n\s*\n|\n(?=\s*[-•*\d])|(?<=[;:])\s"
)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Inc|Ltd|Co|Corp))\.$"
)
#: How far from the date a verb is looked for.
_REACH = 160
#: A verb in front of the date tells unless one behind it is nearer by so many characters.
_FRONT_FIRST = 12
#: How far "will" may stand from the participle that it makes a thing to come.
_AUXILIARY = 25
_CLAUSE = re.compile(r"[,;]\s+(?:though|although|but|while|whereas|and|which|when|with)\b")
_BY = re.compile(r"(?i)\b(?:by|by the|by early|by late)\s+$")


@cache
def _cues() -> re.Pattern[str]:
    table = lexicon.read_toml("cues.toml")["direction"]

    def words(text: str) -> str:
        phrases = [p.strip() for line in text.split("\n") for p in line.split("|") if p.strip()]
        return "|".join(
            re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True)
        )

    later, earlier = words(table["later"]), words(table["earlier"])
    return re.compile(
        rf"\b(?:(?P<later>{later})|(?P<earlier>{earlier}|[a-z]{{2,}}ed)|(?P<passive>(?:be|being)\s+[a-z]+(?:ed|en)))\b",
        re.IGNORECASE,
    )


def sentence(
    text: str, start: int, end: int, lower: int = 0, upper: int | None = None
) -> tuple[int, int]:
    """Return the bounds of the sentence around start to end, inside lower to upper."""
    upper = len(text) if upper is None else upper
    first = max(lower, start - 2 * _REACH)
    begin = first
    for match in _SENTENCE_END.finditer(text, first, start):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            begin = match.end()
    finish = min(upper, end + 2 * _REACH)
    for match in _SENTENCE_END.finditer(text, end, finish):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            finish = match.start() + 1
            break
    return begin, finish


def tense(text: str, start: int, end: int) -> Tense | None:
    """Return where a date lies by the verb nearest to it in its sentence; None where none tells.

    A verb in front counts before one behind, unless that is nearer; "will", "to be" and
    "scheduled" outweigh a participle that follows them ("will be held").
    """
    begin, finish = sentence(text, start, end)
    in_front = list(_cues().finditer(text, max(begin, start - _REACH), start))
    clause = _CLAUSE.search(text, end, finish)
    behind = _cues().search(text, end, min(clause.start() if clause else finish, end + _REACH))
    if in_front:
        last = in_front[-1]
        if behind is None or start - last.end() <= behind.start() - end + _FRONT_FIRST:
            bound = _BY.search(text, max(begin, start - 12), start)
            if bound and last.group().lower() != "had":
                return "later"
            if last.lastgroup == "earlier" and len(in_front) > 1:
                before = in_front[-2]
                if before.lastgroup != "earlier" and last.start() - before.end() < _AUXILIARY:
                    return "later"
            return "earlier" if last.lastgroup == "earlier" else "later"
    if behind is None:
        return None
    return "earlier" if behind.lastgroup == "earlier" else "later"
