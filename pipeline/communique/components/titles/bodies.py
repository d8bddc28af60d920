"""The organization that a title is held at: from the phrase, the list, the country or the issuer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from communique.components.mentions import Organization
from communique.components.titles.attachment import Holding
from communique.components.titles.beside import Body
from communique.components.titles.places import places
from communique.components.titles.rules import complements
from communique.components.titles.units import Unit

_HEADLINE_WEIGHT = 3
_ISSUER_WEIGHT = 3
_VISITS = frozenset(
    ["visit", "visits", "visited", "visiting", "trip", "travel", "travelled", "traveled", "travels"]
)
_COMMON_NOUNS = frozenset(
    [
        "company",
        "group",
        "firm",
        "corporation",
        "business",
        "organization",
        "organisation",
        "agency",
        "association",
    ]
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A body of a title: an organization id or None, its name or None.

    ``explicit`` is true where the words beside the title name it.
    """

    ref: str | None
    name: str | None
    explicit: bool


_UNKNOWN = Resolved(None, None, explicit=False)


class BodyResolver:
    """Resolves the bodies of the holdings of one document."""

    def __init__(self, doc: Doc, units: list[Unit]) -> None:
        self.units = units
        self.organizations: dict[str, Organization] = {o.id: o for o in doc._.organizations}
        self._by_form: dict[str, str] = {
            form: o.id
            for o in doc._.organizations
            for form in (o.name, *o.aliases, *(" ".join(m.text.split()) for m in o.mentions))
        }
        self._issuer_text = " ".join(doc.text[slice(*doc._.issuer)].split()) if doc._.issuer else ""
        self.issuer = self._find_issuer()
        self._forms: dict[str, str] = {}
        self.countries = self._rank_places(country=True)
        self.regions = self._rank_places(country=False)
        self.visited = self._visited()

    def resolve(self, holdings: Sequence[Holding]) -> list[list[Resolved]]:
        """Return the bodies of each holding, in the order given; one unknown where there is none."""
        found = [[self._named(body, holding) for body in holding.bodies] for holding in holdings]
        held: dict[str, set[str]] = {}
        for holding, bodies in zip(holdings, found, strict=True):
            for body in bodies:
                known = places().get(body.name or "")
                if known is not None:
                    held.setdefault(known.name, set()).add(f"{_office(holding)}:{holding.person}")
        for at, holding in enumerate(holdings):
            if not found[at]:
                inherited = self._inherited(holdings, found, at)
                found[at] = [inherited or self._implied(holding, held)]
        return found

    # -- named beside the title

    def _named(self, body: Body, holding: Holding) -> Resolved:
        if body.noun:
            return self._noun(body, holding)
        ref = body.ref or self._by_form.get(body.name)
        if ref is None and body.place:
            form = self._country_form(body.name)
            ref = self._by_form[form] if form else None
        return Resolved(ref, body.name, explicit=True)

    def _country_form(self, name: str) -> str | None:
        """Return the form under which an organization stands for the country ``name``."""
        known = places().get(name)
        if known is None:
            return None
        return next((form for form in _country_forms(known.name) if form in self._by_form), None)

    def _noun(self, body: Body, holding: Holding) -> Resolved:
        """Resolve "the Bank" to the nearest body before it that is one, else to the issuer."""
        word = body.name.lower()
        own = self._by_form.get(body.name)
        if own is not None:
            return Resolved(own, body.name, explicit=True)
        for k in range(holding.phrase.first - 1, -1, -1):
            unit = self.units[k]
            if unit.kind != "body" or unit.ref is None:
                continue
            company = word in {"company", "firm", "corporation"}
            if word in unit.lower.split() or (
                company and self.organizations[unit.ref].type == "company"
            ):
                return Resolved(unit.ref, unit.text, explicit=False)
        known = [o for o in self.organizations.values() if word in o.name.lower().split()]
        if len(known) == 1:
            return Resolved(known[0].id, known[0].name, explicit=False)
        issuer = self.organizations.get(self.issuer or "")
        if issuer is not None and (word in _COMMON_NOUNS or word in issuer.name.lower()):
            return Resolved(issuer.id, issuer.name, explicit=False)
        return _UNKNOWN

    # -- implied

    def _inherited(
        self, holdings: Sequence[Holding], found: list[list[Resolved]], at: int
    ) -> Resolved | None:
        """Return the body of the office before in a list: "Bulgarian Minister A and Ambassador B"."""
        if at == 0:
            return None
        before, here = holdings[at - 1], holdings[at]
        if before.person == here.person or before.rule != here.rule or not found[at - 1]:
            return None
        body = found[at - 1][-1]
        same_sentence = (
            self.units[before.phrase.first].sentence == self.units[here.phrase.first].sentence
        )
        if body.name is None or not same_sentence:
            return None
        between = [u.lower for u in self.units[before.phrase.close : here.phrase.edge]]
        if here.rule == "apposition":
            between = [u.lower for u in self.units[before.phrase.close : here.at]]
        listed = all(
            w in {",", "and", "as", "well", "the", ";", "(", ")", "also"}
            or w[:1].isalpha() is False
            or len(w) < 4
            for w in between
        )
        if len(between) > 8 and not listed:
            return None
        if _is_national(here):
            fits = body.name in places() and _is_national(before)
        else:
            fits = before.phrase.head.words == here.phrase.head.words
        return Resolved(body.ref, body.name, explicit=False) if fits else None

    def _implied(self, holding: Holding, held: dict[str, set[str]]) -> Resolved:
        head = holding.phrase.head
        if head.words in complements("chambers_senate") and not _is_regional(holding):
            return self._chamber("senate") or self._of_country(holding, held)
        if head.words in complements("chambers_house"):
            return self._chamber("house of representatives") or self._of_country(holding, held)
        if _is_regional(holding):
            return self._of_region()
        if _is_national(holding) and not self._of_issuing_body(holding):
            return self._of_country(holding, held)
        plain_job = "post" in head.flags and not holding.phrase.capital
        if plain_job or "rank" in head.flags or head.words in {"governor", "mayor", "lord mayor"}:
            return _UNKNOWN
        near = self._beside(holding)
        ref = near or self.issuer
        return Resolved(ref, self.organizations[ref].name, explicit=False) if ref else _UNKNOWN

    def _chamber(self, words: str) -> Resolved | None:
        """Return the chamber of a parliament, where it is one of the organizations."""
        for o in self.organizations.values():
            if any(
                re.sub(r"^(the )?(u\.? ?s\.? |united states )", "", f.lower()) == words
                for f in (o.name, *o.aliases)
            ):
                return Resolved(o.id, o.name, explicit=False)
        return None

    def _of_issuing_body(self, holding: Holding) -> bool:
        """Tell whether an office such as "President" is more likely the issuer's than a country's."""
        if holding.phrase.head.words not in {
            "president",
            "vice president",
            "speaker",
            "secretary-general",
            "representative",
            "commissioner general",
        }:
            return False
        issuer = self.organizations.get(self.issuer or "")
        if issuer is None or issuer.type in {"government", "place"}:
            return False
        return issuer.type == "education" or holding.rule != "front"

    def _of_country(self, holding: Holding, held: dict[str, set[str]]) -> Resolved:
        """Return the country that the release speaks of most and that no other holder is named for."""
        office = _office(holding)
        others = {
            country
            for country, holders in held.items()
            if any(h.split(":")[0] == office and h.split(":")[1] != holding.person for h in holders)
        }
        others |= self.visited
        free = [
            (name, count) for name, count in self.countries if name not in others
        ] or self.countries
        if not free or (len(free) > 1 and free[0][1] == free[1][1]):
            return _UNKNOWN
        name = free[0][0]
        form = self._country_form(name)
        if form is not None:
            return Resolved(self._by_form[form], form, explicit=False)
        return Resolved(None, self._forms.get(name, name), explicit=False)

    def _of_region(self) -> Resolved:
        if not self.regions or (len(self.regions) > 1 and self.regions[0][1] == self.regions[1][1]):
            return _UNKNOWN
        name = self.regions[0][0]
        return Resolved(self._by_form.get(name), name, explicit=False)

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

    # -- what the release is about

    def _find_issuer(self) -> str | None:
        """Return the id of the organization that issued or heads the release, None where unclear."""
        if self._issuer_text in self._by_form:
            return self._by_form[self._issuer_text]
        counts: Counter[str] = Counter()
        first: str | None = None
        for unit in self.units:
            if (
                unit.kind == "body"
                and unit.ref
                and not _is_inner(self.organizations[unit.ref].name)
            ):
                counts[unit.ref] += 1
                first = first or unit.ref
        if first is not None:
            counts[first] += _HEADLINE_WEIGHT
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _rank_places(self, *, country: bool) -> list[tuple[str, int]]:
        """Return the countries (or regions) with how often they are named, most often first."""
        counts: Counter[str] = Counter()
        for unit in self.units:
            if unit.kind == "place":
                place = places().get(unit.name)
                if place is None or place.country != country:
                    continue
                counts[place.name] += 1
                if not unit.demonym:
                    self._forms.setdefault(place.name, unit.name)
            elif unit.kind == "body" and country:
                for name in _countries_in(unit.text):
                    counts[name] += 1
        if country:
            for name in _countries_in(self._issuer_text):
                counts[name] += _ISSUER_WEIGHT
        return counts.most_common()

    def _visited(self) -> set[str]:
        """Return the countries that someone is said to visit: not those of the visitors."""
        found = set()
        for at, unit in enumerate(self.units):
            place = places().get(unit.name) if unit.kind == "place" and at > 1 else None
            if place is not None and place.country and not unit.demonym:
                before = at - 1 - (self.units[at - 1].lower == "the")
                if self.units[before].lower == "to":
                    before -= 1
                if self.units[before].lower in _VISITS:
                    found.add(place.name)
        return found


