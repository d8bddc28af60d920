"""The units of a document with the title heads found in them, as the readers of titles look at them."""

from __future__ import annotations

from communique.components.lexicon_files import lexical
from communique.components.titles.lexicon import (
    Head,
    abbreviations,
    counts_as_written,
    heads,
    is_honorific,
    modifiers,
    times,
)
from communique.components.titles.rules import body_nouns, complements, fields, word_lists
from communique.components.titles.units import Unit

_PREFIXES = frozenset(
    ["co", "vice", "ex", "then", "sub", "deputy", "pro", "arch", "former", "acting", "mid", "non"]
)
#: Words behind a title in lower case.
_AFTER_LOWER = ("at", "in", "with", "of", "for", "who", "and", "on", "from")
#: What follows a head when it is not yet held: "President-elect".
ELECT = frozenset(["elect", "designate", "nominee"])


def is_function_word(unit: Unit) -> bool:
    """Tell whether a capitalised word begins a sentence rather than a name ("IT" is a field)."""
    return unit.lower in word_lists("complements.toml")["function_words"] and unit.text != "IT"


@lexical
def _head_sizes() -> dict[str, tuple[int, ...]]:
    """Return, for each first word of a head, the numbers of words to try, longest first."""
    sizes: dict[str, set[int]] = {}
    for form in (*heads(), *(a.lower() for a in abbreviations())):
        words = form.split()
        sizes.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(n, reverse=True)) for first, n in sizes.items()}


def head_at(units: list[Unit], at: int) -> tuple[int, Head] | None:
    """Return the index after the head that starts at unit ``at`` and the head, the longest."""
    unit = units[at]
    if unit.kind != "word":
        return None
    for size in _head_sizes().get(unit.lower, ()):
        stretch = units[at : at + size]
        if len(stretch) < size or any(u.kind not in {"word", "body"} for u in stretch):
            continue  # "Chief of Army", with the army a body
        exact = abbreviations().get(" ".join(u.text for u in stretch))
        if exact is not None:
            return at + size, exact
        head = heads().get(" ".join(u.lower for u in stretch))
        if head is not None and counts_as_written(head, unit.text):
            return at + size, head
    return _hyphenated(unit, at)


def _hyphenated(unit: Unit, at: int) -> tuple[int, Head] | None:
    """Return the head in "ex-Minister", "co-chair" or "President-elect"."""
    if "-" not in unit.lower:
        return None
    first, *_, last = unit.lower.split("-")
    if last in ELECT and first in heads():
        return at + 1, heads()[first]
    head = heads().get(last) or abbreviations().get(unit.text.rsplit("-", 1)[-1])
    return (at + 1, head) if first in _PREFIXES and head is not None else None


