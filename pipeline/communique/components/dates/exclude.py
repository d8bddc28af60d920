"""What looks like a date and is none: names, amounts, numbers of laws, people called April.

Only what stands beside an expression is looked at, against ``lexicon/dates/neighbours.toml``.
"""

from __future__ import annotations

import re

from communique.components.dates import atoms as lexicon
from communique.components.dates import neighbours
from communique.components.dates.expressions import Apart, Calendar, Found, Range
from communique.components.dates.judges import JUDGES, amount, is_year
from communique.components.dates.names import in_name

_CLAUSE_END = re.compile(r"\s*(?:[.,;:)!?]|$)")
_PAPER = re.compile(
    r"[»”\"'’)]|\s(?:newspaper|reporter|magazine|journal|show|news|correspondent|network)\b"
)
_COUNT = re.compile(r"\s+(?:\d|few\b|several\b|couple\b|half\b|century\b)")
_OLD = re.compile(r"-?\s?old\b")
#: "Over the last year" says how long.
_SPAN_BEFORE = re.compile(r"(?i)\b(?:over|within|throughout|during|for|in|course\s+of)\s+the\s+$")
_SPANS = frozenset(
    f"{which} {unit}" for which in ("last", "next") for unit in ("week", "month", "year", "decade")
)


def is_date(text: str, found: Found) -> bool:
    """Judge an expression by its neighbours."""
    said = found.expression
    if isinstance(said, Range):
        bare = said.start.month is None and said.start.quarter is None
        return not amount(text, found) and (not bare or is_year(text, found))
    if isinstance(said, Apart):
        return _is_apart(text, found, said)
    if not isinstance(said, Calendar):
        return _is_relative(text, found)
    if found.form.startswith("part "):
        return not in_name(text, found.start, found.end)
    if said.near:
        return True
    judge = JUDGES.get(found.form)
    if judge is not None:
        return judge(text, found)
    if said.decade is not None or said.century is not None:
        return True
    return not amount(text, found)


def _is_apart(text: str, found: Found, said: Apart) -> bool:
    """No ages ("6-year-old"), no rates ("two million a year"), no units alone but "for years"."""
    if said.kind == "time":
        return not amount(text, found)
    words = text[found.start : found.end].lower()
    before = neighbours.before(text, found.start)
    if said.kind == "set":
        thing = neighbours.behind(text, found.end)
        return words != "quarterly" or not thing.spaced
    if found.form == "<n> <mod> <unit>" and not words.endswith("s"):
        return False
    if _OLD.match(text, found.end):
        return False
    if "quarter" in words and neighbours.behind(text, found.end).lower == "of":
        return False  # three quarters of the mills
    if found.form == "<unit>":
        return words.endswith("s") and before.spaced and before.lower in {"for", "in", "within"}
    if words.startswith(("a ", "an ")) and " more " not in words:
        return not before.spaced or before.lower in neighbours.load().lasting
    return True


def _is_relative(text: str, found: Found) -> bool:
    surface = text[found.start : found.end]
    words = surface.lower()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    if behind.hyphened:
        return False
    if words in {"day before", "day after"}:
        return _CLAUSE_END.match(text, found.end) is not None
    if words in {"soon", "shortly"}:
        bound = before.lower == "as" or behind.lower in {"after", "before", "as", "thereafter"}
        return not bound
    if words == "quarter" or found.form == "year ~- ~ago|earlier":
        return behind.lower not in {"of", "final", "finals", "century"}
    if found.form == "<deictic>" and surface.istitle():
        named = before.spaced and before.capital and len(before.text) > 2
        named = named and before.text[-1].isalpha()
        return not (named and (before.text == "USA" or _PAPER.match(text, found.end)))
    if found.form == "<n> <unit> <thereafter>" and words.endswith(("after", "before")):
        return _CLAUSE_END.match(text, found.end) is not None
    if words == "in the past":
        atoms = lexicon.load()
        counted = behind.lower in atoms.units or behind.lower in atoms.cardinals
        return not counted and _COUNT.match(text, found.end) is None
    if words in {"year-end", "year end"}:
        return before.lower in neighbours.load().year_end_after
    if words == "this day" and before.lower == "to":
        return False
    if words in _SPANS:
        return _SPAN_BEFORE.search(text, max(0, found.start - 24), found.start) is None
    return True
