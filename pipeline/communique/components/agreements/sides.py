"""The parties of an instrument: those named beside its mentions, and those that the text means.

What the mentions name comes first. Where less than two parties are named, the text may mean the
others: by the offices of those who sign, by "we" and "our", by "both sides" and "the two
countries", by "Under the agreement, A will …".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from spacy.tokens import Doc

from communique.components.agreements import lexicon
from communique.components.agreements.holdings import read_holdings, without_administrations
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.meant import follows_up, is_of_the_sides, people_beside
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.namelists import PARTY_KINDS, GroupKind
from communique.components.agreements.offices import Offices
from communique.components.agreements.organs import bodies_of_organs
from communique.components.agreements.pairs import (
    pair_before,
    pair_in_sentence,
    two_before,
    two_in_sentence,
)
from communique.components.agreements.places import PartyPlaces, is_state
from communique.components.agreements.provenance import Place, party_rule, reason
from communique.components.agreements.reading import Entity, Reading
from communique.components.agreements.slots import is_the_release
from communique.components.agreements.speakers import LEAD, issuer, speaker_of
from communique.components.agreements.states import (
    is_bilateral,
    state_of_the_sentence,
    two_states,
)
from communique.components.mentions import OrganizationType
from communique.components.reasons import Reason

#: How many letters a first word has by which a headline's short form is known for a fuller name.
_SHORT_FORM = 3
#: How far behind an instrument "replaces" may stand.
_SUCCEEDS = 8


class Sides:
    """Finds the parties of the instruments of one document."""

    def __init__(self, doc: Doc, reading: Reading, places: PartyPlaces, offices: Offices) -> None:
        self._reading = reading
        self._places = places
        self._offices = offices
        self._types: dict[str, OrganizationType] = {o.id: o.type for o in doc._.organizations}
        self._names = {o.id: o.name for o in doc._.organizations}
        self._bodies = bodies_of_organs(doc._.organizations)
        self._holdings = read_holdings(reading)
        #: What the release is about, and its parties: where they are two, "the two sides" are they.
        self._told_in: dict[int, list[tuple[InstrumentMention, Instrument]]] = {}
        self.news: Instrument | None = None
        self.news_parties: tuple[str, ...] = ()

    def know(self, instruments: Sequence[Instrument]) -> None:
        """Take in the instruments of the document, for those that take the place of others."""
        for instrument in instruments:
            for mention in instrument.mentions:
                index = mention.phrase.sentence.index
                self._told_in.setdefault(index, []).append((mention, instrument))

    def kind_of(self, party: str) -> OrganizationType:
        """Return what a party is; ``place`` for a state alone, a city is ``other``."""
        kind: OrganizationType = self._types.get(party, "place")
        if kind == "place" and not self._places.is_state(party):
            return "other"
        return kind

    def kinds_of(self, parties: Collection[str]) -> list[OrganizationType]:
        """Return what the parties are; governments are states where all parties are."""
        if parties and all(self._places.is_state(p) for p in parties):
            return ["place" for _ in parties]
        return [self.kind_of(p) for p in parties]

    def parties(self, instrument: Instrument, signed: Mapping[str, Reason]) -> dict[str, Reason]:
        """Return the parties of an instrument in order, each with why it is one.

        ``signed`` are the people who signed it, with the reasons for saying so.
        """
        found: dict[str, Reason] = {}

        def take(party: str, rule: str, place: Place) -> None:
            party = self._bodies.get(party, party)
            found.setdefault(party, reason(self._reading, "party", rule, place, party))

        for entity in instrument.told:
            take(self._places.id_of(entity), "told-apart", entity)
        if instrument.alone:
            if len(found) == 1 and (speaker := self._speaker(instrument, found)) is not None:
                take(speaker, "body-that-speaks", instrument.main)
            return found
        for mention, entity in self._named(instrument):
            take(self._places.id_of(entity), party_rule(mention, entity), entity)
        if len(found) < 2:
            for mention in instrument.mentions:
                for entity in mention.affiliations:
                    take(self._places.id_of(entity), "body-of-signer", entity)
        for mention in instrument.mentions:
            body = self._body_of_who_signs(mention)
            if body is not None and len(mention.others) > 1:
                take(body, "body-of-signer", mention.owners[0])
        if len(found) < 2:
            for person, why in signed.items():
                party = self._offices.party_of(person)
                if party is not None:
                    party = self._bodies.get(party, party)
                    told = Reason("party", "office-of-signatory", why.start, why.end, party)
                    found.setdefault(party, told)
        if len(found) < 2:
            for acting in people_beside(instrument):
                body = self._offices.party_of(acting.ref or "")
                if body is not None:
                    body = self._bodies.get(body, body)
                    why = reason(self._reading, "party", "office-of-signatory", acting, body)
                    found.setdefault(body, why)
        if len(found) == len({p for m in instrument.mentions for p in m.others}):
            for entity in state_of_the_sentence(self._reading, self._places, instrument, found):
                take(self._places.id_of(entity), "subject-of-verb", entity)
        if len(found) < 2 and (speaker := self._speaker(instrument, found)) is not None:
            take(speaker, "body-that-speaks", instrument.main)
        if len(found) < 2:
            for mention in (m for m in instrument.mentions if m.group and is_of_the_sides(m)):
                sides = self._meant(instrument, mention)
                if found.keys() <= set(sides):
                    for party in sides:
                        take(party, "both-sides", mention)
                if sides:
                    break
        if len(found) < 2:
            for mention in instrument.mentions:
                for entity in mention.bound:
                    take(self._places.id_of(entity), "acts-under-it", entity)
        if not found and (heir := self._heir(instrument)) is not None:
            inherited = [self._places.id_of(e) for _, e in self._named(heir)]
            inherited = list(self.news_parties) if heir is self.news else inherited
            for party in inherited if len(inherited) > 1 else ():
                take(party, "of-the-heir", instrument.main)
        if not found and is_the_release(instrument):
            for entity in self._who_state(instrument):
                take(self._places.id_of(entity), "inside-name", entity)
        if not found and self.news is not instrument and follows_up(instrument):
            for party in self.news_parties:
                take(party, "both-sides", instrument.main)
        if not found and self._of_the_same_states(instrument):
            for party in self.news_parties:
                take(party, "states-of-release", instrument.main)
        if not found:
            for entity in two_states(self._reading, instrument):
                take(self._places.id_of(entity), "states-of-release", entity)
        return without_administrations(found, self._names)

    def _body_of_who_signs(self, mention: InstrumentMention) -> str | None:
        """Return for whom a person signs with several: "President A of B signed pacts with C and D"."""
        event, owners = mention.event, mention.owners
        alone = len(owners) == 1 and owners[0].kind == "person"
        signs = event is not None and event.voice == "active" and event.verb.reach == "makes"
        if not (alone and signs and set(mention.links.values()) == {"with"}):
            return None
        if len(mention.hands) == 1:
            return self._places.id_of(mention.hands[0])
        return self._offices.party_of(owners[0].ref or "")

    def _heir(self, instrument: Instrument) -> Instrument | None:
        """Return what takes an older instrument's place: of "The MoU replaces the letter of 2017", the MoU."""
        for mention in instrument.mentions:
            phrase = mention.phrase
            for told, heir in self._told_in.get(phrase.sentence.index, ()):
                if heir is instrument or heir.recalled or told.phrase.end > phrase.start:
                    continue
                between = self._reading.lowers[told.phrase.end : phrase.start]
                if lexicon.word_class("succeeding") & set(between[:_SUCCEEDS]):
                    return heir
        return None

    def _who_state(self, instrument: Instrument) -> list[Entity]:
        """Return whose joint statement a release is: the two states that its lead names."""
        reading, first = self._reading, instrument.mentions[0].phrase
        lead = reading.sentences[min(LEAD, len(reading.sentences)) - 1].last
        for last in (first.sentence.last, lead):
            states: dict[str, Entity] = {}
            for entity in reading.entities_in(first.last, last):
                if entity.kind in PARTY_KINDS and self._is_of("states", entity.ref or ""):
                    party = self._places.id_of(entity) if entity.ref is None else entity.ref
                    if self._places.is_state(party):
                        states.setdefault(party, entity)
            if len(states) == 2:
                return list(states.values())
        return []

    def _of_the_same_states(self, instrument: Instrument) -> bool:
        """Whether an instrument without parties is one of the two states whose release it is."""
        phrase = instrument.main.phrase
        states = len(self.news_parties) == 2 and all(
            self._types.get(p, "place") in {"place", "government"} and self._places.is_state(p)
            for p in self.news_parties
        )
        loose = not (phrase.proper or phrase.shouted or phrase.noun.plural)
        joint = self._in_joint_statement() or phrase.noun.type == "joint_statement"
        loose = loose or (joint and is_bilateral(self._reading, phrase))
        return states and loose and self.news is not instrument and phrase.noun.type != "contract"

    def _in_joint_statement(self) -> bool:
        """Whether the release is a joint statement of two states, which speaks of what is between them."""
        return self.news is not None and is_the_release(self.news)

    def _named(self, instrument: Instrument) -> list[tuple[InstrumentMention, Entity]]:
        """Return the names of parties beside the mentions, without what only stands for one of them.

        Where the text names two bodies, the places of a headline or of the instrument's name ("the
        A-B agreement") stand for them, and so does a headline's short form, or whose part a party is.
        """
        mentions = instrument.mentions
        if any(m.parties for m in mentions if not m.phrase.noun.plural):
            # "the MoUs with A and B" sums up this one, and another
            mentions = [m for m in mentions if not (m.phrase.noun.plural and len(m.others) > 1)]
        found = [(m, e, self._places.id_of(e)) for m in mentions for e in m.parties]
        bound = [(m, e, self._places.id_of(e)) for m in mentions for e in m.bound]
        bound = [b for b in bound if self._is_body(b[2])]
        if len({p for _, _, p in bound}) > 1 and not any(m.owners for m, _, _ in found):
            found += bound
        firm = {
            party
            for m, _, party in found
            if not m.phrase.sentence.headline and (m.owners or m.others or m.bound)
        }
        bodies = [p for p in firm if self._is_body(p)]
        if self._sign_for_states(found, bodies):
            found = [f for f in found if self._is_body(f[2])]
        wholes: set[str] = set().union(*(self._holdings.get(p, ()) for p in firm))
        found = [f for f in found if f[2] in firm or f[2] not in wholes]
        return [
            (mention, entity)
            for mention, entity, party in found
            if party in firm
            or (
                not self._is_short_form(party, bodies) and (len(bodies) < 2 or self._is_body(party))
            )
        ]

    def _sign_for_states(
        self, found: Sequence[tuple[InstrumentMention, Entity, str]], bodies: Sequence[str]
    ) -> bool:
        """Whether two bodies signed an MoU that two states are said to have signed."""
        signed = [m for m, _, _ in found if m.status == "signed"]
        by_bodies = any(sum(self._is_body(p) for n, _, p in found if n is m) > 1 for m in signed)
        apart = not any(
            {self._is_body(p) for n, _, p in found if n is m} == {True, False} for m, _, _ in found
        )
        mou = bool(found) and all(m.phrase.noun.type == "mou" for m, _, _ in found)
        return len(bodies) > 1 and by_bodies and apart and mou

    def _is_body(self, party: str) -> bool:
        return self._types.get(party, "place") != "place"

    def _is_short_form(self, party: str, bodies: Sequence[str]) -> bool:
        words = self._names.get(party, "").split()
        if not words:
            return False
        return any(
            (len(words[0]) > _SHORT_FORM and other[:1] == words[:1])
            or (1 < len(words) < len(other) and set(words) <= set(other))
            for other in (self._names[b].split() for b in bodies)
        )

    def _meant(self, instrument: Instrument, mention: InstrumentMention) -> list[str]:
        """Return whom "both parties" means: a pair in the sentence, those of the news, one before."""
        word, kind = mention.phrase.start, mention.group
        pair = pair_in_sentence(self._reading, word, self._fits(kind))
        if not pair and len(self.news_parties) == 2 and self.news is not instrument:
            sides = list(self.news_parties)
            if all(self._is_of(kind, s) for s in sides):
                return sides
        if kind == "bodies":
            pair = pair or two_in_sentence(self._reading, word, self._fits(kind))
        pair = pair or pair_before(self._reading, word, self._fits(kind))
        pair = pair or two_before(self._reading, word, self._fits(kind))
        return [self._places.id_of(e) for e in pair]

    def _fits(self, kind: GroupKind | None) -> Callable[[Entity], bool]:
        def fits(entity: Entity) -> bool:
            if entity.ref is not None:
                return self._is_of(kind, entity.ref)
            return kind == "cities" or (kind != "bodies" and is_state(entity.text))

        return fits

    def _is_of(self, kind: GroupKind | None, party: str) -> bool:
        """Whether a party is one of "the two countries", "the two companies"."""
        if kind in {"states", "cities"}:
            return self._types.get(party, "place") in {"place", "government"}
        if kind == "bodies":
            return self._is_body(party)
        return True

    def _speaker(self, instrument: Instrument, found: Collection[str]) -> str | None:
        """Return whom "we signed a MoU with A" means, or whose release has "the MoU with A"."""
        for mention in instrument.mentions:
            if mention.spoken:
                speaker = speaker_of(
                    self._reading,
                    mention.phrase.sentence,
                    self._offices,
                    self._places,
                    self._bodies,
                )
                if speaker is not None and speaker not in found:
                    return speaker
        if len(found) != 1:
            return None
        main = instrument.main
        told = main.event is not None and main.event.voice == "active"
        own = main.phrase.determiner in {"our", "its"} or not told
        if not main.others or main.owners or main.phrase.proper or not own:
            return None
        return issuer(self._reading, self._bodies)
