"""One release's gold and its record side by side, their entities and instruments paired.

Entities are paired where they share a surface form, instruments where their names share most words.
Titles and slots are then told in keys, so that a wrong name is not counted twice: a paired entity's
key is the gold's name, any other's its own normal form.
"""

from __future__ import annotations

from typing import NamedTuple

from communique.evaluation.gold import GoldAgreement, GoldOrganization, GoldPerson, GoldRelease
from communique.evaluation.matching import forms, likeness, normal_form, pair_off, title_form
from communique.records.model import AgreementRecord, OrganizationRecord, PersonRecord, Record

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


class Comparison:
    """A gold annotation and a record of the same release.

    ``people``, ``organizations`` and ``agreements`` map the index of one of the gold's to the index
    of the record's that it is paired with.
    """

    def __init__(self, gold: GoldRelease, record: Record) -> None:
        self.gold = gold
        self.record = record
        self.people = pair_off(gold.people, record.people, _same)
        self.organizations = pair_off(gold.organizations, record.organizations, _same)
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
        self.agreements = pair_off(gold.agreements, record.agreements, self.likeness)

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
        return {
            "type": [gold.type],
            "status": [gold.status],
            "date": [gold.date] if gold.date else [],
            "parties": [p if p in people else self._key_of_name(p) for p in gold.parties],
            "signatories": list(gold.signatories),
            "witnesses": list(gold.witnesses),
        }

    def found_slots(self, found: AgreementRecord) -> dict[str, list[str]]:
        """Return what the record says of each slot of an instrument."""
        return {
            "type": [found.type],
            "status": [found.status],
            "date": [found.date.value] if found.date else [],
            "parties": [self._keys[party] for party in found.parties],
            "signatories": [self._keys[s.person] for s in found.signatories],
            "witnesses": [self._keys[witness] for witness in found.witnesses],
        }

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
            if d.value and not d.value.endswith("_REF") and d.kind not in _UNSCORED_KINDS
        ]

    def _key_of_name(self, name: str) -> str:
        return self._names.get(normal_form(name), normal_form(name))


def _same(gold: GoldPerson | GoldOrganization, found: PersonRecord | OrganizationRecord) -> float:
    shared = len(surface_forms(found) & forms(gold.name, gold.mentions))
    exact = normal_form(gold.name) == normal_form(found.name)
    return shared + 10 * exact if shared else 0
