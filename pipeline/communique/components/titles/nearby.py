"""The body of a title in its sentence or paragraph: "its director", "for the Agency, by Director X".

Each reading starts at the title and looks for one construction; none takes a body only for standing
near.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.components.titles.appointing import find_appointing, find_proposing
from communique.components.titles.behalf import (
    find_represented,
    find_served,
    find_signed_for,
)
from communique.components.titles.bench import find_court, find_force
from communique.components.titles.careers import find_career, find_continuing
from communique.components.titles.holding import Holding
from communique.components.titles.national import is_national, office_of
from communique.components.titles.pairs import find_signed_between
from communique.components.titles.particulars import described_body
from communique.components.titles.places import capitals
from communique.components.titles.sentences import Sentences, words
from communique.components.titles.sides import (
    find_counterpart,
    find_group,
    find_organ,
    find_side,
)
from communique.components.titles.units import Unit

_MAX_CLAUSE = 24
#: Before the body of a contact: "Press: Ayr Bank, Jane Roe", an item of a list.
_LABELS = (":", "•", "|", "*")
_MAX_WHERE = 14
_MAX_LABEL = 4
_MAX_SIDE = 60
_MAX_STYLES = 9


class Nearby:
    """Finds the units that name the bodies of titles; all positions are unit indexes."""

    def __init__(self, units: list[Unit], taken: list[tuple[int, int]]) -> None:
        self.text = Sentences(units)
        # the units of bodies that other titles are given with
        self._taken = {at for start, end in taken for at in range(start, end)}

    def find(self, holding: Holding) -> tuple[int, str] | None:
        """Return the unit that names the body of a title that no phrase gives, and the rule."""
        text, edge = self.text, holding.phrase.edge
        start = self.text.start(edge)
        national = is_national(holding)
        seated = office_of(holding) in words("of_the_organ")
        readings: tuple[tuple[str, Callable[[], int | None]], ...] = (
            ("its-office", lambda: self._owner(edge, start, national=national)),
            ("rank-with-force", lambda: find_force(self.text, holding)),
            ("agreed-between", lambda: find_signed_between(self.text, holding)),
            ("court", lambda: find_court(self.text, holding)),
            ("delegation-led-by", lambda: self._led(edge, start, national=national)),
            (
                "delegation-led-by",
                lambda: (
                    self._led(holding.at, start, national=national)
                    if start < holding.at < edge
                    else None
                ),
            ),
            ("delegation-led-by", lambda: self._comprised(edge, start)),
            ("on-behalf-of", lambda: find_represented(text, edge, start, holding.at)),
            ("on-behalf-of", lambda: find_served(text, holding, start)),
            ("on-behalf-of", lambda: find_signed_for(text, holding)),
            ("side", lambda: find_side(text, edge, start) if national else None),
            ("side", lambda: find_group(text, edge, start)),
            ("side", lambda: find_counterpart(text, edge)),
            ("seat-in-list", lambda: find_organ(text, edge) if seated else None),
            ("met-in-capital", lambda: self._met(holding, start) if national else None),
            ("where", lambda: self._where(edge, start, national=national)),
            ("career", lambda: find_career(self.text, edge, start, self._taken)),
            ("leads-delegation", lambda: self._leads(holding)),
            ("appointed-by", lambda: find_appointing(self.text, holding, start)),
            ("appointed-by", lambda: find_proposing(text, holding, start) if seated else None),
            ("located", lambda: self._located(holding, start)),
            ("continues-in", lambda: find_continuing(self.text, holding)),
            ("with-officials-of", lambda: self._with_officials(holding)),
            ("label", lambda: described_body(text.units, edge)),
            ("label", lambda: self._label(holding, national=national)),
        )
        for rule, read in readings:
            found = read()
            if found is not None:
                return found, rule
        return None

    # -- "its director", "the Trust, through its chair"

    def _owner(self, edge: int, start: int, *, national: bool) -> int | None:
        text, at = self.text, edge - 1
        while text.lower(at) in words("between_owner") and at > start:
            at -= 1
        if text.lower(at) == "whose":
            named = at - 1 - (text.unit(at - 1).text == ",")
            return named if text.kind(named) == "body" else None
        if text.lower(at) != "its":
            return None
        joined = at - 1
        while joined > start and text.lower(joined) in words("owner_joints"):
            joined -= 1
        if joined >= start and text.names(joined) and not text.unit(at).capital:
            return joined
        found = self._subject(start, at)
        if found is None and national:
            found = next((k for k in range(start, at) if text.kind(k) == "place"), None)
        if found is None and start > 0 and text.kind(start - 1) != "gap":
            found = self._subject(text.start(start - 1), start)
        return found

    def _subject(self, start: int, end: int) -> int | None:
        """Return the body a stretch speaks of: its first without a preposition, else its last."""
        last: int | None = None
        for at in range(start, end):
            if not self.text.names(at) or self.text.owns(at):
                continue
            before = self.text.skip_back(at - 1)
            if before < start or self.text.lower(before) not in words("prepositions"):
                return at
            last = at
        return last

    # -- "the Acme delegation was led by the director", "the Portuguese one by the minister"

    def _led(self, edge: int, start: int, *, national: bool) -> int | None:
        by = self.text.skip_back(edge - 1)
        while edge - by < _MAX_STYLES and self.text.unit(by).capital and self._styles(by):
            by -= 1  # "led by Dato Seri Awang X"
        if self.text.lower(by) != "by":
            return None
        verb = self.text.lower(by - 1)
        if verb in words("representing"):
            return self._represented(by, start, national=national)
        if verb not in words("leading") | words("delegations"):
            return None
        for at in range(by - 1, max(by - _MAX_CLAUSE, start) - 1, -1):
            if self.text.lower(at) in words("delegations"):
                return self._delegation(at, start, by)
        beside = by - 2
        while beside > start and self.text.lower(beside) in words("owner_joints") | words("being"):
            beside -= 1
        return beside if self.text.names(beside) else None

    def _styles(self, at: int) -> bool:
        """Tell whether the unit at ``at`` may be one of the styles before a name."""
        return self.text.kind(at) == "word" or (
            self.text.kind(at) == "person" and self.text.unit(at + 1).capital
        )

    def _delegation(self, at: int, start: int, by: int) -> int | None:
        """Return the body or country of the delegation at ``at``: before it, else behind "of"."""
        text, before = self.text, at - 1
        while before > max(start, at - 4) and text.kind(before) == "word":
            if text.lower(before) in words("articles"):
                break  # "Acme received a delegation of"
            before -= 1
        if text.kind(before) in {"body", "place"}:
            return before
        for behind in range(at + 1, min(at + 5, by)):
            if text.lower(behind) in {"from", "of"}:
                near = range(behind + 1, min(behind + 6, by))
                return next((k for k in near if text.kind(k) in {"body", "place"}), None)
        return None

    def _comprised(self, edge: int, start: int) -> int | None:
        """Read "a delegation from the Ministry. The delegation comprised [Director] X"."""
        text = self.text
        group = start + (text.lower(start) == "the")
        named = text.lower(group) in words("delegations") and text.lower(group + 1) in words(
            "including"
        )
        if not named or group >= edge:
            return None
        for at in range(start - 1, max(start - _MAX_SIDE, 0), -1):
            if text.lower(at) in words("delegations"):
                return self._delegation(at, text.start(at), start)
        return None

    def _represented(self, by: int, start: int, *, national: bool) -> int | None:
        for at in range(by - 1, max(by - _MAX_CLAUSE, start) - 1, -1):
            if self.text.kind(at) == "person":
                return None
            country = national and self.text.kind(at) == "place"
            if (country or self.text.names(at)) and not self.text.owns(at):
                return at
        return None

    def _leads(self, holding: Holding) -> int | None:
        """Read "Minister X led the Peruvian delegation"."""
        text = self.text
        at = max(holding.at + 1, holding.phrase.close)
        at += text.unit(at).text == ","
        for verb in range(at, at + 3):
            if text.lower(verb) in words("leading"):
                name = text.skip(verb + 1)
                group = text.lower(name + 1) in words("delegations")
                return name if group and text.kind(name) in {"body", "place"} else None
        return None

    # -- "in Beijing, Minister X of Kenya met with Minister Y"

    def _met(self, holding: Holding, start: int) -> int | None:
        """Return the capital in which the holder of an office was met or called on."""
        text = self.text
        verb = text.skip_back(holding.phrase.edge - 1)
        if text.lower(verb) == "and":
            verb = next((k for k in range(verb, start, -1) if text.lower(k) in words("met")), start)
        verb -= text.lower(verb) in {"with", "on"}
        if text.lower(verb) not in words("met"):
            return None
        for at in range(start, verb):
            named = text.unit(at).name or text.unit(at).text
            if text.lower(at - 1) == "in" and named.casefold() in capitals():
                return at
        return None

    # -- "the Institute, where she was Professor", "where it was welcomed by the Director"

    def _where(self, edge: int, start: int, *, national: bool) -> int | None:
        text = self.text
        for at in range(edge - 1, max(edge - _MAX_WHERE, start), -1):
            if text.kind(at) == "person" and text.lower(at - 1) not in {"where", "which"}:
                return None
            if text.lower(at) in words("joins") and text.unit(at - 1).text == ",":
                return None  # "of the Bank, where she was Director, joins as"
            related = text.lower(at) == "which" and text.lower(at - 1) == "of"
            if text.lower(at) == "where" or related:
                near = range(at - 1, max(at - 6, start - 1), -1)
                kinds = {"body", "place"} if national else {"body"}
                return next((k for k in near if text.kind(k) in kinds), None)
        return None

    # -- a clause that opens with the body: "At the Bank, Jane Roe, Treasurer, …"

    def _located(self, holding: Holding, start: int) -> int | None:
        text = self.text
        comma = text.skip_back(min(holding.at, holding.phrase.edge) - 1)
        name = comma - 1
        at = text.skip_back(name - 1)
        if text.unit(comma).text != "," or not text.names(name) or text.lower(at) != "at":
            return None
        opens = at == start or text.unit(at - 1).text in {";", ":"}
        return name if opens and "nation" not in holding.phrase.head.flags else None

    # -- "Permanent Secretary X and other officials from the Ministry"

    def _with_officials(self, holding: Holding) -> int | None:
        """Read "Permanent Secretary X and other officials from the Ministry of Y"."""
        if holding.phrase.head.words not in words("ministry_staff"):
            return None
        close, officials = max(holding.at + 1, holding.phrase.close), False
        sentence = self.text.unit(close - 1).sentence
        for at in range(close, close + _MAX_SIDE):
            unit = self.text.unit(at)
            if unit.sentence != sentence or unit.kind in {"person", "gap"}:
                return None
            officials = officials or unit.lower == "officials"
            if officials and unit.kind == "body" and "ministry" in unit.lower:
                return at
        return None

    # -- a label in front of the name: "Acme: Jane Roe", "(for the University: Jane Roe"

    def _label_mark(self, at: int) -> int:
        """Return the colon before the capitalised words that end at ``at``: ": Senator the Hon."."""
        mark = at
        while at - mark < _MAX_LABEL and self.text.kind(mark) == "word":
            if not (self.text.unit(mark).capital or self.text.lower(mark) == "the"):
                break
            mark -= 1
        return mark

    def _label(self, holding: Holding, *, national: bool) -> int | None:
        text = self.text
        at = text.skip_back(min(holding.at, holding.phrase.edge) - 1)
        if text.unit(at).text in {",", "|"} and holding.at < holding.phrase.edge:
            opens = text.kind(at - 2) in {"line", "gap"} or text.unit(at - 2).text in _LABELS
            return at - 1 if text.kind(at - 1) == "body" and opens else None
        at = self._label_mark(at)
        if text.unit(at).text != ":":
            return None
        before = text.skip_back(at - 2)
        opens = text.kind(at - 2) in {"line", "gap"} or text.unit(at - 2).text in _LABELS
        if text.kind(at - 1) == "body" and opens:
            return at - 1
        named = text.names(at - 1) or (national and text.kind(at - 1) == "place")
        return at - 1 if named and text.lower(before) == "for" else None