class Stream:
    """The units of one document and the heads among them.

    ``heads`` gives, by the index of its first unit, the index after a head and the head; words
    that are fields where they stand ("of Justice") are left out. ``starts`` are the units at which
    title phrases start, known once their modifiers were read.
    """

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.starts: set[int] = set()
        self.heads: dict[int, tuple[int, Head]] = {}
        at, sizes = 0, _head_sizes()
        while at < len(units):
            unit = units[at]
            may_open = unit.kind == "word" and (unit.lower in sizes or "-" in unit.lower)
            found = (head_at(units, at) or self._lower(at)) if may_open else None
            if found is None:
                at += 1
                continue
            if not (self._is_field_here(at) or self._is_verb(at, found[0]) or self._is_degree(at)):
                self.heads[at] = found
            at = found[0]

    def _is_verb(self, at: int, after: int) -> bool:
        """Tell whether a head of one word is a verb or an adjective: "will chair the talks"."""
        if self.units[at].capital or after > at + 1:
            return False
        if self.stands(at, "chief") and self.kind(at + 1) == "word":
            return not self.stands(at + 1, *_AFTER_LOWER)  # "the chief guests"
        verb = self.lower(at) in complements("verbs")
        return verb and self.lower(at - 1) in complements("auxiliaries")

    def _is_degree(self, at: int) -> bool:
        """Tell whether "MD" is a degree where it stands: "Jane Roe, MD, MPH, Director"."""
        if self.units[at].text not in {"MD", "M.D."} or not self.stands(at - 1, ","):
            return False
        return (
            self.kind(at - 2) == "person"
            and self.stands(at + 1, ",")
            and self.kind(at + 2) == "word"
        )

    def _lower(self, at: int) -> tuple[int, Head] | None:
        """Return the head at ``at`` that in lower case counts only where an office stands."""
        head = heads().get(self.units[at].lower) if self.kind(at) == "word" else None
        if head is None or head.plural or "art" not in head.flags:
            return None
        after = at + 1
        if self.stands(after, "of", "at", "for"):
            name = after + 1 + self.stands(after + 1, "the", "its", "our", "their", "this")
            known = self.lower(name) in fields() | body_nouns()
            if self.kind(name) in {"body", "place"} or (
                self.kind(name) == "word" and (self.units[name].capital or known)
            ):
                return after, head
            if self.stands(at - 1, ",") and self.kind(at - 2) == "person":
                return after, head  # "Jane Roe, head of arbitration services of the Court"
        if self.kind(after) == "word" and not self.stands(after, *_AFTER_LOWER):
            return None
        before = at - 1
        while self.kind(before) == "word" and (
            {self.lower(before), f"{self.lower(before)}."} & modifiers()
            or self.lower(before) in times()
            or self.lower(before) in fields()
        ):
            before -= 1
        if not self.stands(before, "a", "an"):
            return None
        before -= 1
        links = word_lists("attachment.toml")["links"]
        return (after, head) if self.stands(before, ",", "(", *links) else None

    def learn(self, heads: dict[int, tuple[int, Head]]) -> None:
        """Add heads at units that are in none yet."""
        self.heads = dict(sorted({**heads, **self.heads}.items()))

    def kind(self, at: int) -> str:
        """Return the kind of the unit at ``at``, "gap" outside the document."""
        return self.units[at].kind if 0 <= at < len(self.units) else "gap"

    def lower(self, at: int) -> str:
        """Return the lower-case text of the unit at ``at``, empty outside the document."""
        return self.units[at].lower if 0 <= at < len(self.units) else ""

    def stands(self, at: int, *texts: str) -> bool:
        """Tell whether the unit at ``at`` is one of ``texts``, lower case."""
        return 0 <= at < len(self.units) and self.units[at].lower in texts

    def demonym(self, at: int) -> str:
        """Return the country of the demonym at ``at`` ("Belgian"), "" for none."""
        unit = self.units[at] if 0 <= at < len(self.units) else None
        return unit.name if unit is not None and unit.demonym else ""

    def is_honorific(self, at: int) -> bool:
        """Tell whether the unit at ``at`` is a style of address, as Burma's "U" is in front of a name."""
        if self.kind(at) != "word":
            return False
        text = self.units[at].text
        return is_honorific(text) or (text == "U" and self.kind(at + 1) == "person")

    def is_style(self, at: int) -> bool:
        """Tell whether the units at ``at`` are a style of two words: "Tan Sri"."""
        if self.kind(at) != "word" or self.kind(at + 1) != "word":
            return False
        return is_honorific(f"{self.units[at].text} {self.units[at + 1].text}")

    def opens_sentence(self, at: int) -> bool:
        """Tell whether the unit at ``at`` is the first of its sentence or line."""
        if at <= 0:
            return True
        previous = self.units[at - 1]
        return previous.kind in {"line", "gap"} or previous.sentence != self.units[at].sentence

    def is_name_word(self, at: int) -> bool:
        """Tell whether the unit at ``at`` is a capitalised word that may belong to a name."""
        if self.kind(at) != "word" or at in self.heads:
            return False
        unit = self.units[at]
        return (
            unit.capital
            and not is_function_word(unit)
            and not is_honorific(unit.text)
            and unit.lower not in times()
        )

    def is_field(self, at: int, *, capital: bool) -> bool:
        """Tell whether the unit at ``at`` is a field of the lexicon, written with ``capital``."""
        return (
            self.kind(at) == "word"
            and self.units[at].lower in fields()
            and self.units[at].capital == capital
        )

    def _is_field_here(self, at: int) -> bool:
        """Tell whether a word that may be a head is a field where it stands ("of Justice")."""
        if self.stands(at - 1, "of") and self.stands(at - 2, "board"):
            return True  # "Board of Directors"
        if self.units[at].lower not in fields():
            return False
        if self.stands(at, "private", "major") and self.is_field(at + 1, capital=True):
            return True  # "Private Equity"
        before = at - 1
        while before > 0 and self.units[before].lower in {"the", "and", "&"}:
            before -= 1
            if self.units[before].lower in fields():
                before -= 1
        return before >= 0 and self.units[before].lower in {"of", "for"}

    def suits(self, head: Head, key: str) -> bool:
        """Tell whether a head is in a list of ``complements.toml``."""
        return bool({head.words, head.stands_for} & complements(key))
