"""Which phrases name an instrument, and what each says of it by itself.

A phrase is taken by what its noun asks for (see ``instruments.tsv``): some nouns name an instrument
wherever they stand, others only as a proper name, with parties, or as what was signed.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from communique.components.agreements import lexicon
from communique.components.agreements.event_dates import event_date
from communique.components.agreements.events import Event
from communique.components.agreements.governors import coordinated, find_event
from communique.components.agreements.namelists import groups
from communique.components.agreements.parties import beside
from communique.components.agreements.passives import event_behind
from communique.components.agreements.phrases import Phrase, find_phrases
from communique.components.agreements.reading import Entity, Reading
from communique.components.agreements.subjects import subject
from communique.components.agreements.takeovers import takeover_at
from communique.components.agreements.types import AgreementStatus

_INDEFINITE = frozenset({"a", "an"})
_VAGUE = frozenset({"any", "no", "such", "each"})
_STATUS_WORDS: dict[str, AgreementStatus] = {
    "existing": "in_force",
    "current": "in_force",
    "proposed": "planned",
    "planned": "planned",
    "potential": "planned",
    "possible": "planned",
    "future": "planned",
    "draft": "planned",
    "renewed": "renewed",
    "extended": "renewed",
    "amended": "renewed",
}


@dataclass
class InstrumentMention:
    """A phrase with its event and the names beside it.

    ``behind`` is
    the event of a passive or a participle after it, ``hands`` are the bodies that the people in them come from ("signed by A of B").
    ``introduces`` says that the phrase is taken by itself; others are kept only where they refer
    back to an instrument. ``owners`` are the subject of its event, ``others`` the names behind it.
    """

    phrase: Phrase
    event: Event | None
    owners: list[Entity] = field(default_factory=list)
    others: list[Entity] = field(default_factory=list)
    hands: list[Entity] = field(default_factory=list)
    inside: list[Entity] = field(default_factory=list)
    behind: Event | None = None
    group: bool = False
    introduces: bool = False
    leads: InstrumentMention | None = None

    @property
    def made_on(self) -> str | None:
        """When the instrument was made by which this one is told apart: "the MoU signed in 2021"."""
        date = self.made_date
        return date.value if date is not None else None

    @property
    def made_date(self) -> Entity | None:
        """The date of ``made_on``."""
        behind = self.behind
        if behind is None or behind.voice != "participle" or behind.verb.status != "signed":
            return None
        return event_date(self.phrase.reading, behind, self.phrase.sentence)

    @property
    def definite(self) -> bool:
        """Whether it refers back: "the MoU", "this deal", "Under the Agreement"."""
        return self.phrase.determiner not in {"a", "an", None}

    @property
    def indefinite(self) -> bool:
        """Whether it brings something new: "a MoU", "another agreement"."""
        return self.phrase.determiner in _INDEFINITE or "another" in self.phrase.praise

    @property
    def parties(self) -> list[Entity]:
        """The names that this mention gives as parties: organizations and places."""
        owners = [] if any(e.kind == "person" for e in self.owners) else self.owners
        named = [*owners, *self.others]
        return [e for e in named if e.kind in {"organization", "place"}] or self.inside

    @property
    def affiliations(self) -> list[Entity]:
        """The organizations in a subject of people: "AB President C"."""
        return [e for e in (*self.owners, *self.hands) if e.kind in {"organization", "place"}]

    @property
    def status(self) -> AgreementStatus:
        """What this mention alone says of the instrument's standing."""
        for word, status in _STATUS_WORDS.items():
            said = word in self.phrase.praise or word in self.phrase.modifiers
            if said and (self.event is None or self.event.verb.reach != "makes"):
                return status
        if self.event is not None:
            return self.event.status
        before = self.phrase.reading.lowers[
            max(self.phrase.sentence.first, self.phrase.start - 4) : self.phrase.start
        ]
        tails = {tuple(before[-n:]) for n in (1, 2, 3, 4) if before[-n:]}
        after = self.phrase.reading.lowers[self.phrase.end : self.phrase.end + 5]
        heads = {tuple(after[i : i + n]) for i in (0, 1, 2) for n in (2, 3) if after[i : i + n]}
        if (tails | heads) & lexicon.phrase_set("in_force"):
            return "in_force"
        return "referenced"


