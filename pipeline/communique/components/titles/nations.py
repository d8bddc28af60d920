"""The country that an office is held for where no phrase names one: whose minister "the Minister" is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.components.lexicon_files import lexical, read_table
from communique.components.titles.authors import (
    find_author,
    meets,
    opens_readout,
    speaks_of_america,
)
from communique.components.titles.holding import Holding
from communique.components.titles.localities import states
from communique.components.titles.places import Place, national_bodies, places
from communique.components.titles.rules import complements
from communique.components.titles.sentences import words
from communique.components.titles.subject import Subject, clearest
from communique.components.titles.units import Unit

_UNITED_STATES = "United States"
_HOME_WEIGHT = 6
_STRANGE_SHARE, _MAX_STRANGE = 0.5, 3
_MAX_HOME, _MAX_POLICY = 2, 6
_VISITS = frozenset(
    ["visit", "visits", "visited", "visiting", "trip", "travel", "travelled", "traveled", "travels"]
)
_PARTIES = frozenset(["delegation", "team", "mission", "group", "visitors", "guests"])


@lexical
def _lacking() -> dict[str, frozenset[str]]:
    """Return, for each office that not all countries have, those that lack it."""
    return {
        office: frozenset(countries.split("|"))
        for office, countries in read_table("titles/constitutions.tsv")
    }


@lexical
def _native() -> dict[str, frozenset[str]]:
    """Return, for each office that few countries have, those that have it."""
    return {
        office: frozenset(countries.split("|"))
        for office, countries in read_table("titles/native_offices.tsv")
    }


def natives(title: str) -> frozenset[str]:
    """Return the countries that alone have the office of a title, none where any may have it."""
    words = [word for word in title.lower().replace(",", " ").split() if word != "the"]
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            found = _native().get(" ".join(words[start : start + size]))
            if found is not None:
                return found
    return frozenset()


def lacks(country: str, office: str) -> bool:
    """Tell whether a country, by any of its names, has no such office."""
    place = places().get(country)
    return place is not None and place.name in _lacking().get(office, ())


def _whole(office: str) -> str:
    """Return the office that a deputy or an assistant is of."""
    return office.removeprefix("deputy ").removeprefix("assistant ")


class Nations:
    """What one release shows of its countries: which is its own, and which are spoken of.

    A release names the country of foreign officials and leaves out its own. So a country that
    others' offices are given with, or that someone visits, is less likely the one meant; one that
    an ambassador is sent to, or that receives a delegation, is more likely.
    """

    def __init__(self, units: list[Unit], subject: Subject) -> None:
        self.units = units
        self.subject = subject
        # for each country, who is named as holding which office of it: {(office, person)}
        self._held: dict[str, set[tuple[str, str]]] = {}
        # the sentences in which someone visits a country, and those that give officials' countries
        self._visits: list[tuple[int, str]] = []
        self._marked: dict[int, set[str]] = {}
        # the countries that a person's offices are named with, and the regions of an office
        self._own: dict[str, set[str]] = {}
        self._regions: dict[str, set[str]] = {}
        self._provinces: set[str] = set()
        self._home: Counter[str] = Counter()
        self._foreign: Counter[str] = Counter()
        self._home.update(set(subject.masthead))
        self._author = find_author(units)
        self._read_visits()
        self._read_policies()

    def learn(self, holding: Holding, office: str, names: Iterable[str]) -> None:
        """Take in that ``holding`` is given with the bodies or places called ``names``."""
        named = [place for name in names if (place := places().get(name))]
        known = [place for place in named if place.country]
        self._own.setdefault(holding.person, set()).update(place.name for place in known)
        if office in complements("of_provinces"):
            self._provinces.update(place.name for place in named if not place.country)
        if office in complements("also_of_regions"):
            self._regions.setdefault(_whole(office), set()).update(place.name for place in named)
        if not holding.bodies and holding.phrase.capital:
            self._learn_native(holding)
        sentence = self.units[holding.phrase.first].sentence
        for place in known:
            if self._is_author(holding):
                self._home[place.name] += 1
                continue
            self._marked.setdefault(sentence, set()).add(place.name)
            self._held.setdefault(place.name, set()).add((office, holding.person))
        if known and office in complements("to_place"):
            host = self._sent_to(holding)
            if host is not None and host.name != known[0].name:
                self._home[host.name] += 1
                self._foreign[known[0].name] += 1

    def _title(self, holding: Holding) -> str:
        units = self.units[holding.phrase.first : holding.phrase.last]
        return " ".join(unit.lower for unit in units)

    def _learn_native(self, holding: Holding) -> None:
        """Take in that the release leaves out the one country it names that has an office."""
        having = natives(self._title(holding))
        named = [name for name, _ in self.subject.countries if name in having]
        if len(named) == 1 and self._home[named[0]] < _MAX_HOME:
            self._home[named[0]] += 1

    def _is_author(self, holding: Holding) -> bool:
        """Tell whether an office is that of who speaks: "I, Jane Roe, President of Kenya"."""
        at, edge = holding.at, holding.phrase.edge
        named = at > 1 and self.units[at - 1].text == "," and self.units[at - 2].text == "I"
        return named or (edge > 1 and self.units[edge - 2].lower == "me")

    def has_home(self) -> bool:
        """Tell whether anything shows which country the release is from."""
        return bool(self._home)

    def region_of(self, office: str) -> str | None:
        """Return the one state or territory that an office such as "Attorney General" is named with."""
        named = self._regions.get(_whole(office), set())
        region = next(iter(named), None)
        if region is None or len(named) > 1 or office not in complements("also_of_regions"):
            return None
        return None if places()[region].country else region

    def province(self, office: str) -> str | None:
        """Return the one state or province that the ministers and secretaries of a release are given with."""
        one = len(self._provinces) == 1 and office in complements("of_provinces")
        return next(iter(self._provinces)) if one and not self.subject.is_national else None

    def of(self, holding: Holding, office: str) -> str | None:
        """Return the country that the release gives an office to without saying so, None for none."""
        out = set(_lacking().get(office, ()))
        rivals = Counter[str]()
        for country, holders in self._held.items():
            others = {o for o, person in holders if person != holding.person}
            rivals[country] = office in others
            if office in others and office in complements("sole"):
                out.add(country)
        sent = self._sent_to(holding)
        if sent is not None:
            out.add(sent.name)
        own = self._own.get(holding.person, set()) - out
        if len(own) == 1:
            return next(iter(own))
        home = self._of_author() if office in complements("sole") else None
        if home is not None and holding.person == self._author:
            return home or None
        if home and self._author and meets(self.units, holding.phrase.edge, self._author):
            out.add(home)
        ranked = [(name, n) for name, n in self.subject.countries if name not in out]
        if office in complements("american") and self._is_american():
            american = [(name, n) for name, n in ranked if name == _UNITED_STATES]
            ranked = american or ranked
        having = natives(self._title(holding))
        ranked = [(name, n) for name, n in ranked if name in having] or ranked
        if len(ranked) < 2:
            return clearest(ranked)
        weighed: dict[str, float] = {}
        # the country that a foreign official visits may be the release's own
        visited = Counter(n for at, n in self._visits if not self._marked.get(at, set()) - {n})
        for name, count in ranked:
            strange = 2 * (self._foreign[name] + visited[name]) + rivals[name]
            strange += len(self._held.get(name, ()))
            strange = 0 if name in self.subject.masthead else min(strange, _MAX_STRANGE)
            weighed[name] = (count + _HOME_WEIGHT * self._home[name]) * _STRANGE_SHARE**strange
        best, second, *_ = sorted(weighed, key=lambda name: -weighed[name])
        return None if weighed[best] == weighed[second] else best

    def _of_author(self) -> str | None:
        """Return the country of who speaks in the release, "" where it is not named, None for nobody."""
        if self._author is None:
            return None
        counts = dict(self.subject.countries)
        own = [name for name in self.subject.masthead if name in counts]
        own = own or [name for name, _ in self._home.most_common() if name in counts]
        if own:
            return own[0]
        if not speaks_of_america(self.subject.text):
            # a call with foreign leaders tells of their countries and others
            return "" if opens_readout(self.units) else None
        return _UNITED_STATES if _UNITED_STATES in counts else ""

    def _is_american(self) -> bool:
        """Tell whether parties or states show that members of Congress are the ones meant."""
        return self.subject.parties or any(n in states() for n, _ in self.subject.regions)

    def _sent_to(self, holding: Holding) -> Place | None:
        """Return the country in "Ambassador to Kenya", "Ambassador of Peru to the State of Kuwait"."""
        units = self.units[holding.phrase.head_at : holding.phrase.close]
        for at, unit in enumerate(units):
            if unit.kind == "place" and not unit.demonym and units[at - 1].lower in {"to", "the"}:
                before = units[at - 1 - (units[at - 1].lower == "the")]
                place = places().get(unit.name)
                if before.lower == "to" and place is not None and place.country:
                    return place
        return None

    def _read_visits(self) -> None:
        """Count the countries of "visit to X": not the visitors' own, unless they are strangers."""
        for at, unit in enumerate(self.units):
            place = self._country(at)
            if place is None or unit.demonym or at < 3:
                continue
            before = at - 1 - (self.units[at - 1].lower == "the")
            before -= self.units[before].lower == "to"
            if self.units[before].lower not in _VISITS:
                continue
            guest = self._guest(before)
            if guest is None or guest.name in self.subject.masthead:
                self._visits.append((unit.sentence, place.name))
            elif guest.name != place.name:
                self._home[place.name] += 1
                self._foreign[guest.name] += 1

    def _read_policies(self) -> None:
        """Count the countries that the release says stand for something, as its own does."""
        for at, unit in enumerate(self.units):
            seat = national_bodies().get(unit.text) if unit.kind == "body" else None
            if seat is not None and not self._home[seat]:
                self._home[seat] += 1
            place = self._country(at)
            if place is None or unit.demonym or self._home[place.name] >= _MAX_HOME:
                continue
            before = (
                self.units[at - 1 - (self.units[at - 1].lower == "the")].lower if at > 1 else ""
            )
            behind = self.units[at + 1 : at + _MAX_POLICY]
            ends = next(
                (k for k, u in enumerate(behind) if u.kind != "word" and u.text != "'s"), None
            )
            stands = {u.lower for u in behind[:ends]} & words("policies")
            if stands and before not in words("prepositions"):
                self._home[place.name] += 1

    def _guest(self, visit: int) -> Place | None:
        """Return the country of "the Japanese delegation visiting X", "a delegation from Japan"."""
        start = max(visit - 8, 0)
        for at in range(visit - 1, start - 1, -1):
            place = self._country(at)
            if place is None:
                continue
            around = {self.units[k].lower for k in (at - 2, at + 1)}
            return place if around & _PARTIES else None
        return None

    def _country(self, at: int) -> Place | None:
        unit = self.units[at]
        place = places().get(unit.name) if unit.kind == "place" else None
        return place if place is not None and place.country else None
