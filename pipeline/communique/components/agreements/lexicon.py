"""What the rules for agreements know: nouns, verbs and phrases, read from the lexicon.

The files are in ``communique/lexicon/agreements``; each says at its top what its columns mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.agreements.words import lex
from communique.components.lexicon_files import lexical, read_entries, read_table

Strength = Literal["certain", "named", "governed", "signed", "paired", "short"]
Reach = Literal["makes", "gives", "tells"]

Words = tuple[str, ...]


@dataclass(frozen=True)
class Noun:
    """A noun that names instruments. ``type`` is None where modifiers and parties tell it.

    ``stands_for`` are the types a bare use of the noun may refer back to: ``any`` alone for all,
    ``?`` for instruments of undecided type; empty for its own noun only.
    """

    lemma: str
    plural: bool
    type: AgreementType | None
    strength: Strength
    stands_for: frozenset[str]


@dataclass(frozen=True)
class Verb:
    """A form of a verb, or a noun of action, and what it says of the instrument beside it."""

    lemma: str
    status: AgreementStatus
    reach: Reach
    particle: str | None = None
    participle: bool = False
    ing: bool = False
    noun: bool = False

    @property
    def dates_back(self) -> bool:
        """Whether a date behind it is when the instrument was made: "dates back to", "dating from"."""
        return self.lemma.startswith("dates ")


@dataclass(frozen=True)
class WitnessPhrase:
    """A phrase of presence; the people stand before or after it."""

    words: Words
    after: bool


class PhraseTable:
    """Phrases by their first word, the longest tried first."""

    def __init__(self, phrases: dict[Words, object]) -> None:
        by_first: dict[str, list[Words]] = {}
        for words in phrases:
            by_first.setdefault(words[0], []).append(words)
        self._phrases = phrases
        self._by_first = {w: sorted(p, key=lambda x: (-len(x), x)) for w, p in by_first.items()}
        #: The first words of all phrases: where none of them stands, there is nothing to look up.
        self.first_words = frozenset(by_first)

    def at(self, lowers: list[str], start: int, end: int) -> tuple[int, object] | None:
        """Return the end and the value of the longest phrase at ``start``, within ``end``."""
        for words in self._by_first.get(lowers[start], ()):
            stop = start + len(words)
            if stop <= end and tuple(lowers[start:stop]) == words:
                return stop, self._phrases[words]
        return None


def split_words(text: str) -> Words:
    """Part an entry of the lexicon into the words that :mod:`reading` makes of a text."""
    return tuple(word.lower for word in lex(text, 0, len(text)))


def _set(name: str) -> frozenset[str]:
    return frozenset(read_entries(f"agreements/{name}"))


def _phrases(name: str) -> frozenset[Words]:
    return frozenset(split_words(entry) for entry in read_entries(f"agreements/{name}"))


@lexical
def nouns() -> PhraseTable:
    """Return the nouns of instruments, singular and plural."""
    found: dict[Words, object] = {}
    for singular, plural, kind, strength, short in read_table("agreements/instruments.tsv"):
        stands_for = frozenset() if short == "-" else frozenset(short.split())
        for form, is_plural in ((singular, False), (plural, True)):
            if form == "-":
                continue
            noun = Noun(
                lemma=singular,
                plural=is_plural,
                type=None if kind == "?" else cast("AgreementType", kind),
                strength=cast("Strength", strength),
                stands_for=stands_for,
            )
            found.setdefault(split_words(form), noun)
    return PhraseTable(found)


@lexical
def verbs() -> PhraseTable:
    """Return the verbs of making and changing and the nouns of action, by their forms.

    A value is a tuple of ``Verb``: the readings of the form, those with a particle first.
    """
    found: dict[Words, tuple[Verb, ...]] = {}
    for forms, status, reach, particle in read_table("agreements/verbs.tsv"):
        listed = [form.strip() for form in forms.split("|")]
        for form in listed:
            bare = form.rstrip("*")
            verb = Verb(
                lemma=listed[0].rstrip("*"),
                status=cast("AgreementStatus", status),
                reach=cast("Reach", reach),
                particle=None if particle == "-" else particle,
                participle=form.endswith("*"),
                ing=bare.endswith("ing"),
            )
            words = split_words(bare)
            found[words] = (*found.get(words, ()), verb)
    for noun, status, reach in read_table("agreements/events.tsv"):
        verb = Verb(noun, cast("AgreementStatus", status), cast("Reach", reach), noun=True)
        words = split_words(noun)
        found[words] = (*found.get(words, ()), verb)
    ordered = {w: tuple(sorted(v, key=lambda x: x.particle is None)) for w, v in found.items()}
    return PhraseTable(dict(ordered))


@lexical
def type_modifiers() -> dict[Words, AgreementType]:
    """Return the modifiers that tell an agreement's type."""
    table = read_table("agreements/modifiers.tsv")
    return {split_words(words): cast("AgreementType", kind) for words, kind in table}


