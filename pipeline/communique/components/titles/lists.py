"""The names of a list under the title that they share: "as members of the Council:", "Secretaries"."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.titles.beside import Body, body_of
from communique.components.titles.lexicon import modifiers
from communique.components.titles.names import BULLETS, Names
from communique.components.titles.phrase import Phrase
from communique.components.titles.portfolios import plural_bodies
from communique.components.titles.stream import Stream

_MAX_INTRODUCTION = 30
_PRESENCE = ("attendance", "present", "attending", "attended", "participants", "delegation")
_ANNOUNCING = (
    "following",
    "follow",
    "follows",
    "below",
    "they",
    "these",
    "named",
    "appointees",
    "are",
)
_MARKS = (",", "-", "–", "—", ":", "(", "|")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: the index of its name, and the body or place that stands beside it."""

    name: int
    body: Body | None = None


class Lists:
    """Reads the lists of one document; all positions are unit indexes."""

    def __init__(self, stream: Stream, names: Names) -> None:
        self.stream = stream
        self.names = names

    def under(self, phrase: Phrase) -> tuple[Item, ...]:
        """Return the items of the list that a clause with ``phrase`` introduces.

        The clause ends in a colon or with its line; the list ends with the first item that no name
        opens. None for a clause about who was there ("members in attendance:").
        """
        stream, at = self.stream, phrase.close
        if self._stands_behind_name(phrase):
            return ()  # "- Jane Roe, President, Ayr Commanders", an item itself
        several = stream.stands(at, "of") and stream.lower(at + 1) in plural_bodies()
        if several and "seat" in phrase.head.flags:
            return ()  # "to serve as members of boards and commissions:"
        if any(set(b.name.lower().split()) & set(_PRESENCE) for b in phrase.after):
            return ()
        start = self._introduced(at)
        found: tuple[Item, ...] = ()
        if start is not None:
            found = self._items(start, colon=stream.stands(start, ":"))
        return found or self._announced(at)

    def _stands_behind_name(self, phrase: Phrase) -> bool:
        """Tell whether the line of ``phrase`` is an item of a list, with its name before the phrase."""
        stream, at = self.stream, phrase.edge - 1
        while at >= 0 and stream.kind(at) not in {"line", "gap", "person"}:
            at -= 1
        bullet = self.names.skip_styles_back(at - 1)
        return (
            stream.kind(at) == "person"
            and self.names.opens_line(at)
            and stream.stands(bullet, *BULLETS)
            and not stream.stands(phrase.close, ":")
        )

    def _announced(self, at: int) -> tuple[Item, ...]:
        """Return the items below "They are:", where the title stands in the paragraph before."""
        stream, end = self.stream, at
        while end - at < _MAX_INTRODUCTION and stream.kind(end) not in {"line", "gap"}:
            end += 1
        if stream.kind(end) not in {"line", "gap"}:
            return ()
        start = self._introduced(end + 1)
        if start is None or not stream.stands(start, ":"):
            return ()
        if not any(stream.stands(k, *_ANNOUNCING) for k in range(end + 1, start)):
            return ()
        return self._items(start, colon=True)

    def _introduced(self, at: int) -> int | None:
        """Return the index of the colon or line's end that closes the clause at ``at``."""
        stream, start = self.stream, at
        while start - at < _MAX_INTRODUCTION and stream.kind(start) not in {"line", "gap"}:
            if stream.stands(start, *_PRESENCE):
                return None
            if stream.kind(start) == "person":
                before = self.names.before(start)
                if not stream.stands(before, "by", "before", "to", "from", "with"):
                    return None
            if stream.stands(start, ":") or self._next_item(start):
                break
            start += 1
        ends = (
            self._next_item(start)
            or stream.kind(start) in {"line", "gap"}
            or stream.stands(start, ":")
        )
        return start if ends else None

    def _items(self, start: int, *, colon: bool) -> tuple[Item, ...]:
        found: list[Item] = []
        stream = self.stream
        while True:
            item, numbered = start, False
            while item < len(stream.units) and (
                self._bullet(item) or self._letter(item, colon=colon) or self._number(item)
            ):
                numbered = numbered or self._number(item)
                item += 1
            name = self._name(item)
            if item == start:
                break
            if stream.kind(name) != "person":
                if not numbered or not found:
                    break
                start = self._end(name)  # a name that was not recognised
                continue
            if numbered and not colon and stream.kind(self.names.after(name)) == "word":
                break  # numbered paragraphs
            found.append(Item(name, self._body(name)))
            start = self._end(name + 1)
        return tuple(found) if len(found) > 1 else ()

    def _name(self, at: int) -> int:
        """Return the index of the name of an item, behind styles and a word such as "Senior"."""
        name = self.names.skip_styles(at)
        modifies = self.stream.kind(name) == "word" and self.stream.units[name].capital
        if modifies and {self.stream.lower(name), f"{self.stream.lower(name)}."} & modifiers():
            return self.names.skip_styles(name + 1)
        return name

    def _end(self, at: int) -> int:
        """Return the index at which the item that ``at`` stands in ends."""
        while self.stream.kind(at) not in {"line", "gap"} and not self._next_item(at):
            at += 1
        return at

    def _bullet(self, at: int) -> bool:
        """Tell whether a line's end or a bullet stands at ``at``."""
        return self.stream.kind(at) in {"line", "gap"} or self.stream.stands(at, *BULLETS)

    def _letter(self, at: int, *, colon: bool) -> bool:
        """Tell whether a part of "(a)" or "b." stands at ``at``; only after a colon."""
        if not colon:
            return False
        if self.stream.stands(at, "(", ")"):
            return True
        return len(self.stream.lower(at)) == 1 and self.stream.stands(at + 1, ".", ")")

    def _number(self, at: int) -> bool:
        """Tell whether "1." or "02)" stands at ``at``, or its closing mark."""
        stream = self.stream
        if stream.stands(at, ".", ")"):
            return stream.lower(at - 1).isdigit()
        return stream.lower(at).isdigit() and stream.stands(at + 1, ".", ")")

    def _next_item(self, at: int) -> bool:
        """Tell whether a bullet or a number inside a line opens the next item of a list."""
        if self.stream.stands(at, "-", "•", "–", "*"):
            return self.stream.kind(self.names.skip_styles(at + 1)) == "person"
        numbered = self.stream.lower(at).isdigit() and self._number(at)
        return numbered and self.stream.kind(self.names.skip_styles(at + 2)) == "person"

    def _body(self, name: int) -> Body | None:
        """Return the body that a mark parts from the name at ``name``: "A – Ministry of Works"."""
        at = self.names.after(name)
        if not self.stream.stands(at, *_MARKS):
            return None
        at += 1
        at += self.stream.stands(at, "the")
        if self.stream.kind(at) not in {"body", "place"} or self.stream.units[at].demonym:
            return None
        return body_of(self.stream.units[at])
