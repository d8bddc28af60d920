"""How well people and bodies of different releases are joined, against clusters by a careful reader.

``python -m communique.evaluation.resolution CLUSTERS DB GOLD…``. The file of clusters is TSV with the
columns cluster, release, kind (people or organizations) and name: an entity of the annotations in the
folders GOLD that stands in no line is in a cluster of its own, and one in the cluster ``?`` does not
count. DB is a database of the same releases, resolved; its releases are found by the names of their
files.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from sqlalchemy import Connection, select

from communique.evaluation.gold import GoldRelease, read_annotations
from communique.stores.sql import schema
from communique.stores.sql.engine import open_engine
from communique.stores.sql.keys import name_key

#: An entity of a release: the release's name, people or organizations, the entity's name.
Entity = tuple[str, str, str]
KINDS = ("people", "organizations")
_OUT = "?"


@dataclass(frozen=True)
class Agreement:
    """How many pairs there are, and how many of them both say; B-cubed over the entities."""

    gold_pairs: int
    found_pairs: int
    both: int
    b_cubed_precision: float
    b_cubed_recall: float
    entities: int

    @property
    def precision(self) -> float:
        """The share of the pairs found that are gold."""
        return self.both / self.found_pairs if self.found_pairs else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold pairs that are found."""
        return self.both / self.gold_pairs if self.gold_pairs else 1.0


def read_clusters(path: Path, folders: Iterable[Path]) -> dict[Entity, str]:
    """Return the cluster of each entity of the annotations in ``folders`` that counts.

    Raises ``OSError``, and ``ValueError`` naming the file and line of an entity that they lack.
    """
    gold = [release for folder in folders for release in read_annotations(folder)]
    clusters = {
        (release.id, kind, name): f"{release.id}\t{kind}\t{name}"
        for release in gold
        for kind in KINDS
        for name in _names(release, kind)
    }
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            entity = (row["release"], row["kind"], row["name"])
            if entity not in clusters:
                raise ValueError(f"{path}: no annotation has {' '.join(entity)}")
            clusters[entity] = row["cluster"]
    return {entity: cluster for entity, cluster in clusters.items() if cluster != _OUT}


def found_clusters(connection: Connection, wanted: Mapping[Entity, str]) -> dict[Entity, str]:
    """Return the cluster of each wanted entity that the database has, by its name or an alias."""
    found: dict[Entity, str] = {}
    for kind, table, members, aliases in (
        ("people", schema.people, schema.entity_people, None),
        (
            "organizations",
            schema.organizations,
            schema.entity_organizations,
            schema.organization_aliases,
        ),
    ):
        own = list(table.primary_key)[1]
        files = {
            release: Path(path).stem
            for release, path in connection.execute(
                select(schema.sources.c.release, schema.sources.c.path)
            )
        }
        joined = {tuple(row[:2]): row[2] for row in connection.execute(select(members))}
        named: dict[tuple[str, str], tuple[int, str]] = {}
        rows = [*connection.execute(select(table.c.release, own, table.c.name_key))]
        if aliases is not None:
            columns = (aliases.c.release, aliases.c.organization, aliases.c.alias_key)
            rows += connection.execute(select(*columns))
        for release, local, key in rows:
            named.setdefault((files.get(release, ""), key), (release, local))
        for entity in wanted:
            place = named.get((entity[0], name_key(entity[2])))
            if entity[1] == kind and place is not None:
                found[entity] = joined.get(place, f"{place[0]}-{place[1]}")
    return found


def compare(gold: Mapping[Entity, str], found: Mapping[Entity, str]) -> Agreement:
    """Compare two clusterings of the entities that both have."""
    entities = [entity for entity in gold if entity in found]
    golds = Counter(gold[entity] for entity in entities)
    founds = Counter(found[entity] for entity in entities)
    cells = Counter((gold[entity], found[entity]) for entity in entities)
    count = len(entities) or 1
    return Agreement(
        _pairs(golds),
        _pairs(founds),
        _pairs(cells),
        sum(n * n / founds[cell[1]] for cell, n in cells.items()) / count,
        sum(n * n / golds[cell[0]] for cell, n in cells.items()) / count,
        len(entities),
    )


def differences(
    gold: Mapping[Entity, str], found: Mapping[Entity, str]
) -> tuple[list[tuple[Entity, Entity]], list[tuple[Entity, Entity]]]:
    """Return the pairs that were joined wrongly, and those that were missed."""
    return (
        [pair for pair in _within(found) if _differ(gold, pair)],
        [pair for pair in _within(gold) if _differ(found, pair)],
    )


def _differ(clusters: Mapping[Entity, str], pair: tuple[Entity, Entity]) -> bool:
    one, other = pair
    return one in clusters and other in clusters and clusters[one] != clusters[other]


def _within(clusters: Mapping[Entity, str]) -> list[tuple[Entity, Entity]]:
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity, cluster in clusters.items():
        groups[cluster].append(entity)
    return [pair for group in groups.values() for pair in combinations(sorted(group), 2)]


def _pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def _names(release: GoldRelease, kind: str) -> list[str]:
    entities = release.people if kind == "people" else release.organizations
    return [entity.name for entity in entities]


def main(arguments: list[str] | None = None) -> None:
    """Compare, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("db")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true", help="list the pairs that differ")
    asked = parser.parse_args(arguments)
    gold = read_clusters(asked.clusters, asked.gold)
    engine = open_engine(asked.db)
    with engine.begin() as connection:
        found = found_clusters(connection, gold)
    engine.dispose()
    print("| | entities | gold pairs | found | precision | recall | B³ precision | B³ recall |")  # noqa: T201
    print("|---|--:|--:|--:|--:|--:|--:|--:|")  # noqa: T201
    for kind in KINDS:
        one = {entity: cluster for entity, cluster in gold.items() if entity[1] == kind}
        score = compare(one, found)
        print(  # noqa: T201
            f"| {kind} | {score.entities} of {len(one)} | {score.gold_pairs} | {score.found_pairs} "
            f"| {score.precision:.3f} | {score.recall:.3f} "
            f"| {score.b_cubed_precision:.3f} | {score.b_cubed_recall:.3f} |"
        )
    if asked.errors:
        for title, pairs in zip(("wrong", "missed"), differences(gold, found), strict=True):
            for (release, kind, name), (other, _, others) in pairs:
                print(f"{title}\t{kind}\t{release} {name}\t{other} {others}")  # noqa: T201


if __name__ == "__main__":
    main()
