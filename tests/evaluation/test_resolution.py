"""Clusters of the project's own releases: how many are found, and none wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation.gold import GoldRelease, read_gold
from communique.evaluation.gold_records import as_record
from communique.evaluation.resolution import (
    compare,
    differences,
    found_clusters,
    main,
    read_clusters,
)
from communique.records.model import Record
from communique.resolution.resolving import resolve
from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import load

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = [CORPUS / "clusters", CORPUS / "releases"]
CLUSTERS = CORPUS / "clusters" / "clusters.tsv"


def record_of(release: Path, gold: GoldRelease) -> Record:
    """Return an annotation as a record whose bodies have their other mentions as aliases."""
    record = as_record(gold, release.read_text(encoding="utf-8"))
    bodies = [
        body.model_copy(
            update={"aliases": [name for name in annotated.mentions if name != annotated.name]}
        )
        for body, annotated in zip(record.organizations, gold.organizations, strict=True)
    ]
    return record.model_copy(update={"organizations": bodies})


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("resolution")
    path = folder / "records.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for gold in FOLDERS:
            for release, annotation in read_gold(gold):
                stream.write(record_of(release, annotation).model_dump_json() + "\n")
    name = str(folder / "records.db")
    load([str(path)], name)
    resolve(name)
    return name


@pytest.mark.parametrize(("kind", "recall"), [("people", 0.95), ("organizations", 0.95)])
def test_the_clusters_of_our_own_releases_are_found(db: str, kind: str, recall: float) -> None:
    gold = {e: c for e, c in read_clusters(CLUSTERS, FOLDERS).items() if e[1] == kind}
    with open_engine(db).begin() as connection:
        found = found_clusters(connection, gold)
    score = compare(gold, found)
    assert score.entities == len(gold)
    assert score.precision >= 0.98, differences(gold, found)[0]
    assert score.recall >= recall, differences(gold, found)[1]


def test_a_table_is_printed(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(CLUSTERS), db, *map(str, FOLDERS), "--errors"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("| people | ")
    assert all(line.split("\t")[0] in {"wrong", "missed"} for line in lines[4:])


def test_pairs_and_b_cubed() -> None:
    entities = [("r", "people", name) for name in "abcde"]
    gold = dict(zip(entities, "11122", strict=True))
    found = dict(zip(entities, "xxyyy", strict=True))
    score = compare(gold, found)
    assert (score.gold_pairs, score.found_pairs, score.both) == (4, 4, 2)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert score.b_cubed_precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    wrong, missed = differences(gold, found)
    assert (len(wrong), len(missed)) == (2, 2)


def test_clusters_of_what_nobody_annotated_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "clusters.tsv"
    path.write_text("cluster\trelease\tkind\tname\nx\tc01\tpeople\tNobody\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no annotation has c01 people Nobody"):
        read_clusters(path, FOLDERS)
