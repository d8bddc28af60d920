"""Which person holds which title: apposition, coordination, lists, "was appointed", "As Governor, …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.components.titles.behind_names import find_body, find_bracketed, find_listed
from communique.components.titles.beside import Body
from communique.components.titles.clauses import Clauses, when_held
from communique.components.titles.columns import read_columns
from communique.components.titles.forms import read_forms
from communique.components.titles.holding import Holding
from communique.components.titles.lists import Lists
from communique.components.titles.names import Names, words
from communique.components.titles.neighbours import Front, Neighbours
from communique.components.titles.offices import (
    Office,
    distributes,
    is_award,
    is_described,
    is_office,
    loosened,
    read_offices,
    with_body,
)
from communique.components.titles.phrase import Phrase
from communique.components.titles.posts import read_posts
from communique.components.titles.rules import complements
from communique.components.titles.signatory import find_signatory, speaks, with_realm
from communique.components.titles.stream import Stream
from communique.components.titles.succession import find_predecessors, find_replaced
from communique.components.titles.types import TitleTime

_COPULAS = frozenset(["is", "are", "was", "were", "be", "been"])


@dataclass(frozen=True, slots=True)
class _Subject:
    """The person to whom a verb gave titles, the unit where they end, and when they are held."""

    person: int
    close: int
    when: TitleTime | None


class Attacher:
    """Finds the holders of the title phrases of one document."""

    def __init__(self, stream: Stream, phrases: list[Phrase]) -> None:
        self.stream = stream
        self.names = Names(stream, phrases)
        self.clauses = Clauses(stream, self.names)
        self.neighbours = Neighbours(stream, self.names)
        self.lists = Lists(stream, self.names)
        self.columns = {
            **read_posts(stream, self.names, self.clauses, phrases),
            **read_forms(stream, phrases),
            **read_columns(stream, phrases),
        }
        self.clusters = read_offices(stream, phrases)
        self._found: list[Holding] = []
        # names that already have a title in front, and whether a mark parted them
        self._fronted: dict[int, bool] = {}
        self._subject: _Subject | None = None

    def attach(self) -> list[Holding]:
        """Return the holdings in order of the text."""
        for name, phrase in self.columns.values():
            self._hold(Office((phrase,)), name, "apposition", None, ())
        for offices in self.clusters:
            if offices[0].first.first not in self.columns:
                self._attach(offices)
        found = sorted(self._found, key=lambda h: (h.start, h.at))
        earlier = find_predecessors(self.stream, self.names, found)
        earlier += find_replaced(self.stream, self.names, found)
        return sorted([*found, *earlier], key=lambda h: (h.start, h.at))

    def _attach(self, offices: list[Office]) -> None:
        front = self.neighbours.front(offices[-1].last, offices[0].first.edge)
        behind = self.neighbours.behind(offices[0])
        if front is not None and (
            not front.comma or self.neighbours.prefers_front(offices, front, behind, self._fronted)
        ):
            self._take_front(offices, front, behind)
        elif behind:
            self._give(loosened(offices), behind, "apposition")
        elif self._listed(offices) or self._linked(offices) or self._continued(offices):
            pass
        elif front is not None:
            self._take_front(offices, front, ())
        elif self._opening(offices):
            pass
        else:
            self._inverted(offices)

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
            if not is_office(office, rule) or is_award(self.stream, office):
                continue
            if distributes(self.stream, office, len(persons)):
                for at, body in zip(persons, office.last.after, strict=True):
                    own = office.with_last(replace(office.last, after=(body,)))
                    self._hold(own, at, rule, when, ())
                continue
            if office.plural and sum(body.place for body in office.last.after) > 1:
                office = office.with_last(replace(office.last, after=()))  # noqa: PLW2901
            one = persons[:1] if rule == "front" else persons[-1:]
            shared = (
                find_body(self.names, persons[-1], office.last.head)
                if rule == "front" and office.plural
                else ()
            )
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
            named = find_listed(self.names, at, office.last.head)
            bodies = find_body(self.names, at, office.last.head) or bodies or shared or named
            if not bodies and not self.stream.suits(office.last.head, "american"):
                bodies = self._bracketed(office, at)
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
                when="former" if rule == "succession" else office.when or when or "current",
                rule=rule,
            )
        )

    def _bracketed(self, office: Office, at: int) -> tuple[Body, ...]:
        """Return the body in the bracket behind the name at ``at``: "Ambassador X (Peru)"."""
        if "rank" in office.last.head.flags:
            return ()
        return find_bracketed(self.names, at, several=office.plural)

    # -- in front of the name

    def _take_front(self, offices: list[Office], front: Front, behind: tuple[int, ...]) -> None:
        last, others = offices[-1].with_last(front.phrase), offices[:-1]
        if self._honours(last):
            self._give(others, front.persons, "front")
            return
        mine = [last]
        if behind and self._fronted.get(behind[-1]) and "the" not in last.joint:
            behind = ()  # "the Deputy Minister, A, the Chief of Staff, General B"
        if behind:
            self._give(others, behind, "apposition")
        elif not (others and self._linked(others)):
            mine = [*others, last]
        own = not (front.comma and last.plural)  # what each of several is stands behind its name
        # "the Minister of Works, Colonel A"
        parted = front.comma or (len(mine) > 1 and "," in last.joint)
        if own and (parted or "rank" not in last.last.head.flags):
            self._fronted |= dict.fromkeys(front.persons, parted)
        self._give(mine, front.persons, "front")

    def _honours(self, office: Office) -> bool:
        """Tell whether a bare "Chief" behind a comma is a style: "the Chairman, Chief Jane Roe"."""
        edge = office.first.edge
        named = office.bare and office.first.capital and office.first.head.words == "chief"
        return named and self.stream.stands(edge - 1, ",") and self.names.closes_title(edge - 1)

    # -- linked by a verb: "was appointed", "serves as", "As Governor, …"

    def _linked(self, offices: list[Office]) -> bool:
        """Attach offices that a verb gives; tell whether there was a holder."""
        first = offices[0].first
        at = self.names.skip_owner_back(self.names.skip_articles_back(first.edge - 1))
        link = self.clauses.link_start(at)
        if (
            link is None
            or self.stream.units[at].sentence != self.stream.units[first.first].sentence
        ):
            return self._named(offices, at)
        if speaks(self.stream, at):
            return self._signed(offices)
        if self.clauses.names_none(link, at):
            return False
        start = self.clauses.start(link)
        clause = self.clauses.lower(start, at + 1)
        if words("wished") & set(clause):
            return False
        given = loosened(offices)
        person: int | None = None
        if self.stream.stands(at, "as"):
            if self.clauses.opens_clause(at, offices[-1]):
                return False  # "as the President continues to"
            said = offices[-1].bare or (offices[-1].plural and not offices[-1].bodies)
            if not first.capital and said and not words("service") & set(clause):
                return False
            forward = at == start or self.stream.units[at].capital
            person = None if forward else self.clauses.subject(link - 1, start)
            if person is None:
                person = self.clauses.following_subject(given[-1].last.close)
            body = None if forward or person is None else self.clauses.joined_body(person, at)
            given = with_body(given, body)
            if person is not None and forward:
                self._give(given, (person,), "verb")
                return True
        elif not (self.stream.lower(at) in _COPULAS and is_described(self.stream, offices)):
            person = self.clauses.subject(link - 1, start)
            given = with_body(given, self.clauses.body_where(start, link))
        if person is None:
            return False
        left = self.stream.stands(at, "from")
        when = "former" if left else when_held(clause)
        self._give(given, self.names.series_back(person), "verb", when)
        close = given[-1].last.close
        predecessor = None if when == "former" else self.clauses.predecessor(close, person)
        predecessor = predecessor or self.clauses.succeeded(link, start)
        self._subject = _Subject(person, given[-1].last.close, when)
        if predecessor is not None and predecessor != person:
            self._give(given, (predecessor,), "succession", "former")
        return True

    def _signed(self, offices: list[Office]) -> bool:
        """Attach "vested in me as President" to the one whose name stands below."""
        name = find_signatory(self.stream, self.names, offices[-1].last.close)
        if name is not None:
            self._give([*offices[:-1], with_realm(self.stream, offices[-1])], (name,), "verb")
        return name is not None

    def _continued(self, offices: list[Office]) -> bool:
        """Attach what goes on with a list of titles: "served as A of X, B of Y, and C of Z"."""
        subject, first = self._subject, offices[0].first
        at = self.names.skip_articles_back(first.edge - 1)
        if subject is None:
            return False
        if self.stream.stands(at, "to") and at == subject.close and subject.when == "former":
            # "promoted from Manager to Director"
            self._subject = _Subject(subject.person, offices[-1].last.close, None)
            self._give(loosened(offices), (subject.person,), "verb")
            return True
        if not self.stream.stands(at, ",", ";", "and", "&"):
            return False
        if not self.clauses.goes_on(subject.close, at):
            return False
        if self.stream.stands(at + 1, "the") and self.stream.stands(at, "and", "&"):
            return False  # "…, and the Minister spoke" has a subject of its own
        given = loosened(offices)
        self._give(given, (subject.person,), "verb", subject.when)
        self._subject = replace(subject, close=given[-1].last.close)
        return True

    def _opening(self, offices: list[Office]) -> bool:
        """Attach "A former Minister of Ports, she was …", "A lawyer by training, Jane Roe …"."""
        article = offices[0].first.edge - 1
        if not (self.stream.stands(article, "a", "an") and self.stream.opens_sentence(article)):
            return False
        given = loosened(offices)
        person = None
        for close in (offices[-1].last.close, given[-1].last.close):
            if person is None and self.stream.stands(close, ","):
                person = self.clauses.named_at(close + 1)
        if person is None:
            return False
        self._give(given, (person,), "verb")
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

    def _inverted(self, offices: list[Office]) -> None:
        """Attach "The project leader is Jane Roe", "the co-chairs include Jane Roe and John Doe"."""
        at = offices[-1].last.close
        at += self.stream.stands(at, "will") and self.stream.stands(at + 1, "be")
        several = offices[-1].plural and self.stream.lower(at) in words("naming_several")
        if several or self.stream.stands(at, "is", "was", "be"):
            name = self.names.skip_styles(at + 1)
            before = self.names.opening(at + 1)
            if before is not None and before.when == "former":
                name = self.names.skip_styles(before.close)  # "its Chair is former Minister Roe"
            found = self.names.series(name) if self.stream.kind(name) == "person" else ()
            if len(found) > (several and self.stream.stands(at, ":")):
                self._give(offices, found, "verb")

    # -- above a list: "as members of the Council:" and a name on each line

    def _listed(self, offices: list[Office]) -> bool:
        """Attach a title of several to the names of the list that it stands above."""
        office = Office((offices[-1].last,), offices[-1].joint)
        job = "post" in office.last.head.flags
        said = not (office.bodies or office.last.complement or office.first.capital)
        generic = said and office.last.head.words in complements("generic")
        items = self.lists.under(office.last) if office.plural and not (job or generic) else ()
        if not items:
            return False
        if office.bare and "seat" not in office.last.head.flags:
            bare = sum(self.neighbours.bare(item.name) for item in items)
            if bare * 2 < len(items):
                return False  # "The following officers: A – Secretary, B – Director"
        seat = "seat" in office.last.head.flags
        if not office.bodies and seat:
            body = self.clauses.seat_body(office.first.edge, items[0].name)
            if body is not None:
                office = office.with_last(replace(office.last, after=(body,)))
        before = self.clauses.start(office.first.edge)
        clause = self.clauses.lower(before, office.last.close + 12)
        when = when_held(clause)
        if when == "former" and not words("over") & set(clause):
            when = None  # "letters were handed to the Secretaries"
        for item in items:
            held = office
            if item.body is not None and not seat and not office.bodies:
                held = office.with_last(replace(office.last, after=(item.body,)))
            self._give([held], (item.name,), "list", when)
        return is_office(office, "list")
