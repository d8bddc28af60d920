"""The bodies that offices of state are held at by what they are, where no words beside them say.

The White House of an aide, the navy of an admiral, the state of a senator, the city of a mayor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.mentions import Organization
from communique.components.titles.congress import read_districts, read_seats
from communique.components.titles.holding import UNKNOWN, Holding, Resolved
from communique.components.titles.kinds import is_kind
from communique.components.titles.letterheads import all_countries
from communique.components.titles.national import is_aide, is_regional, office_of
from communique.components.titles.nations import Nations, natives
from communique.components.titles.places import national_bodies, places
from communique.components.titles.rules import complements
from communique.components.titles.subject import Subject, clearest
from communique.components.titles.units import Unit

_CITY = re.compile(
    r"^(?:the )?(?:city|town|township|village|borough|municipality|commune|gemeente|municipio) of \w"
    r"|^(?:the )?(?:city|municipal|town) government of \w"
    r"|\w (?:municipality|kommune?|(?:city|municipal|town|borough) (?:government|council))$",
    re.IGNORECASE,
)
_UNIVERSITY = re.compile(
    r"^(?:the )?(?:[\w.'’-]+ ){0,4}(?:university|polytechnic|universidade?|université|universität)\b"
    r"(?!.*\b(?:press|hospital|library|school of|faculty of|department of)\b)",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(r"(?:department|ministry) of (?:the )?([^,]+)", re.IGNORECASE)
_ASSEMBLIES = ("assembly", "parliament", "legislature")
_LOCAL = ("municipality", "city", "town", "county", "region", "province", "council")
_CHAMBERS = (("chambers_senate", "senate"), ("chambers_house", "house of representatives"))


class Seats:
    """Resolves the offices of state of one document by the bodies that the release names."""

    def __init__(
        self, text: str, units: Sequence[Unit], subject: Subject, nations: Nations
    ) -> None:
        self._text = text
        self.subject = subject
        self.nations = nations
        bodies = subject.organizations.values()
        self._cities = [o for o in bodies if _CITY.search(o.name)]
        self._departments = [o for o in bodies if _DEPARTMENT.search(o.name)]
        self._states = read_seats(text, units)
        self._districts = read_districts(text, units)

    def of(self, holding: Holding) -> Resolved | None:
        """Return the body that an office has by what it is, None for one that may have any.

        It is unknown where the office has one, and the release does not tell which.
        """
        office = office_of(holding)
        own = self._of_own_region(holding, office) or self._of_tribe(holding, office)
        if own is not None:
            return own
        if is_regional(holding):
            return self._of_governed(holding) or self.of_region()
        region = self.nations.region_of(office)
        if region is not None:
            return Resolved(self.subject.by_form.get(region), region, "issuer", "region-of-office")
        sure = holding.phrase.capital or office in complements("only_academic")
        if office in complements("academic") and sure:
            return self._of_university(holding)
        if office == "chancellor" and holding.phrase.first == holding.phrase.head_at:
            return self._of_chancellor(holding)
        seat = self._of_aide(holding) or self._of_navy(holding) or self._of_legislator(holding)
        if seat is None and office in complements("municipal"):
            return self._of_city()
        return seat

    def of_country(self, holding: Holding) -> Resolved:
        """Return the country that the release gives an office to, or the department of a secretary."""
        office = office_of(holding)
        own = self.subject.mission if office in complements("envoys") else None
        name = own or self.nations.of(holding, office)
        if name is None or (own is None and not self.subject.names_country(name)):
            found = self._of_department(holding)
            if found is not UNKNOWN or name is None or not self.subject.speaks_of(name):
                return found
        house = self._assembly(name) if office in complements("parliamentarians") else None
        if house is not None:
            return Resolved(house.id, house.name, "issuer", "chamber")
        ref, form = self.subject.country(name)
        return Resolved(ref, form, "issuer", "country-of-release")

    def _assembly(self, country: str) -> Organization | None:
        """Return the parliament of a country among the organizations, None for none or several."""
        named = [
            o
            for o in self.subject.organizations.values()
            if any(is_kind(o.name, noun) for noun in _ASSEMBLIES)
            and country in all_countries(o.name)
        ]
        return named[0] if len(named) == 1 else None

    def _of_tribe(self, holding: Holding, office: str) -> Resolved | None:
        """Return the one tribe or nation that the release names for a bare "Chief"."""
        bare = holding.phrase.first == holding.phrase.head_at and not holding.phrase.complement
        if office != "chief" or not bare or not holding.phrase.capital:
            return None
        bodies = self.subject.organizations.values()
        named = [o for o in bodies if o.name.split()[-1].lower() in complements("tribes")]
        if len(named) != 1:
            return None
        return Resolved(named[0].id, named[0].name, "issuer", "only-such-body")

    def _of_own_region(self, holding: Holding, office: str) -> Resolved | None:
        """Return the state or province that the release comes from for an office that states have."""
        own = self.subject.own_region
        if own is None:
            return None
        ref, name = own
        governed = ref is not None and name not in places()
        shared = complements("also_of_regions") | complements("heads_of_regions")
        ministers = governed and office in complements("of_provinces")
        if not (office in shared or ministers) or (office == "minister" and holding.phrase.when):
            return None
        return Resolved(ref, name, "issuer", "region-of-release")

    def _of_aide(self, holding: Holding) -> Resolved | None:
        """Return the White House for "Assistant to the President" where the release names it."""
        if not is_aide(self._text[holding.start : holding.end]) or not holding.phrase.capital:
            return None
        for seat in complements("staff_seats"):
            house = self.subject.chamber(seat)
            home = self.nations.of(holding, office_of(holding))
            if house is not None and home in {None, national_bodies().get(house.name)}:
                return Resolved(house.id, house.name, "issuer", "seat")
        return None

    def _of_university(self, holding: Holding) -> Resolved | None:
        """Return the one university or the like that the release names, where it issued none itself."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if issuer is not None and issuer.type == "education":
            return None
        if holding.phrase.head.words == "professor" and not holding.phrase.complement:
            return None
        named = [o for o in self.subject.organizations.values() if _UNIVERSITY.search(o.name)]
        if len(named) != 1:
            return None
        return Resolved(named[0].id, named[0].name, "issuer", "only-such-body")

    def _of_chancellor(self, holding: Holding) -> Resolved | None:
        """Return the one country with a chancellor that the release names, but in a university's."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        having = natives("chancellor")
        named = [name for name, _ in self.subject.countries if name in having]
        bare = not holding.phrase.complement and holding.phrase.capital
        if not bare or len(named) != 1 or (issuer is not None and issuer.type == "education"):
            return None
        ref, form = self.subject.country(named[0])
        return Resolved(ref, form, "issuer", "country-of-release")

    def _of_navy(self, holding: Holding) -> Resolved | None:
        """Return the one navy that the release names for "Chief of Naval Operations"."""
        if not set(self._text[holding.start : holding.end].lower().split()) & complements("naval"):
            return None
        bodies = self.subject.organizations.values()
        navies = [o for o in bodies if o.name.lower().split()[-1] in complements("navies")]
        return (
            Resolved(navies[0].id, navies[0].name, "issuer", "navy") if len(navies) == 1 else None
        )

    def _of_legislator(self, holding: Holding) -> Resolved | None:
        """Return the chamber or district of an office in one, the state of "Senator Jane Roe (D-NV)"."""
        office = office_of(holding)
        district = self._districts.get(holding.person)
        if district is not None and office in complements("american") and office != "senator":
            return Resolved(None, district, "sentence", "district")
        state = self._states.get(holding.person) if office == "senator" else None
        if state is not None:
            return Resolved(self.subject.by_form.get(state), state, "sentence", "party-and-state")
        for chamber, name in _CHAMBERS:
            house = self.subject.chamber(name) if office in complements(chamber) else None
            if house is not None:
                return Resolved(house.id, house.name, "issuer", "chamber")
        return None

    def _of_department(self, holding: Holding) -> Resolved:
        """Return the department of a secretary ("Treasury Secretary") where no country is to be seen."""
        title = set(self._text[holding.start : holding.end].lower().split())
        for o in self._departments:
            found = _DEPARTMENT.search(o.name.lower())
            if found is not None and set(re.findall(r"[\w'’-]+", found[1])) - {"and"} <= title:
                return Resolved(o.id, o.name, "issuer", "department")
        return UNKNOWN

    def _of_city(self) -> Resolved:
        """Return the city or town that issued the release or is the one most named, else its dateline's."""
        named = {o.id: o for o in self._cities}
        city = named.get(self.subject.issuer or "")
        if city is None and named:
            first, *others = sorted(named.values(), key=lambda o: -len(o.mentions))
            if not others or len(others[0].mentions) < len(first.mentions):
                city = first
        if city is not None:
            return Resolved(city.id, city.name, "issuer", "only-such-body")
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if issuer is not None and any(is_kind(issuer.name, noun) for noun in _LOCAL):
            return Resolved(issuer.id, issuer.name, "issuer", "issuer")
        place = self.subject.dateline.partition(",")[0]
        if named or not place or place in places():
            return UNKNOWN
        return Resolved(self.subject.by_form.get(place), place, "issuer", "dateline")

    def _of_governed(self, holding: Holding) -> Resolved | None:
        """Return the bank or the like that issued the release for a governor, where it names no region."""
        issuer = self.subject.issuing_body
        if issuer is None or "state" in holding.phrase.words:
            return None
        bank = is_kind(issuer[1], "bank")
        return Resolved(*issuer, "issuer", "issuer") if bank or not self.subject.regions else None

    def of_region(self) -> Resolved:
        """Return the state or province that the release names most."""
        governed = self.subject.governed
        name = clearest(self.subject.regions) or (
            next(iter(governed)) if len(governed) == 1 else None
        )
        if name is None:
            return UNKNOWN
        return Resolved(self.subject.by_form.get(name), name, "issuer", "region-of-release")