def find_mentions(reading: Reading) -> list[InstrumentMention]:
    """Return every phrase that names an instrument or may refer back to one, in order."""
    found: list[InstrumentMention] = []
    phrases = find_phrases(reading)
    for number, phrase in enumerate(phrases):
        last = found[-1] if found else None
        same = last is not None and last.phrase.sentence.index == phrase.sentence.index
        before = (last.phrase, last.event) if last is not None and same else None
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if following is not None and following.sentence.index != phrase.sentence.index:
            following = None
        event = find_event(reading, phrase, before, following)
        limit = following.start if following is not None else phrase.sentence.last
        behind = event_behind(reading, phrase, limit)
        mention = InstrumentMention(phrase, event, behind=behind)
        if last is not None and same and coordinated(reading, last.phrase, phrase):
            mention.leads = last
        _name_parties(reading, mention, following)
        found.append(mention)
    found += _takeovers(reading, found)
    found.sort(key=lambda m: m.phrase.head)
    for mention in reversed(found):  # "the A agreement and the B agreement with C" is with C twice
        lead = mention.leads
        if lead is not None and not lead.others and not lead.inside:
            lead.others = list(mention.others)
    for mention in found:
        lead = mention.leads
        if lead is not None and not mention.others and not mention.inside:
            mention.others = list(lead.others)
        mention.introduces = mention.introduces or _introduces(reading, mention)
    return found


def _takeovers(reading: Reading, found: list[InstrumentMention]) -> list[InstrumentMention]:
    """Return the takeovers told by a verb, but for those that an agreement is named for."""
    named = {
        m.phrase.sentence.index
        for m in found
        if m.phrase.noun.type in {None, "merger_acquisition", "letter_of_intent", "contract"}
        and _introduces(reading, m)
    }
    told = []
    for sentence in reading.sentences:
        if sentence.index in named:
            continue
        for at in range(sentence.first, sentence.last):
            hit = takeover_at(reading, sentence, at)
            if hit is not None:
                phrase, event, buyers, target = hit
                told.append(
                    InstrumentMention(
                        phrase, event, owners=buyers, others=[target], introduces=True
                    )
                )
                break
    return told


def _name_parties(reading: Reading, mention: InstrumentMention, following: Phrase | None) -> None:
    phrase, event = mention.phrase, mention.event
    stop = phrase.sentence.last
    if (
        following is not None
        and following.sentence.index == phrase.sentence.index
        and not coordinated(reading, phrase, following)
    ):
        stop = following.start
    if event is not None and event.voice in {"active", "noun"} and event.first < phrase.start:
        acting = subject(reading, event, phrase.sentence.first)
        if event.verb.lemma not in lexicon.word_class("onlookers"):
            mention.owners = list(acting.heads)
        mention.hands = list(acting.bodies)
    if not mention.owners and phrase.determiner == "'s":
        owner = reading.entity_of[phrase.start - 2]
        if owner is not None and owner.kind in {"organization", "place"}:
            mention.owners = [owner]
    others, hands = beside(reading, phrase, event, stop)
    mention.hands += hands
    mention.others = [e for e in others if e not in mention.owners]
    mention.inside = _inside(reading, phrase)
    low = phrase.sentence.first
    mention.group = groups(reading, low, stop)


def _inside(reading: Reading, phrase: Phrase) -> list[Entity]:
    """Return the places joined by a hyphen before the noun ("Japan-Mongolia"), or who gives it."""
    names = [
        e
        for e in reading.entities_in(phrase.first, phrase.head)
        if e.kind in {"place", "organization"}
    ]
    pairs = [
        e
        for a, b in itertools.pairwise(names)
        if reading.texts[a.last : b.first] in (["-"], ["–"], ["/"], ["—"])
        for e in (a, b)
    ]
    if pairs:
        return list(dict.fromkeys(pairs))
    if phrase.noun.type == "financing" and names:
        return names[:1]
    return []


def _introduces(reading: Reading, mention: InstrumentMention) -> bool:
    phrase, event, noun = mention.phrase, mention.event, mention.phrase.noun
    if phrase.determiner in _VAGUE or _asked(reading, phrase):
        return False
    made = event is not None and event.verb.reach == "makes"
    given = event is not None and event.verb.reach == "gives"
    with_party = any(e.kind in {"organization", "place"} for e in mention.others) or bool(
        mention.inside
    )
    if phrase.known:
        return True
    if noun.strength == "certain":
        return (
            not noun.plural or made or given or with_party or phrase.proper or bool(_number(phrase))
        )
    if noun.strength == "named":
        if phrase.proper and not (noun.lemma == "declaration" and not phrase.topic and not made):
            return _is_treaty_name(phrase)
        follows = reading.lowers[phrase.end : phrase.end + 1] == ["with"]
        if noun.lemma == "declaration":
            return made
        empty = noun.plural and phrase.bare and not mention.owners and not with_party
        if empty and not phrase.sentence.headline and not _number(phrase):
            return False
        if made or (
            given and (not noun.plural or with_party or follows or "bilateral" in phrase.modifiers)
        ):
            return True
        owned = any(e.kind in {"organization", "place"} for e in mention.owners)
        if event is not None and event.verb.lemma == "have" and follows and owned:
            return True
        before = reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
        if before in (["network", "of"], ["build", "on"], ["builds", "on"]) and not phrase.bare:
            return True
        return with_party and noun.lemma != "convention"
    if noun.strength == "governed":
        if noun.type == "merger_acquisition":
            return _changes_hands(reading, mention, made=made or given)
        anyone = with_party or bool(mention.owners) or mention.group or phrase.sentence.headline
        if event is not None and not anyone:
            told = event.voice in {"noun", "passive"} and bool(phrase.modifiers)
            anyone = not noun.plural and event.finite and (told or not event.verb.ing)
        if made and anyone and phrase.determiner not in {"this", "that"} and noun.lemma != "order":
            return True
        if _purpose(reading, mention):
            return False
        if noun.lemma == "arrangement" and event is not None and event.verb.lemma == "have":
            return with_party
        subject_named = any(e.kind == "organization" for e in mention.owners)
        both_named = sum(e.kind in {"organization", "place"} for e in mention.owners) > 1
        if given and both_named and noun.lemma != "order" and not noun.plural:
            return True
        if event is not None and _only_aimed_at(reading, event, phrase):
            return False
        if given and (
            with_party
            or (
                subject_named
                and not noun.plural
                and noun.type in {"contract", "financing"}
                and noun.lemma != "order"
            )
        ):
            return not (noun.lemma == "loan" and noun.plural)
        if noun.lemma == "order":
            return (
                given
                and subject_named
                and event is not None
                and event.verb.lemma in {"receive", "win", "secure", "place", "award", "announce"}
            )
        if event is not None and noun.type == "financing" and event.verb.reach != "tells":
            return subject_named and not noun.plural
        return (
            with_party
            and noun.lemma in {"grant", "contract"}
            and not noun.plural
            and phrase.determiner in {"a", "an", "the"}
        )
    return made and not (
        event is not None
        and event.voice == "noun"
        and noun.lemma in {"project", "program", "programme"}
    )


