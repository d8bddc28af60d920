"""From pairs to clusters: the surest first, and never against a contradiction.

Two clusters become one by their surest pair, unless a name, type or country in one contradicts one in
the other, a rule keeps them apart, or they hold two entities of the same release.
"""

from __future__ import annotations

import itertools
import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from communique.resolution.body_names import body_name
from communique.resolution.body_scores import types_agree
from communique.resolution.countries import alike
from communique.resolution.person_names import compared
from communique.resolution.rules import Rules, RulesError
from communique.resolution.scratch import Scratch
from communique.resolution.weights import limits

#: Bodies that every country has are one only where the releases of both clusters speak, on the
#: whole, of the same countries so much.
_NEAR = 0.5


@dataclass
class Cluster:
    """Nodes that are the same, and what may contradict; ``members`` are references and releases."""

    nodes: list[int]
    members: dict[str, int]
    names: set[str]
    types: set[str]
    countries: set[str]
    home: dict[str, float]
    national: bool
    labels: set[tuple[int, int]] = field(default_factory=set)
    joined: bool = False

    @property
    def releases(self) -> set[int]:
        """The releases that its members are of."""
        return set(self.members.values())


@dataclass(frozen=True)
class Edge:
    """A pair of nodes, and why they are the same; None as points stands for a rule."""

    one: int
    other: int
    points: float | None
    reasons: str


def clusters(scratch: Scratch, rules: Rules) -> Iterator[tuple[Cluster, list[Edge]]]:
    """Yield the clusters of several members, and the edges that hold each together.

    Raises ``RulesError`` where a rule joins what another keeps apart.
    """
    _join_by_rules(scratch, rules)
    check_rules(scratch, rules)
    for edges in _components(scratch):
        yield from _clustered(scratch, edges)
    yield from _alone(scratch)


def check_rules(scratch: Scratch, rules: Rules) -> None:
    """Raise ``RulesError`` where a rule keeps apart what others join."""
    parents: dict[int, int] = {}

    def find(node: int) -> int:
        while parents.setdefault(node, node) != node:
            node = parents[node]
        return node

    joins: dict[int, list[int]] = {}
    for one, other, reasons in scratch.db.execute(
        "SELECT one, other, reasons FROM edge WHERE points IS NULL"
    ):
        parents[find(one)] = find(other)
        joins.setdefault(int(reasons), []).append(one)
    for number, rule in enumerate(rules.rules):
        if rule.join:
            continue
        sides = [
            {
                find(node)
                for (node,) in scratch.db.execute(
                    "SELECT node FROM label WHERE rule = ? AND side = ?", (number, side)
                )
            }
            for side in (0, 1)
        ]
        both = sides[0] & sides[1]
        if both:
            group = min(both)
            others = [rules.place(join) for join, nodes in joins.items() if find(nodes[0]) == group]
            said = " and ".join(others) or "it names the same on both sides"
            raise RulesError(
                f"{rules.place(number)}: keeps apart {' and '.join(rule.sides)}, against {said}"
                if others
                else f"{rules.place(number)}: {said}"
            )


def unmet(scratch: Scratch, rules: Rules) -> list[str]:
    """Return which rules name what the database does not hold, each with file and line."""
    met = set(scratch.db.execute("SELECT DISTINCT rule, side FROM label").fetchall())
    return [
        f"{rules.place(number)}: nothing is called {what}"
        for number, rule in enumerate(rules.rules)
        for side, what in enumerate(rule.sides)
        if (number, side) not in met
    ]


def _join_by_rules(scratch: Scratch, rules: Rules) -> None:
    for number, rule in enumerate(rules.rules):
        if not rule.join:
            continue
        rows = scratch.db.execute(
            "SELECT DISTINCT node, digest FROM label JOIN node USING (node) WHERE rule = ? "
            "ORDER BY digest",
            (number,),
        ).fetchall()
        scratch.db.executemany(
            "INSERT INTO edge (one, other, points, reasons, sorting) VALUES (?, ?, NULL, ?, ?)",
            [
                (one[0], other[0], str(number), f"{one[1]} {other[1]}")
                for one, other in itertools.pairwise(rows)
            ],
        )


