"""Releases with the same text, and with nearly the same, told in the end of a run.

What is told depends on the releases alone, not on their order: groups are sorted by where their
members lie, and a group of near-duplicates is whatever hangs together by likeness. Nothing of it is
held in memory but the pairs that are alike; the rest is in a temporary database on the disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from communique.runs.signatures import ALIKE, bands, similarity

_TABLES = """
CREATE TABLE places (number INTEGER PRIMARY KEY, id TEXT, path TEXT, record TEXT);
CREATE TABLE signatures (id TEXT PRIMARY KEY, signature BLOB);
CREATE TABLE bands (band INTEGER, id TEXT);
"""
_COMPARED = 20  # releases in one band that are compared each with each


class Duplicates:
    """Collects where the texts of a run lie; a context manager.

    Its methods raise ``OSError`` where the disk refuses.
    """

    def __enter__(self) -> Self:
        self._base = sqlite3.connect("", isolation_level=None)  # SQLite's own temporary file
        for statement in ("PRAGMA synchronous = OFF", *_TABLES.split(";")[:-1], "BEGIN"):
            self._base.execute(statement)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._base.close()

    def add(self, id_: str, path: str, record: str | None, signature: bytes | None = None) -> None:
        """Take one release: the id of its text, where it lies, and its signature."""
        try:
            self._base.execute("INSERT INTO places VALUES (NULL, ?, ?, ?)", (id_, path, record))
            if signature is None:
                return
            added = self._base.execute(
                "INSERT OR IGNORE INTO signatures VALUES (?, ?)", (id_, signature)
            )
            if added.rowcount:
                rows = ((band, id_) for band in bands(signature))
                self._base.executemany("INSERT INTO bands VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            raise OSError(None, f"{error} (temporary database)") from error

    def groups(self) -> Iterator[bytes]:
        """Yield a line of JSON for each group: first the same texts, then those nearly the same."""
        try:
            yield from map(_line, self._same())
            yield from map(_line, self._near())
        except sqlite3.Error as error:
            raise OSError(None, f"{error} (temporary database)") from error

    def _same(self) -> Iterator[dict[str, Any]]:
        self._base.execute("CREATE INDEX by_id ON places (id)")
        self._base.execute(
            "CREATE TABLE firsts AS SELECT id, min(path) AS path FROM places"
            " GROUP BY id HAVING count(*) > 1"
        )
        rows = self._base.execute(
            "SELECT places.id, places.path, record FROM firsts JOIN places USING (id)"
            " ORDER BY firsts.path, id, places.path, number"
        )
        for id_, members in groupby(rows, key=lambda row: row[0]):
            releases = [_place(id_, path, record) for _, path, record in members]
            yield {"kind": "same", "releases": releases}

    def _near(self) -> Iterator[dict[str, Any]]:
        groups = []
        for ids, least in _joined(self._pairs()):
            releases = [place for id_ in ids for place in self._places(id_)]
            releases.sort(key=lambda place: place["path"])
            groups.append({"kind": "near", "similarity": round(least, 2), "releases": releases})
        yield from sorted(groups, key=_first)

    def _places(self, id_: str) -> list[dict[str, Any]]:
        rows = self._base.execute(
            "SELECT id, path, record FROM places WHERE id = ? ORDER BY path, number", (id_,)
        )
        return [_place(*row) for row in rows]

    def _pairs(self) -> Iterator[tuple[str, str, float]]:
        """Yield pairs of texts that are alike, some of them twice."""
        self._base.execute("CREATE INDEX by_band ON bands (band, id)")
        rows = self._base.execute(
            "SELECT band, id, signature FROM bands JOIN signatures USING (id) WHERE band IN"
            " (SELECT band FROM bands GROUP BY band HAVING count(*) > 1) ORDER BY band, id"
        )
        for _, members in groupby(rows, key=lambda row: row[0]):
            compared: list[tuple[str, bytes]] = []
            for _, id_, signature in members:
                for other, others in compared:
                    alike = similarity(signature, others)
                    if alike >= ALIKE:
                        yield other, id_, alike
                if len(compared) < _COMPARED:
                    compared.append((id_, signature))


def _joined(pairs: Iterator[tuple[str, str, float]]) -> Iterator[tuple[list[str], float]]:
    """Yield the ids that hang together by pairs, with the least likeness among the pairs."""
    heads: dict[str, str] = {}
    least: dict[str, float] = {}

    def head(id_: str) -> str:
        while (above := heads.setdefault(id_, id_)) != id_:
            heads[id_] = heads[above]
            id_ = above
        return id_

    for one, other, alike in pairs:
        upper, lower = sorted((head(one), head(other)))
        heads[lower] = upper
        least[upper] = min(alike, least.get(upper, 1.0), least.get(lower, 1.0))
    groups: dict[str, list[str]] = {}
    for id_ in sorted(heads):
        groups.setdefault(head(id_), []).append(id_)
    for upper, ids in groups.items():
        yield ids, least[upper]


def _first(group: dict[str, Any]) -> tuple[str, str]:
    first = group["releases"][0]
    return first["path"], first["id"]


def _place(id_: str, path: str, record: str | None) -> dict[str, Any]:
    return {"id": id_, "path": path, "record": record}


def _line(group: dict[str, Any]) -> bytes:
    return json.dumps(group, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
