"""When an event was, as the sentence around it says."""

from __future__ import annotations

import datetime as dt
import re

from communique.components.agreements.events import Event
from communique.components.agreements.reading import Entity, Reading, Sentence

#: The length of an ISO day.
DAY = len("2024-05-07")
_POINT_IN_TIME = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_TIME = re.compile(r"(?:\d{4}|XXXX)(?:-(?:\d\d(?:-\d\d)?|W\d\d|[QH]\d|SP|SU|FA|WI))?")
_STAY = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
#: The last months of quarters, halves and seasons.
_LAST_MONTHS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12} | {
    "SP": 5,
    "SU": 8,
    "FA": 11,
    "WI": 12,
}
#: Days before the release from which an instrument is an older one.
OLDER = 12
#: Days before the release from which an instrument is an older one beside no other that is news.
LONG_AGO = 135
#: What a date before a passive yields to one behind it: "signed in 2015, was extended on 3 May".
_BEFORE_PASSIVE = 6


def event_date(reading: Reading, event: Event, sentence: Sentence) -> Entity | None:
    """Return the date of an event in its sentence: the nearest, not across another clause."""
    best: tuple[int, Entity] | None = None
    for entity in reading.entities_in(sentence.first, sentence.last):
        if not is_time(entity):
            continue
        told_apart = event.voice == "participle" and not event.finite
        if told_apart and not event.last <= entity.first <= event.last + 30:
            continue
        if _in_dateline(reading, entity, event, sentence):
            continue
        between = (
            (entity.last, event.first) if entity.last <= event.first else (event.last, entity.first)
        )
        words = reading.lowers[between[0] : between[1]]
        if words.count("“") != words.count("”"):
            continue
        distance = len(words) + 20 * words.count(";")
        if event.voice == "passive" and entity.last <= event.first:
            distance += _BEFORE_PASSIVE
        if {"since", "until", "by", "than", "before"} & set(
            reading.lowers[max(0, entity.first - 1) : entity.first]
        ):
            continue
        if {"that", "which", "who", "where"} & set(words) and entity.first >= event.last:
            continue
        if {"that", "which", "who", "when", "where"} & set(words):
            # "became partners on Friday, when A and B signed the MoU"
            then = [w for w in words[:2] if w != ","][:1] == ["when"]
            distance = 2 if then and entity.last <= event.first else distance + 30
        if best is None or distance < best[0]:
            best = (distance, entity)
    return best[1] if best is not None and best[0] < 60 else None


def is_point(entity: Entity) -> bool:
    """Tell whether a name is a date with a day, a month or a year, not a range or a quarter."""
    return entity.kind == "date" and bool(entity.value and _POINT_IN_TIME.fullmatch(entity.value))


def is_time(entity: Entity) -> bool:
    """Tell whether a name is a date of any length: a day, a week, a quarter, a season, a year."""
    return entity.kind == "date" and bool(entity.value and _TIME.fullmatch(entity.value))


def is_stay(entity: Entity) -> bool:
    """Tell whether a name is some days on end: "from 4 to 6 July"."""
    return entity.kind == "date" and bool(entity.value and _STAY.fullmatch(entity.value))


def _in_dateline(reading: Reading, entity: Entity, event: Event, sentence: Sentence) -> bool:
    """Whether a date opens the sentence as a dateline: "TOKYO, 3 May 2023 –"."""
    if entity.last > event.first or entity.first - sentence.first > 12:
        return False
    after = reading.texts[entity.last : entity.last + 5]
    colon = after[:1] == [":"] and reading.lowers[entity.first - 1] != "on"
    return colon or (bool(after) and after[0] in {"-", "–", "—", "/", "(", ")"})


def is_older(date: Entity | None, publish_date: str | None, days: int = OLDER) -> bool:
    """Tell whether a date lies more than ``days`` before the release, as far as it says."""
    value = (date.value or "").split("/")[-1] if date is not None else ""
    if not value or not publish_date or value.startswith("X"):
        return False
    year, part = int(value[:4]), value[5:]
    if not part:
        return value < publish_date[:4]
    if part[0] == "W":
        made = dt.date.fromisocalendar(year, int(part[1:]), 7)
    else:
        month = _LAST_MONTHS.get(part) or int(part[:2])
        day = int(part[3:] or 28) if part[0].isdigit() else 28
        made = dt.date(year, month, min(day, 28))
    return (dt.date.fromisoformat(publish_date) - made).days > days
