"""Noun phrases that may name an instrument, and how far they reach.

A phrase is found from its noun: leftwards over modifiers to a determiner, a preposition or a verb,
a quoted proper name kept whole; rightwards over a bracketed short form and over what the
instrument is about ("on legal cooperation").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from communique.components.agreements import lexicon
from communique.components.agreements.bounds import QUOTES, bracket, left_edge, right_edge
from communique.components.agreements.lexicon import Noun
from communique.components.agreements.reading import Entity, Reading, Sentence

#: Types of nouns that modify another behind "and": "a collaboration and licence agreement".
_JOINED = frozenset(
    {"partnership", "cooperation_agreement", "license", "financing", "merger_acquisition"}
)


_DEFINITE = frozenset({"the", "this"})
#: How many words a caption or a title may have, and in how many sentences of the lead it may stand.
_CAPTION = 20
_LEAD = 6


@dataclass
class Phrase:
    """A noun phrase around a noun of instruments; all positions are half-open word indices.

    ``first`` to ``last`` is the name without article, praise and bracket; ``name_last`` ends what
    the instrument is about; ``end`` ends the phrase with its bracket; ``start`` is where article
    and praise begin. ``aliases`` are the short forms that a bracket defines.
    ``told`` when a verb tells what a noun would name.
    """

    reading: Reading
    sentence: Sentence
    noun: Noun
    head: int
    start: int
    first: int
    last: int
    name_last: int
    end: int
    aliases: list[str] = field(default_factory=list)
    year: Entity | None = None
    known: bool = False
    told: bool = False

    @cached_property
    def determiner(self) -> str | None:
        """The determiner, ``'s`` after a possessor, or None."""
        if self.start > self.sentence.first:
            before = self.reading.lowers[self.start - 1]
            if before == "'s" or (before == "'" and self.reading.joined(self.start - 1)):
                return "'s"
        word = self.reading.lowers[self.start]
        return (
            word if word in lexicon.word_class("determiners") and self.start < self.first else None
        )

    @cached_property
    def text(self) -> str:
        """The name without what it is about."""
        return self.reading.surface(self.first, self.last)

    @cached_property
    def modifiers(self) -> tuple[str, ...]:
        """The content words before the noun, lower case, without praise."""
        praise = lexicon.word_set("praise")
        words = (
            self.reading.lowers[i]
            for i in range(self.first, self.head)
            if self.reading.texts[i] not in QUOTES
        )
        return tuple(w for w in words if w not in praise and w[0].isalnum() and w != "and")

    @cached_property
    def topic(self) -> tuple[str, ...]:
        """The content words after the noun that say what the instrument is about, lower case."""
        function = lexicon.word_set("function_words")
        words = self.reading.lowers[self.last : self.name_last]
        return tuple(w for w in words if w[0].isalnum() and w not in function)

    @cached_property
    def quoted(self) -> str | None:
        """The quoted proper name inside the phrase, lower case, or None."""
        inside: list[str] = []
        opened = False
        for i in range(self.first, self.head):
            if self.reading.texts[i] in QUOTES:
                opened = not opened
            elif opened and self.reading.lowers[i][0].isalnum():
                inside.append(self.reading.lowers[i])
        return " ".join(inside) or None

    @cached_property
    def praise(self) -> frozenset[str]:
        """The words that were cut off or stand inside: "new", "existing", "two"."""
        return frozenset(self.reading.lowers[self.start : self.head])

    @cached_property
    def proper(self) -> bool:
        """Whether it is a proper name: capitalised in running text, and more than its noun."""
        if self.known:
            return True
        if not self.reading.texts[self.head][0].isupper() or self.shouted:
            return False
        named = [
            t
            for t in self.reading.texts[self.first : self.head]
            if t[0].isupper() and t.lower() not in lexicon.word_set("praise")
        ]
        tail = self.reading.texts[self.last : self.name_last]
        return bool(named) or any(t[0].isupper() for t in tail)

    @cached_property
    def shouted(self) -> bool:
        """Whether its sentence is in capitals or a title, so that a capital says nothing."""
        texts = self.reading.texts[self.sentence.first : self.sentence.last]
        if texts[-1] in {".", "”", '"', ";"} and not all(t.isupper() for t in texts if t.isalpha()):
            return False
        long = [t for t in texts if len(t) > 3 and t[0].isalpha()]
        lower = [t for t in long if t[0].islower()]
        return len(lower) * 5 < len(long)

    @cached_property
    def captioned(self) -> bool:
        """Whether its line is a caption or a title in the lead: short, and without a full stop."""
        sentence, texts = self.sentence, self.reading.texts
        short = sentence.last - sentence.first <= _CAPTION and texts[sentence.first][0].isalpha()
        return sentence.index < _LEAD and short and texts[sentence.last - 1][-1].isalnum()

    @property
    def bare(self) -> bool:
        """Whether nothing tells it from others of its noun."""
        return not self.modifiers and not self.topic and not self.known

    @property
    def telling(self) -> frozenset[str]:
        """The modifiers that tell it from others: not those of "the bilateral agreement"."""
        plain = lexicon.word_class("plain_modifiers") if self.determiner in _DEFINITE else ()
        return frozenset(self.modifiers).difference(plain)


