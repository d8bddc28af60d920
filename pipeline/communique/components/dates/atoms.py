"""The atoms of date expressions: words and numbers, read once from ``lexicon/dates``.

An atom is a regular expression for one word or number (``month``, ``day``), the words that can
start it, and what it means. Forms (see :mod:`communique.components.dates.forms`) are built of atoms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from communique.components import lexicon_files
from communique.components.dates.openings import NUMBER, Openings, joint, openings_of
from communique.components.lexicon_files import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: White space inside an expression: a line may break, a paragraph may not.
SPACE = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,4})"


def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return read_table(f"dates/{name}")


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of the lexicon's ``dates`` folder."""
    return lexicon_files.read_toml(f"dates/{name}")


@dataclass(frozen=True)
class Atom:
    """A regular expression without groups, and what it can open with."""

    pattern: str
    openings: Openings


@dataclass(frozen=True)
class Modifier:
    """How many units away, and whether from the day of speech or from a date told before."""

    shift: int
    previous: bool


@dataclass(frozen=True)
class Atoms:
    """All atoms by name, and the meanings of their words (lower case, without full stop)."""

    atoms: Mapping[str, Atom]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, str]
    season_months: Mapping[str, tuple[int, int]]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    units: Mapping[str, str]
    designators: Mapping[str, str]
    modifiers: Mapping[str, Modifier]
    deictics: Mapping[str, tuple[str, int]]
    holidays: Mapping[str, str]
    vague: Mapping[str, str]
    ambiguous: frozenset[str]


