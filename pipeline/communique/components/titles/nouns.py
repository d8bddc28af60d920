"""What body a noun stands for: "the Bank's Director", "the Norwegian port", "the Programme"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.mentions import Organization
from communique.components.titles.beside import Body
from communique.components.titles.holding import UNKNOWN, Holding, Resolved
from communique.components.titles.kinds import is_kind, read_kinds
from communique.components.titles.places import places
from communique.components.titles.rules import complements
from communique.components.titles.subject import Subject
from communique.components.titles.types import OrganizationSource
from communique.components.titles.units import Unit

_COMPANY_NOUNS = frozenset(["company", "firm", "corporation"])
_COMMON_NOUNS = _COMPANY_NOUNS | {
    "group",
    "business",
    "organization",
    "organisation",
    "agency",
    "association",
}


def place_of(body: Body, holding: Holding) -> str:
    """Return where beside a title its body stands, as the name of a rule."""
    if body.span is None or body.span[0] >= holding.end:
        return "body-behind-title"
    return "body-before-title"


class Nouns:
    """Resolves the nouns that stand for bodies in one document."""

    def __init__(self, units: Sequence[Unit], subject: Subject) -> None:
        self.units = units
        self.subject = subject
        self._kinds = read_kinds(units)

    def resolve(self, body: Body, holding: Holding) -> Resolved:
        """Resolve "the Bank" to the nearest body before it that is one, else to the issuer.

        Beyond the sentence, the issuer comes first where it is one.
        """
        word, subject = body.name.lower(), self.subject
        own = subject.by_form.get(body.name)
        if own is not None:
            rule = place_of(body, holding)
            return Resolved(own, body.name, "phrase", rule, body.span, explicit=True)
        issuer = subject.organizations.get(subject.issuer or "")
        foreign = bool(body.nation) and body.nation not in subject.masthead
        own_noun = issuer is not None and self._is(issuer, word) and not foreign
        sentence = self.units[holding.phrase.first].sentence
        for k in range(holding.phrase.first - 1, -1, -1):
            unit = self.units[k]
            if own_noun and unit.sentence != sentence:
                break
            known = subject.organizations.get(unit.ref or "") if unit.kind == "body" else None
            if known is None or (foreign and known == issuer):
                continue
            company = known.type == "company" and word in _COMPANY_NOUNS
            if company or is_kind(unit.text, word) or self._is(known, word):
                span, source = (unit.start, unit.end), self.distance(k, holding)
                return Resolved(known.id, unit.text, source, "noun-before", span)
        firm = word in complements("firm_nouns")
        if (word in _COMPANY_NOUNS or firm) and issuer is not None and issuer.type != "company":
            found = self._firm_before(holding)
            if found is not None:
                return found
        known_such = [o for o in subject.organizations.values() if is_kind(o.name, word)]
        if issuer is not None and (
            own_noun or (not known_such and (word in _COMMON_NOUNS or firm))
        ):
            return Resolved(issuer.id, issuer.name, "issuer", "issuer")
        if len(known_such) == 1:
            return Resolved(known_such[0].id, known_such[0].name, "issuer", "only-such-body")
        # "the Speaker of the Parliament" where the text says no more
        return Resolved(None, body.name, "phrase", "noun") if body.name[:1].isupper() else UNKNOWN

    def named_by_noun(self, name: str) -> Organization | None:
        """Return the body whose last word alone stands for it ("Programme"): the issuer, or the only one."""
        if " " in name or not name[:1].isupper() or name in places():
            return None
        noun = name.lower()
        such = [o for o in self.subject.organizations.values() if _ends_with(o.name, noun)]
        issuer = self.subject.organizations.get(self.subject.issuer or "")
        if issuer in such:
            return issuer
        return such[0] if len(such) == 1 else None

    def distance(self, at: int, holding: Holding) -> OrganizationSource:
        """Return how near to a title the unit stands that names its body."""
        first = holding.phrase.first
        if self.units[at].sentence == self.units[first].sentence:
            return "sentence"
        start, end = sorted((at, first))
        apart = any(self.units[k].kind == "gap" for k in range(start, min(end, start + 200)))
        return "issuer" if apart or end - start > 200 else "paragraph"

    def _is(self, body: Organization, noun: str) -> bool:
        return is_kind(body.name, noun) or noun in self._kinds.get(body.id, ())

    def _firm_before(self, holding: Holding) -> Resolved | None:
        """Return what "the company" means in the release of a university: the last body of no other kind."""
        for k in range(holding.phrase.first - 1, -1, -1):
            unit = self.units[k]
            known = self.subject.organizations.get(unit.ref or "") if unit.kind == "body" else None
            if known is not None and known.type in {"company", "other"}:
                span, source = (unit.start, unit.end), self.distance(k, holding)
                return Resolved(known.id, unit.text, source, "noun-before", span)
        return None


def _ends_with(name: str, noun: str) -> bool:
    """Tell whether a body's own name, without what it is of, ends with a noun and has more words."""
    own = name.lower().partition(" of ")[0].split()
    return bool(own) and own[-1] == noun and (len(own) > 1 or " of " in name.lower())
