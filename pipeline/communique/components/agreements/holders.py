"""Whom "the two ministers" and "both mayors" mean: people named before whose offices fit."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.reading import Entity, Reading

#: How many people such words mean.
_PAIR = 2


def holders_meant(reading: Reading, first: int, last: int) -> list[Entity]:
    """Return the two people that an office in the plural means among the words ``[first, last)``.

    They are the only two named before who hold such an office, else the two whom the nearest
    sentence before names together; nobody where neither can be told.
    """
    for at in range(last - 1, first, -1):
        offices = _plural_office(reading, at, last)
        if offices is not None:
            return _named_before(reading, at, offices)
    return []


def holder_meant(reading: Reading, first: int, last: int) -> list[Entity]:
    """Return the only person named before whom "the Minister" right before ``last`` means.

    Words of time and auxiliaries may stand between: "the President has also signed".
    """
    at = last - 1
    between = lexicon.word_class("auxiliaries") | lexicon.word_class("adverbs")
    while at > first and (reading.lowers[at] in between or reading.lowers[at].endswith("ly")):
        at -= 1
    office = reading.lowers[at]
    if at <= first or reading.lowers[at - 1] != "the" or office not in lexicon.offices():
        return []
    named = {
        e.ref: e
        for e in reading.entities_in(0, at)
        if e.kind == "person" and e.ref is not None and _holds(reading, e.ref, frozenset({office}))
    }
    return list(named.values()) if len(named) == 1 else []


def _plural_office(reading: Reading, at: int, last: int) -> frozenset[str] | None:
    """Return the offices that "the two ministers" at ``at`` stands for, None where none stands there."""
    hit = lexicon.holder_groups().at(reading.lowers, at, last)
    if hit is None or not isinstance(hit[1], frozenset):
        return None
    goes_on = reading.lowers[hit[0] : hit[0] + 1]
    if goes_on in (["of"], ["for"], ["from"], ["and"], ["'s"], ["'"], ["’"]) or reading.lowers[
        at - 1
    ] not in {
        "the",
        "two",
        "both",
    }:
        return None
    return hit[1]


def _named_before(reading: Reading, at: int, offices: frozenset[str]) -> list[Entity]:
    fitting = [
        e
        for e in reading.entities_in(0, at)
        if e.kind == "person" and e.ref is not None and _holds(reading, e.ref, offices)
    ]
    if len({e.ref for e in fitting}) == _PAIR:
        return list({e.ref: e for e in fitting}.values())
    by_sentence: dict[int, dict[str | None, Entity]] = {}
    for entity in fitting:
        by_sentence.setdefault(reading.sentence_at(entity.first).index, {})[entity.ref] = entity
    pairs = [people for _, people in sorted(by_sentence.items()) if len(people) == _PAIR]
    return list(pairs[-1].values()) if pairs else []


def _holds(reading: Reading, person: str, offices: frozenset[str]) -> bool:
    """Whether a person holds one of some offices, not only that of a deputy."""
    held = [lexicon.split_words(title) for title in reading.titles.get(person, ())]
    wanted = [lexicon.split_words(office) for office in offices]
    return any(_names(title, office) for title in held for office in wanted)


def _names(title: tuple[str, ...], office: tuple[str, ...]) -> bool:
    """Whether a title begins or ends with an office, no word of another rank before it."""
    ends = len(title) - len(office)
    return any(
        title[at : at + len(office)] == office
        and not lexicon.word_class("deputies") & set(title[:at])
        for at in {0, ends}
        if at >= 0
    )
