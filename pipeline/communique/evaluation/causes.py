"""Why records and gold differ: each miss and each invention with its cause.

What comes of a cause told before (the titles of a person whose name was not found) is told as that
and not as an error of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.comparison import SLOTS, Comparison, HeldTitle, surface_forms
from communique.evaluation.gold import GoldOrganization, GoldPerson, GoldRelease
from communique.evaluation.matching import forms, likeness
from communique.evaluation.places import occurrences
from communique.records.model import OrganizationRecord, PersonRecord, Record

_Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Difference:
    """One thing that only the gold has (``missed``) or only the record has."""

    figure: str
    cause: str
    missed: bool
    what: str


def differences(
    gold: GoldRelease, record: Record, unasked: Collection[tuple[str, str]] = ()
) -> Iterator[Difference]:
    """Yield every difference of a record from its gold, figure by figure.

    ``unasked`` is that of :class:`communique.evaluation.comparison.Comparison`. Raises
    ``ValueError`` for a record without its text: boundaries cannot be told without it.
    """
    if record.text is None:
        raise ValueError(f"{record.source.path}: the record holds no text")
    compared = Comparison(gold, record, unasked)
    yield from _entities(compared, record.text)
    yield from _titles(compared)
    yield from _instruments(compared)
    yield from _slots(compared)
    yield from _dates(compared)


def _entities(compared: Comparison, text: str) -> Iterator[Difference]:
    gold, record = compared.gold, compared.record
    people = _Side(gold.people, record.people, compared.people, text)
    bodies = _Side(gold.organizations, record.organizations, compared.organizations, text)
    yield from _differing("people", people, bodies)
    yield from _differing("organizations", bodies, people)


class _Side:
    """The people or the organizations of a release, with all forms and places of them."""

    def __init__(
        self,
        wanted: Sequence[GoldPerson | GoldOrganization],
        got: Sequence[PersonRecord | OrganizationRecord],
        pairs: Mapping[int, int],
        text: str,
    ) -> None:
        self.wanted, self.got, self.pairs = wanted, got, pairs
        self.wanted_forms = [forms(entity.name, entity.mentions) for entity in wanted]
        self.got_forms = [surface_forms(entity) for entity in got]
        self.wanted_spans = [
            [place for mention in entity.mentions for place in occurrences(text, mention)]
            for entity in wanted
        ]
        self.got_spans = [[(m.start, m.end) for m in entity.mentions] for entity in got]


def _differing(figure: str, side: _Side, other: _Side) -> Iterator[Difference]:
    for i, entity in enumerate(side.wanted):
        if i not in side.pairs:
            if any(side.wanted_forms[i] & found for found in side.got_forms):
                cause = "merged with another"
            else:
                spans = side.wanted_spans[i]
                cause = _cause(spans, side.got_spans, other.got_spans) or "not found"
            yield Difference(figure, cause, missed=True, what=entity.name)
    for j, found in enumerate(side.got):
        if j not in side.pairs.values():
            if any(side.got_forms[j] & wanted for wanted in side.wanted_forms):
                cause = "split from another"
            else:
                spans = side.got_spans[j]
                cause = _cause(spans, side.wanted_spans, other.wanted_spans) or "no such name"
            yield Difference(figure, cause, missed=False, what=found.name)


def _cause(spans: _Spans, same: Sequence[_Spans], other: Sequence[_Spans]) -> str | None:
    if any(_overlap(spans, there) for there in same):
        return "wrong boundary"
    if any(_overlap(spans, there) for there in other):
        return "person or organization"
    return None


def _titles(compared: Comparison) -> Iterator[Difference]:
    wanted, got = Counter(compared.gold_titles()), Counter(compared.found_titles())
    missed, extra = wanted - got, got - wanted
    holders = {compared.gold.people[i].name for i in compared.people}
    bodies = {compared.gold.organizations[i].name for i in compared.organizations}
    names = {body.name for body in compared.gold.organizations}
    for one, only, others in ((missed, True, extra), (extra, False, missed)):
        for title in sorted(one.elements(), key=str):
            cause = _cause_of_title(title, others)
            if only and title.holder not in holders:
                cause = "holder's name"
            elif only and cause == "organization" and title.organization in names - bodies:
                cause = "organization's name"
            elif not only and title.holder.startswith("?"):
                cause = "holder's name"
            yield Difference("titles", cause, only, " | ".join(str(part) for part in title))


def _cause_of_title(title: HeldTitle, others: Mapping[HeldTitle, int]) -> str:
    if any(other[:2] == title[:2] for other in others):
        return "organization"
    if any(
        other.holder == title.holder and likeness(other.title, title.title) > 0 for other in others
    ):
        return "extent"
    if any(other.title == title.title for other in others):
        return "holder"
    return "title"


def _instruments(compared: Comparison) -> Iterator[Difference]:
    wanted, got, pairs = compared.gold.agreements, compared.record.agreements, compared.agreements
    for i, gold in enumerate(wanted):
        if i not in pairs:
            merged = any(compared.likeness(gold, found) for found in got)
            cause = "merged with another" if merged else "not found"
            yield Difference("agreements", cause, missed=True, what=gold.name)
    for j, found in enumerate(got):
        if j not in pairs.values():
            doubled = any(compared.likeness(gold, found) for gold in wanted)
            cause = "doubled by a paraphrase" if doubled else "no such instrument"
            yield Difference("agreements", cause, missed=False, what=found.name)


def _slots(compared: Comparison) -> Iterator[Difference]:
    got, pairs = compared.record.agreements, compared.agreements
    gold = compared.gold
    known = {person.name for person in gold.people} | {body.name for body in gold.organizations}
    unfound = known - {gold.people[i].name for i in compared.people}
    unfound -= {gold.organizations[i].name for i in compared.organizations}
    for i, instrument in enumerate(gold.agreements):
        right = compared.gold_slots(instrument)
        said = compared.found_slots(got[pairs[i]]) if i in pairs else {}
        for slot in SLOTS:
            wanted, found = Counter(right[slot]), Counter(said.get(slot, ()))
            missed, extra = wanted - found, found - wanted
            for value in missed.elements():
                if i not in pairs:
                    cause = "instrument"
                elif value in unfound:
                    cause = "name"
                else:
                    cause = "other value" if extra else "left empty"
                what = f"{instrument.name}: {value}"
                yield Difference(f"agreement_{slot}", cause, missed=True, what=what)
            for value in extra.elements():
                named = slot in {"type", "status", "date"} or value in known
                cause = "wrong value" if named else "name"
                what = f"{instrument.name}: {value}"
                yield Difference(f"agreement_{slot}", cause, missed=False, what=what)


def _dates(compared: Comparison) -> Iterator[Difference]:
    wanted, got = Counter(compared.gold_dates()), Counter(compared.found_dates())
    missed, extra = wanted - got, got - wanted
    for one, only, others in ((missed, True, extra), (extra, False, missed)):
        for date in sorted(one.elements()):
            if any(other.text == date.text for other in others):
                cause = "value"
            elif any(other.text in date.text or date.text in other.text for other in others):
                cause = "extent"
            else:
                cause = "not found" if only else "no date"
            yield Difference("dates", cause, only, f"{date.text} = {date.value}")


def _overlap(one: _Spans, other: _Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)