def find_phrases(reading: Reading) -> list[Phrase]:
    """Return the phrases of a document in order; they do not overlap."""
    nouns, known = lexicon.nouns(), lexicon.known()
    found: list[Phrase] = []
    defined: dict[str, Noun] = {}
    for sentence in reading.sentences:
        words = slice(sentence.first, sentence.last)
        if (
            nouns.first_words.isdisjoint(reading.lowers[words])
            and known.first_words.isdisjoint(reading.texts[words])
            and defined.keys().isdisjoint(reading.texts[words])
        ):
            continue
        at = sentence.first
        while at < sentence.last:
            text, lower = reading.texts[at], reading.lowers[at]
            if not (text in known.first_words or text in defined or lower in nouns.first_words):
                at += 1
                continue
            named = known.at(reading.texts, at, sentence.last)
            if not named and text in defined and reading.entity_of[at] is None:
                named = at + 1, defined[text]
            if named and _hyphened(reading, sentence, at, named[0]):
                named = None
            hit = named or nouns.at(reading.lowers, at, sentence.last)
            if hit is None:
                at += 1
                continue
            end, noun = hit
            phrase = None
            if not isinstance(noun, Noun) or (
                noun.strength != "certain" and _modifies_another(reading, sentence, end, noun)
            ):
                at = end
                continue
            if noun.strength == "certain" and not noun.plural:
                end, noun = _with_plural(reading, sentence, end, noun)
            if named or not _excluded(reading, sentence, at, end):
                low = found[-1].end if found else 0
                phrase = _phrase(reading, sentence, noun, (at, end), low, known=bool(named))
            if phrase is not None:
                found.append(phrase)
                defined |= {short: noun for short in phrase.aliases if _is_acronym(short)}
            at = max(end, phrase.end if phrase else end)
    return found


def _is_acronym(short: str) -> bool:
    """Whether a defined short form stands by itself afterwards: "UKSDEA", not "MoU"."""
    words = lexicon.split_words(short)
    return len(words) == 1 and lexicon.nouns().at(list(words), 0, 1) is None


def _with_plural(reading: Reading, sentence: Sentence, end: int, noun: Noun) -> tuple[int, Noun]:
    """Return the end and the noun of "memorandum of understanding agreements": a plural."""
    hit = lexicon.nouns().at(reading.lowers, end, sentence.last) if end < sentence.last else None
    if hit is None or not isinstance(hit[1], Noun) or not hit[1].plural:
        return end, noun
    return hit[0], replace(noun, plural=True)


