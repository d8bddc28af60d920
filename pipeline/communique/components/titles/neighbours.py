"""The names beside an office: in front of which it stands, behind which, and which it goes with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.components.titles.names import Names
from communique.components.titles.offices import Office
from communique.components.titles.particulars import described_body
from communique.components.titles.phrase import Phrase
from communique.components.titles.stream import Stream

_NOMINEES = ("nominee", "nominees", "candidate", "candidates")
_DASHES = ("-", "–", "—", ":", "|")
_MAX_BRACKET = 7


@dataclass(frozen=True, slots=True)
class Front:
    """The names in front of which an office stands, and how.

    ``comma`` is true where a mark parts them, ``styled`` where an honorific stands before the name.
    """

    persons: tuple[int, ...]
    comma: bool
    styled: bool
    phrase: Phrase


class Neighbours:
    """Finds the names beside the offices of one document; all positions are unit indexes."""

    def __init__(self, stream: Stream, names: Names) -> None:
        self.stream = stream
        self.names = names

    # -- in front of the name: "Vice Mayor Li Gang", "the Minister for Law, Mr Tan"

    def front(self, phrase: Phrase, edge: int) -> Front | None:
        """Return the names in front of which ``phrase`` stands, None where it stands before none.

        ``edge`` is that of the first of the offices that it is joined to.
        """
        for reading in (phrase, phrase.loose):
            if reading is None:
                continue
            at, comma = reading.close, False
            if (
                self.stream.stands(at, "in")
                and self.stream.kind(at + 1) == "place"
                and (reading.after or reading.before)
            ):
                at += 2  # "Representative of Fiji to the United Nations in Geneva, Jane Roe"
            if self.stream.stands(at, ",") and self.stream.stands(at + 2, ","):
                # "head of the Ayr Committee, Kavre, Jane Roe"
                at += 2 if self.stream.kind(at + 1) == "place" and reading.after else 0
            at = self._skip_bracket(at)
            at += self.stream.stands(at, *_NOMINEES) and self.stream.kind(at + 1) == "person"
            several = (
                phrase.head.plural and phrase.capital and self.stream.stands(at, "–", "—", "-")
            )
            label = self.stream.stands(at, *_DASHES) and (several or self._labels(phrase, edge))
            if self.stream.stands(at, ",") or label or self._heads_name(phrase, at):
                seated = "seat" in phrase.head.flags and bool(reading.after)
                definite = self.stream.stands(phrase.edge - 1, "the") or (
                    seated and self.names.skip_styles(at + 1) > at + 1
                )
                if phrase.head.plural and not (phrase.capital or definite):
                    return None  # "two officers, A and B" describes
                comma = True
                at += 1
            bracketed = self._in_bracket(at) if phrase.capital else None
            name = self.names.skip_styles(at) if bracketed is None else bracketed
            if self.stream.kind(name) == "person":
                comma = comma or bracketed is not None
                series = self.names.series(name)
                if phrase.head.plural and comma and len(series) < 2:
                    return None  # "with both Ministers, A signed it", "Council of Leaders: A"
                return Front(series, comma, name > at, reading)
        return None

    def _skip_bracket(self, at: int) -> int:
        """Return the index after "(Ports)", "(Air Force, Retd)" at ``at``, in front of a name."""
        if not self.stream.stands(at, "("):
            return at
        for close in range(at + 1, at + _MAX_BRACKET):
            if close > at + 1 and self.stream.stands(close, ")"):
                return close + 1
            inside = self.stream.kind(close) in {"word", "body", "place"}
            if not (inside or self.stream.stands(close, ",", "&")) or self.names.opens_title(close):
                break
        return at

    def _in_bracket(self, at: int) -> int | None:
        """Return the name in the bracket that opens at ``at``: "the Minister for Ports (Mr Roe)"."""
        if not self.stream.stands(at, "("):
            return None
        name = self.names.skip_styles(at + 1)
        alone = self.stream.kind(name) == "person" and self.stream.stands(name + 1, ")")
        return name if alone else None

    def _labels(self, phrase: Phrase, edge: int) -> bool:
        """Tell whether a title opens its line, or stands there behind "Nominee for"."""
        if phrase.head.words.endswith("contact") and not phrase.after:
            return False  # "Press contact: A"
        at = self.names.skip_articles_back(phrase.edge - 1)
        if self.stream.stands(at, "for", "as") and self.stream.lower(at - 1) in _NOMINEES:
            return self.names.opens_line(at - 1)
        if described_body(self.stream.units, edge) is not None:
            return self.stream.stands(phrase.close, ":")
        spoken = self.stream.stands(phrase.close, ":") and self.stream.opens_sentence(phrase.edge)
        return spoken or self.names.opens_line(phrase.edge)

    def _heads_name(self, phrase: Phrase, at: int) -> bool:
        """Tell whether a title is alone on its line and a name alone on the next."""
        if self.stream.kind(at) != "line" or not phrase.capital:
            return False
        name = self.names.skip_styles(at + 1)
        edge = phrase.edge - self.stream.stands(phrase.edge - 1, "the")
        if self.stream.kind(name) != "person" or not self.names.opens_line(edge):
            return False
        return self.stream.kind(self.names.after(name)) in {"line", "gap"}

    def prefers_front(
        self,
        offices: list[Office],
        front: Front,
        behind: tuple[int, ...],
        fronted: Mapping[int, bool],
    ) -> bool:
        """Tell whether "A, office, B" gives the office to B: in a list that gives them in front.

        ``fronted`` are the names with an office in front, and whether a mark parts it from them.
        """
        if not behind:
            return False
        parted = fronted.get(behind[-1])
        named = self.stream.stands(offices[0].first.edge - 1, "the")
        alone = named or self.bare(front.persons[-1])
        if parted or (parted is False and front.styled and alone):
            return True
        if parted is False and front.styled and self._goes_on(front.persons[-1]):
            return True
        last = offices[-1]
        listed = front.styled or {"and", "the"} <= set(last.joint)
        if len(offices) < 2 or not listed or "," not in last.joint:
            return False
        if "and" in last.joint and last.first.before:
            return True
        # "A, King of X, the Minister of Y, Mr B, and …", where B has no other title
        return "the" in last.joint and self.bare(front.persons[-1])

    def _goes_on(self, name: int) -> bool:
        """Tell whether the office behind the name at ``name`` stands before a styled name itself."""
        at = self.names.after(name)
        following = self.names.opening(at + 1) if self.stream.stands(at, ",", ";") else None
        if following is None:
            return False
        for reading in (following, following.loose):
            if reading is not None:
                close = reading.close + self.stream.stands(reading.close, ",")
                styled = self.names.skip_styles(close)
                if styled > close and self.stream.kind(styled) == "person":
                    return True
        return False

    def bare(self, name: int) -> bool:
        """Tell whether no title stands behind the name at ``name``."""
        at = self.names.after(name)
        if not self.stream.stands(at, ",", "(", *_DASHES):
            return True
        return not self.names.opens_title(at + 1 + self.stream.stands(at + 1, "the", "a", "an"))

    # -- behind the name: "Li Gang, Vice Mayor of", "A (Chairman)", a title on the next line

    def _signed(self, at: int) -> int | None:
        """Return the name in brackets on the line that ends at ``at``: "(Jane Roe)", a signature."""
        name, stream = at - 2, self.stream
        signed = (
            stream.kind(at) == "line"
            and stream.stands(at - 1, ")")
            and stream.stands(name - 1, "(")
        )
        return name if signed and stream.kind(name) == "person" else None

    def behind(self, office: Office) -> tuple[int, ...]:
        """Return the names behind which ``office`` stands, none where it does not."""
        edge = office.first.edge - 1
        at = self.names.skip_articles_back(edge)
        line = self.stream.kind(at) == "line"
        if self.stream.stands(at, "(") and self.stream.stands(at + 1, "the"):
            return ()  # "the office of the Commissioner (the Commissioner)"
        close = office.last.close
        if self.stream.is_name_word(close) and self.stream.stands(close + 1, "'s"):
            return ()  # "A, President Roe's nominee" where Roe was not recognised
        if self.names.unknown(office.loosened().last.close):
            return ()  # "A, Director of X Mr B" where B was not recognised
        if line or self.stream.stands(at, ",", "(", *_DASHES):
            signed = self._signed(at)
            if signed is not None and office.first.capital:
                return (signed,)
            person = self.names.ending_at(self.names.before_seat(at) - 1)
            if person is None and self.stream.stands(at, ","):
                person = self.names.belonging_at(at - 1)
            elif person is not None and self.names.after(person) < self.names.before_seat(at):
                return ()
            if person is None:
                return ()
            if line and not (self.names.opens_line(person) and office.first.capital):
                return ()
            series = self.names.series_back(person) if office.plural else (person,)
            if office.plural and office.bare and len(series) < 2 and not line:
                return ()  # "A, Deans, Heads and others"
            named = self.stream.stands(office.first.edge - 1, "the")
            if office.plural and len(series) < 2 and (named or not office.first.capital):
                return ()  # "thanked A, leaders of the region and others"
            return series
        if self.stream.kind(at) == "person" and office.first.capital and at == edge:
            if "seat" in office.last.head.flags and office.last.head.stands_for:
                return (at,)  # "Jane Roe MP"
            close = office.last.close
            ends = self.stream.kind(close) in {"line", "gap"} or self.stream.stands(
                close, ",", ".", ")"
            )
            return (at,) if ends or office.last.after else ()
        return ()
