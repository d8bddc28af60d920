"""Who a clause speaks of: the subject of "was appointed", the name behind "she", "As Governor, …"."""

from __future__ import annotations

from collections import Counter

from communique.components.titles.beside import Body, body_of, named_body
from communique.components.titles.names import Names, words
from communique.components.titles.offices import Office
from communique.components.titles.portfolios import plural_bodies
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream
from communique.components.titles.types import TitleTime
from communique.components.titles.units import Unit

_MAX_CLAUSE = 60
_MAX_ANTECEDENT = 400
_MAX_FORWARD = 14
_MAX_SUCCESSION = 32
_MAX_LIST_OPENING = 14
_MAX_WHERE = 8
_MAX_OWNED = 6
_MAX_CONTINUATION = 40
_PRONOUNS = frozenset(["he", "she"])


class Clauses:
    """Reads the clauses of one document; all positions are unit indexes."""

    def __init__(self, stream: Stream, names: Names) -> None:
        self.stream = stream
        self.names = names
        self._quoted = _quotations(stream.units)

    def link_start(self, at: int) -> int | None:
        """Return where the link that ends at ``at`` starts ("was", "promoted to"), else None."""
        if self.stream.kind(at) != "word" and not self.stream.stands(at, ":"):
            return None
        if f"{self.stream.lower(at - 1)} {self.stream.lower(at)}" in words("links"):
            return at - 1
        if self.stream.lower(at) in words("opening") and self._lists_posts(at):
            return at
        return at if self.stream.lower(at) in words("links") else None

    def names_none(self, link: int, at: int) -> bool:
        """Tell whether a link from ``link`` to ``at`` gives nobody the office behind it.

        "Announces Nominee for Director", "the appointment of the Director", "leaders such as Director X".
        """
        stream = self.stream
        if stream.stands(at, "as") and stream.stands(at - 1, "such"):
            return not self._lists_posts(at)
        if stream.stands(link, "appointment") and stream.stands(link - 1, "the"):
            return stream.stands(at, "of") and stream.stands(at + 1, "the")
        return stream.stands(link, "nominee") and stream.lower(link - 1) in words("reporting")

    def _lists_posts(self, at: int) -> bool:
        """Tell whether "including" at ``at`` opens a list of what someone held ("posts including")."""
        sentence = self.stream.units[at].sentence
        for k in range(at - 1, max(at - _MAX_LIST_OPENING, -1), -1):
            unit = self.stream.units[k]
            if unit.sentence != sentence or unit.kind in {"gap", "person"}:
                return False
            if unit.lower in words("held"):
                return True
        return False

    def _owns_posts(self, at: int) -> bool:
        """Tell whether "his" or "her" at ``at`` says whose posts are told: "her past roles"."""
        if self.stream.kind(at) != "word" or not self.stream.stands(at, "his", "her"):
            return False
        return any(self.stream.lower(k) in words("held") for k in range(at + 1, at + _MAX_OWNED))

    def start(self, at: int) -> int:
        """Return the start of the clause that ``at`` stands in."""
        units, sentence = self.stream.units, self.stream.units[at].sentence
        start = at
        while start > 0 and at - start < _MAX_CLAUSE:
            unit = units[start - 1]
            if unit.kind == "gap" or unit.sentence != sentence or unit.text == ";":
                break
            start -= 1
        return start

    def lower(self, start: int, end: int) -> list[str]:
        """Return the lower-case words from ``start`` to ``end``, half-open."""
        return [self.stream.lower(k) for k in range(start, end)]

    def subject(self, at: int, start: int) -> int | None:
        """Return the person that a verb at ``at`` speaks of: the nearest name or pronoun before.

        Names behind a preposition are passed over while there are others, except in "the
        appointment of X as"; after "who" the nearest counts.
        """
        stream = self.stream
        passed: int | None = None
        # what a quotation says of somebody else is not said of its speaker
        quoted = self._quoted[at] and not any(stream.stands(k, "i", "me") for k in range(start, at))
        asked = self.stream.stands(at, "who") or self.stream.stands(at - 1, "who")
        for k in range(at, start - 1, -1):
            if quoted and not self._quoted[k]:
                break
            if stream.kind(k) == "person":
                if self._only_names(k):
                    continue
                before = self.names.before(k)
                governed = before >= start and stream.lower(before) in words("prepositions")
                appointed = stream.stands(before, "of") and stream.lower(before - 1) in words(
                    "nominals"
                )
                relative = any(
                    stream.stands(m, "who", "whom") for m in range(k + 1, min(k + 4, at + 1))
                )
                if not governed or appointed or relative or asked:
                    return k
                if not self._appoints(before):
                    passed = passed if passed is not None else k
            elif self._is_named(k):
                return self.antecedent(start)
            elif self._is_pronoun(k) or self._owns_posts(k):
                return self.antecedent(k)
        return passed

    def _is_named(self, at: int) -> bool:
        """Tell whether "him" or "her" at ``at`` is given an office: "President Roe appointed her"."""
        return self.stream.stands(at, "him", "her") and self.stream.lower(at - 1) in words("naming")

    def _appoints(self, at: int) -> bool:
        """Tell whether "by" at ``at`` names who gives the office: "appointed by President Roe as"."""
        given = words("naming") | words("entering")
        return self.stream.stands(at, "by") and self.stream.lower(at - 1) in given

    def _only_names(self, at: int) -> bool:
        """Tell whether a name belongs to what is said: "President Roe's [Director]", "the Roe office"."""
        stream = self.stream
        if stream.stands(at + 1, "'s"):
            return stream.kind(at + 2) != "word" or at + 2 in stream.starts
        attribute = stream.lower(at + 1) in body_nouns() and not stream.units[at + 1].capital
        return attribute and stream.stands(at - 1, "the", "a")

    def following_subject(self, at: int) -> int | None:
        """Return the person that "As Governor, …" speaks of, named or meant from ``at`` on."""
        for k in range(at, min(at + _MAX_FORWARD, len(self.stream.units))):
            kind = self.stream.kind(k)
            if kind in {"gap", "line"}:
                return None
            if kind == "person" and not self.stream.stands(self.names.before(k), "of"):
                return k
            if self._is_pronoun(k):
                return self.antecedent(k)
        return None

    def named_at(self, at: int) -> int | None:
        """Return the person whose name, or pronoun, stands at ``at``."""
        name = self.names.skip_styles(at)
        if self.stream.kind(name) == "person":
            return name
        return self.antecedent(at) if self._is_pronoun(at) else None

    def antecedent(self, at: int) -> int | None:
        """Return the person that a pronoun stands for: the first named in the sentence before.

        A sentence whose first is itself "he" or "she" points further back; a pronoun in a
        quotation does not mean a name outside it.
        """
        quoted, sentence = self._quoted[at], self.stream.units[at].sentence
        first: int | None = None
        gaps = 0
        for k in range(at - 1, max(at - _MAX_ANTECEDENT, -1), -1):
            unit = self.stream.units[k]
            gaps += unit.kind == "gap"
            if unit.sentence != sentence:
                if first is not None and self.stream.kind(first) == "person":
                    return first
                if gaps > 1:
                    return None
                sentence, first = unit.sentence, None
            named = unit.kind == "person" and (self._quoted[k] or not quoted)
            appointed = first is not None and self._is_named(first)  # not who did it is meant
            if self._is_named(k) or ((named or self._is_pronoun(k)) and not appointed):
                first = k
        return first if first is not None and self.stream.kind(first) == "person" else None

    def joined_body(self, person: int, at: int) -> Body | None:
        """Return the body in "X will join the Ministry as Director", where "as" stands at ``at``."""
        for k in range(at - 1, max(person, at - 8), -1):
            noun = self.stream.kind(k) == "word" and self.stream.lower(k) in body_nouns()
            if noun and self.stream.stands(k - 1, "the", "our"):
                joins = self.stream.lower(k - 2) in words("joining") and k == at - 1
                return named_body([self.stream.units[k]], noun=True) if joins else None
            if self.stream.kind(k) == "body":
                before = k - 1 - self.stream.stands(k - 1, "the")
                before -= self.stream.stands(before, "at", "to", "with", "for", "in", "on")
                joins = self.stream.lower(before) in words("joining")
                bare = self.stream.lower(k) in body_nouns()  # "joins the Board as Director"
                return body_of(self.stream.units[k]) if joins and not bare else None
        return None

    def body_where(self, start: int, at: int) -> Body | None:
        """Return the body in "the Bank, where she became", with the verb at ``at``."""
        for k in range(at - 1, max(start, at - _MAX_WHERE), -1):
            if self.stream.kind(k) == "person":
                return None
            if self.stream.stands(k, "where"):
                near = k - 1 - self.stream.stands(k - 1, ",")
                held = self.stream.kind(near) == "body"
                return body_of(self.stream.units[near]) if held else None
        return None

    def seat_body(self, at: int, close: int) -> Body | None:
        """Return the board, council or the like named between ``at`` and ``close``.

        Else the one named most often before, None for none.
        """
        for stretch in (self.stream.units[at:close], self.stream.units[:at]):
            boards = {
                unit.ref: unit
                for unit in stretch
                if unit.kind == "body" and set(unit.lower.split()) & complements("seat_bodies")
            }
            counts = Counter(unit.ref for unit in stretch if unit.ref in boards)
            if counts:
                return body_of(boards[counts.most_common(1)[0][0]])
        return None

    def predecessor(self, at: int, holder: int) -> int | None:
        """Return the person of "He succeeds Jane Roe", "replacing Jane Roe" soon after ``at``.

        Only the ``holder`` may be named before the verb.
        """
        holding = self.stream.units[holder].ref
        gaps = 0
        for k in range(at, min(at + _MAX_SUCCESSION, len(self.stream.units))):
            gaps += self.stream.kind(k) == "gap"
            named = self.stream.kind(k) == "person" and self.stream.units[k].ref != holding
            if gaps > 1 or named:
                return None
            over = self.stream.stands(k, "from") and self.stream.stands(k - 1, "over")
            follows = self.stream.stands(k, "follows") and self._is_pronoun(k - 1)
            if over or follows or self.stream.lower(k) in words("succession"):
                name = self.names.skip_styles(self._skip_leaving(k + 1))
                return name if self.stream.kind(name) == "person" else None
        return None

    def _skip_leaving(self, at: int) -> int:
        """Return the index after "the outgoing" and the like at ``at``."""
        while self.stream.stands(at, "the") or self.stream.lower(at) in words("leaving"):
            at += 1
        return at

    def succeeded(self, at: int, start: int) -> int | None:
        """Return the person of "succeeds Jane Roe as", where the link at ``at`` follows the name."""
        name = self.names.ending_at(at - 1)
        if name is None or name <= start:
            return None
        verb = self.names.before(name)
        return name if self.stream.lower(verb) in words("succession") else None

    def opens_clause(self, at: int, office: Office) -> bool:
        """Tell whether "as" at ``at`` opens a clause that a bare office is the subject of."""
        stream, close = self.stream, office.last.close
        if not office.bare or not office.first.capital or not stream.stands(at + 1, "the"):
            return False
        goes_on = stream.kind(close) == "word" and not stream.units[close].capital
        return goes_on and stream.lower(close) not in complements("continuing")

    def goes_on(self, close: int, at: int) -> bool:
        """Tell whether from ``close`` to ``at`` only bodies, fields and the like are named."""
        units = self.stream.units
        if (
            not close <= at <= close + _MAX_CONTINUATION
            or units[close].sentence != units[at].sentence
        ):
            return False
        return all(self._names_body(k) for k in range(close, at))

    def _names_body(self, at: int) -> bool:
        unit = self.stream.units[at]
        if unit.kind in {"body", "place"}:
            return True
        if unit.kind == "person":
            return self.names.closes_title(at)  # "an advisor to Senator X, and"
        if unit.kind == "mark":
            return unit.text != ":"
        if unit.kind != "word":
            return False
        known = unit.capital or unit.text.isdigit() or unit.lower in complements("continuing")
        return known or bool({unit.lower} & (fields() | body_nouns() | plural_bodies()))

    def _is_pronoun(self, at: int) -> bool:
        return self.stream.kind(at) == "word" and self.stream.lower(at) in _PRONOUNS


def when_held(clause: list[str]) -> TitleTime | None:
    """Return when the office that a clause gives is held, None where its words do not say."""
    said = set(clause)
    if said & words("future") and not said & words("staying"):
        return "future"
    if said & words("former") and not said & words("entering") and not {"has", "have"} & said:
        return "former"
    return None


def _quotations(units: list[Unit]) -> list[bool]:
    """Tell of each unit whether it stands inside a quotation; a paragraph's end closes one."""
    found, inside = [], False
    for unit in units:
        if unit.kind == "gap" or unit.text == "”":
            inside = False
        elif unit.text == "“":
            inside = True
        elif unit.text == '"':
            inside = not inside
        found.append(inside)
    return found
