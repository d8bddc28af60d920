"""The best one-to-one pairs of two sets of things.

The algorithm is the Hungarian method of Kuhn (1955, "The Hungarian Method for the Assignment
Problem"), in the form with potentials that adds one row at a time by a shortest augmenting path. It
is called on each connected part of the graph for itself: who shares a name with whom are small
parts, however long the release is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

#: Of two matchings of equal weight the one with more pairs is taken.
_FOR_A_PAIR = 1e-9

_Weights = Mapping[tuple[int, int], float]


def pair_off(weights: _Weights) -> dict[int, int]:
    """Return the one-to-one pairs of greatest total weight, index of one side to that of the other.

    ``weights`` holds the pairs that may be; those of weight 0 or less may not. Among matchings of
    equal weight one with the most pairs is taken, the choice between them depending on the indices
    alone.
    """
    possible = {pair: weight + _FOR_A_PAIR for pair, weight in weights.items() if weight > 0}
    pairs: dict[int, int] = {}
    for rows, columns in _parts(possible):
        if len(rows) <= len(columns):
            pairs.update(_assign(rows, columns, possible))
        else:
            turned = {(j, i): possible[i, j] for i in rows for j in columns if (i, j) in possible}
            pairs.update((i, j) for j, i in _assign(columns, rows, turned))
    return dict(sorted(pairs.items()))


def _parts(weights: _Weights) -> Iterator[tuple[list[int], list[int]]]:
    """Yield rows and columns of each connected part, in order."""
    columns_of: dict[int, list[int]] = {}
    rows_of: dict[int, list[int]] = {}
    for i, j in sorted(weights):
        columns_of.setdefault(i, []).append(j)
        rows_of.setdefault(j, []).append(i)
    seen: set[int] = set()
    for first in columns_of:
        if first in seen:
            continue
        rows, columns, waiting = {first}, set[int](), [first]
        while waiting:
            for j in columns_of[waiting.pop()]:
                if j not in columns:
                    columns.add(j)
                    new = set(rows_of[j]) - rows
                    rows |= new
                    waiting += new
        seen |= rows
        yield sorted(rows), sorted(columns)


def _assign(
    rows: Sequence[int], columns: Sequence[int], weights: _Weights
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of greatest total weight; there are no more rows than columns."""
    costs = [[-weights.get((i, j), 0.0) for j in columns] for i in rows]
    of_rows, of_columns = [0.0] * len(rows), [0.0] * len(columns)
    row_at: list[int | None] = [None] * len(columns)
    for row in range(len(rows)):
        _augment(row, costs, of_rows, of_columns, row_at)
    for column, taken in enumerate(row_at):
        if taken is not None and (rows[taken], columns[column]) in weights:
            yield rows[taken], columns[column]


def _augment(
    row: int,
    costs: Sequence[Sequence[float]],
    of_rows: list[float],
    of_columns: list[float],
    row_at: list[int | None],
) -> None:
    """Give ``row`` a column by the shortest path of changes, and bring the potentials up to it."""
    width = len(of_columns)
    distance = [float("inf")] * width
    before: list[int | None] = [None] * width
    still = list(range(width))
    done: list[int] = []
    column: int | None = None
    at: int | None = row
    reached = 0.0
    while at is not None:
        for j in still:
            length = reached + costs[at][j] - of_rows[at] - of_columns[j]
            if length < distance[j]:
                distance[j], before[j] = length, column
        column = min(still, key=distance.__getitem__)
        reached = distance[column]
        still.remove(column)
        done.append(column)
        at = row_at[column]
    of_rows[row] += reached
    for j in done[:-1]:
        of_rows[row_at[j] or 0] += reached - distance[j]
        of_columns[j] -= reached - distance[j]
    while column is not None:
        previous = before[column]
        row_at[column] = row if previous is None else row_at[previous]
        column = previous
