"""Where a sentence goes on behind its dateline."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.reading import Reading

#: How many words a dateline may have.
_DATELINE_REACH = 28


def behind_dateline(reading: Reading, start: int, stop: int) -> int:
    """Return where a sentence goes on behind a dateline: "LIMA, Peru, 3 May (AB) -- …", "(3 May, Lima) …"."""
    if reading.texts[start : start + 1] == ["("]:
        close = next((i for i in range(start, stop) if reading.texts[i] == ")"), stop)
        named = reading.entities_in(start + 1, close)
        if close - start < _DATELINE_REACH and named and named[0].kind in {"date", "place"}:
            return min(close + 1, stop)
    place = reading.entity_of[start] if start < stop else None
    if place is not None and place.kind == "place" and place.last < stop:
        date = reading.entity_of[place.last]
        if date is not None and date.kind == "date" and date.last < stop:
            mark = reading.texts[date.last] in {"–", "—", "-", ":", "."}
            return date.last + mark  # "LIMA 3.5.2024 A Corp has …"
    for at in range(start + 1, min(stop, start + _DATELINE_REACH)):
        if reading.texts[at] in {"–", "—", "-"} or reading.texts[at : at + 2] == ["-", "-"]:
            named = reading.entities_in(start, at)
            told = any(e.kind in {"date", "place"} for e in named)
            if reading.texts[at] == "-" != reading.texts[at + 1]:
                # between names a hyphen may join them: "Peru - Oman talks"
                shouted = all(t.isupper() for t in reading.texts[start:at] if t.isalpha())
                shouted = shouted and not reading.texts[at + 1].isupper()
                opened = _opens_clause(reading, at + 1)  # "Lima - On 3 May, A and B signed"
                told = told and (shouted or opened or any(e.kind == "date" for e in named))
            if told and not any(e.kind == "person" for e in named) and not reading.joined(at):
                return at + 1
            if told and reading.texts[at : at + 2] == ["-", "-"]:
                return at + 2
    return start


def _opens_clause(reading: Reading, at: int) -> bool:
    """Whether a clause begins at ``at`` that is no name: "On", "Today", with a capital."""
    opening = reading.lowers[at] in lexicon.word_class("clause_openers")
    return opening and reading.texts[at].istitle()