def _is_inner(name: str) -> bool:
    """Tell whether a body is a part of one that the release is about ("Board of Directors")."""
    return re.match(r"(?:executive )?(?:board|committee|management)\b", name.lower()) is not None


@cache
def _country_forms(name: str) -> tuple[str, ...]:
    return tuple(
        form for form, place in places().items() if place.name == name and not place.demonym
    )


@cache
def _countries_in(text: str) -> tuple[str, ...]:
    """Return the countries that a body's name begins or ends with."""
    words = text.split()
    found = []
    for size in (3, 2, 1):
        for form in (" ".join(words[:size]), " ".join(words[-size:])):
            place = places().get(form)
            if place is not None and place.country and place.name not in found:
                found.append(place.name)
    return tuple(found)


def _office(holding: Holding) -> str:
    head = holding.phrase.head
    return head.stands_for or head.words


def _modified(holding: Holding) -> bool:
    return holding.phrase.first < holding.phrase.head_at


def _is_national(holding: Holding) -> bool:
    """Tell whether an office is held for a country when no body is named."""
    head = holding.phrase.head
    if head.words in {"secretary", "secretaries"}:
        words = holding.phrase.words
        return bool(set(words) & complements("portfolios")) and holding.phrase.capital
    if head.words in {"president", "vice president", "representative", "speaker"}:
        return "nation" in head.flags and not _modified(holding) and not holding.phrase.complement
    return "nation" in head.flags


def _is_regional(holding: Holding) -> bool:
    """Tell whether an office is one of a state or province ("State Senator", "Governor")."""
    head = holding.phrase.head
    legislators = complements("of_place") & {
        "senator",
        "representative",
        "delegate",
        "sen.",
        "rep.",
        "assemblyman",
    }
    if head.words in legislators and "state" in holding.phrase.words:
        return True
    return _office(holding) in {"governor", "lieutenant governor"}
