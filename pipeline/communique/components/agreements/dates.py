"""When an instrument was made, or is planned for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.datelines import behind_dateline
from communique.components.agreements.event_dates import (
    DAY,
    LONG_AGO,
    OLDER,
    event_date,
    is_older,
    is_point,
    is_stay,
    is_time,
)
from communique.components.agreements.events import Event
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.provenance import Told
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.slots import is_the_release, status_of
from communique.components.agreements.speakers import LEAD

#: Acts after the signing, whose day stands for it only where no other is told.
_LATER = frozenset({"ratify", "accede", "ratification"})
#: How many sentences before a signing the day of its occasion may stand.
_DAY_REACH = 6
_FULL_STOPS = frozenset({".", "”", '"', "!", ")"})
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
    status = status_of(instrument)
    signed = status == "signed"
    for number, mention in enumerate(instrument.mentions):
        if mention.year is not None:
            dated.append((3, number, mention.year, "year-in-name"))
        if mention.made_date is not None:
            dated.append((int(status == "renewed"), number, mention.made_date, "participle-behind"))
        since = _since(reading, mention)
        if since is not None:
            dated.append((2, number, since, "since"))
        if mention.event is None or not _tells_when_made(mention.event):
            continue
        date = event_date(reading, mention.event, mention.told_in)
        if date is not None and (not signed or mention.event.verb.status == "signed"):
            makes = mention.event.verb.status == "signed" and mention.event.verb.lemma not in _LATER
            if status == "renewed":
                makes = mention.event.verb.status == "renewed"
            weight = 0 if makes else 1
            dated.append((weight, -len(date.value or ""), date, "beside-verb"))
    if status == "planned":
        dated = [d for d in dated if d[3] != "beside-verb"]
    if dated:
        *_, date, rule = min(dated, key=lambda d: (d[0], d[1]))
        return Told(date, rule, date)
    if status == "planned":
        date = _planned_date(reading, instrument, publish_date)
        return Told(date, "planned-for", date) if date is not None else None
    if is_the_release(instrument):
        date = _own_date(reading, publish_date) or _day_signed(reading, instrument)
        return Told(date, "date-of-release", date) if date is not None else None
    if status not in {"signed", "renewed"}:
        return None
    paragraphs = {
        m.told_in.paragraph
        for m in instrument.mentions
        if m.event is not None and m.event.status in {"signed", "renewed"}
    } | {s.paragraph for s in instrument.signed_in}
    for event, sentence in paragraph_events:
        if sentence.paragraph in paragraphs and not event.planned:
            date = event_date(reading, event, sentence)
            own = sentence in instrument.signed_in or any(
                m.event == event for m in instrument.mentions
            )
            late = is_older(date, publish_date, LONG_AGO if signed else OLDER)
            if date is not None and ((signed and own) or not late):
                return Told(date, "beside-signing", date)
    date = _day_before(reading, instrument)
    if date is not None:
        return Told(date, "sentence-before", date)
    date = _day_of_occasion(reading, instrument, publish_date)
    return Told(date, "day-before", date) if date is not None else None


def on_same_occasion(reading: Reading, instrument: Instrument, *, said: bool = False) -> bool:
    """Tell whether it was made when what is news was: "At the same ceremony A and B signed".

    With ``said`` only where the words say so, not where A and B "also signed".
    """
    for mention in instrument.mentions:
        event, sentence = mention.event, mention.told_in
        if event is None or event.status not in {"signed", "renewed"} or not event.finite:
            continue
        before = reading.lowers[sentence.first : event.first]
        also = before[-1:] == ["also"] or tuple(before[:3]) == ("in", "addition", "to")
        if also and not said:
            return True
        low = max(0, sentence.index - _DAY_REACH)
        for other in reversed(reading.sentences[low : sentence.index + 1]):
            if other.paragraph != sentence.paragraph:
                break
            opening = reading.lowers[other.first : other.first + 6]
            if (
                opening[:1] in (["on"], ["at"], ["during"])
                and any(
                    a in {"same", "this", "the"} and b in lexicon.word_class("occasions_same")
                    for a, b in pairwise(opening)
                )
                and (other == sentence or "same" in opening)
            ):
                return True
    return False


def _day_signed(reading: Reading, instrument: Instrument) -> Entity | None:
    """Return the day above the signatures: "Done at Lima on 3 May 2024"."""
    days = [d for s in instrument.signed_in for d in _days_in(reading, s.first, s.last).values()]
    return days[0] if days else None


def _own_date(reading: Reading, publish_date: str | None) -> Entity | None:
    """Return where the lead tells the day of publication."""
    if publish_date is None:
        return None
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
            told = entity.value not in {publish_date, "XXXX"}  # "later this year" of no year
            if is_time(entity) and ahead and told:
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
        days = _days_in(reading, before.first, before.last)
        if len(days) == 1:
            return next(iter(days.values()))
    return None


def _day_of_occasion(
    reading: Reading, instrument: Instrument, publish_date: str | None
) -> Entity | None:
    """Return the day told last before a signing that is news: "At the end of the meeting …".

    No day but the only one of its sentence is taken, none of a dateline, none long before the release
    and none behind it.
    """
    for mention in instrument.mentions:
        event, sentence = mention.event, mention.told_in
        if event is None or event.status not in {"signed", "renewed"} or sentence.headline:
            continue
        occasion = _on_an_occasion(reading, sentence.first, event)
        for before in reversed(
            reading.sentences[max(0, sentence.index - _DAY_REACH) : sentence.index]
        ):
            if before.headline or reading.texts[before.last - 1] not in _FULL_STOPS:
                continue
            first = behind_dateline(reading, before.first, before.last)
            days = _days_in(reading, first, before.last)
            if occasion and not days:
                stays = reading.entities_in(first, before.last)
                days = {e.value: e for e in stays if is_stay(e)}
            if days:
                met = lexicon.word_class("meeting_verbs")
                if not occasion and not met & set(reading.lowers[before.first : before.last]):
                    return None
                (day, *more) = days.values()
                late = publish_date is not None and (day.value or "") > publish_date
                late = late or is_older(day, publish_date) or (day.value or "X")[0] == "X"
                return None if more or late else day
    return None


def _on_an_occasion(reading: Reading, first: int, event: Event) -> bool:
    """Whether something is signed where people met as told before: "At the end of the meeting"."""
    before = reading.lowers[first : event.first]
    met = lexicon.word_class("gathering_nouns")
    return event.verb.reach == "makes" and any(
        word in met and {"the", "this", "their"} & set(before[max(0, n - 4) : n])
        for n, word in enumerate(before)
    )


def _days_in(reading: Reading, first: int, last: int) -> dict[str | None, Entity]:
    """Return the days among the words ``[first, last)``, but for those in brackets."""
    return {
        e.value: e
        for e in reading.entities_in(first, last)
        if is_point(e)
        and len(e.value or "") == DAY
        and reading.texts[e.first - 1 : e.first] != ["("]
    }


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