def _money_at(reading: Reading, at: int) -> bool:
    entity = reading.entity_of[at] if at < len(reading.words) else None
    return entity is not None and entity.kind == "money"


def _hyphened(reading: Reading, sentence: Sentence, at: int, end: int) -> bool:
    """Whether a hyphen makes the words part of a longer one."""
    before = at > sentence.first and reading.texts[at - 1] == "-" and reading.joined(at)
    after = end < sentence.last and reading.texts[end] == "-" and reading.joined(end)
    return before or after


def _modifies_another(reading: Reading, sentence: Sentence, end: int, noun: Noun) -> bool:
    """Whether the phrase goes on to another noun of instruments: "loan agreement"."""
    nouns, function = lexicon.nouns(), lexicon.word_set("function_words")
    if reading.lowers[end : end + 1] in (["and"], ["&"]) and noun.type in _JOINED:
        between = set(reading.lowers[end + 1 : end + 2])
        return not function & between and _is_agreement(reading, sentence, end + 2)
    for at in range(end, min(end + 2, sentence.last)):
        if nouns.at(reading.lowers, at, sentence.last):
            return True
        word = reading.lowers[at]
        if not word[0].isalpha() or word in function or lexicon.verbs().at([word], 0, 1):
            return False
    return False


def _is_agreement(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a noun of undecided type, or a contract, stands at ``at``."""
    hit = lexicon.nouns().at(reading.lowers, at, sentence.last) if at < sentence.last else None
    return hit is not None and isinstance(hit[1], Noun) and hit[1].type in {None, "contract"}


def _excluded(reading: Reading, sentence: Sentence, head: int, end: int) -> bool:
    table = lexicon.exclusions()
    for start in range(max(sentence.first, head - 6), end):
        hit = table.at(reading.lowers, start, sentence.last)
        if hit and hit[0] > head and start < end:
            return True
    return False


def _inside_a_name(reading: Reading, noun: Noun, head: int, end: int) -> bool:
    """Whether the noun is part of a body's or a person's name, and not a misread instrument."""
    entity = reading.entity_of[head]
    if entity is None or entity.kind in {"date", "money", "place"}:
        return entity is not None and entity.kind == "place" and entity.last > end
    if entity.kind == "organization" and noun.strength in {"certain", "named"}:
        return not (entity.last == end or reading.lowers[end] in {"on", "against"})
    return True


def _phrase(
    reading: Reading,
    sentence: Sentence,
    noun: Noun,
    span: tuple[int, int],
    low: int,
    *,
    known: bool,
) -> Phrase | None:
    head, end = span
    if _inside_a_name(reading, noun, head, end):
        return None
    after = end
    if after + 1 < sentence.last and reading.joined(after) and reading.texts[after] == "-":
        return None  # "contract-based", "treaty-bound"
    if (
        noun.lemma == "grant"
        and reading.lowers[after : after + 1] == ["of"]
        and not _money_at(reading, after + 1)
    ):
        return None  # "the grant of legal aid"
    if noun.lemma == "contract" and after < sentence.last and reading.lowers[after] == "out":
        return None
    low = max(sentence.first, low, head - 1 if known else 0)
    start, first, year = left_edge(reading, low, head)
    first = head if known else first
    aliases: list[str] = []
    end, aliases = bracket(reading, sentence, end)
    last = after
    capitalised = reading.texts[head][0].isupper()
    short = noun.strength == "short"  # "the text of the A Treaty" is no name of it
    name_last = end if short else right_edge(reading, sentence, end, capitalised=capitalised)
    close, more = bracket(reading, sentence, name_last)
    initial = reading.texts[first][0].lower()
    aliases += [a for a in more if a[0].lower() == initial or not a.isupper()]
    return Phrase(
        reading=reading,
        sentence=sentence,
        noun=noun,
        head=head,
        start=start,
        first=first,
        last=last,
        name_last=name_last if name_last > end else last,
        end=max(end, name_last, close),
        aliases=aliases,
        year=year,
        known=known,
    )
