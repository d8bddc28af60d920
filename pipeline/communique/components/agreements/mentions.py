"""A phrase that may name an instrument, and what it says of it by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.components.agreements import lexicon
from communique.components.agreements.event_dates import event_date, is_point
from communique.components.agreements.events import Event
from communique.components.agreements.namelists import GroupKind
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity, Sentence
from communique.components.agreements.types import AgreementStatus

#: How far behind a phrase "has been in force" may stand.
_FORCE_REACH = 8
#: How far before a phrase "the entry into force" may stand.
_ENTRY_REACH = 10
_BETWEEN = frozenset({"between", "among", "amongst"})
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_INDEFINITE = frozenset({"a", "an"})


@dataclass
class InstrumentMention:
    """A phrase with its event and the names beside it.

    ``behind`` is the event of a passive or a participle after it, ``hands`` are the bodies that
    the people in them come from ("signed by A of B"), ``principals`` are people between whom it is.
    ``introduces`` says that the phrase is taken by itself; others are kept only where they refer
    back to an instrument. ``owners`` are the subject of its event, ``others`` the names behind it,
    ``links`` the word before the list in which each of these stands, by its first word.
    ``group`` is of what kind "the two sides" are that its sentence speaks of; ``spoken`` when the
    subject is "we" or the instrument "our"; ``bound`` are who does something "under the MoU".
    ``aimed`` when it is only what the instrument before it brings: "an exchange of notes on a grant".
    ``opening`` is the sentence that opens the list in which it stands, and tells its event.
    """

    phrase: Phrase
    event: Event | None
    owners: list[Entity] = field(default_factory=list)
    others: list[Entity] = field(default_factory=list)
    links: dict[int, str] = field(default_factory=dict)
    hands: list[Entity] = field(default_factory=list)
    principals: list[Entity] = field(default_factory=list)
    inside: list[Entity] = field(default_factory=list)
    behind: Event | None = None
    group: GroupKind | None = None
    spoken: bool = False
    bound: list[Entity] = field(default_factory=list)
    introduces: bool = False
    leads: InstrumentMention | None = None
    aimed: bool = False
    opening: Sentence | None = None

    @property
    def told_in(self) -> Sentence:
        """The sentence that tells its event: its own, or the one that opens a list of it."""
        return self.opening or self.phrase.sentence

    @property
    def made_on(self) -> str | None:
        """When the instrument was made by which this one is told apart: "the MoU signed in 2021"."""
        date = self.made_date
        return date.value if date is not None else None

    @property
    def made_date(self) -> Entity | None:
        """The date of ``made_on``."""
        behind = self.behind
        if behind is None or (behind.verb.status != "signed" and not behind.verb.dates_back):
            return None
        return event_date(self.phrase.reading, behind, self.phrase.sentence)

    @property
    def year(self) -> Entity | None:
        """The date in its name: of "the 2015 loan", "the Treaty of 1677"."""
        phrase = self.phrase
        if phrase.year is not None:
            return phrase.year
        ends = {phrase.last, phrase.name_last, phrase.end, *(e.last for e in self.others[-1:])}
        dated = (_dated_at(phrase, at) for at in sorted(ends))
        return next((e for e in dated if e is not None), None) or _year_in_name(phrase)

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
        sides = [e for e in self.others if self.links.get(e.first) in _BETWEEN]
        if len(sides) > 1 and not {_key(e) for e in owners} & {_key(e) for e in sides}:
            owners = []  # "A discussed the treaty between B and C"
        named = [e for e in (*owners, *self.others) if e.kind in {"organization", "place"}]
        gives = self.phrase.noun.type == "financing" and not owners
        giver = self.inside if gives or self.won else []
        return [*giver, *named] or self.inside

    @property
    def won(self) -> bool:
        """Whether its event gives it to its owner: "wins the A contract", "was awarded an A grant"."""
        if self.event is None or self.phrase.noun.type not in {"financing", "contract"}:
            return False
        lemma = self.event.verb.lemma
        return lemma in lexicon.word_class("winning") or (lemma == "award" and self._was_given)

    @property
    def _was_given(self) -> bool:
        """Whether who stands before "awarded" gets it: "A was awarded", a headline's "A awarded contract"."""
        event, reading = self.event, self.phrase.reading
        if event is None or event.voice != "active":
            return event is not None
        before = reading.lowers[max(self.phrase.sentence.first, event.first - 3) : event.first]
        passive = bool(lexicon.word_class("be") & set(before))
        bare = self.phrase.sentence.headline and "to" not in self.links.values()
        return passive or (bare and reading.lowers[event.first] == "awarded")

    @property
    def affiliations(self) -> list[Entity]:
        """The organizations in a subject of people: "AB President C"."""
        return [e for e in (*self.owners, *self.hands) if e.kind in {"organization", "place"}]

    @property
    def came_into_force(self) -> bool:
        """Whether words behind it say that it is in force, not that it will be."""
        phrase = self.phrase
        starts = [phrase.end]
        if (
            self.behind is not None
        ):  # "which A and B signed in 1999 and which has been in force since"
            starts.append(self.behind.last)
        elif self.event is not None and self.event.first > phrase.end:
            starts.append(self.event.last)
        return any(
            not {"will", "to"} & set(phrase.reading.lowers[at : at + _FORCE_REACH])
            and _in_force_behind(phrase, at)
            for at in starts
        )

    @property
    def status(self) -> AgreementStatus:
        """What this mention alone says of the instrument's standing."""
        for word, status in lexicon.status_words().items():
            said = word in self.phrase.praise or word in self.phrase.modifiers
            makes = (
                self.event is not None and self.event.finite and self.event.verb.reach == "makes"
            )
            if said and not makes:
                return status
        if _came_into_force(self.phrase):
            return "in_force"
        told_apart = self.event is not None and not self.event.finite
        if told_apart and (_in_force_behind(self.phrase) or self.came_into_force):
            return "in_force"
        if self.event is not None:
            return self.event.status
        before = self.phrase.reading.lowers[
            max(self.phrase.sentence.first, self.phrase.start - 4) : self.phrase.start
        ]
        tails = {tuple(before[-n:]) for n in (1, 2, 3, 4) if before[-n:]}
        if tails & lexicon.phrase_set("in_force") or _in_force_behind(self.phrase):
            return "in_force"
        lasting = self.phrase.noun.type in {"contract", "license"}
        if lasting and self.indefinite and before[-1:] == ["under"]:
            return "in_force"  # "runs the store under a ten-year lease"
        return "referenced"


