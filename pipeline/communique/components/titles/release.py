"""The body that an office has only because of whose release it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.titles.holding import UNKNOWN, Holding, Resolved
from communique.components.titles.lines import body_beside
from communique.components.titles.national import is_national, office_of, serves_minister
from communique.components.titles.nations import Nations
from communique.components.titles.rules import complements
from communique.components.titles.seats import Seats
from communique.components.titles.sentences import words
from communique.components.titles.subject import Subject, is_kind
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
        """Return the ministry that issued the release for "the Permanent Secretary"."""
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        staff = office_of(holding) in words("ministry_staff") and not holding.phrase.complement
        if issuer is None or not staff or not is_kind(issuer.name, "ministry"):
            return None
        return Resolved(issuer.id, issuer.name, "issuer", "issuer")

    def implied(self, holding: Holding) -> Resolved:
        """Return the body or country that a release gives an office to without saying so."""
        seat = self._seats.of(holding)
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
            return self._of_ministry(holding) if found is UNKNOWN else found
        flags = holding.phrase.head.flags
        plain_job = "post" in flags and not holding.phrase.capital
        if plain_job or "rank" in flags:
            return UNKNOWN
        beside = body_beside(self.units, holding.at)
        ref = beside or self.subject.issuer
        if ref is None:
            return UNKNOWN
        name = self.subject.organizations[ref].name
        if beside:
            return Resolved(ref, name, "paragraph", "line-beside")
        return Resolved(ref, name, "issuer", "issuer")

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
        if office_of(holding) not in complements("also_of_bodies"):
            return False
        if not words("courts").isdisjoint(issuer.name.lower().split()):
            return True
        if issuer.type in {"government", "place"}:
            return False
        return issuer.type == "education" or holding.rule != "front"
