"""What an instrument is called: its name, and the strings of the text that name it."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.bounds import is_duration
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.namelists import modifies, owns
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Reading
from communique.components.agreements.words import Word
from communique.components.mentions import Mention


def mentions_of(reading: Reading, instrument: Instrument) -> tuple[Mention, ...]:
    """Return the strings that name an instrument, its short forms among them, in order."""
    words, text = reading.words, reading.text
    found: dict[tuple[int, int], Mention] = {}
    for mention in instrument.mentions:
        phrase = mention.phrase
        start, end = words[phrase.first].start, words[phrase.last - 1].end
        found[start, end] = Mention(start, end, text[start:end])
    for word in _short_forms(reading, instrument):
        found[word.start, word.end] = Mention(word.start, word.end, word.text)
    return tuple(found[key] for key in sorted(found))


def _short_forms(reading: Reading, instrument: Instrument) -> list[Word]:
    """Return where a defined short form stands by itself: "ACTA will come into force"."""
    if not instrument.aliases:
        return []
    nouns = lexicon.nouns()
    taken = {
        i
        for m in instrument.mentions
        for i in range(m.phrase.first, max(m.phrase.last, m.phrase.name_last))
    }
    return [
        word
        for i, word in enumerate(reading.words)
        if word.text in instrument.aliases
        and i not in taken
        and reading.entity_of[i] is None
        and nouns.at(reading.lowers, i, i + 1) is None
    ]


def name_of(reading: Reading, instrument: Instrument) -> str:
    """Return the name of an instrument: its fullest mention, with what it is about."""
    phrase = instrument.main.phrase
    end = phrase.name_last
    if phrase.bare or (phrase.noun.plural and not phrase.topic):
        end = max(end, _with_end(reading, phrase))
    return " ".join(reading.surface(_behind_article(reading, phrase), end).split())


def _behind_article(reading: Reading, phrase: Phrase) -> int:
    """Return where a name begins, with how long it is to run: "two-year services agreement"."""
    term = reading.entity_of[phrase.first - 1] if phrase.first > phrase.start else None
    return term.first if term is not None and is_duration(term) else phrase.first


def _with_end(reading: Reading, phrase: Phrase) -> int:
    """Return where "MoU with A University" ends, 0 where no "with" follows."""
    if reading.lowers[phrase.end : phrase.end + 1] != ["with"]:
        return 0
    function = lexicon.word_set("function_words")
    at = phrase.end + 1
    while at < min(phrase.sentence.last, phrase.end + 9):
        entity = reading.entity_of[at]
        if entity is not None and entity.kind in {"organization", "place", "person"}:
            if not owns(reading, entity) and not modifies(reading, entity):
                return entity.last
            at = entity.last + 1
            continue
        stop = not reading.texts[at][0].isalnum() or reading.lowers[at] in function - {"the"}
        if stop or reading.lowers[at] in lexicon.word_set("finite_verbs"):
            break
        at += 1
    return at if at > phrase.end + 1 else 0
