"""Officials named with others of their body: "Rector X was accompanied by Dean Y", "the Norwegian delegation included Dean Z"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.components.titles.holding import Holding, Resolved
from communique.components.titles.national import office_of
from communique.components.titles.places import places
from communique.components.titles.rules import complements
from communique.components.titles.sentences import Sentences, words
from communique.components.titles.subject import Subject

_MAX_COMPANY, _MAX_SENTENCES = 60, 4


class Companions:
    """Finds the bodies of those who come with others, in one document."""

    def __init__(self, text: Sentences, subject: Subject) -> None:
        self.text = text
        self.subject = subject

    def find(
        self, holdings: Sequence[Holding], found: Sequence[Sequence[Resolved]], at: int
    ) -> Resolved | None:
        """Return the body of those with whom the holder at ``at`` is named, None where nothing says so."""
        here = holdings[at]
        leader = self._accompanied(here) or self._messenger(here)
        if leader is None:
            return self._visitor(holdings, found, at)
        for before in range(at - 1, -1, -1):
            bodies = found[before]
            body = bodies[-1] if bodies else None
            if holdings[before].person != leader:
                continue
            if body is not None and body.name is not None and self._fits(here, body):
                return replace(body, source="sentence", rule="companion", explicit=False)
        return None

    def _accompanied(self, here: Holding) -> str | None:
        """Return who is accompanied: "X, accompanied by [Dean] Y"."""
        text, edge = self.text, here.phrase.edge
        start = text.start(edge)
        for at in range(edge - 1, max(edge - _MAX_COMPANY, start), -1):
            if text.lower(at) == "accompanied" and text.lower(at + 1) == "by":
                near = range(at - 1, start - 1, -1)
                return next((text.unit(k).ref for k in near if text.kind(k) == "person"), None)
        return None

    def _messenger(self, here: Holding) -> str | None:
        """Return who brings word: "Minister X conveyed the greetings of [President] Y"."""
        text, of = self.text, self.text.skip_back(here.phrase.edge - 1)
        if text.lower(of) not in {"of", "from"} or text.lower(of - 1) not in words("messages"):
            return None
        near = range(of - 2, max(of - _MAX_COMPANY, 0), -1)
        verb = next((k for k in near if text.lower(k) in words("conveying")), None)
        if verb is None or text.unit(verb).sentence != text.unit(of).sentence:
            return None
        before = (k for k in near if k < verb and text.kind(k) == "person")
        return next((text.unit(k).ref for k in before), None)

    def _fits(self, here: Holding, body: Resolved) -> bool:
        """Tell whether a body may be that of an office: a country of a minister, no country of a dean."""
        country = (body.name or "") in places()
        national = "nation" in here.phrase.head.flags
        return country == national or office_of(here) in complements("also_of_bodies")

    def _visitor(
        self, holdings: Sequence[Holding], found: Sequence[Sequence[Resolved]], at: int
    ) -> Resolved | None:
        """Read "The Norwegian delegation included [Dean] X", "the visitors' [Dean], X"."""
        here = holdings[at]
        group = None if "nation" in here.phrase.head.flags else self._group(here)
        if group is None:
            return None
        place = places().get(self.text.unit(group - 1).name)
        if place is not None and place.name in self.subject.masthead:
            return None
        first = self.text.unit(here.phrase.first).sentence - _MAX_SENTENCES
        for before in range(at - 1, -1, -1):
            if self.text.unit(holdings[before].phrase.first).sentence < first:
                return None
            body = found[before][-1] if found[before] else None
            said = body is not None and body.source in {"phrase", "sentence"}
            foreign = body is not None and said and body.ref != self.subject.issuer
            if body is not None and foreign and body.ref and self._fits(here, body):
                return replace(body, source="paragraph", rule="companion", explicit=False)
        return None

    def _group(self, here: Holding) -> int | None:
        """Return the noun of the visitors that an office belongs to, None for none."""
        text, edge = self.text, here.phrase.edge
        possessive = text.unit(edge - 1).text in {"'", "’", "'s"}
        if possessive and text.lower(edge - 2) in words("visitors"):
            return edge - 2
        for at in range(edge - 1, max(edge - _MAX_COMPANY, text.start(edge)), -1):
            named = text.lower(at) in words("delegations") | words("visitors")
            if named and text.lower(at + 1) in words("including") | words("listing"):
                return (
                    at
                    if text.kind(at - 1) == "place" or text.lower(at) in words("visitors")
                    else None
                )
        return None
