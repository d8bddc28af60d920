"""The organization that a title is held at: from the phrase, the list, the country or the issuer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from communique.components.titles.attachment import Holding
from communique.components.titles.beside import Body
from communique.components.titles.places import places
from communique.components.titles.rules import complements
from communique.components.titles.subject import Subject, clearest
from communique.components.titles.units import Unit

_MAX_LIST_GAP = 12
_UNITED_STATES = "United States"
_COMPANY_NOUNS = frozenset(["company", "firm", "corporation"])
_COMMON_NOUNS = _COMPANY_NOUNS | {
    "group",
    "business",
    "organization",
    "organisation",
    "agency",
    "association",
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A body of a title: an organization id or None, its name or None.

    ``explicit`` is true where the words beside the title name it. ``rule`` says how it was found,
    ``span`` are the characters of its name where it stands beside the title.
    """

    ref: str | None
    name: str | None
    explicit: bool
    rule: str = ""
    span: tuple[int, int] | None = None


_UNKNOWN = Resolved(None, None, explicit=False)


class BodyResolver:
    """Resolves the bodies of the holdings of one document."""

    def __init__(self, doc: Doc, units: list[Unit]) -> None:
        self.units = units
        self.subject = Subject(doc, units)
        # for each country, who is named as holding which office of it: {(office, person)}
        self._held: dict[str, set[tuple[str, str]]] = {}

    def resolve(self, holdings: Sequence[Holding]) -> list[list[Resolved]]:
        """Return the bodies of each holding, in the order given; one unknown where there is none."""
        found = [[self._named(body, holding) for body in holding.bodies] for holding in holdings]
        for holding, bodies in zip(holdings, found, strict=True):
            for body in bodies:
                known = places().get(body.name or "")
                if known is not None:
                    holder = (_office(holding), holding.person)
                    self._held.setdefault(known.name, set()).add(holder)
        for at, holding in enumerate(holdings):
            if not found[at]:
                found[at] = [self._inherited(holdings, found, at) or self._implied(holding)]
        return found

    # -- named beside the title

    def _named(self, body: Body, holding: Holding) -> Resolved:
        if body.noun:
            return self._noun(body, holding)
        ref = body.ref or self.subject.by_form.get(body.name)
        if ref is None and body.place:
            ref, _ = self.subject.country(body.name)
        return Resolved(ref, body.name, explicit=True, rule=_place(body, holding), span=body.span)

    def _noun(self, body: Body, holding: Holding) -> Resolved:
        """Resolve "the Bank" to the nearest body before it that is one, else to the issuer."""
        word, subject = body.name.lower(), self.subject
        own = subject.by_form.get(body.name)
        if own is not None:
            rule = _place(body, holding)
            return Resolved(own, body.name, explicit=True, rule=rule, span=body.span)
        for k in range(holding.phrase.first - 1, -1, -1):
            unit = self.units[k]
            if unit.kind != "body" or unit.ref is None:
                continue
            company = subject.organizations[unit.ref].type == "company"
            if word in unit.lower.split() or (company and word in _COMPANY_NOUNS):
                span = (unit.start, unit.end)
                return Resolved(unit.ref, unit.text, explicit=False, rule="noun-before", span=span)
        known = [o for o in subject.organizations.values() if word in o.name.lower().split()]
        if len(known) == 1:
            return Resolved(known[0].id, known[0].name, explicit=False, rule="only-such-body")
        issuer = subject.organizations.get(subject.issuer or "")
        if issuer is not None and (word in _COMMON_NOUNS or word in issuer.name.lower()):
            return Resolved(issuer.id, issuer.name, explicit=False, rule="issuer")
        return _UNKNOWN

    # -- implied

    def _inherited(
        self, holdings: Sequence[Holding], found: list[list[Resolved]], at: int
    ) -> Resolved | None:
        """Return the body of the office before in a list: "PRC Minister A and Vice Minister B"."""
        if at == 0 or not found[at - 1]:
            return None
        before, here = holdings[at - 1], holdings[at]
        start, end = before.phrase, here.phrase.first
        if before.person == here.person:
            # "Switzerland's Head of the Department, Federal Councillor X"
            place = next((b for b in start.before if b.place), None)
            near = _is_national(here) and end - start.close <= 3
            return self._named(place, here) if place is not None and near else None
        stretch = self.units[start.first : end]
        same_sentence = self.units[start.first].sentence == self.units[end].sentence
        same_block = end - start.close <= _MAX_LIST_GAP and all(u.kind != "gap" for u in stretch)
        body = found[at - 1][-1]
        if before.rule != here.rule or body.name is None or not (same_sentence or same_block):
            return None
        if _is_national(here):
            fits = body.name in places() and _is_national(before)
        else:
            fits = start.head.words == here.phrase.head.words
        inherited = Resolved(body.ref, body.name, explicit=False, rule="office-before")
        return inherited if fits else None

    def _implied(self, holding: Holding) -> Resolved:
        if _is_regional(holding):
            return self._of_region()
        for chamber, words in _CHAMBERS:
            house = (
                self.subject.chamber(words) if _office(holding) in complements(chamber) else None
            )
            if house is not None:
                return Resolved(house.id, house.name, explicit=False, rule="chamber")
        if _is_national(holding) and not self._of_issuing_body(holding):
            return self._of_country(holding)
        flags = holding.phrase.head.flags
        plain_job = "post" in flags and not holding.phrase.capital
        if plain_job or "rank" in flags or _office(holding) in {"mayor", "lord mayor"}:
            return _UNKNOWN
        beside = self._beside(holding)
        ref = beside or self.subject.issuer
        if ref is None:
            return _UNKNOWN
        name = self.subject.organizations[ref].name
        return Resolved(ref, name, explicit=False, rule="line-beside" if beside else "issuer")

    def _of_issuing_body(self, holding: Holding) -> bool:
        """Tell whether an office such as "President" is more likely the issuer's than a country's."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if _office(holding) not in complements("also_of_bodies") or issuer is None:
            return False
        if issuer.type in {"government", "place"}:
            return False
        return issuer.type == "education" or holding.rule != "front"

    def _of_country(self, holding: Holding) -> Resolved:
        """Return the country that the release speaks of most and that has no other such holder."""
        office, countries = _office(holding), self.subject.countries
        others = set(self.subject.visited)
        for country, holders in self._held.items():
            if any(o == office and person != holding.person for o, person in holders):
                others.add(country)
        american = office in complements("american") and self.subject.parties
        if american and _UNITED_STATES not in others:
            others |= {name for name, _ in countries if name != _UNITED_STATES}
        free = [(name, count) for name, count in countries if name not in others]
        name = clearest(free or countries)
        if name is None:
            return _UNKNOWN
        ref, form = self.subject.country(name)
        return Resolved(ref, form, explicit=False, rule="country-of-release")

    def _of_region(self) -> Resolved:
        name = clearest(self.subject.regions)
        if name is None:
            return _UNKNOWN
        ref = self.subject.by_form.get(name)
        return Resolved(ref, name, explicit=False, rule="region-of-release")

    def _beside(self, holding: Holding) -> str | None:
        """Return the body that stands alone on a line just above or below a contact's line."""
        for step, limit in ((-1, 4), (1, 2)):
            at, lines = holding.at, 0
            while 0 <= at < len(self.units) and lines <= limit:
                unit = self.units[at]
                if unit.kind in {"line", "gap"}:
                    lines += 1
                    if unit.kind == "gap" and lines > 1:
                        break
                elif unit.kind == "body" and unit.ref and lines and self._alone(at):
                    return unit.ref
                elif lines and unit.kind == "word" and not unit.capital and len(unit.lower) > 6:
                    break  # prose, not a block of lines
                at += step
        return None

    def _alone(self, at: int) -> bool:
        around = (self.units[at - 1].kind if at else "line", self.units[at + 1].kind)
        return all(kind in {"line", "gap"} for kind in around)


