"""Whether a year is part of a name: "Companies Act 2006", "2030 Agenda", "the Act of 1924"."""

from __future__ import annotations

import re

from communique.components.dates import atoms as lexicon
from communique.components.dates import neighbours

#: Capitalised words that follow, joined by small words.
_RUN_BEHIND = re.compile(
    r"(?:[^\S\n](?:(?:of|and|for|the|on|in|to|de)[^\S\n]){0,2}[A-Z][\w’'&.-]*){1,7}"
)
#: Capitalised words that precede.
_RUN_BEFORE = re.compile(
    r"(?:[A-Z][\w’'&!.-]*[^\S\n](?:(?:of|and|for|the|on|to)[^\S\n]){0,2}){1,7}$"
)
#: A day of remembrance with its year: "First Responders Day, 2022".
_NAMED_DAY = re.compile(r"\b(?:Day|Week|Month), $")
#: "The Mills Act (MA) 2006".
_SHORT_NAME = re.compile(r"\([A-Z]{2,10}\) $")
_REACH = 120


def in_name(text: str, start: int, end: int) -> bool:
    """Judge by the runs of capitalised words around start to end.

    Behind it the first word that is the head of a name, or of an instrument whose year says when,
    decides; in front of it any name does that runs right up to it.
    """
    if _NAMED_DAY.search(text, max(0, start - 12), start):
        return True
    lists = neighbours.load()
    run = _RUN_BEHIND.match(text, end)
    for word in run.group().split() if run else ():
        bare = word.strip(".,’'").removesuffix("’s").removesuffix("'s")
        if bare in lists.dated or bare.capitalize() in lists.dated:
            return False
        if bare[:1].isupper() and bare.capitalize() in lists.heads:
            return True
    if _SHORT_NAME.search(text, max(0, start - 14), start):
        return True
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    front = _RUN_BEFORE.search(text, max(line, start - _REACH), start)
    return front is not None and _runs_up(front.group().split())


def _runs_up(words: list[str]) -> bool:
    """Whether a run of capitalised words in front of a year is a name that the year ends."""
    lists = neighbours.load()
    last = words[-1].strip(".,’'")
    lower = last.lower()
    if lower == "of" and len(words) > 1 and words[-2] in lists.heads | {"Treaty"}:
        return True
    if lower.endswith(("'s", "’s")) or words[-1].endswith(("s'", "s’")):
        return False
    if lower in lists.determiners | lists.year_after or lower in lexicon.load().months:
        return False
    if last.isupper() and len(words) > 3:
        return False  # a line of capitals
    return last[:1].isupper() and last.capitalize() not in lists.dated and last not in lists.loose
