"""Whether a text writes the day or the month first where it writes dates in digits."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.components.dates.build import Order

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY_FIRST = re.compile(
    rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})[a-z]*\.?,?\s+\d{{4}}"
)
_MONTH_FIRST = re.compile(rf"(?i)\b(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}")


def day_month_order(text: str, speech: dt.date | None = None) -> Order:
    """Return how a text orders day and month in digits: "dmy", "mdy", or None.

    Its unambiguous dates decide; then one that, read one way only, is the day of speech; then the
    order of its spelled-out dates.
    """
    votes: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for match in _NUMERIC.finditer(text):
        left, right = int(match[1]), int(match[3])
        if left > 12 >= right:
            votes["dmy"] += 1
        elif right > 12 >= left:
            votes["mdy"] += 1
        elif speech is not None and left != right:
            near["dmy"] += (right, left) == (speech.month, speech.day)
            near["mdy"] += (left, right) == (speech.month, speech.day)
    if not votes and not near["dmy"] and not near["mdy"]:
        votes = Counter(dmy=len(_DAY_FIRST.findall(text)), mdy=len(_MONTH_FIRST.findall(text)))
    else:
        votes = votes or near
    if votes["dmy"] == votes["mdy"]:
        return None
    return "dmy" if votes["dmy"] > votes["mdy"] else "mdy"