def _words(phrases: Iterable[str], *, fold: bool = True) -> Atom:
    """An atom of fixed phrases, the longest tried first; spaces and hyphens inside are free."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = []
    for phrase in ordered:
        literal = re.escape(phrase).replace(r"\ ", SPACE).replace(r"\-", rf"(?:-|{SPACE})")
        alternatives.append(literal.replace("'", "['’]"))
    flags = "i:" if fold else ":"
    return Atom(f"(?{flags}{'|'.join(alternatives)})", openings_of(ordered))


def _names(words: Iterable[str], *, lower: Iterable[str] = (), short: Iterable[str] = ()) -> Atom:
    """An atom of proper nouns: Title case or CAPITALS, and lower case for the words of ``lower``.

    The abbreviations of ``short`` may carry a full stop.
    """
    forms = {form: "" for word in words for form in (word, word.upper())}
    forms |= {word.lower(): "" for word in lower}
    forms |= {form: r"\.?" for word in short for form in (word, word.upper()) if form not in forms}
    ordered = sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))
    return Atom(f"(?:{'|'.join(re.escape(f) + stop for f, stop in ordered)})", openings_of(forms))


def _number(pattern: str) -> Atom:
    return Atom(pattern, NUMBER)


def _spelled(cardinals: Mapping[str, int]) -> Atom:
    """Years in words: "nineteen ninety-six", "twenty twenty-four", "two thousand and five"."""
    units = "|".join(word for word, n in cardinals.items() if n < 10)
    teens = "|".join(word for word, n in cardinals.items() if 10 <= n < 20)
    tens = "|".join(word for word, n in cardinals.items() if 20 <= n < 100 and "-" not in word)
    tail = rf"(?:{teens}|(?:{tens})(?:[ -](?:{units}))?)"
    behind = frozenset(openings_of(cardinals)) | {"hundred", "oh", "thousand"}
    return Atom(
        rf"(?i:(?:seventeen|eighteen|nineteen)[ -](?:{tail}|hundred(?: (?:and )?(?:{tail}|{units}))?|oh[ -](?:{units}))"
        rf"|twenty[ -](?:{tail})|two thousand(?: (?:and )?(?:{tail}|{units}))?)",
        dict.fromkeys(["seventeen", "eighteen", "nineteen", "twenty", "two"], behind),
    )


def _star(words: Iterable[str]) -> tuple[list[str], frozenset[str]]:
    """The words without their stars, and those that had one (lower case)."""
    plain, starred = [], set()
    for word in words:
        plain.append(word.rstrip("*"))
        if word.endswith("*"):
            starred.add(plain[-1].lower())
    return plain, frozenset(starred)


def _expand(phrase: str) -> list[str]:
    """``recent years|months`` as two phrases."""
    phrases = [""]
    for word in phrase.split(" "):
        phrases = [f"{p} {choice}".strip() for p in phrases for choice in word.split("|")]
    return phrases


@cache
def load() -> Atoms:
    """Read the lexicon; the same immutable object at every call."""
    months: dict[str, int] = {}
    names: list[str] = []
    shorts: list[str] = []
    ambiguous: set[str] = set()
    for number, starry, *short in _rows("months.tsv"):
        (name,), starred = _star([starry])
        ambiguous |= starred
        names.append(name)
        shorts += " ".join(short).split()
        months.update({w.lower(): int(number) for w in [name, *" ".join(short).split()]})
    weekdays, day_names, day_shorts = {}, [], []
    for number, name, abbreviations in _rows("weekdays.tsv"):
        day_names.append(name)
        day_shorts += abbreviations.split()
        weekdays.update({w.lower(): int(number) for w in [name, *abbreviations.split()]})
    seasons, spans = {}, {}
    for code, first, last, words in _rows("seasons.tsv"):
        plain, starred = _star(words.split())
        ambiguous |= starred
        seasons.update(dict.fromkeys(plain, code))
        spans[code] = (int(first), int(last))
    cardinals, ordinals = {}, {}
    for number, cardinal, *ordinal in _rows("numbers.tsv"):
        cardinals[cardinal] = int(number)
        ordinals.update(dict.fromkeys(ordinal, int(number)))
    units = {w: unit for unit, _, words in _rows("units.tsv") for w in words.split()}
    modifiers = {
        word: Modifier(int(shift), origin == "previous")
        for shift, origin, words in _rows("modifiers.tsv")
        for word in words.split()
    }
    deictics = {
        w: (unit, int(n)) for unit, n, _, words in _rows("deictics.tsv") for w in words.split()
    }
    holidays = {
        n.lower(): rule for rule, names_ in _rows("holidays.tsv") for n in names_.split("|")
    }
    holiday_names = [n for _, names_ in _rows("holidays.tsv") for n in names_.split("|")]
    vague = {p.lower(): value for value, text in _rows("vague.tsv") for p in _expand(text)}
    decades = {word: int(year) for year, word in _rows("decades.tsv")}
    count = _words([*cardinals, "a", "an", "a few", "several", "few", "some"])
    unambiguous = [n for n in names if n.lower() not in ambiguous]
    suffix = r"(?:(?:<sup>)?(?i:st|nd|rd|th)(?:</sup>)?)?"
    ordinal_number = Atom(
        rf"(?:\d{{1,2}}(?:<sup>)?(?i:st|nd|rd|th)(?:</sup>)?|{_words(ordinals).pattern})",
        joint(openings_of(ordinals), NUMBER),
    )
    dayth = _number(r"(?:3[01]|[12]\d|0?[1-9])(?i:st|nd|rd|th)")
    day_words = _words([w for w, n in ordinals.items() if n <= 31])
    quarter_words = _words([w for w, n in ordinals.items() if n <= 4])
    atoms = {
        "year": _number(r"(?:1\d|20|21)\d\d"),
        "spelled": _spelled(cardinals),
        "yy": _number(r"\d\d"),
        "mm": _number(r"(?:1[0-2]|0?[1-9])"),
        "dd": _number(r"(?:3[01]|[12]\d|0?[1-9])"),
        "left": _number(r"(?:3[01]|[12]\d|0?[1-9])"),
        "right": _number(r"(?:3[01]|[12]\d|0?[1-9])"),
        "day": _number(rf"(?:3[01]|[12]\d|0?[1-9]){suffix}"),
        "month": _names(
            [*names, *(s.lower() for s in shorts if s != "Mar")],
            lower=[*unambiguous, "april", "june", "august"],
            short=shorts,
        ),
        "monthlow": _words(["may", "march"], fold=False),
        "monthname": _names(names, lower=[*unambiguous, "april", "june", "august"]),
        "monthshort": _names(shorts),
        "monthfull": _names([*names, "Sept", "Nov", "Dec", "Oct", "Feb"], lower=unambiguous),
        "weekday": _names(day_names, lower=day_names, short=day_shorts),
        "weekdayname": _names(day_names, lower=day_names),
        "weekdays": _names(
            [f"{name}s" for name in day_names], lower=[f"{name}s" for name in day_names]
        ),
        "season": _words(seasons),
        "quarter": _number("[1-4]"),
        "half": _number("[12]"),
        "nth": Atom(
            rf"(?:[1-4](?i:st|nd|rd|th)|{quarter_words.pattern})",
            joint(quarter_words.openings, NUMBER),
        ),
        "nthhalf": _words(["first", "second", "1st", "2nd"]),
        "lastnth": _words(["last", "final"]),
        "dayth": dayth,
        "nthday": Atom(
            rf"(?:{dayth.pattern}|3[01]|[12]\d|0?[1-9]|{day_words.pattern})",
            joint(day_words.openings, NUMBER),
        ),
        "dayword": day_words,
        "daycount": _words([w for w, n in cardinals.items() if n <= 31]),
        "weekno": _number(r"(?:5[0-3]|[1-4]\d|0?[1-9])"),
        "nthcentury": ordinal_number,
        "ordinal": ordinal_number,
        "decade": _number(r"(?:1\d|20)\d0"),
        "shortdecade": _number(r"\d0"),
        "decadeword": _words(decades),
        "unit": _words(units),
        "mod": _words([*modifiers, "this past", "this coming", "the same"]),
        "deictic": _words(deictics),
        "lastnight": _words(["last night"]),
        "n": Atom(rf"(?:\d{{1,3}}|{count.pattern})", joint(count.openings, NUMBER)),
        "approx": _words(
            [
                "more than",
                "over",
                "nearly",
                "almost",
                "about",
                "around",
                "some",
                "roughly",
                "less than",
                "just over",
                "approximately",
                "well over",
                "at least",
            ]
        ),
        "thereafter": _words(
            ["ago", "earlier", "later", "before", "after", "afterwards", "afterward", "hence"]
        ),
        "end": _words(["end", "close", "start", "beginning", "middle"]),
        "holiday": _words(holiday_names),
        "hour": _number(r"(?:2[0-3]|[01]?\d)"),
        "minute": _number(r"[0-5]\d"),
        "ampm": Atom(
            r"(?i:[ap]\.?m\b\.?|hrs?\b|hours\b)",
            openings_of(["a m", "p m", "am", "pm", "hrs", "hr", "hours"]),
        ),
    }
    atoms["vague"] = _words(vague)
    return Atoms(
        atoms=MappingProxyType(atoms),
        months=MappingProxyType(months),
        weekdays=MappingProxyType(weekdays),
        seasons=MappingProxyType(seasons),
        season_months=MappingProxyType(spans),
        cardinals=MappingProxyType({**cardinals, "a": 1, "an": 1}),
        ordinals=MappingProxyType(ordinals),
        decades=MappingProxyType(decades),
        units=MappingProxyType(units),
        designators=MappingProxyType({unit: iso for unit, iso, _ in _rows("units.tsv")}),
        modifiers=MappingProxyType(
            {
                **modifiers,
                "this past": modifiers["last"],
                "this coming": modifiers["next"],
                "the same": modifiers["same"],
            }
        ),
        deictics=MappingProxyType(deictics),
        holidays=MappingProxyType(holidays),
        vague=MappingProxyType(vague),
        ambiguous=frozenset(ambiguous),
    )