def _components(scratch: Scratch) -> Iterator[list[Edge]]:
    """Yield the edges of each connected part, those of rules first, then the surest."""
    most = scratch.db.execute("SELECT coalesce(max(node), 0) FROM node").fetchone()[0]
    parents = array("q", range(most + 1))

    def find(node: int) -> int:
        while parents[node] != node:
            parents[node] = parents[parents[node]]
            node = parents[node]
        return node

    for one, other in scratch.db.execute("SELECT one, other FROM edge"):
        roots = sorted((find(one), find(other)))
        parents[roots[1]] = roots[0]
    scratch.db.create_function("root", 1, find, deterministic=True)
    scratch.db.execute("UPDATE edge SET root = root(one)")
    reading = scratch.db.cursor()
    reading.execute(
        "SELECT root, one, other, points, reasons FROM edge "
        "ORDER BY root, points IS NOT NULL, points DESC, sorting"
    )
    current: int | None = None
    edges: list[Edge] = []
    for root, *edge in reading:
        if root != current and edges:
            yield edges
            edges = []
        current = root
        edges.append(Edge(*edge))
    if edges:
        yield edges


def _clustered(scratch: Scratch, edges: list[Edge]) -> Iterator[tuple[Cluster, list[Edge]]]:
    standing = {
        node: _cluster(scratch, node)
        for node in dict.fromkeys(node for edge in edges for node in (edge.one, edge.other))
    }
    held: dict[int, list[Edge]] = {}
    for edge in edges:
        one, other = standing[edge.one], standing[edge.other]
        if one is other:
            continue
        small, big = sorted((one, other), key=lambda cluster: (len(cluster.members), cluster.nodes))
        if edge.points is not None and not _may_join(small, big):
            continue
        _merge(small, big, by_rule=edge.points is None)
        for node in small.nodes:
            standing[node] = big
        held.setdefault(id(big), []).extend([*held.pop(id(small), []), edge])
        big.joined |= edge.points is None
    for cluster in {id(cluster): cluster for cluster in standing.values()}.values():
        if len(cluster.members) > 1 or len(cluster.nodes) > 1:
            yield cluster, held.get(id(cluster), [])


def _alone(scratch: Scratch) -> Iterator[tuple[Cluster, list[Edge]]]:
    """Yield the nodes that no edge joins to others and that several releases have."""
    reading = scratch.db.cursor()
    reading.execute(
        "SELECT node FROM profile WHERE node NOT IN (SELECT one FROM edge UNION SELECT other "
        "FROM edge) GROUP BY node HAVING count(*) > 1"
    )
    for (node,) in reading:
        yield _cluster(scratch, node), []


def _cluster(scratch: Scratch, node: int) -> Cluster:
    labels = scratch.db.execute("SELECT labels FROM node WHERE node = ?", (node,)).fetchone()[0]
    profile = scratch.profile_of(node)
    rows = scratch.db.execute(
        "SELECT reference, release FROM profile WHERE node = ? ORDER BY reference", (node,)
    ).fetchall()
    is_person = profile.kind == "person"
    scope = "" if is_person else body_name(profile.names[0], profile.type).scope
    return Cluster(
        [node],
        dict(rows),
        {profile.names[0]},
        {profile.type},
        {profile.country} if profile.country else set(),
        {name: share * len(rows) for name, share in profile.home},
        scope in {"national", "inner"},
        {tuple(label) for label in json.loads(labels)},
    )


def _may_join(small: Cluster, big: Cluster) -> bool:
    if len(small.countries | big.countries) > 1:
        return False
    if any((rule, 1 - side) in big.labels for rule, side in small.labels):
        return False
    if "" in small.types:
        names = all(compared(a, b) is not None for a in small.names for b in big.names)
    else:
        names = all(types_agree(a, b) for a in small.types for b in big.types)
    if not names:
        return False
    if small.national and big.national and not (small.countries and big.countries):
        homes = [_home(small), _home(big)]
        if all(homes) and alike(*homes) < _NEAR:
            return False
    both = small.releases & big.releases
    return not both or not (small.joined or len(both) > limits()["evicted"] * len(small.members))


def _home(cluster: Cluster) -> Mapping[str, float]:
    return dict.fromkeys(cluster.countries, 1.0) or cluster.home


def _merge(small: Cluster, big: Cluster, *, by_rule: bool) -> None:
    """Make one of two; of two entities of a release that of the smaller is left out, but by a rule."""
    taken = set() if by_rule else big.releases
    big.nodes.extend(small.nodes)
    big.members.update(
        (reference, release) for reference, release in small.members.items() if release not in taken
    )
    big.names |= small.names
    big.types |= small.types
    big.countries |= small.countries
    for country, count in small.home.items():
        big.home[country] = big.home.get(country, 0.0) + count
    big.national |= small.national
    big.labels |= small.labels
