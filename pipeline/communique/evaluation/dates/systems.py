"""The systems that are measured: this project's component, and others where they are installed.

The others are the packages of the dependency group ``benchmark``; each is given the day of the
text where it takes one, and its values are brought to TIMEX3 without loss.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from communique.components.dates import find_dates
from communique.components.dates.conventions import DEFAULTS, Conventions
from communique.evaluation.dates.scorer import Read

#: What reads a text that is of a day.
System = Callable[[str, dt.date | None], Sequence[Read]]

_APART = frozenset({"duration", "set", "time"})
_TIMEX = re.compile(r'type="(\w+)" value="([^"]*)"')
#: How much of an ISO day a period that dateparser tells is worth.
_LENGTHS = {"year": 4, "month": 7}


def ours(conventions: Conventions = DEFAULTS) -> System:
    """This project's component, alone.

    ``conventions``: other ways to read what is read in more than one, as the sets do.
    """

    def read(text: str, day: dt.date | None) -> list[Read]:
        found = find_dates(text, anchor=day, conventions=conventions)
        return [Read(m.start, m.end, m.kind not in _APART, m.value) for m in found]

    return read


def dateparser() -> System:
    """``dateparser.search``, with the period that ``dateparser`` tells of each surface."""
    search = import_module("dateparser.search")
    parser: Any = import_module("dateparser.date").DateDataParser

    def read(text: str, day: dt.date | None) -> list[Read]:
        settings: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": False}
        if day is not None:
            settings["RELATIVE_BASE"] = dt.datetime.combine(day, dt.time())
        one = parser(languages=["en"], settings=settings)
        reads, at = [], 0
        for surface, moment in search.search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(surface, at)
            if start < 0:
                continue
            at = start + len(surface)
            period = one.get_date_data(surface).period or "day"
            value = moment.date().isoformat()[: _LENGTHS.get(period, 10)]
            reads.append(Read(start, at, is_date=True, value=value))
        return reads

    return read


def timexy() -> System:
    """``timexy`` in a blank spaCy pipeline; it takes no day."""
    import_module("timexy")
    nlp = import_module("spacy").blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def read(text: str, _day: dt.date | None) -> list[Read]:
        reads = []
        for span in nlp(text).ents:
            timex = _TIMEX.search(span.kb_id_)
            kind, value = timex.groups() if timex else ("", None)
            reads.append(Read(span.start_char, span.end_char, kind == "DATE", value))
        return reads

    return read


def recognizers() -> System:
    """Microsoft's recognizers-text; of an ambiguous date the first value, which is the earlier."""
    module = import_module("recognizers_date_time")
    model = module.DateTimeRecognizer(module.Culture.English).get_datetime_model()

    def read(text: str, day: dt.date | None) -> list[Read]:
        moment = None if day is None else dt.datetime.combine(day, dt.time())
        reads = []
        for found in model.parse(text, moment):
            kind = found.type_name.split(".")[-1]
            values = (found.resolution or {}).get("values") or [{}]
            is_date = kind in {"date", "daterange"}
            value = _resolved(values[0]) if is_date else values[0].get("timex")
            reads.append(Read(found.start, found.end + 1, is_date, value))
        return reads

    return read


def _resolved(value: Mapping[str, str]) -> str | None:
    """A timex that is complete, else the day or the days that it is resolved to, as finely."""
    timex = value.get("timex", "")
    if timex and "X" not in timex and not timex.startswith("("):
        return timex
    if "start" in value and "end" in value:
        if re.fullmatch(r"XXXX-\d\d", timex):
            return value["start"][:7]
        return f"{value['start']}/{value['end']}"
    return value.get("value") or timex or None


#: All systems by name; one is made when it is first asked for.
SYSTEMS: Mapping[str, Callable[[], System]] = {
    "communique": ours,
    "communique, reaching": partial(ours, Conventions(reaching=True)),
    "communique, all conventions": partial(
        ours,
        Conventions(
            reaching=True,
            counting="days",
            weekdays="weeks",
            month_weeks="calendar",
            bare_units=True,
        ),
    ),
    "dateparser": dateparser,
    "timexy": timexy,
    "recognizers-text": recognizers,
}
