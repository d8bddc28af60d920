"""Which person holds which title: apposition, coordination, lists, "was appointed", "As Governor, …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.components.titles.beside import Body
from communique.components.titles.lexicon import is_honorific
from communique.components.titles.phrases import Phrase
from communique.components.titles.rules import complements, word_lists
from communique.components.titles.types import TitleTime
from communique.components.titles.units import Unit

_MAX_CLAUSE = 60
_JOINERS = frozenset(["and", "&", "/", ","])
_DASHES = frozenset(["-", "–", "—", ":"])
_PRONOUNS = frozenset(["he", "she"])


def _words(key: str) -> frozenset[str]:
    return word_lists("attachment.toml")[key]


@dataclass(frozen=True, slots=True)
class Holding:
    """A title given to a person, by unit index: ``at`` is the person's unit.

    ``start`` and ``end`` are the title's characters; ``bodies`` those that the phrase names.
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
class _Office:
    """One title made of one or more phrases ("Chairman and CEO")."""

    phrases: tuple[Phrase, ...]

    @property
    def first(self) -> Phrase:
        return self.phrases[0]

    @property
    def last(self) -> Phrase:
        return self.phrases[-1]

    @property
    def plural(self) -> bool:
        return any(p.head.plural for p in self.phrases)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.last.after or self.first.before

    @property
    def when(self) -> TitleTime | None:
        return next((p.when for p in self.phrases if p.when), None)


@dataclass(frozen=True, slots=True)
class _Front:
    persons: tuple[int, ...]
    comma: bool
    styled: bool
    phrase: Phrase


