"""From the instruments of a document to its agreements, every slot filled."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from communique.components.agreements import lexicon
from communique.components.agreements.attendance import assign_witnesses, is_signing
from communique.components.agreements.dates import date_of, on_same_occasion
from communique.components.agreements.event_dates import LONG_AGO, is_older
from communique.components.agreements.events import Event
from communique.components.agreements.finding import find_mentions
from communique.components.agreements.grouping import group
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.naming import mentions_of, name_of
from communique.components.agreements.offices import Offices
from communique.components.agreements.parties import told_parties
from communique.components.agreements.passives import event_behind
from communique.components.agreements.places import PartyPlaces
from communique.components.agreements.presence import presences
from communique.components.agreements.provenance import Told, reason, signatory_reason
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.sides import Sides
from communique.components.agreements.signature_blocks import signature_block
from communique.components.agreements.signing import Signed, signatories, signed_apart
from communique.components.agreements.slots import (
    amounts_of,
    is_the_release,
    place_of,
    status_of,
    told_status,
    told_type,
)
from communique.components.agreements.speakers import LEAD
from communique.components.agreements.terms import term_of
from communique.components.agreements.types import (
    Agreement,
    AgreementDate,
    AgreementTerm,
    Signatory,
)
from communique.components.mentions import Mention
from communique.components.reasons import Reason

#: How many sentences after a signing "A signed for B" may stand.
_ALONE_REACH = 4
#: How many sentences after an instrument a list of its parties may stand.
_TOLD_REACH = 2


def find_agreements(doc: Doc) -> tuple[tuple[Agreement, ...], tuple[object, ...]]:
    """Return the agreements of a document and its organizations, with the places among them."""
    reading = Reading(doc)
    instruments = [i for i in group(find_mentions(reading)) if _worth_telling(i)]
    if not instruments:
        return (), tuple(doc._.organizations)
    _tell_parties(reading, instruments)
    places = PartyPlaces(reading, doc._.organizations)
    assembly = _Assembly(doc, reading, instruments, places)
    found = tuple(assembly.agreement(i, f"a{n}") for n, i in enumerate(instruments, 1))
    return found, places.organizations()


def _tell_parties(reading: Reading, instruments: Sequence[Instrument]) -> None:
    """Give lists of parties to the instrument spoken of last before them."""
    for at, members in told_parties(reading):
        before = [
            (m.phrase.head, n)
            for n, i in enumerate(instruments)
            for m in i.mentions
            if m.phrase.head < at
            and reading.sentence_at(at).index - m.phrase.sentence.index <= _TOLD_REACH
        ]
        if before:
            instruments[max(before)[1]].told += members


def _leads(instrument: Instrument) -> bool:
    """Whether a headline or the first sentences of the body speak of it."""
    return any(
        m.phrase.sentence.headline or m.phrase.sentence.index < LEAD for m in instrument.mentions
    )


def _only_qualified(instrument: Instrument) -> bool:
    """Whether nothing but "an agreement signed in 2019" says that it was signed."""
    made = [m.event for m in instrument.mentions if m.event and m.event.verb.status == "signed"]
    return not instrument.signed_in and all(event.voice == "participle" for event in made)


def _worth_telling(instrument: Instrument) -> bool:
    return any(m.introduces for m in instrument.mentions) and not _is_a_rule(instrument)


def _is_a_rule(instrument: Instrument) -> bool:
    """Whether it is a set of rules that one body brings out: "launched a Dispute Protocol"."""
    launched = any(
        m.event is not None and m.event.verb.lemma in lexicon.word_class("bringing_out")
        for m in instrument.mentions
    )
    rules = all(
        m.phrase.noun.lemma in lexicon.word_class("rule_nouns") for m in instrument.mentions
    )
    return launched and rules and len(instrument.names()) < 2


class _Assembly:
    """What the slots of all instruments of one document are read from."""

    def __init__(
        self, doc: Doc, reading: Reading, instruments: Sequence[Instrument], places: PartyPlaces
    ) -> None:
        self.reading = reading
        self.places = places
        self.offices = Offices(doc._.titles, places)
        self.sides = Sides(doc, reading, places, self.offices)
        self.events = [
            (m.event, m.told_in)
            for i in instruments
            for m in i.mentions
            if m.event is not None and m.event.verb.status == "signed"
        ]
        # for each instrument, who signed it and why that is said
        self.signed: dict[int, dict[str, Reason]] = {
            n: self._signed(i) for n, i in enumerate(instruments)
        }
        self._sign_apart(instruments)
        self._sign_below(instruments)
        self.sides.know(instruments)
        self.publish_date: str | None = doc._.publish_date
        self.news = self.sides.news = self._news(instruments)
        self.news_date: Told[Entity] | None = None
        if self.news is not None:
            self.news_date = date_of(self.reading, self.news, self.events, self.publish_date)
            signed = self.signed[next(n for n, i in enumerate(instruments) if i is self.news)]
            self.sides.news_parties = tuple(self.sides.parties(self.news, signed))
        older = {n for n, i in enumerate(instruments) if self._is_older(i)}
        self.witnesses = assign_witnesses(instruments, presences(reading), older)
        self.number = {id(i): n for n, i in enumerate(instruments)}

    def agreement(self, instrument: Instrument, identifier: str) -> Agreement:
        """Return the value of one instrument."""
        number = self.number[id(instrument)]
        signed = self.signed[number]
        parties = self.sides.parties(instrument, signed)
        kind = told_type(instrument, self.sides.kinds_of(parties))
        date = date_of(self.reading, instrument, self.events, self.publish_date)
        beside = instrument is not self.news and on_same_occasion(self.reading, instrument)
        if date is None and beside:
            date = self.news_date
        place = place_of(self.reading, instrument)
        status = told_status(instrument)
        if status.value == "signed" and instrument is not self.news and date is not None:
            recalled = not _leads(instrument) or _only_qualified(instrument)
            recalled = recalled and self._is_recalled(date.value)
            besides = self.news is not None and is_older(date.value, self.publish_date, LONG_AGO)
            if recalled or besides:
                forced = next((m for m in instrument.mentions if m.came_into_force), None)
                status = Told("referenced", "older-date", date.value)
                if forced is not None:
                    status = Told("in_force", "in-force-words", forced)
        sentences = {m.phrase.sentence for m in instrument.mentions if m.introduces or m.event}
        sentences |= {m.told_in for m in instrument.mentions if m.opening is not None}
        sentences |= {p.sentence for p in self.witnesses[number]}
        witnesses = self._witnesses(number)
        same = beside and on_same_occasion(self.reading, instrument, said=True)
        if same and not witnesses and self.news is not None:
            there = self._witnesses(self.number[id(self.news)])
            witnesses = {p: why for p, why in there.items() if p not in signed}
        mentions = mentions_of(self.reading, instrument)
        term = term_of(self.reading, instrument)
        slots = (
            ("type", kind),
            ("status", status),
            ("date", date),
            ("place", place),
            ("term", term),
        )
        return Agreement(
            id=identifier,
            name=name_of(self.reading, instrument),
            type=kind.value,
            status=status.value,
            mentions=mentions,
            date=None
            if date is None or date.value.value is None
            else AgreementDate(date.value.value, date.value.start, date.value.end),
            place=place.value if place else None,
            term=AgreementTerm(str(term.value.value), term.value.start, term.value.end)
            if term
            else None,
            parties=tuple(parties),
            signatories=tuple(Signatory(p, self.offices.on_behalf_of(p, parties)) for p in signed),
            witnesses=tuple(witnesses),
            amounts=tuple(
                Mention(e.start, e.end, e.text) for e in amounts_of(self.reading, instrument)
            ),
            evidence=tuple(
                (self.reading.words[s.first].start, self.reading.words[s.last - 1].end)
                for s in sorted(sentences, key=lambda s: s.index)
            ),
            reasons=(
                *(
                    reason(self.reading, slot, t.rule, t.place)
                    for slot, t in slots
                    if t is not None
                ),
                *parties.values(),
                *signed.values(),
                *witnesses.values(),
            ),
        )

    def _is_older(self, instrument: Instrument) -> bool:
        date = date_of(self.reading, instrument, self.events, self.publish_date)
        older = date is not None and is_older(date.value, self.publish_date, LONG_AGO)
        return older and status_of(instrument) != "renewed"

    def _is_recalled(self, date: Entity) -> bool:
        """Whether the date makes an instrument an older one: sooner beside one that is news."""
        if self.news is None:
            return is_older(date, self.publish_date, LONG_AGO)
        return is_older(date, self.publish_date)

    def _witnesses(self, number: int) -> dict[str, Reason]:
        """Return the witnesses of an instrument, each with the sentence that says so."""
        found: dict[str, Reason] = {}
        for presence in self.witnesses[number]:
            start = self.reading.words[presence.sentence.first].start
            end = self.reading.words[presence.sentence.last - 1].end
            for person in presence.people:
                if person.ref is not None and person.ref not in self.signed[number]:
                    told = Reason("witness", "presence", start, end, person.ref)
                    found.setdefault(person.ref, told)
        return found

    def _signed(self, instrument: Instrument) -> dict[str, Reason]:
        found: dict[str, Reason] = {}
        for mention in instrument.mentions:
            event, phrase = mention.event, mention.phrase
            told = [(event, mention.told_in)]
            if event is not None and event.voice == "noun" and event.verb.status == "renewed":
                # "The extension of the MoU was signed by A"
                told.append((event_behind(self.reading, phrase, phrase.sentence.last), told[0][1]))
            if mention.opening is not None and mention.behind is not None:
                told.insert(0, (mention.behind, phrase.sentence))  # its own "signed by A"
            for happened, sentence in told:
                if happened is None or sentence.headline or (mention.opening and found):
                    continue
                for entity in signatories(self.reading, happened, sentence, phrase.end):
                    if entity.ref is not None:
                        why = signatory_reason(self.reading, happened, entity)
                        found.setdefault(entity.ref, why)
        return found

    def _news(self, instruments: Sequence[Instrument]) -> Instrument | None:
        """Return the instrument that the release is about: one made, and made lately.

        It is told at the head of the release, or it is the first of which a late day is told.
        """
        lately = []
        for instrument in instruments:
            if status_of(instrument) in {"signed", "announced", "renewed"}:
                date = date_of(self.reading, instrument, self.events, self.publish_date)
                if is_older(date.value if date else None, self.publish_date):
                    continue
                if _leads(instrument):
                    return instrument
                if (
                    date is not None
                    and self.publish_date
                    and any(map(is_signing, instrument.mentions))
                ):
                    lately.append(instrument)
        return next(iter(lately), None)

    def _sign_apart(self, instruments: Sequence[Instrument]) -> None:
        """Give "A signed for B" to the instrument whose signing, or name, stands last before it."""
        for signed in signed_apart(self.reading):
            number = self._spoken_of(signed.sentence, instruments)
            if number is None:
                continue
            self._take(signed, number, instruments[number])

    def _sign_below(self, instruments: Sequence[Instrument]) -> None:
        """Give the signatures at the end of a text to what it is, else to the only one that it tells as made."""
        block = signature_block(self.reading)
        if block is None:
            return
        made = [n for n, i in enumerate(instruments) if status_of(i) in {"signed", "announced"}]
        own = [n for n, i in enumerate(instruments) if is_the_release(i)] or made
        if len(own) != 1:
            return
        instrument = instruments[own[0]]
        instrument.alone = is_the_release(instrument)  # whoever signs a joint statement makes it
        self._take(block, own[0], instrument)

    def _take(self, signed: Signed, number: int, instrument: Instrument) -> None:
        """Give an instrument the people who put their names under it, and whom they signed for."""
        for person in signed.people:
            if person.ref:
                told = Reason("signatory", "signed-apart", person.start, person.end, person.ref)
                self.signed[number].setdefault(person.ref, told)
        instrument.signed_in.append(signed.sentence)
        if instrument.alone or len(instrument.told) + len(instrument.names()) < 2:
            instrument.told += signed.bodies
        event = Event(Verb("sign", "signed", "makes"), "active", signed.first, signed.first + 1)
        self.events.append((event, signed.sentence))

    def _spoken_of(self, sentence: Sentence, instruments: Sequence[Instrument]) -> int | None:
        """Return the instrument that was made last before a sentence, None where it is far."""
        near = "it" in self.reading.lowers[sentence.first : sentence.first + 2]
        last = [
            (m.phrase.sentence.index, m.phrase.head, -n)
            for n, i in enumerate(instruments)
            for m in i.mentions
            if 0 <= sentence.index - m.phrase.sentence.index <= _ALONE_REACH
            and (is_signing(m) or (m.introduces and (near or status_of(i) == "signed")))
        ]
        return -max(last)[2] if last else None