def _dated_at(phrase: Phrase, at: int) -> Entity | None:
    """Return the date of "of 2017", "dated May 2017" at a word, a comma passed over."""
    reading = phrase.reading
    at += reading.texts[at : at + 1] == [","]
    if at + 1 >= phrase.sentence.last or reading.lowers[at] not in {"of", "dated"}:
        return None
    entity = reading.entity_of[at + 1]
    return entity if entity is not None and is_point(entity) else None


def _year_in_name(phrase: Phrase) -> Entity | None:
    """Return the year that is no date by itself: of "the 1907 Convention", "Treaty of 1677"."""
    reading = phrase.reading
    places = list(range(phrase.start, phrase.head))
    places += [
        at + 1
        for at in (phrase.last, phrase.name_last)
        if at + 1 < phrase.sentence.last and reading.lowers[at] == "of"
    ]
    for at in places:
        word = reading.words[at]
        joined = {"-", "–", "/"} & {reading.texts[at - 1], *reading.texts[at + 1 : at + 2]}
        if _YEAR.fullmatch(word.text) and reading.entity_of[at] is None and not joined:
            return Entity("date", None, word.start, word.end, at, at + 1, word.text, word.text)
    return None


def _key(entity: Entity) -> str:
    return entity.ref or entity.text


def _in_force_behind(phrase: Phrase, behind: int | None = None) -> bool:
    """Whether words behind a phrase, or behind what a comma sets off, say that it is in force."""
    reading, stop = phrase.reading, phrase.sentence.last
    behind = phrase.end if behind is None else behind
    starts = [behind]
    if reading.texts[behind : behind + 1] == [","]:
        comma = next((i for i in range(behind + 1, stop) if reading.texts[i] == ","), stop)
        starts.append(comma + 1)
    for start in starts:
        after = _words_behind(phrase, start)
        if any(
            tuple(after[i : i + n]) in lexicon.phrase_set("in_force")
            for i in range(len(after))
            for n in (2, 3)
        ):
            return True
    return False


def _came_into_force(phrase: Phrase) -> bool:
    """Whether it is said before a phrase: "the entry into force, on 1 May, of the Treaty"."""
    lowers = phrase.reading.lowers[
        max(phrase.sentence.first, phrase.start - _ENTRY_REACH) : phrase.start
    ]
    if lowers[-1:] != ["of"] or "force" not in lowers:
        return False
    at = len(lowers) - 1 - lowers[::-1].index("force")
    between = set(lowers[at + 1 : -1])
    return lowers[max(0, at - 2) : at] == ["entry", "into"] and not between & {"that", "and"}


def _words_behind(phrase: Phrase, start: int) -> list[str]:
    """Return the words from ``start`` behind a phrase, without the names of its parties."""
    reading = phrase.reading
    found: list[str] = []
    at = start
    while at < phrase.sentence.last and len(found) < _FORCE_REACH:
        entity = reading.entity_of[at]
        if entity is not None and entity.kind in {"organization", "place"}:
            at = max(entity.last, at + 1)
            continue
        if reading.lowers[at] not in lexicon.word_class("party_links"):
            found.append(reading.lowers[at])
        at += 1
    return found