class Attacher:
    """Finds the holders of the title phrases of one document."""

    def __init__(self, units: list[Unit], phrases: list[Phrase]) -> None:
        self.units = units
        self.phrases = phrases
        self.by_edge = {p.edge: p for p in phrases}
        self._ends: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            self._ends.setdefault(phrase.close, []).append(phrase)
        self.found: list[Holding] = []
        self._quoted = _quotations(units)
        self._claimed_by_front: dict[int, bool] = {}

    def attach(self) -> list[Holding]:
        """Return the holdings in order of the text."""
        for cluster in self._clusters():
            self._attach_cluster(cluster)
        self.found.sort(key=lambda h: (h.start, h.at))
        return self.found

    # -- units

    def _kind(self, at: int) -> str:
        return self.units[at].kind if 0 <= at < len(self.units) else "gap"

    def _lower(self, at: int) -> str:
        return self.units[at].lower if 0 <= at < len(self.units) else ""

    # -- phrases that stand together

    def _between(self, at: int, edge: int) -> list[str] | None:
        """Return the joining words from ``at`` to ``edge``, None where others stand there."""
        if at > edge or edge - at > 4:
            return None
        words = [self._lower(k) for k in range(at, edge)]
        if not words or words[0] not in _JOINERS:
            return None
        rest = [w for w in words if w not in _JOINERS]
        if any(w not in _words("articles") for w in rest):
            return None
        return words

    def _clusters(self) -> list[list[tuple[Phrase, list[str]]]]:
        """Return the phrases in clusters, each with the words that join it to the one before."""
        clusters: list[list[tuple[Phrase, list[str]]]] = []
        for phrase in self.phrases:
            if clusters:
                previous, words = clusters[-1][-1]
                joined = None
                if previous.loose is not None:
                    joined = self._between(previous.loose.close, phrase.edge)
                    if joined is not None:
                        clusters[-1][-1] = (previous.loose, words)
                if joined is None:
                    joined = self._between(previous.close, phrase.edge)
                if joined is not None:
                    clusters[-1].append((phrase, joined))
                    continue
            clusters.append([(phrase, [])])
        return clusters

    def _offices(self, cluster: list[tuple[Phrase, list[str]]]) -> list[_Office]:
        """Return the titles of a cluster: phrases that are one title joined."""
        offices: list[_Office] = []
        at = 0
        while at < len(cluster):
            end = at + 1
            while end < len(cluster) and self._one_title(cluster[end - 1][0], *cluster[end]):
                end += 1
            # a series joined by commas alone is several titles
            while end - at > 1 and not any(
                w in {"and", "&", "/"} for _, words in cluster[at + 1 : end] for w in words
            ):
                end -= 1
            offices.append(_Office(tuple(p for p, _ in cluster[at:end])))
            at = end
        return offices

    @staticmethod
    def _one_title(left: Phrase, right: Phrase, words: list[str]) -> bool:
        if left.after or right.before or any(w not in _JOINERS for w in words):
            return False
        if left.before and right.after:
            return False
        if right.when is not None and right.when != left.when:
            return False
        if "seat" in right.head.flags and right.after:
            return False
        if "rank" in left.head.flags and left.head.words != "professor":
            return False
        nation_left, nation_right = ("nation" in p.head.flags for p in (left, right))
        if right.after and not all(b.place for b in right.after):
            business = {left.head.words, right.head.words} & {"president", "chairman", "chair"}
            if left.complement or (nation_left != nation_right and not business):
                return False
        return True

    # -- the patterns

    def _attach_cluster(self, cluster: list[tuple[Phrase, list[str]]]) -> None:
        offices = self._offices(cluster)
        last = offices[-1]
        front = self._front(last.last)
        behind = self._behind(offices[0])
        if front is not None and not front.comma:
            self._take_front(offices, front, behind)
            return
        if front is not None and behind and self._prefers_front(offices, cluster, front, behind):
            self._take_front(offices, front, behind)
            return
        if behind:
            self._give(self._loosened(offices), behind, "apposition")
            return
        if self._linked(offices):
            return
        if front is not None:
            self._take_front(offices, front, ())
            return
        self._inverted(offices)

    def _prefers_front(
        self,
        offices: list[_Office],
        cluster: list[tuple[Phrase, list[str]]],
        front: _Front,
        behind: tuple[int, ...],
    ) -> bool:
        """Tell whether "A, office, B" gives the office to B: in a list that gives them in front."""
        comma_before = self._claimed_by_front.get(behind[-1])
        if comma_before is not None and (comma_before or front.styled):
            return True
        if len(offices) == 1 or not front.styled:
            return False
        words = next(w for p, w in cluster if p.first == offices[-1].first.first)
        return "and" in words and "," in words and bool(offices[-1].first.before)

    @staticmethod
    def _loosened(offices: list[_Office]) -> list[_Office]:
        last = offices[-1]
        if last.last.loose is None:
            return offices
        return [*offices[:-1], _Office((*last.phrases[:-1], last.last.loose))]

    def _take_front(
        self,
        offices: list[_Office],
        front: _Front,
        behind: tuple[int, ...],
    ) -> None:
        last = _Office((*offices[-1].phrases[:-1], front.phrase))
        mine, others = [last], offices[:-1]
        if behind:
            self._give(others, behind, "apposition")
        elif not (others and self._linked(others)):
            mine = [*others, last]
        for person in front.persons:
            self._claimed_by_front[person] = front.comma
        self._give(mine, front.persons, "front")

    def _give(
        self,
        offices: list[_Office],
        persons: tuple[int, ...],
        rule: str,
        when: TitleTime | None = None,
    ) -> None:
        for office in offices:
            holders = persons if office.plural else persons[:1] if rule == "front" else persons[-1:]
            for at in holders:
                self._hold(office, at, rule, when)

    def _hold(self, office: _Office, at: int, rule: str, when: TitleTime | None) -> None:
        if not _is_office(office, rule):
            return
        person = self.units[at].ref
        if person is None:
            return
        bodies = office.bodies
        if not office.last.after and rule == "front":
            bodies = self._body_of_person(at) or bodies
        self.found.append(
            Holding(
                person,
                at,
                replace(office.last, edge=office.first.edge),
                office.first.start,
                office.last.end,
                bodies,
                office.when or when or "current",
                rule,
            )
        )

    def _body_of_person(self, at: int) -> tuple[Body, ...]:
        """Return the body in "Minister X of the Ministry of Y", "President X of Z"."""
        following = at + 1
        if self._lower(following) not in {"of", "from"} or self._kind(at) != "person":
            return ()
        following += 1 + (self._lower(following + 1) == "the")
        if self._kind(following) in {"body", "place"}:
            unit = self.units[following]
            if self._lower(at + 1) == "from" and unit.kind == "place":
                return ()
            return (Body(unit.name or unit.text, unit.ref, place=unit.kind == "place"),)
        return ()

    # -- in front of the name

    def _front(self, phrase: Phrase) -> _Front | None:
        for reading in (phrase, phrase.loose):
            if reading is None:
                continue
            at, comma = reading.close, False
            if self._lower(at) == "(" and self._lower(at + 2) == ")":
                at += 3
            if self._lower(at) == "," or (self._lower(at) in _DASHES and self._line_start(phrase)):
                comma = True
                at += 1
            name = self._skip_styles(at)
            if self._kind(name) == "person":
                return _Front(self._series(name), comma, name > at, reading)
        return None

    def _line_start(self, phrase: Phrase) -> bool:
        at = phrase.edge - 1
        while at >= 0 and self._kind(at) == "mark" and self._lower(at) in {"-", "•", "·", "–", "*"}:
            at -= 1
        return self._kind(at) in {"line", "gap"} or at < 0

    def _skip_styles(self, at: int) -> int:
        """Return the index after honorifics and further ranks ("Professor", "Barrister")."""
        begin = at
        while at < len(self.units):
            unit = self.units[at]
            if unit.kind != "word":
                if (
                    unit.text in {".", ",", "'", "’"}
                    and at > begin
                    and is_honorific(self.units[at - 1].text)
                ):
                    at += 1
                    continue
                break
            if is_honorific(unit.text) or (unit.lower in {"honorable", "honourable"}):
                at += 1
                continue
            rank = self.by_edge.get(at)
            single = rank is not None and rank.last == at + 1 and rank.capital
            if rank is None or not single or not {"rank", "post"} & rank.head.flags:
                break
            at = rank.last
        return at

    def _series(self, at: int) -> tuple[int, ...]:
        """Return the persons of the series that starts at ``at``: "A, B and C"."""
        found = [at]
        while True:
            following = self._after_name(found[-1])
            joins = 0
            while self._lower(following) in {",", "and", "&"} and joins < 2:
                following += 1
                joins += 1
            following = self._skip_styles(following)
            if not joins or self._kind(following) != "person":
                return tuple(found)
            found.append(following)

    def _after_name(self, at: int) -> int:
        """Return the index after a name's suffixes: age, native form, party, degrees."""
        at += 1
        while at < len(self.units):
            lower = self._lower(at)
            if lower == "(":
                close = next(
                    (
                        k
                        for k in range(at + 1, min(at + 9, len(self.units)))
                        if self._lower(k) == ")"
                    ),
                    None,
                )
                if close is None or any(k in self.by_edge for k in range(at + 1, close)):
                    return at
                at = close + 1
                continue
            if lower in _words("suffixes") and (
                lower.upper() == self.units[at].text
                or "." in lower
                or lower[:2] in {"ph", "jr", "sr", "es", "ms"}
            ):
                at += 1
                continue
            if (
                lower == ","
                and (self._lower(at + 1) in _words("suffixes") or self._lower(at + 1).isdigit())
                and self._lower(at + 2) in {",", "."}
            ):
                at += 2
                continue
            return at
        return at

    # -- behind the name

    def _behind(self, office: _Office) -> tuple[int, ...]:
        """Return the persons that the office stands in apposition to."""
        at = self._skip_articles(office.first.edge - 1)
        mark = self._lower(at)
        line = self._kind(at) == "line"
        if mark in {",", "("} or mark in _DASHES or line:
            person = self._name_before(at - 1)
            if person is None or self._after_name(person) < at:
                return ()
            if line and not (self._alone(person) and office.first.capital):
                return ()
            return self._series_back(person) if office.plural else (person,)
        if self._kind(at) == "person" and office.first.capital and at == office.first.edge - 1:
            closes = (
                self._kind(office.last.close) in {"line", "gap"}
                or office.last.after
                or self._lower(office.last.close) in {",", ".", ")"}
            )
            if closes:
                return (at,)
        return ()

    def _skip_articles(self, at: int) -> int:
        while self._kind(at) == "word" and (
            self._lower(at) in _words("articles") or is_honorific(self.units[at].text)
        ):
            at -= 1
        return at

    def _name_before(self, at: int) -> int | None:
        """Return the person whose name and suffixes end at ``at``, None where none does."""
        for start in range(at, max(at - 12, -1), -1):
            if self._kind(start) == "person":
                return start if self._after_name(start) >= at + 1 else None
            if self._kind(start) in {"line", "gap"}:
                return None
        return None

    def _alone(self, at: int) -> bool:
        """Tell whether a name stands alone at the start of its line."""
        before = at - 1
        while self._kind(before) == "word" and is_honorific(self.units[before].text):
            before -= 1
        while self._kind(before) == "mark" and self._lower(before) in {
            "-",
            "•",
            "–",
            "*",
            ":",
            ".",
        }:
            before -= 1
        return self._kind(before) in {"line", "gap"} or before < 0

    def _series_back(self, at: int) -> tuple[int, ...]:
        found = [at]
        while True:
            before = found[0] - 1
            while self._kind(before) == "word" and is_honorific(self.units[before].text):
                before -= 1
            joins = 0
            while self._lower(before) in {",", "and", "&"} and joins < 2:
                before -= 1
                joins += 1
            person = self._name_before(before) if joins else None
            if person is None:
                return tuple(found)
            found.insert(0, person)

    # -- linked by a verb

    def _linked(self, offices: list[_Office]) -> bool:
        """Attach offices after "is", "was appointed", "as"; tell whether there was a holder."""
        first = offices[0].first
        at = self._skip_articles(first.edge - 1)
        sentence = self.units[first.first].sentence
        link = self._link(at)
        if link is None:
            return bool(self._named(offices))
        words, start = link
        if start == "forward":
            return False
        clause_start = self._clause_start(words, sentence)
        clause = [self._lower(k) for k in range(clause_start, at + 1)]
        word = self._lower(at)
        if word == "as":
            if not first.capital and not _words("service") & set(clause):
                return False
            if at == clause_start or self.units[at].capital:
                return self._as_first(offices)
        bare = not (offices[-1].bodies or first.complement or first.first < first.head_at)
        if word in {"is", "are", "was", "were", "be", "been"} and not first.capital and bare:
            return False
        person = self._subject(words - 1, clause_start)
        if person is None:
            return word == "as" and self._as_first(offices)
        persons = self._series_back(person)
        loose = self._loosened(offices)
        joined = self._joined_body(person, at) if word == "as" else None
        if joined is not None and not any(o.bodies for o in loose):
            loose = [_Office((*o.phrases[:-1], replace(o.last, after=(joined,)))) for o in loose]
        self._give(loose, persons, "verb", self._when(clause))
        self._predecessor(loose)
        return True

    def _joined_body(self, person: int, at: int) -> Body | None:
        """Return the body in "X will join the Ministry as Director"."""
        for k in range(at - 1, max(person, at - 8), -1):
            unit = self.units[k]
            if unit.kind == "body":
                before = k - 1 - (self._lower(k - 1) == "the")
                verb = self._lower(
                    before - (self._lower(before) in {"at", "to", "with", "for", "in", "on"})
                )
                return Body(unit.text, unit.ref) if verb in _words("joining") else None
        return None

    def _predecessor(self, offices: list[_Office]) -> None:
        """Attach "He succeeds Jane Roe" and "replacing Jane Roe" to the office just given."""
        close = offices[-1].last.close
        for k in range(close, min(close + 24, len(self.units))):
            if self._kind(k) in {"gap", "person"}:
                return
            if self._lower(k) in _words("succession"):
                name = self._skip_styles(k + 1)
                if self._kind(name) == "person":
                    self._give(offices, (name,), "succession", "former")
                return

    def _link(self, at: int) -> tuple[int, str] | None:
        """Return the index where the link that ends at ``at`` starts."""
        if self._kind(at) != "word":
            return None
        two = f"{self._lower(at - 1)} {self._lower(at)}"
        if two in _words("links"):
            return at - 1, ""
        if self._lower(at) in _words("links"):
            return at, ""
        return None

    def _clause_start(self, at: int, sentence: int) -> int:
        start = at
        while start > 0 and at - start < _MAX_CLAUSE:
            unit = self.units[start - 1]
            if unit.kind == "gap" or unit.sentence != sentence or unit.text == ";":
                break
            start -= 1
        return start

    def _subject(self, at: int, start: int) -> int | None:
        """Return the person that a verb at ``at`` speaks of: the nearest name or pronoun before.

        Names behind a preposition are passed over while there are others, except in "the
        appointment of X as"; after "who" only the nearest counts.
        """
        passed: int | None = None
        for k in range(at, start - 1, -1):
            if self._kind(k) == "person":
                if self._lower(k + 1) == "'s" and self._kind(k + 2) != "word":
                    continue
                before = self._before_name(k)
                if self._lower(before) not in _words("prepositions") or before < start:
                    return k
                if self._lower(before) == "of" and self._lower(before - 1) in _words("nominals"):
                    return k
                if any(self._lower(m) in {"who", "whom"} for m in range(k + 1, min(k + 4, at + 1))):
                    return k
                passed = passed if passed is not None else k
            elif self._lower(k) in _PRONOUNS and self._kind(k) == "word":
                return self._antecedent(k)
        return passed

    def _before_name(self, at: int) -> int:
        """Return the index before a name's honorifics and the title in front of it."""
        before = at - 1
        while self._kind(before) == "word" and is_honorific(self.units[before].text):
            before -= 1
        title = next((p for p in self._ends.get(before + 1, ()) if p.close == before + 1), None)
        if title is not None:
            before = title.edge - 1
        while self._lower(before) in {"the", "a", "an"}:
            before -= 1
        return before

    def _antecedent(self, at: int) -> int | None:
        """Return the person that a pronoun stands for: the first named in the sentence before."""
        gaps = 0
        best: int | None = None
        quoted = self._quoted[at]
        for k in range(at - 1, max(at - 400, -1), -1):
            kind = self._kind(k)
            if kind == "gap":
                gaps += 1
                if gaps > 1 or best is not None:
                    break
            elif kind == "person" and (self._quoted[k] or not quoted):
                if best is not None and self.units[k].sentence != self.units[best].sentence:
                    break
                if best is None or self._lower(k - 1) != "'s":
                    best = k
        return best

    @staticmethod
    def _when(clause: list[str]) -> TitleTime | None:
        words = set(clause)
        if words & _words("future") and not words & _words("staying"):
            return "future"
        if (
            words & _words("former")
            and not words & _words("entering")
            and not {"has", "have"} & words
        ):
            return "former"
        return None

    def _as_first(self, offices: list[_Office]) -> bool:
        """Attach "As Governor, Senator Allen signed …" to the name or pronoun that follows."""
        close = self._loosened(offices)[-1].last.close
        for k in range(close, min(close + 14, len(self.units))):
            if self._kind(k) in {"gap", "line"}:
                return False
            if self._kind(k) == "person":
                self._give(self._loosened(offices), (k,), "verb", None)
                return True
            if self._lower(k) in _PRONOUNS:
                person = self._antecedent(k)
                if person is None:
                    return False
                self._give(self._loosened(offices), (person,), "verb", None)
                return True
        return False

    def _named(self, offices: list[_Office]) -> bool:
        """Attach "named Jane Roe Chairman of …"."""
        at = self._skip_articles(offices[0].first.edge - 1)
        if self._lower(at) == "to" and self._kind(at - 1) == "person":
            at -= 1
        if self._kind(at) != "person":
            return False
        before = at - 1
        while self._kind(before) == "word" and is_honorific(self.units[before].text):
            before -= 1
        if self._lower(before) not in _words("naming"):
            return False
        self._give(self._loosened(offices), (at,), "verb", None)
        return True

    def _inverted(self, offices: list[_Office]) -> None:
        """Attach "The project leader is Jane Roe"."""
        last = offices[-1].last
        at = last.close
        if self._lower(at) in {"is", "was"} or (
            self._lower(at) == "will" and self._lower(at + 1) == "be"
        ):
            at += 1 + (self._lower(at) == "will")
            at = self._skip_styles(at)
            if self._kind(at) == "person":
                self._give(offices, self._series(at), "verb", None)


def _is_office(office: _Office, rule: str) -> bool:
    """Tell whether the phrase is an office where it stands: a seat needs its body."""
    head = office.last.head
    if "seat" in head.flags and "nation" not in head.flags and head.words == "member":
        names = [b.name for p in office.phrases for b in (*p.before, *p.after)]
        words = {w.lower().strip(",.") for name in names for w in name.split()}
        board = office.last.first < office.last.head_at or office.last.complement
        if rule == "front" and not office.plural and not board:
            return False
        if len(office.phrases) > 1:
            return True
        return bool(words & complements("seat_bodies")) or board
    if head.words in complements("weak") and not office.first.capital and rule != "front":
        named = office.bodies or office.last.complement or office.last.first < office.last.head_at
        return bool(named)
    return True


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
