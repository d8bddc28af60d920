"""The organization that a title is held at, looked for where it is closest.

In this order: the title's own phrase; its sentence and paragraph, where a construction ties a body
to it; the list that it stands in; the country or the body that the release as a whole is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from communique.components.text import text_of
from communique.components.titles.beside import Body, body_of
from communique.components.titles.carried import carried_on
from communique.components.titles.companions import Companions
from communique.components.titles.holding import Holding, Resolved
from communique.components.titles.national import is_national, office_of
from communique.components.titles.nations import Nations, lacks, natives
from communique.components.titles.nearby import Nearby
from communique.components.titles.nouns import Nouns, place_of
from communique.components.titles.places import capitals, places
from communique.components.titles.release import Release
from communique.components.titles.rules import complements, word_lists
from communique.components.titles.sentences import Sentences, words
from communique.components.titles.series import court_of_series
from communique.components.titles.subject import Subject
from communique.components.titles.types import OrganizationSource
from communique.components.titles.units import Unit

_MAX_LIST_GAP, _MAX_SHARED, _MAX_SUCCESSION = 12, 2, 30
#: Rules by which all those named in a series have the body of the first: "led by A, Dean, and B, Bursar".
_OF_SEVERAL = frozenset(["delegation-led-by", "on-behalf-of", "side"])
_BULLETS = frozenset(["-", "–", "•", "·", "▪", "●", "*"])


class BodyResolver:
    """Resolves the bodies of the holdings of one document."""

    def __init__(self, doc: Doc, units: list[Unit]) -> None:
        self.units = units
        self._text = text_of(doc)
        self.subject = Subject(doc, units)
        self.nations = Nations(units, self.subject)
        self._nouns = Nouns(units, self.subject)
        self._companions = Companions(Sentences(units), self.subject)
        self._release = Release(self._text, units, self.subject, self.nations)
        # the court of a person in a sentence
        self._courts: dict[tuple[str, int], Resolved] = {}

    def resolve(self, holdings: Sequence[Holding]) -> list[list[Resolved]]:
        """Return the bodies of each holding, in the order given; one unknown where there is none."""
        found = [
            [
                b
                for b in (self._named(body, holding) for body in holding.bodies)
                if self._may(b, holding)
            ]
            for holding in holdings
        ]
        for holding, bodies in zip(holdings, found, strict=True):
            names = [body.name for body in bodies if body.name is not None]
            self.nations.learn(holding, office_of(holding), names)
        self._read_courts(holdings, found)
        nearby = Nearby(self.units, [(h.phrase.last, h.phrase.close) for h in holdings])
        for at, holding in enumerate(holdings):
            if not found[at]:
                near = nearby.find(holding)
                found[at] = [
                    self._own_court(holding)
                    or court_of_series(self.units, holdings, found, at)
                    or (self._near(*near, holding) if near is not None else None)
                    or self._shared(holdings, found, at)
                    or self._companions.find(holdings, found, at)
                    or self._release.of_own_ministry(holding)
                    or self._inherited(holdings, found, at)
                    or self._release.implied(holding)
                ]
        return found

    def _may(self, body: Resolved, holding: Holding) -> bool:
        """Tell whether a body may have an office: no company an attorney general ("with Acme Inc. Attorney General X")."""
        known = self.subject.organizations.get(body.ref or "")
        of_state = "nation" in holding.phrase.head.flags and office_of(holding) not in complements(
            "also_of_bodies"
        )
        behind = body.rule == "body-behind-title"
        return behind or not (of_state and known is not None and known.type == "company")

    # -- named beside the title

    def _named(self, body: Body, holding: Holding) -> Resolved:
        if body.noun:
            return self._nouns.resolve(body, holding)
        ref = body.ref or self.subject.by_form.get(body.name)
        if ref is None and not body.place:
            ref = self.subject.called(body.name)
            known = None if ref else self._nouns.named_by_noun(body.name)
            if known is not None:
                rule = "only-such-body"
                return Resolved(known.id, known.name, "phrase", rule, body.span, explicit=True)
        name = body.name
        if ref is None and body.place:
            ref, form = self.subject.country(name)
            written = places().get(self._text[slice(*body.span)]) if body.span else None
            if written is not None and written.demonym:
                name = form  # "the Kyrgyz side": of the "Kyrgyz Republic"
        return Resolved(ref, name, "phrase", place_of(body, holding), body.span, explicit=True)

    # -- named in the sentence, the paragraph or the list

    def _near(self, at: int, rule: str, holding: Holding) -> Resolved | None:
        """Resolve the unit that a construction of the sentence ties to the title."""
        unit = self.units[at]
        capital = (unit.name or unit.text).casefold() in capitals() and self._national(holding)
        if rule == "met-in-capital" or (rule == "where" and unit.kind == "place" and capital):
            return self._abroad(unit, holding)
        noun = Body(unit.text, noun=True, span=(unit.start, unit.end))
        found = self._named(noun if unit.kind == "word" else body_of(unit), holding)
        if found.name is None:
            return None
        source = self._nouns.distance(at, holding) if found.explicit else found.source
        if rule in {"its-office", "appointed-by"}:
            found = self._governed(found, holding)
        return replace(found, source=source, rule=rule, explicit=False)

    def _governed(self, found: Resolved, holding: Holding) -> Resolved:
        """Return the university of "The Council of the University has appointed X as its Rector"."""
        organ, of, whole = (found.name or "").partition(" of ")
        governs = not words("appoints_for_others").isdisjoint(organ.lower().split())
        if not (of and governs) or office_of(holding) in words("of_the_organ"):
            return found
        name = whole.removeprefix("Directors of ").removeprefix("Trustees of ").removeprefix("the ")
        ref = self.subject.by_form.get(name)
        return found if ref is None else replace(found, ref=ref, name=name)

    def _abroad(self, capital: Unit, holding: Holding) -> Resolved | None:
        """Return the country of a capital, unless the release is about that country first."""
        country = capitals()[(capital.name or capital.text).casefold()]
        home = self.nations.of(holding, office_of(holding))
        if country in {home, *self.subject.masthead}:
            return None
        ref, form = self.subject.country(country)
        span = (capital.start, capital.end)
        return Resolved(ref, form, "sentence", "met-in-capital", span)

    def _read_courts(self, holdings: Sequence[Holding], found: list[list[Resolved]]) -> None:
        """Note the courts that the offices of a person name: "Judge X, President of the Court"."""
        for holding, bodies in zip(holdings, found, strict=True):
            if bodies and set((bodies[0].name or "").lower().split()) & words("courts"):
                place = (holding.person, self.units[holding.at].sentence)
                self._courts.setdefault(place, bodies[0])

    def _own_court(self, holding: Holding) -> Resolved | None:
        if holding.phrase.head.words not in words("bench"):
            return None
        court = self._courts.get((holding.person, self.units[holding.at].sentence))
        return court and replace(court, source="sentence", rule="own-court", explicit=False)

    def _shared(
        self, holdings: Sequence[Holding], found: list[list[Resolved]], at: int
    ) -> Resolved | None:
        """Return the body of the next office in "A, Head of Law, Partner, Ayr Bank", of one person."""
        if at + 1 == len(holdings) or not found[at + 1]:
            return None
        here, behind = holdings[at], holdings[at + 1]
        body = found[at + 1][-1]
        together = here.person == behind.person and here.rule == behind.rule == "apposition"
        near = 0 <= behind.phrase.edge - here.phrase.close <= _MAX_SHARED
        if not (together and near and body.explicit) or body.name in places():
            return None
        listed = body.span and self._text[: body.span[0]].rstrip()[-1:] == ","
        if not listed or self._national(here) or "rank" in here.phrase.head.flags:
            return None
        return Resolved(body.ref, body.name, "sentence", "office-behind", body.span)

    def _inherited(
        self, holdings: Sequence[Holding], found: list[list[Resolved]], at: int
    ) -> Resolved | None:
        """Return the body of the office before in a list: "PRC Minister A and Vice Minister B"."""
        if at == 0 or not found[at - 1]:
            return None
        before, here = holdings[at - 1], holdings[at]
        start, end = before.phrase, here.phrase.first
        if before.person == here.person:
            body = found[at - 1][-1]
            if carried_on(self.units, before, here, body, self.subject.organizations):
                return Resolved(body.ref, body.name, "sentence", "office-before", body.span)
            # "Switzerland's Head of the Department, Federal Councillor X"
            place = next((b for b in start.before if b.place), None)
            near = self._national(here) and end - start.close <= 3
            return self._named(place, here) if place is not None and near else None
        stretch = self.units[start.first : end]
        same_sentence = self.units[start.first].sentence == self.units[end].sentence
        item = any(u.kind == "line" or u.text in _BULLETS for u in stretch)
        same_block = end - start.close <= _MAX_LIST_GAP and all(u.kind != "gap" for u in stretch)
        body = found[at - 1][-1]
        if body.rule in {"party-and-state", "district"}:
            return None
        succeeds = self._succeeds(start.close, end)
        if body.name is None or not (same_sentence or same_block or succeeds):
            return None
        if before.rule != here.rule and not succeeds:
            return None
        same_office = start.head.words == here.phrase.head.words
        same_office |= {start.head.words, here.phrase.head.words} <= words("bench")
        same_office = same_office and _level(before) == _level(here)
        if self._national(here) and body.name not in places():
            known = self.subject.organizations.get(body.ref or "")
            secretaries = same_office and here.phrase.head.words == "secretary"
            fits = secretaries and known is not None and known.type == "government"
        elif self._national(here):
            leaders = complements("heads_of_government")
            rivals = same_office or {office_of(before), office_of(here)} <= leaders
            sole = office_of(here) in complements("sole") and rivals
            sent = office_of(before) in complements("envoys") and office_of(
                here
            ) not in complements("envoys")
            listed = here.rule not in {"front", "apposition"} or self._is_listed(here)
            fits = (
                self._national(before)
                and not sole
                and not sent
                and listed
                and (same_sentence or item)
            )
            fits = fits and not lacks(body.name, office_of(here))
            having = natives(self._text[here.start : here.end])
            country = places().get(body.name)
            seated = office_of(before) in complements(
                "american"
            )  # "Senator A of Ohio and Minister B"
            fits = fits and not (seated and country is not None and not country.country)
            fits = fits and (not having or (country is not None and country.name in having))
        else:
            listed = body.rule in _OF_SEVERAL and same_sentence and self._is_joined(before, here)
            fits = (same_office and not item) or self._is_beside(before, here) or listed
            fits = fits or (same_office and succeeds)
        source: OrganizationSource = "sentence" if same_sentence else "paragraph"
        return Resolved(body.ref, body.name, source, "office-before") if fits else None

    def _succeeds(self, start: int, end: int) -> bool:
        """Tell whether another held the office before: "She will succeed X, who has been [Head]"."""
        if end - start > _MAX_SUCCESSION:
            return False
        between = {u.lower for u in self.units[start:end]}
        return not between.isdisjoint(word_lists("attachment.toml")["succession"])

    def _is_joined(self, before: Holding, here: Holding) -> bool:
        """Tell whether only commas and "and" stand between two holders with their offices."""
        end = max(before.at, before.phrase.close - 1) + 1
        start = min(here.at, here.phrase.edge)
        between = [u.lower for u in self.units[end:start]]
        return all(w in {",", "and", "&", *words("articles")} for w in between)

    def _is_beside(self, before: Holding, here: Holding) -> bool:
        """Tell whether an office stands right behind that of another: "Ayr Chairman A and Treasurer B"."""
        joint = self.units[before.at + 1 : here.phrase.edge]
        bare = before.bodies == before.phrase.before != ()
        return bare and here.rule == "front" and [u.text for u in joint] in (["and"], ["&"])

    def _is_listed(self, holding: Holding) -> bool:
        """Tell whether an office stands in a series: "A and B", not "at the invitation of B"."""
        at = min(holding.phrase.edge, holding.at) - 1
        while at > 0 and self.units[at].lower in words("articles"):
            at -= 1
        return self.units[at].lower not in words("meeting")

    def _national(self, holding: Holding) -> bool:
        return is_national(holding, self._text[holding.start : holding.end])


def _level(holding: Holding) -> str:
    """Return the level that a title opens with ("provincial", "company"), "" for none."""
    first = next(iter(holding.phrase.words), "")
    return first if first in words("own_levels") | {"company", "corporate"} else ""
