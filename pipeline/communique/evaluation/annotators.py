"""How far two annotators of the same releases agree.

F1 takes the second annotation as if it were what a program found. Entities and dates have the same F1
when the two change places; titles and slots nearly so, since a title whose organization the first
leaves open is not asked for it, and names are called as the first calls them.

Kappa and alpha correct for chance, so they need items that both have judged. These are the words of
the texts (runs of letters and digits), each marked or not marked as part of a thing of a kind, or, for
all kinds together, with the set of kinds that it is part of; and the entities that both have found,
each with its type or status. Of where spans begin and end nothing more is told: alpha for
unitizing is another coefficient.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.chance import cohen_kappa, krippendorff_alpha
from communique.evaluation.comparison import Comparison
from communique.evaluation.gold_records import UNMARKED_KINDS, as_gold
from communique.evaluation.places import Place
from communique.evaluation.scoring import Score, add_scores, score_release
from communique.records.model import Record

_WORD = re.compile(r"\w+")

Said = tuple[Hashable, Hashable]


@dataclass(frozen=True)
class Chance:
    """Agreement beyond chance on ``items`` that both annotators have judged."""

    items: int
    kappa: float
    alpha: float


@dataclass(frozen=True)
class Agreement:
    """What two annotators agree on.

    ``scores`` are the second's against the first, by figure; ``words`` is agreement on which words
    are part of what, by kind; ``values`` on what is said of the entities that both have.
    """

    releases: int
    scores: Mapping[str, Score]
    words: Mapping[str, Chance]
    values: Mapping[str, Chance]


def compare_annotators(pairs: Iterable[tuple[Record, Record]]) -> Agreement:
    """Return how far two annotators agree on releases, given as the records of each.

    Raises ``ValueError`` for a release that is not the same text in both.
    """
    scores: list[dict[str, Score]] = []
    words: dict[str, list[Said]] = {}
    values: dict[str, list[Said]] = {}
    for first, second in pairs:
        if first.text is None or first.text != second.text:
            raise ValueError(f"{first.source.path}: the two annotators have different texts")
        gold = as_gold(first, first.id)
        scores.append(score_release(gold, second))
        _add(words, _words(first, second, first.text))
        _add(values, _values(Comparison(gold, second)))
    return Agreement(
        releases=len(scores),
        scores=add_scores(scores),
        words={kind: _chance(said) for kind, said in words.items()},
        values={figure: _chance(said) for figure, said in values.items()},
    )


def _words(first: Record, second: Record, text: str) -> Iterator[tuple[str, list[Said]]]:
    places = [match.span() for match in _WORD.finditer(text)]
    one, other = _places(first), _places(second)
    together: list[tuple[set[str], set[str]]] = [(set(), set()) for _ in places]
    for kind in one:
        sides = _marked(places, one[kind], len(text)), _marked(places, other[kind], len(text))
        yield kind, list(zip(*sides, strict=True))
        for found, *marked in zip(together, *sides, strict=True):
            for kinds, is_marked in zip(found, marked, strict=True):
                if is_marked:
                    kinds.add(kind)
    yield "all", [(frozenset(a), frozenset(b)) for a, b in together]


def _places(record: Record) -> dict[str, list[Place]]:
    return {
        "people": [(m.start, m.end) for person in record.people for m in person.mentions],
        "titles": [(t.start, t.end) for person in record.people for t in person.titles],
        "organizations": [(m.start, m.end) for o in record.organizations for m in o.mentions],
        "agreements": [(m.start, m.end) for a in record.agreements for m in a.mentions],
        "dates": [(d.start, d.end) for d in record.dates if d.kind not in UNMARKED_KINDS],
    }


def _marked(words: Sequence[Place], spans: Iterable[Place], length: int) -> list[bool]:
    taken = bytearray(length)
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    return [any(taken[start:end]) for start, end in words]


def _values(compared: Comparison) -> Iterator[tuple[str, list[Said]]]:
    gold, record = compared.gold, compared.record
    bodies = [
        (gold.organizations[i].type, record.organizations[j].type)
        for i, j in compared.organizations.items()
    ]
    instruments = [
        (gold.agreements[i], record.agreements[j]) for i, j in compared.agreements.items()
    ]
    yield "organization_type", list(bodies)
    yield "agreement_type", [(one.type, other.type) for one, other in instruments]
    yield "agreement_status", [(one.status, other.status) for one, other in instruments]


def _add(total: dict[str, list[Said]], more: Iterable[tuple[str, list[Said]]]) -> None:
    for name, said in more:
        total.setdefault(name, []).extend(said)


def _chance(said: Sequence[Said]) -> Chance:
    return Chance(len(said), cohen_kappa(said), krippendorff_alpha(said))
