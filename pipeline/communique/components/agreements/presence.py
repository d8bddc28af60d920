"""Who was there: people said to have attended, witnessed or presided, and lists of people."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.agreements import lexicon
from communique.components.agreements.holders import holders_meant
from communique.components.agreements.lexicon import WitnessPhrase
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.subjects import presence_end

#: How far into a sentence a phrase may stand for the people to follow it: "Also present …"
_INVERTED = 3
#: How far behind "in the presence of" "both ministers" may stand.
_GROUP_REACH = 6
#: Last words of phrases that a list of people follows: "Looking on were A, B and C".
_COPULAS = frozenset({"was", "were", "included"})
_LIST_MARKS = frozenset("-–•*·◦|")


@dataclass(frozen=True)
class Presence:
    """People said to have been at a signing, and the sentence that says so."""

    sentence: Sentence
    people: tuple[Entity, ...]
    occasion: bool


def listed(reading: Reading, sentence: Sentence) -> list[Entity]:
    """Return the first person of each line of a list that follows ``sentence``.

    Its lines are marked ("- Ms A, Director;") or all begin with a name.
    """
    found: list[Entity] = []
    marks = False
    for line in reading.sentences[sentence.index + 1 : sentence.index + 13]:
        opening, closing = reading.texts[line.first], reading.lowers[line.last - 1]
        marked = opening in _LIST_MARKS or opening.isdigit() or closing in {";", "and"}
        people = [e for e in reading.entities_in(line.first, line.last) if e.kind == "person"]
        leads = bool(people) and people[0].first - line.first < 3
        if people and (marked or (leads and not marks)):
            found += people[:1]
            marks = marks or marked
        elif found:
            break
    return found


def presence_at(reading: Reading, at: int, stop: int) -> tuple[int, WitnessPhrase] | None:
    """Return the end and the phrase of presence at ``at``, None where none stands there."""
    hit = lexicon.witness_phrases().at(reading.lowers, at, stop)
    if hit is None or not isinstance(hit[1], WitnessPhrase):
        return None
    return hit[0], hit[1]


def presences(reading: Reading) -> list[Presence]:
    """Return where the text says who was there."""
    found: list[Presence] = []
    occasions = lexicon.word_set("occasions")
    first_words = lexicon.witness_phrases().first_words
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            opens = reading.lowers[at] in first_words
            hit = presence_at(reading, at, sentence.last) if opens else None
            if hit is None:
                at += 1
                continue
            end, phrase = hit
            people = _present(reading, sentence, at, end, phrase)
            if people:
                occasion = bool(occasions & set(reading.lowers[sentence.first : sentence.last]))
                found.append(Presence(sentence, tuple(people), occasion))
            at = end
    return found


def _present(
    reading: Reading, sentence: Sentence, at: int, end: int, phrase: WitnessPhrase
) -> list[Entity]:
    if phrase.after:
        inverted = at > sentence.first or phrase.words[-1] in _COPULAS
        stop = sentence.last if inverted else presence_end(reading, end, sentence.last)
        came = [e for e in reading.entities_in(end, stop) if e.kind == "person"]
        if phrase.words[0] in lexicon.word_class("speeches"):
            return came[:1]  # "Speaking at the signing, A thanked B"
        came = came or holders_meant(reading, end, min(stop, end + _GROUP_REACH))
        return came or (listed(reading, sentence) if _opens_list(reading, sentence) else [])
    first = sentence.first
    for back in range(at - 1, first - 1, -1):
        opens = reading.texts[back] == ";" and not _only_names(reading, sentence.first, back)
        if opens or reading.texts[back] == "“" or reading.lowers[back] == "while":
            first = back + 1
            break
    came = [
        e
        for e in reading.entities_in(first, at)
        if e.kind == "person" and not _dependent(reading, e, first)
    ]
    came = came or holders_meant(reading, first, at)
    pronoun = set(reading.lowers[first:at]) & {"they", "he", "she"}
    if not came and pronoun and phrase.words[0].startswith("witness"):
        return _spoken_of(reading, sentence, several="they" in pronoun)
    if not came and at - first <= _INVERTED:
        came = [e for e in reading.entities_in(end, sentence.last) if e.kind == "person"]
        return came or (listed(reading, sentence) if _opens_list(reading, sentence) else [])
    return [*came, *_company(reading, end, sentence.last)]


def _only_names(reading: Reading, first: int, semicolon: int) -> bool:
    """Whether a semicolon ends an item of a list of people: "A, Dean of B; C, Mayor; and D were …"."""
    at = semicolon - 1
    while at >= first and reading.texts[at] != ";":
        if reading.lowers[at] in lexicon.word_set("finite_verbs"):
            return False
        at -= 1
    return any(e.kind == "person" for e in reading.entities_in(at + 1, semicolon))


def _spoken_of(reading: Reading, sentence: Sentence, *, several: bool) -> list[Entity]:
    """Return whom "They witnessed the signing" means: the people of the sentence before it."""
    if not sentence.index:
        return []
    before = reading.sentences[sentence.index - 1]
    people = [e for e in reading.entities_in(before.first, before.last) if e.kind == "person"]
    if several:
        return people if len(people) > 1 else []
    return people if len(people) == 1 else []


def _opens_list(reading: Reading, sentence: Sentence) -> bool:
    return reading.texts[sentence.last - 1] == ":"


def _company(reading: Reading, at: int, stop: int) -> list[Entity]:
    """Return the people of "attended the signing together with A", "accompanied by A"."""
    for word in range(at, stop - 1):
        if reading.lowers[word] in lexicon.word_class("company_words") and reading.lowers[
            word + 1
        ] in {"with", "by"}:
            return [e for e in reading.entities_in(word, stop) if e.kind == "person"]
        if reading.texts[word] in {";", "“"}:
            return []
    return []


def _dependent(reading: Reading, entity: Entity, first: int) -> bool:
    """Whether a person is not among those who came: "a letter from A", "hosted by A"."""
    before = reading.lowers[entity.first - 1] if entity.first > first else ""
    return before in {"from", "about", "for"}
