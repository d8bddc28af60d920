"""The body that an office has only because of whose release it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.titles.authors import speaks_of_america
from communique.components.titles.holding import UNKNOWN, Holding, Resolved
from communique.components.titles.kinds import is_kind
from communique.components.titles.lines import body_beside, nearest
from communique.components.titles.national import is_national, office_of, serves_minister
from communique.components.titles.nations import Nations
from communique.components.titles.rules import complements
from communique.components.titles.seats import Seats
from communique.components.titles.sentences import words
from communique.components.titles.subject import Subject
from communique.components.titles.units import Unit


class Release:
    """What the release of a document implies of its offices: the issuer, its ministry, its country."""

    def __init__(
        self, text: str, units: Sequence[Unit], subject: Subject, nations: Nations
    ) -> None:
        self._text = text
        self.units = units
        self.subject = subject
        self.nations = nations
        self._seats = Seats(text, units, subject, nations)

    def _of_ministry(self, holding: Holding) -> Resolved:
        """Return the ministry that issued the release for a minister of a country that it does not name."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        minister = (
            office_of(holding).endswith("minister") and office_of(holding) != "prime minister"
        )
        if issuer is None or not minister or not is_kind(issuer.name, "ministry"):
            return UNKNOWN
        return Resolved(issuer.id, issuer.name, "issuer", "issuer")

    def of_own_ministry(self, holding: Holding) -> Resolved | None:
        """Return the ministry that issued the release, or the only one named, for "the Permanent Secretary"."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if office_of(holding) not in words("ministry_staff") or holding.phrase.complement:
            return None
        if issuer is not None and is_kind(issuer.name, "ministry"):
            return Resolved(issuer.id, issuer.name, "issuer", "issuer")
        named = [o for o in self.subject.organizations.values() if is_kind(o.name, "ministry")]
        only = len(named) == 1 and office_of(holding) in words("only_of_ministries")
        return Resolved(named[0].id, named[0].name, "issuer", "only-such-body") if only else None

    def implied(self, holding: Holding) -> Resolved:
        """Return the body or country that a release gives an office to without saying so."""
        level = self._at_level(holding)
        seat = level or self._seats.of(holding)
        if seat is not None:
            return seat
        province = self.nations.province(office_of(holding))
        if province is not None and holding.phrase.complement and holding.phrase.capital:
            ref = self.subject.by_form.get(province)
            return Resolved(ref, province, "issuer", "region-of-office")
        if is_national(
            holding, self._text[holding.start : holding.end]
        ) and not self._of_issuing_body(holding):
            found = self._seats.of_country(holding)
            found = self._of_ministry(holding) if found is UNKNOWN else found
            return self._of_authority(holding) if found is UNKNOWN else found
        flags = holding.phrase.head.flags
        employed = holding.phrase.head.words in complements("employed")
        plain_job = "post" in flags and not (holding.phrase.capital or employed)
        if plain_job or "rank" in flags:
            return UNKNOWN
        beside = body_beside(self.units, holding.at)
        if beside:
            name = self.subject.organizations[beside].name
            short, _, last = name.rpartition(" ")
            if last.lower() in words("contact_headings") and short in self.subject.by_form:
                beside, name = self.subject.by_form[short], short  # "Acme Media | Contact:"
            return Resolved(beside, name, "paragraph", "line-beside")
        issuer = self.subject.issuing_body or self.subject.own_region
        return UNKNOWN if issuer is None else Resolved(*issuer, "issuer", "issuer")

    def _of_authority(self, holding: Holding) -> Resolved:
        """Return the issuer for a lesser office of state where the release names no country.

        A member of Congress is of the state that the release names most.
        """
        if office_of(holding) in complements("american") and not self.subject.names_countries:
            return self._seats.of_region()
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        province = office_of(holding) in complements("of_provinces")
        if province and not self.subject.names_countries:
            return self._seats.of_region()
        high = complements("sole") | complements("envoys") | complements("american")
        if issuer is None or issuer.type != "government" or office_of(holding) in high:
            return UNKNOWN
        if {"minister", "secretary"} & set(office_of(holding).split()) or self.subject.countries:
            return UNKNOWN
        return Resolved(issuer.id, issuer.name, "issuer", "issuer")

    def _at_level(self, holding: Holding) -> Resolved | None:
        """Return the body at the level of government that a title opens with: "Provincial Administrator"."""
        level = next(iter(holding.phrase.words), "")
        if level not in words("own_levels") or not holding.phrase.capital:
            return None
        such = [o for o in self.subject.organizations.values() if is_kind(o.name, level)]
        near = nearest(self.units, holding.phrase.edge, {o.id for o in such})
        body = next((o for o in such if o.id == (near or self.subject.issuer)), None)
        body = such[0] if body is None and len(such) == 1 else body
        return None if body is None else Resolved(body.id, body.name, "issuer", "only-such-body")

    def _of_issuing_body(self, holding: Holding) -> bool:
        """Tell whether an office such as "President" is more likely the issuer's than a country's."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if issuer is None:
            return False
        if serves_minister(self._text[holding.start : holding.end]) and issuer.type != "government":
            return False
        if "nation" not in holding.phrase.head.flags and holding.phrase.head.words != "secretary":
            return issuer.type not in {"government", "place"}
        of_state = self._text[holding.start : holding.end].lower().endswith("secretary of state")
        whole = of_state or not holding.phrase.complement
        if is_kind(issuer.name, "ministry") and whole:
            staff = office_of(holding) in words("ministry_staff")
            return staff or (office_of(holding) == "minister" and not self.nations.has_home())
        if office_of(holding) in complements("parliamentarians"):
            return any(
                is_kind(issuer.name, noun) for noun in ("assembly", "parliament", "legislature")
            )
        court = not words("courts").isdisjoint(issuer.name.lower().split())
        if court and office_of(holding) in words("bench") and self.subject.headed:
            return True
        if office_of(holding) not in complements("also_of_bodies"):
            return False
        if court:
            return True
        if issuer.type in {"government", "place"}:
            return False
        if issuer.type == "education" or holding.rule != "front":
            return True
        home = self.nations.of(holding, office_of(holding))
        if home is None:
            return not (self.subject.names_countries or speaks_of_america(self.subject.text))
        return not self.subject.names_plainly(home)
