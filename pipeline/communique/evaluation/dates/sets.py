"""The texts that systems are measured on, with the expressions marked in them.

Three kinds are read. A JSON Lines file of TIMEX3: ``id``, ``dct`` (the day of the document, or
null), ``text``, ``timex`` (rows of start, end, type, value; half-open characters). A JSON Lines
file of recognizers' cases: ``id``, ``input``, ``reference``, ``results`` (``start``, ``end``,
``type``, ``values``). A folder of gold annotations (see :mod:`communique.evaluation.gold`).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.evaluation.dates.values import cases_of, plain
from communique.evaluation.gold import GoldDate, read_gold

#: The end of values such as PRESENT_REF.
VAGUE = "_REF"
#: Types whose values are places in the calendar.
DATES = frozenset({"DATE", "RANGE", "UNCERTAIN", "date", "daterange"})


@dataclass(frozen=True)
class Marked:
    """An expression marked in a text: half-open characters, and each value that is right.

    ``type`` is what the set calls it.
    """

    start: int
    end: int
    is_date: bool
    values: frozenset[str]
    type: str = "date"


@dataclass(frozen=True)
class Text:
    """A text to be read, the day it is of (None where nobody says), and what is marked in it."""

    name: str
    text: str
    day: dt.date | None
    marked: tuple[Marked, ...]


def read_set(path: Path) -> list[Text]:
    """Read a set of texts; raises ``ValueError`` naming the line that is in neither form."""
    if path.is_dir():
        return list(_gold(path))
    texts = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            texts.append(_case(row) if "input" in row else _timex(row))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}:{number}: {error!r}") from error
    return texts


def marks_vague(texts: Iterable[Text]) -> bool:
    """Whether a set marks vague references ("now"); where it doesn't, found ones are not scored."""
    return any(v.endswith(VAGUE) for text in texts for m in text.marked for v in m.values)


def _day(value: str | None) -> dt.date | None:
    """The day of a text; None where its month alone is known."""
    return None if value is None or len(value) < 10 else dt.date.fromisoformat(value[:10])


def _timex(row: dict[str, Any]) -> Text:
    marked = (
        Marked(start, end, kind in DATES, frozenset({plain(value)}), kind)
        for start, end, kind, value in row["timex"]
    )
    return Text(row["id"], row["text"], _day(row["dct"]), tuple(marked))


def _case(row: dict[str, Any]) -> Text:
    marked = (
        Marked(
            found["start"],
            found["end"],
            found["type"] in DATES,
            cases_of(found["values"]),
            found["type"],
        )
        for found in row["results"]
    )
    return Text(row["id"], row["input"], _day(row["reference"]), tuple(marked))


def _gold(folder: Path) -> Iterator[Text]:
    for path, release in read_gold(folder):
        if path.suffix == ".txt":
            text = path.read_text(encoding="utf-8")
            marked = tuple(_placed(text, release.dates))
            yield Text(release.id, text, _day(release.publish_date), marked)


def _placed(text: str, dates: Iterable[GoldDate]) -> Iterator[Marked]:
    """Gold dates stand in the order of the text; one that is not found behind the last is left out.

    Vague references are not scored, as in :mod:`communique.evaluation.scoring`.
    """
    at = 0
    for date in dates:
        start = text.find(date.text, at)
        if start >= 0:
            at = start + len(date.text)
        if start >= 0 and not date.value.endswith(VAGUE):
            yield Marked(start, at, is_date=True, values=frozenset({plain(date.value)}))