def _asked(reading: Reading, phrase: Phrase) -> bool:
    """Whether the sentence only asks about it: "how many countries have signed …"."""
    lowers = reading.lowers[phrase.sentence.first : phrase.start]
    return any(a == "how" and b == "many" for a, b in itertools.pairwise(lowers)) or (
        "whether" in lowers or "why" in lowers
    )


def _purpose(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether it is only what another instrument is for: "an agreement to form a joint venture"."""
    event = mention.event
    if event is None or reading.lowers[event.first - 1] not in {"to", "shall", "jointly"}:
        return False
    before = reading.lowers[mention.phrase.sentence.first : event.first]
    table = lexicon.nouns()
    return (
        any(
            (hit := table.at(before, i, len(before))) is not None
            and isinstance(hit[1], lexicon.Noun)
            and hit[1].strength in {"certain", "named"}
            for i in range(len(before))
        )
        or reading.lowers[event.first - 1] != "to"
    )


def _only_aimed_at(reading: Reading, event: Event, phrase: Phrase) -> bool:
    """Whether a partnership is only an aim: "seeks ways to establish a partnership with A"."""
    if phrase.noun.type != "partnership" or phrase.sentence.headline or event.planned:
        return False
    if event.verb.lemma not in lexicon.word_class("founding"):
        return False
    before = reading.lowers[max(phrase.sentence.first, event.first - 2) : event.first]
    return before[-1:] == ["to"] and before[:1] not in (["agreed"], ["agree"], ["agrees"])


def _number(phrase: Phrase) -> frozenset[str]:
    return phrase.praise & lexicon.word_class("numbers")


def _is_treaty_name(phrase: Phrase) -> bool:
    """Whether a proper name is an instrument's: a convention of a party or a fair is none."""
    after = phrase.reading.lowers[phrase.end : min(phrase.end + 1, phrase.sentence.last)]
    if after and after[0] in {
        "week",
        "center",
        "centre",
        "hall",
        "act",
        "organization",
        "organisation",
    }:
        return False
    if after and _names_something_else(phrase):
        return False
    if phrase.noun.lemma != "convention":
        return True
    head = phrase.reading.texts[phrase.head]
    return head[0].isupper() and (bool(phrase.topic) or bool(phrase.modifiers))


def _names_something_else(phrase: Phrase) -> bool:
    """Whether a capitalised word goes on a proper name: "the Treaty Rights Guidebook"."""
    reading, at = phrase.reading, phrase.end
    return (
        not phrase.shouted
        and not phrase.known
        and phrase.end == phrase.last
        and reading.texts[at][0].isupper()
        and reading.entity_of[at] is None
        and lexicon.verbs().at(reading.lowers, at, phrase.sentence.last) is None
    )


def _changes_hands(reading: Reading, mention: InstrumentMention, *, made: bool) -> bool:
    phrase = mention.phrase
    named = [e for e in mention.others if e.kind == "organization"]
    after = reading.texts[phrase.last : phrase.last + 4]
    of_name = after[:1] == ["of"] and any(t[0].isupper() for t in after[1:4])
    if phrase.noun.lemma == "transaction" and not named:
        return False
    if phrase.noun.lemma == "sale" and not named:
        return of_name and made
    if phrase.noun.plural:
        return made and bool(named)
    return (
        bool(named) or of_name or (made and any(e.kind == "organization" for e in mention.owners))
    )
