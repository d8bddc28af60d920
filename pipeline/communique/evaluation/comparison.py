"""One release's gold and its record side by side, their entities and instruments paired.

Entities are paired where they share a surface form, instruments where their names share most words.
Titles and slots are then told in keys, so that a wrong name is not counted twice: a paired entity's
key is the gold's name, any other's its own normal form. Both sides are looked at in the order of
the text, so that the order in which they list things decides nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from communique.evaluation.assignment import pair_off
from communique.evaluation.gold import (
    GoldAgreement,
    GoldOrganization,
    GoldPerson,
    GoldRelease,
)
from communique.evaluation.matching import forms, likeness, normal_form, title_form
from communique.evaluation.places import NOWHERE, occurrences
from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    Record,
    SpanText,
)

#: The slots of an agreement, each a figure of its own.
SLOTS = ("type", "status", "date", "parties", "signatories", "witnesses")

_UNSCORED_KINDS = frozenset({"duration", "set", "time"})


class HeldTitle(NamedTuple):
    """A title by the keys of its holder and its body; None for a body that is left open."""

    holder: str
    title: str
    organization: str | None


class SaidDate(NamedTuple):
    """A date expression's normal form and value."""

    text: str
    value: str


def surface_forms(found: PersonRecord | OrganizationRecord) -> frozenset[str]:
    """Return the normal forms of a found entity's name, mentions and aliases."""
    aliases = found.aliases if isinstance(found, OrganizationRecord) else []
    return forms(found.name, [*(m.text for m in found.mentions), *aliases])


def is_scored(date: DateRecord) -> bool:
    """Whether a found date says when; vague references, durations, sets and times do not."""
    return bool(date.value and not date.value.endswith("_REF") and date.kind not in _UNSCORED_KINDS)


class Comparison:
    """A gold annotation and a record of the same release.

    ``gold`` and ``record`` hold what was given, in the order of the text. ``people``,
    ``organizations`` and ``agreements`` map the index of one of the gold's to the index of the
    record's that it is paired with. ``unasked`` names slots of instruments that neither side is
    asked for, by slot and a normal form of the instrument's name.
    """

    def __init__(
        self, gold: GoldRelease, record: Record, unasked: Collection[tuple[str, str]] = ()
    ) -> None:
        self.gold = gold = _gold_in_order(gold, record.text or "")
        self.record = record = _record_in_order(record)
        self._unasked = unasked
        self.people = _pair_entities(gold.people, record.people)
        self.organizations = _pair_entities(gold.organizations, record.organizations)
        self._names = {
            form: body.name
            for body in gold.organizations
            for form in forms(body.name, body.mentions)
        }
        self._keys = {
            **{person.id: "?" + normal_form(person.name) for person in record.people},
            **{body.id: self._key_of_name(body.name) for body in record.organizations},
            **{record.people[j].id: gold.people[i].name for i, j in self.people.items()},
            **{
                record.organizations[j].id: gold.organizations[i].name
                for i, j in self.organizations.items()
            },
        }
        self.agreements = pair_off(
            {
                (i, j): self.likeness(instrument, found)
                for i, instrument in enumerate(gold.agreements)
                for j, found in enumerate(record.agreements)
            }
        )
        self._gold_of = {
            record.agreements[j].id: gold.agreements[i] for i, j in self.agreements.items()
        }

    def gold_titles(self) -> list[HeldTitle]:
        """Return the titles of the gold, in its order."""
        return [
            HeldTitle(
                person.name,
                title_form(title.title),
                title.organization and self._key_of_name(title.organization),
            )
            for person in self.gold.people
            for title in person.titles
        ]

    def found_titles(self) -> list[HeldTitle]:
        """Return the titles of the record; of one that the gold leaves open, no body is told."""
        left_open = {title[:2] for title in self.gold_titles() if title.organization is None}
        found: list[HeldTitle] = []
        for person in self.record.people:
            for title in person.titles:
                who, what = self._keys[person.id], title_form(title.title)
                where: str | None = None
                if (who, what) in left_open:
                    pass
                elif title.organization is not None:
                    where = self._keys[title.organization]
                elif title.organization_name is not None:
                    where = self._key_of_name(title.organization_name)
                found.append(HeldTitle(who, what, where))
        return found

    def likeness(self, gold: GoldAgreement, found: AgreementRecord) -> float:
        """Return how like two instruments are: 0 unless their names share most words."""
        best = max(
            likeness(one, other)
            for one in (gold.name, *gold.mentions)
            for other in (found.name, *(m.text for m in found.mentions))
        )
        if best <= 0.5:
            return 0.0
        parties = set(map(self._key_of_name, gold.parties))
        shared = parties & {self._keys[party] for party in found.parties}
        return best + len(shared) / (len(parties) + len(found.parties) or 1)

    def gold_slots(self, gold: GoldAgreement) -> dict[str, list[str]]:
        """Return what the gold says of each slot of an instrument."""
        people = {person.name for person in self.gold.people}
        slots: dict[str, list[str]] = {
            "type": [gold.type],
            "status": [gold.status],
            "date": [gold.date] if gold.date else [],
            "parties": [p if p in people else self._key_of_name(p) for p in gold.parties],
            "signatories": list(gold.signatories),
            "witnesses": list(gold.witnesses),
        }
        return self._asked(slots, gold)

    def found_slots(self, found: AgreementRecord) -> dict[str, list[str]]:
        """Return what the record says of each slot of an instrument."""
        slots: dict[str, list[str]] = {
            "type": [found.type],
            "status": [found.status],
            "date": [found.date.value] if found.date else [],
            "parties": [self._keys[party] for party in found.parties],
            "signatories": [self._keys[s.person] for s in found.signatories],
            "witnesses": [self._keys[witness] for witness in found.witnesses],
        }
        gold = self._gold_of.get(found.id)
        return slots if gold is None else self._asked(slots, gold)

    def gold_dates(self) -> list[SaidDate]:
        """Return the dates of the gold that say when."""
        return [
            SaidDate(normal_form(d.text), d.value)
            for d in self.gold.dates
            if not d.value.endswith("_REF")
        ]

    def found_dates(self) -> list[SaidDate]:
        """Return the dates of the record that say when."""
        return [
            SaidDate(normal_form(d.text), d.value)
            for d in self.record.dates
            if d.value and is_scored(d)
        ]

    def _key_of_name(self, name: str) -> str:
        return self._names.get(normal_form(name), normal_form(name))

    def _asked(self, slots: dict[str, list[str]], gold: GoldAgreement) -> dict[str, list[str]]:
        if not self._unasked:
            return slots
        names = forms(gold.name, gold.mentions)
        unasked = {slot for slot, form in self._unasked if form in names}
        return {slot: [] if slot in unasked else values for slot, values in slots.items()}


