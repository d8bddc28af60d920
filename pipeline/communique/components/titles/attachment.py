"""Which person holds which title: apposition, coordination, lists, "was appointed", "As Governor, …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.components.titles.beside import Body
from communique.components.titles.clauses import Clauses, when_held
from communique.components.titles.names import Names, words
from communique.components.titles.offices import Office, is_office, loosened, read_offices
from communique.components.titles.phrases import Phrase
from communique.components.titles.stream import Stream
from communique.components.titles.types import TitleTime

_DASHES = ("-", "–", "—", ":", "|")
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been"])


@dataclass(frozen=True, slots=True)
class Holding:
    """A title given to a person; ``at`` is the index of the person's unit.

    ``phrase`` is the title's last phrase, ``start`` and ``end`` the title's characters; ``bodies``
    are those that the text names beside it, ``rule`` the pattern that found it: front, apposition,
    verb or succession.
    """

    person: str
    at: int
    phrase: Phrase
    start: int
    end: int
    bodies: tuple[Body, ...]
    when: TitleTime
    rule: str


@dataclass(frozen=True, slots=True)
class _Front:
    """The names in front of which an office stands, and how.

    ``comma`` is true where a mark parts them, ``styled`` where an honorific stands before the name.
    """

    persons: tuple[int, ...]
    comma: bool
    styled: bool
    phrase: Phrase


class Attacher:
    """Finds the holders of the title phrases of one document."""

    def __init__(self, stream: Stream, phrases: list[Phrase]) -> None:
        self.stream = stream
        self.names = Names(stream, phrases)
        self.clauses = Clauses(stream, self.names)
        self.clusters = read_offices(stream, phrases)
        self._found: list[Holding] = []
        # names that already have a title in front, and whether a mark parted them
        self._fronted: dict[int, bool] = {}

    def attach(self) -> list[Holding]:
        """Return the holdings in order of the text."""
        for offices in self.clusters:
            self._attach(offices)
        return sorted(self._found, key=lambda h: (h.start, h.at))

    def _attach(self, offices: list[Office]) -> None:
        front = self._front(offices[-1].last)
        behind = self._behind(offices[0])
        if front is not None and (not front.comma or self._prefers_front(offices, front, behind)):
            self._take_front(offices, front, behind)
        elif behind:
            self._give(loosened(offices), behind, "apposition")
        elif self._linked(offices):
            pass
        elif front is not None:
            self._take_front(offices, front, ())
        elif not self._inverted(offices):
            self._listed(offices)

    # -- giving titles

    def _give(
        self,
        offices: list[Office],
        persons: tuple[int, ...],
        rule: str,
        when: TitleTime | None = None,
    ) -> None:
        """Give each office to the person next to it, a plural one to all ``persons``."""
        for office in offices:
            if not is_office(office, rule):
                continue
            one = persons[:1] if rule == "front" else persons[-1:]
            shared = self.names.body(persons[-1]) if rule == "front" and office.plural else ()
            for at in persons if office.plural else one:
                self._hold(office, at, rule, when, shared)

    def _hold(
        self, office: Office, at: int, rule: str, when: TitleTime | None, shared: tuple[Body, ...]
    ) -> None:
        person = self.stream.units[at].ref
        if person is None:
            return
        bodies = office.bodies
        if not office.last.after and rule == "front":
            bodies = self.names.body(at) or bodies or shared
        lone = office.last.head.words == "member" and office.bare
        if lone and not bodies:
            board = self.clauses.seat_body(office.first.edge, office.first.edge)
            bodies = (board,) if board is not None else ()
        self._found.append(
            Holding(
                person=person,
                at=at,
                phrase=replace(office.last, edge=office.first.edge),
                start=office.first.start,
                end=office.last.end,
                bodies=bodies,
                when=office.when or when or "current",
                rule=rule,
            )
        )

    # -- in front of the name: "Vice Mayor Li Gang", "the Minister for Law, Mr Tan"

    def _front(self, phrase: Phrase) -> _Front | None:
        for reading in (phrase, phrase.loose):
            if reading is None:
                continue
            at, comma = reading.close, False
            if self.stream.stands(at, "(") and self.stream.stands(at + 2, ")"):
                at += 3
            label = self.stream.stands(at, *_DASHES) and self.names.opens_line(phrase.edge)
            if self.stream.stands(at, ",") or label or self._heads_name(phrase, at):
                if phrase.head.plural and not phrase.capital:
                    return None  # "two officers, A and B" describes
                comma = True
                at += 1
            name = self.names.skip_styles(at)
            if self.stream.kind(name) == "person":
                return _Front(self.names.series(name), comma, name > at, reading)
        return None

    def _heads_name(self, phrase: Phrase, at: int) -> bool:
        """Tell whether a title is alone on its line and a name alone on the next."""
        if self.stream.kind(at) != "line" or not phrase.capital:
            return False
        name = self.names.skip_styles(at + 1)
        if self.stream.kind(name) != "person" or not self.names.opens_line(phrase.edge):
            return False
        return self.stream.kind(self.names.after(name)) in {"line", "gap"}

    def _prefers_front(self, offices: list[Office], front: _Front, behind: tuple[int, ...]) -> bool:
        """Tell whether "A, office, B" gives the office to B: in a list that gives them in front."""
        if not behind:
            return False
        fronted = self._fronted.get(behind[-1])
        if fronted is not None and (fronted or front.styled):
            return True
        last = offices[-1]
        apart = "and" in last.joint and "," in last.joint
        return len(offices) > 1 and front.styled and apart and bool(last.first.before)

    def _take_front(self, offices: list[Office], front: _Front, behind: tuple[int, ...]) -> None:
        last, others = offices[-1].with_last(front.phrase), offices[:-1]
        mine = [last]
        if behind:
            self._give(others, behind, "apposition")
        elif not (others and self._linked(others)):
            mine = [*others, last]
        self._fronted |= dict.fromkeys(front.persons, front.comma)
        self._give(mine, front.persons, "front")

    # -- behind the name: "Li Gang, Vice Mayor of", "A (Chairman)", a title on the next line

    def _behind(self, office: Office) -> tuple[int, ...]:
        edge = office.first.edge - 1
        at = self.names.skip_articles_back(edge)
        line = self.stream.kind(at) == "line"
        if self.stream.stands(at, "(") and self.stream.stands(at + 1, "the"):
            return ()  # "the office of the Commissioner (the Commissioner)"
        if self.names.unknown(office.loosened().last.close):
            return ()  # "A, Director of X Mr B" where B was not recognised
        if line or self.stream.stands(at, ",", "(", *_DASHES):
            person = self.names.ending_at(at - 1)
            if person is None or self.names.after(person) < at:
                return ()
            if line and not (self.names.opens_line(person) and office.first.capital):
                return ()
            return self.names.series_back(person) if office.plural else (person,)
        if self.stream.kind(at) == "person" and office.first.capital and at == edge:
            close = office.last.close
            ends = self.stream.kind(close) in {"line", "gap"} or self.stream.stands(
                close, ",", ".", ")"
            )
            return (at,) if ends or office.last.after else ()
        return ()

    # -- linked by a verb: "was appointed", "serves as", "As Governor, …"

    def _linked(self, offices: list[Office]) -> bool:
        """Attach offices that a verb gives; tell whether there was a holder."""
        first = offices[0].first
        at = self.names.skip_articles_back(first.edge - 1)
        link = self.clauses.link_start(at)
        if (
            link is None
            or self.stream.units[at].sentence != self.stream.units[first.first].sentence
        ):
            return self._named(offices, at)
        start = self.clauses.start(link)
        clause = self.clauses.lower(start, at + 1)
        given = loosened(offices)
        person: int | None = None
        if self.stream.stands(at, "as"):
            if not first.capital and offices[-1].bare and not words("service") & set(clause):
                return False
            forward = at == start or self.stream.units[at].capital
            person = None if forward else self.clauses.subject(link - 1, start)
            if person is None:
                person = self.clauses.following_subject(given[-1].last.close)
            body = None if forward or person is None else self.clauses.joined_body(person, at)
            if body is not None and not any(o.bodies for o in given):
                given = [o.with_last(replace(o.last, after=(body,))) for o in given]
            if person is not None and forward:
                self._give(given, (person,), "verb")
                return True
        elif not (self.stream.lower(at) in _COPULAS and not first.capital and offices[-1].bare):
            person = self.clauses.subject(link - 1, start)
        if person is None:
            return False
        self._give(given, self.names.series_back(person), "verb", when_held(clause))
        predecessor = self.clauses.predecessor(given[-1].last.close)
        if predecessor is not None:
            self._give(given, (predecessor,), "succession", "former")
        return True

    def _named(self, offices: list[Office], at: int) -> bool:
        """Attach "named Jane Roe Chairman", "appointed Jane Roe to Chairman"."""
        if self.stream.stands(at, "to"):
            at -= 1
        if self.stream.kind(at) != "person":
            return False
        verb = self.names.skip_styles_back(at - 1)
        if self.stream.lower(verb) not in words("naming"):
            return False
        self._give(loosened(offices), (at,), "verb")
        return True

    def _inverted(self, offices: list[Office]) -> bool:
        """Attach "The project leader is Jane Roe", "the co-chairs include Jane Roe and John Doe"."""
        at = offices[-1].last.close
        at += self.stream.stands(at, "will") and self.stream.stands(at + 1, "be")
        several = offices[-1].plural and self.stream.lower(at) in words("naming_several")
        if several or self.stream.stands(at, "is", "was", "be"):
            name = self.names.skip_styles(at + 1)
            if self.stream.kind(name) == "person":
                self._give(offices, self.names.series(name), "verb")
                return True
        return False

    # -- above a list: "as members of the Council:" and a name on each line

    def _listed(self, offices: list[Office]) -> None:
        office = offices[-1]
        job = "post" in office.last.head.flags
        persons = self.names.listed(office.last.close) if office.plural and not job else ()
        if not persons:
            return
        if not office.bodies and "seat" in office.last.head.flags:
            body = self.clauses.seat_body(office.first.edge, persons[0])
            if body is not None:
                office = office.with_last(replace(office.last, after=(body,)))
        before = self.clauses.start(office.first.edge)
        self._give(
            [office], persons, "list", when_held(self.clauses.lower(before, office.last.close + 12))
        )
