"""Which way a date lies that leaves its year open: as the verbs around it say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.components.dates import atoms as lexicon

Tense = Literal["earlier", "later"]

_SENTENCE_END = re.compile(
    r"[.!?][\"”’')*]*\s+(?=[\"“`(A-Z\d*])|\n\s*\n|\n(?=\s*[-•*\d])|(?<=[;:])\s"
)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Inc|Ltd|Co|Corp))\.$"
)
#: How far from the date a verb is looked for.
_REACH = 160
#: A verb in front of the date tells unless one behind it is nearer by so many characters.
_FRONT_FIRST = 12
_CLAUSE = re.compile(r"[,;]\s+(?:though|although|but|while|whereas|and|which|when|with)\b")
#: What may stand between "will" and the participle that it makes a thing to come.
_AUXILIARY = re.compile(r"\s*(?:\w+ly\s+|also\s+|be\s+|been\s+|have\s+|then\s+){0,3}")
_HAD = re.compile(
    r"(?i)\b(?:had\s+\w+|had|was|were|lasted|remained|continued|stayed|ran|served|worked)$"
)
_WAS = re.compile(r"\s+(?:was|were|had)\b")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True)
class _Cues:
    verbs: re.Pattern[str]
    ahead: re.Pattern[str]
    bound: re.Pattern[str]


@cache
def _cues() -> _Cues:
    table = lexicon.read_toml("cues.toml")["direction"]

    def words(name: str) -> str:
        phrases = [p.strip() for line in table[name].split("\n") for p in line.split("|")]
        return "|".join(
            re.escape(p).replace(r"\ ", r"\s+")
            for p in sorted(filter(None, phrases), key=len, reverse=True)
        )

    past = rf"(?!(?:{words('no_past')})\b)[a-z]{{2,}}ed"
    return _Cues(
        verbs=re.compile(
            rf"\b(?:(?P<later>(?i:{words('later')}))|(?P<earlier>(?i:{words('earlier')})|{past})"
            r"|(?P<passive>(?:be|being)\s+[a-z]+(?:ed|en)))\b"
        ),
        ahead=re.compile(rf"(?i)\b(?:{words('ahead')})\s+(?:on\s+|to\s+)?(?:the\s+)?$"),
        bound=re.compile(rf"(?i)\b(?:{words('bound')})\s+$"),
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
    "scheduled" outweigh a participle that follows them ("will be held"). What stands right in
    front of the date ("effective", "until") counts before any verb.
    """
    cues = _cues()
    begin, finish = sentence(text, start, end)
    near = max(begin, start - 24)
    if cues.ahead.search(text, near, start):
        return "later"
    in_front = list(cues.verbs.finditer(text, max(begin, start - _REACH), start))
    if cues.bound.search(text, near, start):
        lasted = in_front and _HAD.search(text, begin, in_front[-1].end())
        return "earlier" if lasted or _WAS.match(text, end) else "later"
    clause = _CLAUSE.search(text, end, finish)
    behind = cues.verbs.search(text, end, min(clause.start() if clause else finish, end + _REACH))
    if _POSSESSIVE.match(text, end):
        return "later" if behind is not None and behind.lastgroup != "earlier" else "earlier"
    if in_front:
        last = in_front[-1]
        if behind is None or start - last.end() <= behind.start() - end + _FRONT_FIRST:
            if last.lastgroup == "earlier" and len(in_front) > 1:
                before = in_front[-2]
                if before.lastgroup != "earlier" and _AUXILIARY.fullmatch(
                    text, before.end(), last.start()
                ):
                    return "later"
            return "earlier" if last.lastgroup == "earlier" else "later"
    if behind is None:
        return None
    return "earlier" if behind.lastgroup == "earlier" else "later"
