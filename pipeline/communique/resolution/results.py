"""Clusters as they are kept: who is in which, why, and under which name that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.resolution.clustering import Cluster, Edge
from communique.resolution.rules import Rules
from communique.resolution.scratch import Scratch

#: Why a member is in its cluster: the reference it was joined to, the points, the reasons.
Ground = tuple[str | None, float | None, str | None]
_SAME = "the same in all that is told of it"
_NO_DAY = "9999"


def keep(scratch: Scratch, found: Iterable[tuple[Cluster, list[Edge]]], rules: Rules) -> int:
    """Note the clusters and their members in the scratch file; return how many there are."""
    number = 0
    for number, (cluster, edges) in enumerate(found, 1):
        rows = _profiles(scratch, cluster)
        first = min(rows, key=lambda row: (row[3] or _NO_DAY, row[2]))
        grounds = _grounds(rows, first, edges, rules)
        countries = sorted(cluster.countries)
        scratch.db.execute(
            "INSERT INTO cluster (cluster, name, country, first) VALUES (?, ?, ?, ?)",
            (number, best_name(row[4] for row in rows), next(iter(countries), None), first[2]),
        )
        scratch.db.executemany(
            "INSERT INTO member VALUES (?, ?, ?, ?, ?)",
            [(row[0], number, *grounds[row[2]]) for row in rows],
        )
    return number


def name_entities(scratch: Scratch) -> None:
    """Give each cluster its id: that of the oldest entity it goes on from, or its first member's.

    An entity goes on in the cluster that has the member it is named after, or else most of its
    members. ``standing`` holds the entities of the resolution before.
    """
    db = scratch.db
    _add_single(
        scratch,
        "SELECT p.profile, p.name, p.reference FROM standing JOIN profile p USING (reference) "
        "LEFT JOIN member m USING (profile) WHERE m.profile IS NULL",
    )
    db.execute(
        "CREATE TEMP TABLE claim AS SELECT entity, since, cluster FROM ("
        "SELECT s.entity, s.since, m.cluster, row_number() OVER (PARTITION BY s.entity ORDER BY "
        "max(s.reference = s.entity) DESC, count(*) DESC, min(s.reference)) AS place "
        "FROM standing s JOIN profile p USING (reference) JOIN member m USING (profile) "
        "GROUP BY s.entity, s.since, m.cluster) WHERE place = 1"
    )
    db.execute("CREATE INDEX temp.claim_cluster ON claim (cluster)")
    db.execute(
        "UPDATE cluster SET (entity, since) = (SELECT entity, since FROM claim "
        "WHERE claim.cluster = cluster.cluster ORDER BY since, entity LIMIT 1)"
    )
    db.execute("CREATE INDEX cluster_entity ON cluster (entity)")
    _add_single(
        scratch,
        "SELECT p.profile, p.name, p.reference FROM cluster c JOIN profile p ON p.reference = c.entity "
        "LEFT JOIN member m USING (profile) WHERE m.profile IS NULL",
    )
    since = 1 + db.execute("SELECT coalesce(max(since), 0) FROM standing").fetchone()[0]
    for cluster, first in db.execute(
        "SELECT cluster, first FROM cluster WHERE entity IS NULL ORDER BY first"
    ).fetchall():
        db.execute(
            "UPDATE cluster SET entity = ?, since = ? WHERE cluster = ?",
            (_free(scratch, first), since, cluster),
        )
    db.execute(
        "DELETE FROM cluster WHERE first = entity AND cluster IN "
        "(SELECT cluster FROM member GROUP BY cluster HAVING count(*) = 1)"
    )
    db.execute("DELETE FROM member WHERE cluster NOT IN (SELECT cluster FROM cluster)")


def best_name(names: Iterable[str]) -> str:
    """Return the name to call an entity by: the one most releases use, of several words if any has."""
    counts = Counter(names)
    return max(counts, key=lambda name: (" " in name, counts[name], len(name), name))


def _profiles(scratch: Scratch, cluster: Cluster) -> list[tuple[int, int, str, str, str]]:
    """Return the members' numbers, nodes, references, days and names."""
    rows = []
    for node in cluster.nodes:
        rows += scratch.db.execute(
            "SELECT profile, node, reference, day, name FROM profile WHERE node = ? "
            "ORDER BY reference",
            (node,),
        ).fetchall()
    return [row for row in rows if row[2] in cluster.members]


def _grounds(
    rows: list[tuple[int, int, str, str, str]],
    first: tuple[int, int, str, str, str],
    edges: list[Edge],
    rules: Rules,
) -> dict[str, Ground]:
    """Return why each is in the cluster: how it hangs together with the first member."""
    heads: dict[int, str] = {first[1]: first[2]}
    for row in rows:
        heads.setdefault(row[1], row[2])
    near: dict[int, list[tuple[int, Edge]]] = {}
    for edge in edges:
        near.setdefault(edge.one, []).append((edge.other, edge))
        near.setdefault(edge.other, []).append((edge.one, edge))
    grounds: dict[int, Ground] = {first[1]: (None, None, None)}
    waiting = [first[1]]
    while waiting:
        node = waiting.pop(0)
        for other, edge in near.get(node, ()):
            if other not in grounds:
                said = edge.reasons
                if edge.points is None:
                    said = f"rule: {rules.place(int(edge.reasons))}"
                grounds[other] = (heads.get(node), edge.points, said)
                waiting.append(other)
    return {
        row[2]: grounds[row[1]] if row[2] == heads[row[1]] else (heads[row[1]], None, _SAME)
        for row in rows
    }


def _add_single(scratch: Scratch, query: str) -> None:
    """Note each profile that a query finds as a cluster of its own."""
    last = scratch.db.execute("SELECT coalesce(max(cluster), 0) FROM cluster").fetchone()[0]
    rows = scratch.db.execute(f"{query} ORDER BY p.reference").fetchall()
    for number, (profile, name, reference) in enumerate(rows, last + 1):
        scratch.db.execute(
            "INSERT INTO cluster (cluster, name, first) VALUES (?, ?, ?)", (number, name, reference)
        )
        scratch.db.execute("INSERT INTO member (profile, cluster) VALUES (?, ?)", (profile, number))


def _free(scratch: Scratch, wanted: str) -> str:
    """Return an id that no entity has: the wanted one, or with a number behind it."""
    entity, number = wanted, 1
    while scratch.db.execute("SELECT 1 FROM cluster WHERE entity = ?", (entity,)).fetchone():
        number += 1
        entity = f"{wanted}.{number}"
    return entity
