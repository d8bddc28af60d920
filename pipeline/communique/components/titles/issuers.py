"""The body that issued a release: on its letterhead, as who announces, or named first and most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from communique.components.mentions import Organization
from communique.components.titles.lexicon import is_title_head
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_MAX_ANNOUNCEMENT, _MAX_BRACKET, _MAX_ADVERBS, _MAX_OFFICE = 80, 12, 5, 8

_MAX_HEADLINE = 12
_DASHES = frozenset(["-", "–", "—"])
_AUXILIARIES = frozenset(["has", "have", "will", "today", "is", "and"])
_HEADLINE_WEIGHT, _ISSUER_SHARE = 3, 0.2
_MAX_MASTHEAD_UNITS, _MASTHEAD_LINES = 60, 3
#: A body behind one of these is the other side of what a release is about.
_OPPOSITE = frozenset(["with", "against", "v", "vs", "versus"])
_ENDS = frozenset(["line", "gap"])
#: An organ of the body that a release is about.
_INNER = re.compile(
    r"(?:executive |management |supervisory |governing )?(?:board|committee|council|management)\b"
    r"|.*\b(?:governing (?:council|board|body)|board of \w+|(?:management|supervisory) board|executive committee)$"
)
_ORGAN_OF = re.compile(
    r"(?:Board|Council|Committee) of (?:Directors|Trustees|Governors|Management) of (?:the )?([A-Z].+)"
)
#: A unit that speaks for the body it belongs to.
SPOKEN_BY = re.compile(
    r"\b(?:press|media|communications?|information|public|community|external|university|corporate|investor) "
    r"(?:office|relations|affairs|service|division|department|directorate|unit|centre|center)\b",
    re.IGNORECASE,
)


class Issuers:
    """Finds the issuer of one document among its organizations, by their ids."""

    def __init__(
        self,
        units: list[Unit],
        organizations: Mapping[str, Organization],
        by_form: Mapping[str, str],
    ) -> None:
        self.units = units
        self.organizations = organizations
        self.by_form = by_form

    def find(self, text: str, *, by_official: bool) -> str | None:
        """Return the issuer, None where that is unclear.

        ``text`` is what the release's markup gives as its issuer; ``by_official`` tells that an
        official of a place announces something: then no body named on the way is the issuer.
        """
        if text in self.by_form:
            return self._whole(self.by_form[text])
        heading = self.letterhead() or find_speaker(self.units)
        if heading is not None:
            return self._whole(heading)
        return None if by_official else self._most_named()

    def _most_named(self) -> str | None:
        units, counts = self.units, Counter[str]()
        for at, unit in enumerate(units):
            if unit.kind != "body" or unit.ref is None or _is_wire(units, at):
                continue
            counts[unit.ref] += self._may_issue(unit.ref)
        counts = +counts
        first = self._first_named(counts)
        if first is None:
            return None
        announcer = find_announcer(units)
        if announcer is not None:
            counts[announcer] += _HEADLINE_WEIGHT
        counts[first] += _HEADLINE_WEIGHT
        (ref, count), *others = counts.most_common(2)
        named = count - (_HEADLINE_WEIGHT if ref == first else 0)
        only = (len(counts) == 1 and heads_release(units, first)) or (
            others and others[0][1] == 1 and opens_release(units, first)
        )
        clear = (named > 1 or only) and count >= _ISSUER_SHARE * counts.total()
        return self._whole(ref) if clear else None

    def _may_issue(self, ref: str) -> bool:
        """Tell whether a body is more than an organ of another ("Board of Directors") or a chamber."""
        body = self.organizations[ref]
        if body.name.lower() in words("chambers"):
            return False
        whole = whole_of(body.name)
        return not _INNER.match(body.name.lower()) or bool(whole and whole not in self.by_form)

    def _first_named(self, counts: Counter[str]) -> str | None:
        """Return the body named first but for those behind "with": "Partnership with Acme"."""
        for at, unit in enumerate(self.units):
            if unit.kind == "body" and unit.ref in counts:
                before = at - 1 - (at > 0 and self.units[at - 1].lower == "the")
                if before < 0 or self.units[before].lower not in _OPPOSITE:
                    return unit.ref
        return next(iter(counts), None)

    def letterhead(self) -> str | None:
        """Return the body that stands alone on one of the first lines, None for none."""
        line = 0
        for at, unit in enumerate(self.units[:_MAX_MASTHEAD_UNITS]):
            line += unit.kind in _ENDS
            if line == _MASTHEAD_LINES:
                break
            opens = at == 0 or self.units[at - 1].kind in _ENDS
            if (
                unit.kind == "body"
                and unit.ref
                and opens
                and self._closes_head(at + 1)
                and not SPOKEN_BY.search(unit.text)
            ):
                return unit.ref
        return None

    def _closes_head(self, at: int) -> bool:
        """Tell whether a letterhead ends at ``at``: the line, a bar of a menu, or the place of the seat."""
        behind = [*self.units[at : at + 3]]
        if not behind or behind[0].kind in _ENDS or behind[0].text in {"|", "·"}:
            return True
        seat = behind[0].text in {",", "–", "—", "-"} and len(behind) > 1
        single = behind[1:] and (behind[1].kind == "place" or " " not in behind[1].text)
        return seat and bool(single) and (len(behind) < 3 or behind[2].kind in _ENDS)

    def _whole(self, ref: str) -> str:
        """Return the body whose press office or the like ``ref`` is, else ``ref``."""
        body = self.organizations[ref]
        if not SPOKEN_BY.search(body.name):
            return ref
        behind = body.name.rpartition(", ")[2]
        return body.part_of or self.by_form.get(behind, ref)


def whole_of(name: str) -> str | None:
    """Return the body that "Board of Directors of the Bank of Orla" is an organ of, None for other names."""
    found = _ORGAN_OF.match(name)
    return found[1] if found is not None else None


def heads_release(units: list[Unit], ref: str) -> bool:
    """Tell whether a body is named in the headline of a release, behind no preposition."""
    gap = next((at for at, unit in enumerate(units) if unit.kind == "gap"), len(units))
    if not any(unit.kind == "word" for unit in units[gap:]):
        return False
    named = (at for at in range(gap) if units[at].ref == ref)
    return any(units[max(at - 1, 0)].lower not in words("prepositions") for at in named)


def opens_release(units: list[Unit], ref: str) -> bool:
    """Tell whether a release opens with a body alone, as its headline or its first sentence."""
    named = [at for at in range(min(2, len(units))) if units[at].ref == ref]
    if not named or (named[0] == 1 and units[0].lower != "the"):
        return False
    behind = _behind_bracket(units, named[0] + 1)
    joined = units[behind].text in {"&", ",", "/"} or units[behind].lower == "and"
    return heads_release(units, ref) and not joined


def find_announcer(units: list[Unit]) -> str | None:
    """Return the body that announces something in the first sentences, None for none."""
    for at, unit in enumerate(units[:_MAX_ANNOUNCEMENT]):
        if unit.kind != "body" or unit.ref is None or is_title_head(units[max(at - 1, 0)].text):
            continue  # "President Roe announced"
        behind = _behind_bracket(units, at + 1)
        if not words("appoints_for_others").isdisjoint(unit.lower.split()):
            continue
        if _announces(units, behind) or _opens_prose(units, at):
            return units[_first_joined(units, at)].ref
    return None


def _opens_prose(units: list[Unit], at: int) -> bool:
    """Tell whether a body is what the first sentence behind a dateline speaks of: "LIMA – Acme has opened"."""
    before = at - 1 - (units[at - 1].lower == "the")
    behind = _behind_bracket(units, at + 1)
    dashed = before > 0 and units[before].text in _DASHES
    return dashed and units[behind : behind + 1] != [] and units[behind].lower in _AUXILIARIES


def _is_wire(units: list[Unit], at: int) -> bool:
    """Tell whether a body is the newswire of a dateline: "/Andes Wire/ --", "(Andes Wire) –"."""
    around = units[at - 1].text + "".join(u.text for u in units[at + 1 : at + 2]) if at else ""
    dashed = any(u.text in _DASHES for u in units[at + 2 : at + 3])
    return around in {"//", "()"} and dashed


def _first_joined(units: list[Unit], at: int) -> int:
    """Return the first of the bodies that "and" joins up to ``at``: "Acme plc (ACM) and Bute Oil announced"."""
    joint = at - 1 - (units[at - 1].lower == "the")
    if joint < 1 or units[joint].lower not in {"and", "&"}:
        return at
    last = joint - 1
    if units[last].text == ")":
        near = range(last, max(last - _MAX_BRACKET, -1), -1)
        last = next((k - 1 for k in near if units[k].text == "("), -1)
    return last if last >= 0 and units[last].kind == "body" and units[last].ref else at


def find_speaker(units: list[Unit]) -> str | None:
    """Return the body in "Remarks by the Secretary-General of the Union" at the top of a release, None for none."""
    for at, unit in enumerate(units[:_MAX_HEADLINE]):
        if unit.kind == "gap":
            return None
        if unit.lower in words("statements") and units[at + 1 : at + 2]:
            if units[at + 1].lower not in {"by", "from", "of"}:
                return None
            behind = units[at + 2 : at + 2 + _MAX_BRACKET]
            named = next((u for u in behind if u.kind != "word"), None)
            office = any(is_title_head(u.text) for u in behind)
            return named.ref if named is not None and named.kind == "body" and office else None
    return None


def find_official(units: list[Unit]) -> Unit | None:
    """Return what names the body or place of the one who announces something: "Ohio Governor Roe today announced"."""
    for at, unit in enumerate(units[:_MAX_ANNOUNCEMENT]):
        if unit.kind != "person" or not _announces(units, at + 1):
            continue
        for before in range(at - 1, max(at - _MAX_OFFICE, -1), -1):
            if units[before].kind in {"body", "place"}:
                titled = any(is_title_head(u.text) for u in units[before + 1 : at])
                return units[before] if titled else None
            if units[before].kind != "word":
                break
        return None
    return None


def _announces(units: list[Unit], at: int) -> bool:
    """Tell whether "today announced" or the like stands at ``at``."""
    said = [u.lower for u in units[at : at + _MAX_ADVERBS]]
    verb = next((k for k, word in enumerate(said) if word in words("announcing")), None)
    return verb is not None and set(said[:verb]) <= words("before_announcing")


def _behind_bracket(units: list[Unit], at: int) -> int:
    """Return the index after the bracket that opens at ``at``, ``at`` where none does."""
    if not units[at : at + 1] or units[at].text != "(":
        return at
    near = range(at, min(at + _MAX_BRACKET, len(units)))
    return next((k + 1 for k in near if units[k].text == ")"), at)
