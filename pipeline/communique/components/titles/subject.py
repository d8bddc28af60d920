"""What a release is about: the body that issued or heads it, the countries and regions it names."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical
from communique.components.mentions import Organization
from communique.components.text import text_of
from communique.components.titles.issuers import Issuers, find_official, whole_of
from communique.components.titles.letterheads import (
    MISSION,
    PROVINCE,
    all_countries,
    countries_in,
    countries_joined,
    country_of_letterhead,
    read_states,
    region_in,
)
from communique.components.titles.places import capitals, national_bodies, places
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_ISSUER_WEIGHT = 3
#: The party and state behind the name of a member of the American Congress: "(D-CA)", "R TN".
_PARTY = re.compile(r"\([RDI]-[A-Z][\w. ]{1,15}\)|\b[RDI] {1,2}[A-Z]{2}\b")
_SMALL = frozenset(["of", "the", "and", "for", "in"])
#: The place that a release opens with: "LONDON: …", "Lusaka – …", "Nairobi, Tuesday".
_DATED_PLACE = re.compile(
    r"\b([A-Z][\w.'’]+(?: [A-Z][\w.'’]+)?), (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2},) \d{4} ?[–—-]"
)
_OPENING_PLACE = re.compile(r"[*_ ]*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}?)\.? ?[,:–—(-]")
_MASTHEAD, _MAX_LETTERHEAD = 600, 90
_LETTERHEAD = re.compile(
    r"[*#|_ ]*(?:the )?(?:\w+ ){0,4}?(?:government|ministry|republic|kingdom|office|department|embassy|state|"
    r"presidency|parliament|commission|agency|authority|directorate|secretariat)\b[\w ,&'’.-]*[*#|_ ]*$",
    re.IGNORECASE,
)
#: Forms that have lost their stops: the name of a country only where it has no other.
_LOST_STOPS = frozenset(["U S", "U K"])
_STATE = re.compile(r"^(?:the )?(?:u\.? ?s\.? |united states )")


class Subject:
    """The bodies and places of one release, by how much it is about them.

    ``issuer`` is the id of the organization that issued or heads it, None where that is unclear.
    ``headed`` tells that a letterhead names it. ``countries`` and ``regions`` are names with how often they occur, most often first;
    ``parties`` tells whether members of the American Congress are given with party and state.
    """

    def __init__(self, doc: Doc, units: list[Unit]) -> None:
        self.organizations: dict[str, Organization] = {o.id: o for o in doc._.organizations}
        self.by_form: dict[str, str] = {
            form: o.id
            for o in doc._.organizations
            for form in (o.name, *o.aliases, *(" ".join(m.text.split()) for m in o.mentions))
        }
        self.text = text_of(doc)
        self._issuer_text = (
            " ".join(text_of(doc)[slice(*doc._.issuer)].split()) if doc._.issuer else ""
        )
        self._forms: dict[str, str] = {}
        self._named: set[str] = set()
        self._of_bodies: set[str] = set()
        #: the regions whose public bodies the release names
        self.governed: set[str] = set()
        self._states = read_states(self.by_form)
        self.dateline = (doc._.dateline.place or "") if doc._.dateline else ""
        self.official = find_official(units)
        self.issuer = self._find_issuer(units)
        self.masthead = self._read_masthead(doc)
        self.countries = self._rank(units, country=True)
        self.regions = self._rank(units, country=False)
        self.parties = _PARTY.search(text_of(doc)) is not None

    def country(self, name: str) -> tuple[str | None, str]:
        """Return the organization that stands for a country, and the form to write it in."""
        known = places().get(name)
        if known is None:
            return None, name
        form = next((form for form in _forms_of(known.name) if form in self.by_form), None)
        if form is not None:
            return self.by_form[form], form
        state = self._states.get(known.name)
        if state is not None and known.name not in self._forms.values():
            return state, self.organizations[state].name
        return None, self._forms.get(known.name, known.name)

    @property
    def mission(self) -> str | None:
        """The country whose embassy or consulate issued the release, None for none."""
        issuer = self.organizations.get(self.issuer or "")
        if issuer is None or not MISSION.search(issuer.name):
            return None
        # "French Embassy in Kenya", "Embassy of France in Kenya"
        sender = countries_in(issuer.name.split()[0]) or all_countries(issuer.name)
        return next(iter(sender), None)

    @property
    def is_national(self) -> bool:
        """Whether the issuer's own name says that it is of a country: "Coastal Fisheries Canada"."""
        issuer = self.organizations.get(self.issuer or "")
        return issuer is not None and bool(countries_in(issuer.name))

    def names_country(self, name: str) -> bool:
        """Tell whether the release names a country or comes from it: more than "White House" or "Americans"."""
        return name in self._named or name in self.masthead

    def _governs(self, unit: Unit) -> bool:
        known = self.organizations.get(unit.ref or "")
        return known is not None and known.type in {"government", "place"}

    @property
    def issuing_body(self) -> tuple[str | None, str] | None:
        """The issuer as an id and a name: the bank of "Board of Directors of the Bank of Orla"."""
        issuer = self.organizations.get(self.issuer or "")
        if issuer is None:
            return None
        whole = whole_of(issuer.name)
        return (issuer.id, issuer.name) if whole is None else (self.by_form.get(whole), whole)

    def names_plainly(self, name: str) -> bool:
        """Tell whether more than a demonym names a country: "Poland", its government, a dateline there."""
        return name in self._forms or name in self.masthead or self.speaks_of(name)

    @property
    def names_countries(self) -> bool:
        """Whether any country is named by more than a demonym."""
        return any(self.names_plainly(name) for name, _ in self.countries)

    def speaks_of(self, name: str) -> bool:
        """Tell whether a body named in the release is that country's: "Government of Kenya"."""
        return name in self._states or name in self._of_bodies

    def called(self, name: str) -> str | None:
        """Return the company that begins with a name, where no other body does."""
        full = {ref for form, ref in self.by_form.items() if form.startswith(f"{name} ")}
        ref = next(iter(full), None)
        known = self.organizations.get(ref or "")
        firm = known is not None and known.type in {"company", "other"}
        return ref if len(full) == 1 and firm else None

    def chamber(self, words: str) -> Organization | None:
        """Return the chamber of a parliament ("senate"), where it is one of the organizations."""
        for o in self.organizations.values():
            if any(_STATE.sub("", form.lower()) == words for form in (o.name, *o.aliases)):
                return o
        return None

    def _find_issuer(self, units: list[Unit]) -> str | None:
        issuers = Issuers(units, self.organizations, self.by_form)
        self.headed = issuers.letterhead() is not None
        return issuers.find(self._issuer_text, by_official=self._official_region() is not None)

    def _official_region(self) -> str | None:
        """Return the state or province of "Ohio Governor Jane Roe today announced", None for none."""
        named = self.official.name if self.official is not None else ""
        known = None if named.casefold() in capitals() else places().get(named)
        return known.name if known is not None and not known.country else None

    @property
    def own_region(self) -> tuple[str | None, str] | None:
        """The state or province that the release comes from, as an organization's id and a name."""
        issuer = self.organizations.get(self.issuer or "")
        if issuer is not None:
            if PROVINCE.match(issuer.name) and not all_countries(issuer.name):
                return issuer.id, issuer.name
            name = region_in(issuer.name)
            if name is not None:
                return self.by_form.get(name), name
        name = self._official_region()
        return None if name is None else (self.by_form.get(name), name)

    def _read_masthead(self, doc: Doc) -> list[str]:
        """Return the countries that the release comes from: of its issuer, its letterhead, its dateline."""
        found = [] if MISSION.search(self._issuer_text) else countries_in(self._issuer_text)
        for line in text_of(doc)[:_MASTHEAD].split("\n"):
            names = all(w[:1].isupper() or w in _SMALL or not w.isalpha() for w in line.split())
            if names and _LETTERHEAD.match(line.strip()) and len(line) < _MAX_LETTERHEAD:
                found += country_of_letterhead(line)
        opening = [_OPENING_PLACE.match(line) for line in text_of(doc)[:_MASTHEAD].split("\n")]
        opening += [_DATED_PLACE.search(text_of(doc)[:_MASTHEAD])]
        for place in (self.dateline, *(match[1] for match in opening if match)):
            capital_of = capitals().get(place.casefold())
            if capital_of:
                found.append(capital_of)
        return list(dict.fromkeys(found))

    def _rank(self, units: list[Unit], *, country: bool) -> list[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for unit in units:
            if unit.kind == "body" and country:
                counts.update(countries_in(unit.text))
                if self._governs(unit) and not MISSION.search(unit.text):
                    self._of_bodies.update(countries_in(unit.text))
                if unit.text in national_bodies():
                    counts[national_bodies()[unit.text]] += 1
            if unit.kind == "body" and not country and self._governs(unit):
                region = region_in(unit.text)
                counts.update([region] if region else [])
                self.governed.update({region} if region else ())
            if unit.kind == "word" and country and "-" in unit.text:
                joined = countries_joined(unit.text)  # "the Kenya-Ghana talks"
                counts.update(joined)
                self._named.update(joined)
            place = places().get(unit.name) if unit.kind == "place" else None
            if place is None or place.country != country:
                continue
            counts[place.name] += 1
            if not unit.demonym or unit.lower not in words("wide_demonyms"):
                self._named.add(place.name)
            # the plain name where it occurs, else the form that comes first
            worse = self._forms.get(place.name) in _LOST_STOPS or place.name not in self._forms
            if not unit.demonym and (worse or unit.name == place.name):
                self._forms[place.name] = unit.name
        if country:
            for name in self.masthead:
                counts[name] += _ISSUER_WEIGHT
        return counts.most_common()


def clearest(ranked: list[tuple[str, int]]) -> str | None:
    """Return the name that comes most often, None where two come as often."""
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@lexical
def _forms_of(name: str) -> tuple[str, ...]:
    return tuple(
        form for form, place in places().items() if place.name == name and not place.demonym
    )
