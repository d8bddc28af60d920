"""Which nodes are compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from communique.resolution.body_scores import body_score
from communique.resolution.people_scores import people_score
from communique.resolution.scores import Score, Seen
from communique.resolution.scratch import Scratch
from communique.resolution.weights import limits

_SOME = 1000


def find_pairs(scratch: Scratch) -> int:
    """Note the pairs that share a key; return how many.

    Within a block all are compared with all, up to a size; beyond it each with its neighbours, so
    that pairs grow as nodes do.
    """
    for nodes in scratch.blocks():
        scratch.db.executemany(
            "INSERT OR IGNORE INTO pair VALUES (?, ?)",
            ((min(pair), max(pair)) for pair in _within(nodes)),
        )
    return int(scratch.db.execute("SELECT count(*) FROM pair").fetchone()[0])


def score_pairs(scratch: Scratch, threshold: float) -> None:
    """Note the pairs that are the same, with their points and reasons."""
    reading = scratch.db.cursor()
    reading.execute(
        "SELECT one, other, a.digest, b.digest FROM pair "
        "JOIN node a ON a.node = one JOIN node b ON b.node = other ORDER BY one, other"
    )
    while rows := reading.fetchmany(_SOME):
        found = []
        for one, other, *digests in rows:
            score = pair_score(scratch.seen(one), scratch.seen(other))
            if score.joins(threshold):
                sorting = " ".join(sorted(digests))
                found.append((one, other, score.points, str(score), sorting))
        scratch.db.executemany(
            "INSERT INTO edge (one, other, points, reasons, sorting) VALUES (?, ?, ?, ?, ?)", found
        )


def pair_score(one: Seen, other: Seen) -> Score:
    """Return the features of two people, or two bodies."""
    if one.profile.kind != other.profile.kind:
        return Score(contradiction="a person and a body")
    return people_score(one, other) if one.profile.kind == "person" else body_score(one, other)


def _within(nodes: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(nodes) <= limits()["block"]:
        yield from combinations(nodes, 2)
        return
    window = limits()["window"]
    for number, node in enumerate(nodes):
        for other in nodes[number + 1 : number + 1 + window]:
            yield node, other
