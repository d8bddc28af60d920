"""From the instruments of a document to its agreements, every slot filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc

from communique.components.agreements import lexicon
from communique.components.agreements.attendance import assign_witnesses, is_signing
from communique.components.agreements.event_dates import is_older
from communique.components.agreements.events import Event
from communique.components.agreements.finding import find_mentions
from communique.components.agreements.grouping import group
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.namelists import modifies, owns, pair_before, pair_in_sentence
from communique.components.agreements.parties import told_parties
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.places import PartyPlaces
from communique.components.agreements.presence import presences
from communique.components.agreements.provenance import (
    Place,
    Told,
    party_rule,
    reason,
    signatory_reason,
)
from communique.components.agreements.reading import Reading, Sentence
from communique.components.agreements.signing import signatories, signed_apart
from communique.components.agreements.slots import (
    amounts_of,
    date_of,
    place_of,
    status_of,
    told_status,
    told_type,
)
from communique.components.agreements.types import Agreement, AgreementDate, Signatory
from communique.components.agreements.words import Word
from communique.components.mentions import Mention, OrganizationType
from communique.components.reasons import Reason

#: How many sentences after a signing "A signed for B" may stand.
_ALONE_REACH = 4
#: Sentences, headlines among them, that open a release.
_LEAD = 6
#: Mentions from which the body named most is taken for the one that speaks.
_SPEAKER_MENTIONS = 3
#: How many sentences after an instrument a list of its parties may stand.
_TOLD_REACH = 2


def find_agreements(doc: Doc) -> tuple[tuple[Agreement, ...], tuple[object, ...]]:
    """Return the agreements of a document and its organizations, with the places among them."""
    reading = Reading(doc)
    instruments = [i for i in group(find_mentions(reading)) if _worth_telling(i)]
    _tell_parties(reading, instruments)
    places = PartyPlaces(reading, doc._.organizations)
    if not instruments:
        return (), tuple(doc._.organizations)
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
        m.phrase.sentence.headline or m.phrase.sentence.index < _LEAD for m in instrument.mentions
    )


def _worth_telling(instrument: Instrument) -> bool:
    return any(m.introduces for m in instrument.mentions)


class _Assembly:
    """What the slots of all instruments of one document are read from."""

    def __init__(
        self, doc: Doc, reading: Reading, instruments: Sequence[Instrument], places: PartyPlaces
    ) -> None:
        self.reading = reading
        self.places = places
        self.organization_types = {o.id: o.type for o in doc._.organizations}
        self.offices: dict[str, list[tuple[str | None, str | None]]] = {}
        for title in doc._.titles:
            if title.when == "current":
                office = (title.organization, title.organization_name)
                self.offices.setdefault(title.person, []).append(office)
        self.events = [
            (m.event, m.phrase.sentence)
            for i in instruments
            for m in i.mentions
            if m.event is not None and m.event.verb.status == "signed"
        ]
        # for each instrument, who signed it and why that is said
        self.signed: dict[int, dict[str, Reason]] = {
            n: self._signed(i) for n, i in enumerate(instruments)
        }
        self._sign_apart(instruments)
        self.publish_date: str | None = doc._.publish_date
        self.news = self._news(instruments)
        self.witnesses = assign_witnesses(instruments, presences(reading))
        self.number = {id(i): n for n, i in enumerate(instruments)}

    def agreement(self, instrument: Instrument, identifier: str) -> Agreement:
        """Return the value of one instrument."""
        number = self.number[id(instrument)]
        signed = self.signed[number]
        parties = self._parties(instrument, signed)
        kinds = [self._kind(p) for p in parties]
        kind = told_type(instrument, kinds)
        date = date_of(self.reading, instrument, self.events)
        place = place_of(self.reading, instrument)
        status = told_status(instrument)
        if status.value == "signed" and self.news and instrument is not self.news:
            recalled = is_older(date.value if date else None, self.publish_date)
            if date and recalled and not _leads(instrument):
                status = Told("referenced", "older-date", date.value)
        sentences = {m.phrase.sentence for m in instrument.mentions if m.introduces or m.event}
        sentences |= {p.sentence for p in self.witnesses[number]}
        witnesses = self._witnesses(number)
        mentions = self._mentions(instrument)
        slots = (("type", kind), ("status", status), ("date", date), ("place", place))
        return Agreement(
            id=identifier,
            name=self._name(instrument),
            type=kind.value,
            status=status.value,
            mentions=mentions,
            date=None
            if date is None or date.value.value is None
            else AgreementDate(date.value.value, date.value.start, date.value.end),
            place=place.value if place else None,
            parties=tuple(parties),
            signatories=tuple(Signatory(p, self._on_behalf_of(p, parties)) for p in signed),
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

    def _kind(self, party: str) -> OrganizationType:
        """Return what a party is; ``place`` for a state alone, a city is ``other``."""
        kind: OrganizationType = self.organization_types.get(party, "place")
        if kind == "place" and not self.places.is_state(party):
            return "other"
        return kind

    def _mentions(self, instrument: Instrument) -> tuple[Mention, ...]:
        words, text = self.reading.words, self.reading.text
        found: dict[tuple[int, int], Mention] = {}
        for mention in instrument.mentions:
            phrase = mention.phrase
            start, end = words[phrase.first].start, words[phrase.last - 1].end
            found[start, end] = Mention(start, end, text[start:end])
        for word in self._short_forms(instrument):
            found[word.start, word.end] = Mention(word.start, word.end, word.text)
        return tuple(found[key] for key in sorted(found))

    def _short_forms(self, instrument: Instrument) -> list[Word]:
        """Return where a defined short form stands by itself: "ACTA will come into force"."""
        if not instrument.aliases:
            return []
        reading = self.reading
        nouns = lexicon.nouns()
        taken = {
            i
            for m in instrument.mentions
            for i in range(m.phrase.first, max(m.phrase.last, m.phrase.name_last))
        }
        return [
            word
            for i, word in enumerate(reading.words)
            if word.text in instrument.aliases
            and i not in taken
            and reading.entity_of[i] is None
            and nouns.at(reading.lowers, i, i + 1) is None
        ]

    def _name(self, instrument: Instrument) -> str:
        phrase = instrument.main.phrase
        end = phrase.name_last
        if phrase.bare or (phrase.noun.plural and not phrase.topic):
            end = max(end, _with_end(self.reading, phrase))
        return " ".join(self.reading.surface(phrase.first, end).split())

    def _parties(self, instrument: Instrument, signed: Mapping[str, Reason]) -> dict[str, Reason]:
        """Return the parties in order, each with why it is one."""
        found: dict[str, Reason] = {}

        def take(party: str, rule: str, place: Place) -> None:
            found.setdefault(party, reason(self.reading, "party", rule, place, party))

        for entity in instrument.told:
            take(self.places.id_of(entity), "told-apart", entity)
        if instrument.alone:
            return found
        for mention in instrument.mentions:
            for entity in mention.parties:
                take(self.places.id_of(entity), party_rule(mention, entity), entity)
        if len(found) < 2:
            for mention in instrument.mentions:
                for entity in mention.affiliations:
                    take(self.places.id_of(entity), "body-of-signer", entity)
        if len(found) < 2:
            for person, why in signed.items():
                party = self._office(person)
                if party is not None:
                    told = Reason("party", "office-of-signatory", why.start, why.end, party)
                    found.setdefault(party, told)
        if len(found) == 1 and (speaker := self._speaker(instrument)) is not None:
            take(speaker, "body-of-the-release", instrument.main)
        grouped = next((m for m in instrument.mentions if m.group), None)
        if len(found) < 2 and grouped is not None:
            for party in self._sides(instrument, grouped):
                take(party, "both-sides", grouped)
        return found

    def _sides(self, instrument: Instrument, mention: InstrumentMention) -> list[str]:
        """Return whom "both parties" means: a pair in the sentence, those of the news, one before."""
        word = mention.phrase.start
        pair = pair_in_sentence(self.reading, word)
        if not pair and self.news is not None and self.news is not instrument:
            sides = [self.places.id_of(e) for m in self.news.mentions for e in m.parties]
            sides = list(dict.fromkeys(sides))
            if len(sides) == 2:
                return sides
        return [self.places.id_of(e) for e in pair or pair_before(self.reading, word)]

    def _speaker(self, instrument: Instrument) -> str | None:
        """Return the body whose release it is, for "our agreement with A", "the MoU with A".

        It is the body named most, and named in the lead; None where another is named as often.
        """
        main = instrument.main
        told = main.event is not None and main.event.voice == "active"
        own = main.phrase.determiner in {"our", "its"} or not told
        if not main.others or main.owners or main.phrase.proper or not own:
            return None
        named: dict[str, int] = {}
        for entity in self.reading.entities:
            if entity.kind == "organization" and entity.ref is not None:
                named[entity.ref] = named.get(entity.ref, 0) + 1
        lead = self.reading.sentences[min(_LEAD, len(self.reading.sentences)) - 1].last
        first = {e.ref for e in self.reading.entities_in(0, lead)}
        ranked = sorted(named, key=lambda ref: -named[ref])
        if not ranked or ranked[0] not in first or named[ranked[0]] < _SPEAKER_MENTIONS:
            return None
        if len(ranked) > 1 and named[ranked[1]] == named[ranked[0]]:
            return None
        return ranked[0]

    def _office(self, person: str) -> str | None:
        for organization, name in self.offices.get(person, ()):
            if organization is not None:
                return organization
            if name is not None:
                return self.places.id_of_name(name)
        return None

    def _on_behalf_of(self, person: str, parties: Collection[str]) -> str | None:
        held = [o for o, _ in self.offices.get(person, ()) if o is not None]
        return next((o for o in held if o in parties), held[0] if held else None)

    def _signed(self, instrument: Instrument) -> dict[str, Reason]:
        found: dict[str, Reason] = {}
        for mention in instrument.mentions:
            event, phrase = mention.event, mention.phrase
            if event is not None and not phrase.sentence.headline:
                for entity in signatories(self.reading, event, phrase.sentence, phrase.end):
                    if entity.ref is not None:
                        told = signatory_reason(self.reading, event, entity)
                        found.setdefault(entity.ref, told)
        return found

    def _news(self, instruments: Sequence[Instrument]) -> Instrument | None:
        """Return the instrument that the release is about: one made, and made lately."""
        for instrument in instruments:
            if status_of(instrument) in {"signed", "announced", "renewed"} and _leads(instrument):
                date = date_of(self.reading, instrument, self.events)
                if not is_older(date.value if date else None, self.publish_date):
                    return instrument
        return None

    def _sign_apart(self, instruments: Sequence[Instrument]) -> None:
        """Give "A signed for B" to the instrument whose signing, or name, stands last before it."""
        for signed in signed_apart(self.reading):
            number = self._spoken_of(signed.sentence, instruments)
            if number is None:
                continue
            for person in signed.people:
                if person.ref:
                    told = Reason("signatory", "signed-apart", person.start, person.end, person.ref)
                    self.signed[number].setdefault(person.ref, told)
            instrument = instruments[number]
            instrument.made_apart = True
            if len(instrument.told) + len(instrument.names()) < 2:
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


def _with_end(reading: Reading, phrase: Phrase) -> int:
    """Return where "MoU with A University" ends, 0 where no "with" follows."""
    if reading.lowers[phrase.end : phrase.end + 1] != ["with"]:
        return 0
    function = lexicon.word_set("function_words")
    at = phrase.end + 1
    while at < min(phrase.sentence.last, phrase.end + 9):
        entity = reading.entity_of[at]
        if entity is not None and entity.kind in {"organization", "place", "person"}:
            if not owns(reading, entity) and not modifies(reading, entity):
                return entity.last
            at = entity.last + 1
            continue
        stop = not reading.texts[at][0].isalnum() or reading.lowers[at] in function - {"the"}
        if stop or reading.lowers[at] in lexicon.word_set("finite_verbs"):
            break
        at += 1
    return at if at > phrase.end + 1 else 0
