"""When an instrument was made, or is planned for."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.agreements.event_dates import DAY, event_date, is_point, is_time
from communique.components.agreements.events import Event
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.provenance import Told
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.slots import is_the_release, status_of
from communique.components.agreements.speakers import LEAD

#: Acts after the signing, whose day stands for it only where no other is told.
_LATER = frozenset({"ratify", "accede", "ratification"})
#: How far behind a phrase "since 2016" may stand.
_SINCE_REACH = 16


def date_of(
    reading: Reading,
    instrument: Instrument,
    paragraph_events: Sequence[tuple[Event, Sentence]],
    publish_date: str | None,
) -> Told[Entity] | None:
    """Return the date on which it was made: beside the verb, in its name, in the paragraph.

    Of an instrument still to come, it is the date that it is planned for.
    """
    dated: list[tuple[int, int, Entity, str]] = []
    signed = status_of(instrument) == "signed"
    for number, mention in enumerate(instrument.mentions):
        if mention.year is not None:
            dated.append((3, number, mention.year, "year-in-name"))
        if mention.made_date is not None:
            dated.append((0, number, mention.made_date, "participle-behind"))
        since = _since(reading, mention)
        if since is not None:
            dated.append((2, number, since, "since"))
        if mention.event is None or not _tells_when_made(mention.event):
            continue
        date = event_date(reading, mention.event, mention.told_in)
        if date is not None and (not signed or mention.event.verb.status == "signed"):
            makes = mention.event.verb.status == "signed" and mention.event.verb.lemma not in _LATER
            weight = 0 if makes else 1
            dated.append((weight, -len(date.value or ""), date, "beside-verb"))
    if dated:
        *_, date, rule = min(dated, key=lambda d: (d[0], d[1]))
        return Told(date, rule, date)
    if status_of(instrument) == "planned":
        date = _planned_date(reading, instrument, publish_date)
        return Told(date, "planned-for", date) if date is not None else None
    if is_the_release(instrument):
        date = _own_date(reading, publish_date)
        return Told(date, "date-of-release", date) if date is not None else None
    if not signed:
        return None
    paragraphs = {
        m.told_in.paragraph
        for m in instrument.mentions
        if m.event is not None and m.event.status == "signed"
    }
    for event, sentence in paragraph_events:
        if sentence.paragraph in paragraphs and not event.planned:
            date = event_date(reading, event, sentence)
            if date is not None:
                return Told(date, "beside-signing", date)
    date = _day_before(reading, instrument)
    return Told(date, "sentence-before", date) if date is not None else None


def _own_date(reading: Reading, publish_date: str | None) -> Entity | None:
    """Return where the lead tells the day of publication."""
    lead = reading.sentences[min(LEAD, len(reading.sentences)) - 1].last
    return next((e for e in reading.entities_in(0, lead) if e.value == publish_date), None)


def _tells_when_made(event: Event) -> bool:
    """Whether the date of an event is the day the instrument was made, or renewed."""
    if event.planned or event.verb.status in {"terminated", "planned"}:
        return False
    return event.verb.status != "referenced" or event.verb.dates_back


def _planned_date(
    reading: Reading, instrument: Instrument, publish_date: str | None
) -> Entity | None:
    """Return for when an instrument is planned: the first date behind the verb that is to come."""
    for mention in instrument.mentions:
        event, phrase = mention.event, mention.phrase
        if event is None or mention.status != "planned":
            continue
        for entity in reading.entities_in(min(event.first, phrase.end), phrase.sentence.last):
            ahead = publish_date is None or (entity.value or "") >= publish_date[:4]
            if is_time(entity) and ahead and entity.value != publish_date:
                return entity
        for entity in reading.entities_in(phrase.sentence.first, event.first):
            ahead = publish_date is not None and (entity.value or "") > publish_date
            if is_time(entity) and ahead:  # "will, in May, sign"
                return entity
    return None


def _day_before(reading: Reading, instrument: Instrument) -> Entity | None:
    """Return the day that the sentence before the signing names, in the same paragraph."""
    for mention in instrument.mentions:
        event, sentence = mention.event, mention.told_in
        if event is None or event.status != "signed" or sentence.headline or not sentence.index:
            continue
        before = reading.sentences[sentence.index - 1]
        if before.paragraph != sentence.paragraph:
            continue
        days = {
            e.value: e
            for e in reading.entities_in(before.first, before.last)
            if is_point(e)
            and len(e.value or "") == DAY
            and reading.texts[e.first - 1 : e.first] != ["("]
        }
        if len(days) == 1:
            return next(iter(days.values()))
    return None


def _since(reading: Reading, mention: InstrumentMention) -> Entity | None:
    """Return the date of "has been in force since 2016", "dates back to 1996"."""
    last = mention.phrase.sentence.last
    for at in range(mention.phrase.end, min(last, mention.phrase.end + _SINCE_REACH)):
        entity = reading.entity_of[at]
        if entity is not None and is_point(entity):
            before = reading.lowers[at - 1]
            return (
                entity
                if before == "since" or reading.lowers[at - 2 : at] == ["back", "to"]
                else None
            )
    return None