@lexical
def status_words() -> dict[str, AgreementStatus]:
    """Return the words that say how an instrument stands."""
    table = read_table("agreements/status_words.tsv")
    return {word: cast("AgreementStatus", status) for word, status in table}


@lexical
def exclusions() -> PhraseTable:
    """Return the phrases that hold a noun of an instrument and name none."""
    return PhraseTable(dict.fromkeys(_phrases("exclusions.txt"), True))


@lexical
def witness_phrases() -> PhraseTable:
    """Return the phrases of presence."""
    table = read_table("agreements/witnessing.tsv")
    return PhraseTable(
        {split_words(p): WitnessPhrase(split_words(p), where == "after") for p, where in table}
    )


@lexical
def holder_groups() -> PhraseTable:
    """Return offices in the plural, each with the offices that it stands for."""
    table = read_table("agreements/holder_groups.tsv")
    return PhraseTable(
        {split_words(plural): frozenset(offices.split("|")) for plural, offices in table}
    )


@lexical
def offices() -> frozenset[str]:
    """Return the offices that ``holder_groups`` names, in the singular."""
    table = read_table("agreements/holder_groups.tsv")
    return frozenset(office for _, offices in table for office in offices.split("|"))


@lexical
def adjuncts() -> PhraseTable:
    """Return the prepositions by which something is done under an instrument: "by way of"."""
    return PhraseTable(dict.fromkeys(_phrases("adjuncts.txt"), True))


@lexical
def word_set(name: str) -> frozenset[str]:
    """Return the single words of a list, lower case: that of ``praise``, say."""
    return _set(f"{name}.txt")


@lexical
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class in ``word_classes.tsv``, lower case: ``determiners``, say."""
    table = {row[0]: row[1] for row in read_table("agreements/word_classes.tsv")}
    return frozenset(table[name].split())


@lexical
def phrase_set(name: str) -> frozenset[Words]:
    """Return the phrases of a list, as words: that of ``planning``, say."""
    return _phrases(f"{name}.txt")


@lexical
def countries() -> dict[str, str]:
    """Return the first name of each country by each of its names."""
    table = read_table("agreements/countries.txt")
    return {name: names[0] for names in table for name in names}


@lexical
def shouted_countries() -> dict[str, str]:
    """Return the first name of each country by each of its names in capitals: "REPUBLIC OF MALTA"."""
    return {name.upper(): first for name, first in countries().items()}


@lexical
def known() -> PhraseTable:
    """Return the instruments known by a short name, by their exact words."""
    found: dict[Words, object] = {}
    for name, kind in read_table("agreements/known.tsv"):
        words = tuple(word.text for word in lex(name, 0, len(name)))
        found[words] = Noun(name, False, cast("AgreementType", kind), "certain", frozenset())
    return PhraseTable(found)