_CHAMBERS = (("chambers_senate", "senate"), ("chambers_house", "house of representatives"))


def _place(body: Body, holding: Holding) -> str:
    """Return where beside a title its body stands, as the name of a rule."""
    if body.span is None or body.span[0] >= holding.end:
        return "body-behind-title"
    return "body-before-title"


def _office(holding: Holding) -> str:
    """Return the head of an office, spelled out and in the singular."""
    head = holding.phrase.head
    return (
        (head.stands_for or head.words).removesuffix("s")
        if head.plural
        else head.stands_for or head.words
    )


def _is_national(holding: Holding) -> bool:
    """Tell whether an office is held for a country when no body is named."""
    head, phrase = holding.phrase.head, holding.phrase
    if head.words == "secretary":
        return phrase.capital and bool(set(phrase.words) & complements("portfolios"))
    if "nation" not in head.flags:
        return False
    alone = phrase.first == phrase.head_at and not phrase.complement
    return alone or _office(holding) not in complements("also_of_bodies")


def _is_regional(holding: Holding) -> bool:
    """Tell whether an office is one of a state or province ("State Senator", "Governor")."""
    office = _office(holding)
    if office in complements("state_legislators"):
        return "state" in holding.phrase.words
    return office in {"governor", "lieutenant governor"}