def _pair_entities(
    gold: Sequence[GoldPerson | GoldOrganization],
    found: Sequence[PersonRecord | OrganizationRecord],
) -> dict[int, int]:
    """Pair entities that share a form; those with the same name, and with more forms, first."""
    holders: dict[str, list[int]] = {}
    for j, entity in enumerate(found):
        for form in surface_forms(entity):
            holders.setdefault(form, []).append(j)
    weights: dict[tuple[int, int], float] = {}
    for i, wanted in enumerate(gold):
        for form in forms(wanted.name, wanted.mentions):
            for j in holders.get(form, ()):
                exact = 0 if (i, j) in weights else 10 * _same_name(wanted, found[j])
                weights[i, j] = weights.get((i, j), 0) + 1 + exact
    return pair_off(weights)


def _same_name(
    gold: GoldPerson | GoldOrganization, found: PersonRecord | OrganizationRecord
) -> bool:
    return normal_form(gold.name) == normal_form(found.name)


def _gold_in_order(gold: GoldRelease, text: str) -> GoldRelease:
    """Return the annotation with its entities and instruments in the order of the text."""

    def place_and_content(
        item: GoldPerson | GoldOrganization | GoldAgreement,
    ) -> tuple[list[tuple[int, int]], str]:
        firsts = (next(iter(occurrences(text, mention)), NOWHERE) for mention in item.mentions)
        return sorted(firsts), item.model_dump_json()

    ordered = {
        part: tuple(sorted(getattr(gold, part), key=place_and_content))
        for part in ("people", "organizations", "agreements")
    }
    return gold.model_copy(update=ordered)


def _record_in_order(record: Record) -> Record:
    """Return the record with its entities and instruments in the order of the text."""
    ordered = {
        part: sorted(getattr(record, part), key=_place_and_name)
        for part in ("people", "organizations", "agreements")
    }
    return record.model_copy(update=ordered)


def _place_and_name(
    found: PersonRecord | OrganizationRecord | AgreementRecord,
) -> tuple[list[tuple[int, int]], str]:
    mentions: list[SpanText] = found.mentions
    return sorted((m.start, m.end) for m in mentions), found.name
