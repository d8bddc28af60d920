"""What a release is about: the body that issued or heads it, the countries and regions it names."""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical
from communique.components.mentions import Organization
from communique.components.text import text_of
from communique.components.titles.issuers import find_announcer, heads_release, opens_release
from communique.components.titles.letterheads import (
    MISSION,
    all_countries,
    countries_in,
    countries_joined,
    country_of_letterhead,
    read_states,
)
from communique.components.titles.places import capitals, national_bodies, places
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_HEADLINE_WEIGHT = 3
_ISSUER_WEIGHT = 3
_ISSUER_SHARE = 0.2
#: The party and state behind the name of a member of the American Congress: "(D-CA)", "R TN".
_PARTY = re.compile(r"\([RDI]-[A-Z][\w. ]{1,15}\)|\b[RDI] {1,2}[A-Z]{2}\b")
_SMALL = frozenset(["of", "the", "and", "for", "in"])
_INNER = re.compile(r"(?:executive )?(?:board|committee|management)\b")
_MAX_MASTHEAD_UNITS, _MASTHEAD_LINES = 60, 3
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
#: A unit that speaks for the body it belongs to.
_SPOKEN_BY = re.compile(
    r"\b(?:press|media|communications?|information|public|community|external|university|corporate|investor) "
    r"(?:office|relations|affairs|service|division|department|directorate|unit|centre|center)\b",
    re.IGNORECASE,
)
#: Forms that have lost their stops: the name of a country only where it has no other.
_LOST_STOPS = frozenset(["U S", "U K"])
_STATE = re.compile(r"^(?:the )?(?:u\.? ?s\.? |united states )")


class Subject:
    """The bodies and places of one release, by how much it is about them.

    ``issuer`` is the id of the organization that issued or heads it, None where that is unclear.
    ``countries`` and ``regions`` are names with how often they occur, most often first;
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
        self._states = read_states(self.by_form)
        self._dateline = (doc._.dateline.place or "") if doc._.dateline else ""
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
        return next(iter(countries_in(issuer.name) or all_countries(issuer.name)), None)

    def names_country(self, name: str) -> bool:
        """Tell whether the release names a country or comes from it: more than "White House" or "Americans"."""
        return name in self._named or name in self.masthead

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
        if self._issuer_text in self.by_form:
            return self._whole(self.by_form[self._issuer_text])
        heading = self._letterhead(units)
        if heading is not None:
            return self._whole(heading)
        announcer = find_announcer(units)
        counts: Counter[str] = Counter()
        for unit in units:
            if unit.kind == "body" and unit.ref:
                # "Board of Directors" is a part of the body that the release is about
                name = self.organizations[unit.ref].name.lower()
                if not (_INNER.match(name) or name in words("chambers")):
                    counts[unit.ref] += 1
        first = next(iter(counts), None)
        if first is None:
            return None
        if announcer is not None:
            counts[announcer] += _HEADLINE_WEIGHT
        counts[first] += _HEADLINE_WEIGHT
        (ref, count), *others = counts.most_common(2)
        named = count - (_HEADLINE_WEIGHT if ref == first else 0)
        tied = bool(others) and others[0][1] == count
        only = (len(counts) == 1 and heads_release(units, first)) or (
            others and others[0][1] == 1 and opens_release(units, first)
        )
        clear = (named > 1 or only) and count >= _ISSUER_SHARE * counts.total() and not tied
        return self._whole(ref) if clear else None

    def _letterhead(self, units: list[Unit]) -> str | None:
        """Return the body that stands alone on one of the first lines, None for none."""
        line = 0
        for at, unit in enumerate(units[:_MAX_MASTHEAD_UNITS]):
            if unit.kind in {"line", "gap"}:
                line += 1
            ends = at + 1 == len(units) or units[at + 1].kind in {"line", "gap"}
            opens = at == 0 or units[at - 1].kind in {"line", "gap"}
            if line == _MASTHEAD_LINES:
                break
            if (
                unit.kind == "body"
                and unit.ref
                and opens
                and ends
                and not _SPOKEN_BY.search(unit.text)
            ):
                return unit.ref
        return None

    def _whole(self, ref: str) -> str:
        """Return the body whose press office or the like ``ref`` is, else ``ref``."""
        body = self.organizations[ref]
        if not _SPOKEN_BY.search(body.name):
            return ref
        behind = body.name.rpartition(", ")[2]
        return body.part_of or self.by_form.get(behind, ref)

    def _read_masthead(self, doc: Doc) -> list[str]:
        """Return the countries that the release comes from: of its issuer, its letterhead, its dateline."""
        found = [] if MISSION.search(self._issuer_text) else countries_in(self._issuer_text)
        for line in text_of(doc)[:_MASTHEAD].split("\n"):
            names = all(w[:1].isupper() or w in _SMALL or not w.isalpha() for w in line.split())
            if names and _LETTERHEAD.match(line.strip()) and len(line) < _MAX_LETTERHEAD:
                found += country_of_letterhead(line)
        opening = [_OPENING_PLACE.match(line) for line in text_of(doc)[:_MASTHEAD].split("\n")]
        opening += [_DATED_PLACE.search(text_of(doc)[:_MASTHEAD])]
        for place in (self._dateline, *(match[1] for match in opening if match)):
            capital_of = capitals().get(place.casefold())
            if capital_of:
                found.append(capital_of)
        return list(dict.fromkeys(found))

    def _rank(self, units: list[Unit], *, country: bool) -> list[tuple[str, int]]:
        counts: Counter[str] = Counter()
        for unit in units:
            if unit.kind == "body" and country:
                counts.update(countries_in(unit.text))
                if unit.text in national_bodies():
                    counts[national_bodies()[unit.text]] += 1
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


def is_kind(name: str, noun: str) -> bool:
    """Tell whether a body's own name says that it is a ``noun``: not what it is a part of.

    "Bank of Ayr" is a bank, "Board of the Bank of Ayr" is none; all words of "municipal government"
    must stand in a name.
    """
    own = re.split(r" (?:of|for|at|to|on|in) ", name.lower(), maxsplit=1)[0]
    words = set(re.findall(r"[\w'’-]+", own))
    return set(noun.split()) <= words and not (noun != "board" and own.endswith(" board"))


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
