"""What a resolution keeps while it runs: a file of its own, so that memory does not grow with records.

Profiles that say the same are one node. Nodes are known by a digest of what they say, so that nothing
depends on the order in which releases were loaded.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from communique.resolution.blocking import keys
from communique.resolution.body_names import body_name
from communique.resolution.person_names import person_name
from communique.resolution.profiles import Context, Described, Profile
from communique.resolution.rules import Label, Rules
from communique.resolution.scores import Seen
from communique.resolution.weights import limits

_TABLES = """
CREATE TABLE node (
    node INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, data TEXT NOT NULL, sorting TEXT NOT NULL,
    labels TEXT NOT NULL);
CREATE TABLE profile (
    profile INTEGER PRIMARY KEY, node INTEGER NOT NULL, release INTEGER NOT NULL,
    reference TEXT NOT NULL UNIQUE, day TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX profile_node ON profile (node, reference, release);
CREATE TABLE context (release INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE block (key TEXT NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (key, node)) WITHOUT ROWID;
CREATE TABLE pair (one INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE edge (
    root INTEGER, one INTEGER NOT NULL, other INTEGER NOT NULL, points REAL, reasons TEXT NOT NULL,
    sorting TEXT NOT NULL);
CREATE TABLE label (rule INTEGER NOT NULL, side INTEGER NOT NULL, node INTEGER NOT NULL);
CREATE INDEX label_rule ON label (rule, side, node);
CREATE TABLE member (
    profile INTEGER PRIMARY KEY, cluster INTEGER NOT NULL, joined_to TEXT, points REAL, reasons TEXT);
CREATE INDEX member_cluster ON member (cluster);
CREATE TABLE cluster (
    cluster INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, first TEXT NOT NULL,
    entity TEXT, since INTEGER);
CREATE TABLE standing (reference TEXT PRIMARY KEY, entity TEXT NOT NULL, since INTEGER NOT NULL);
"""
_SEEN = 10_000
_QUARTERS = 0.5


class Scratch:
    """The file; it goes when the ``with`` block ends."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="communique-")
        self.db = sqlite3.connect(Path(self._folder.name) / "scratch.db", isolation_level=None)
        self.db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        self.db.execute("BEGIN")
        self.seen = lru_cache(maxsize=_SEEN)(self._read_seen)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.db.close()
        self._folder.cleanup()

    def add(self, release: Described, rules: Rules) -> None:
        """Add the profiles of a release to their nodes."""
        self.db.execute(
            "INSERT INTO context VALUES (?, ?)", (release.release, release.context.as_json())
        )
        kept = {own: grouped(profile) for own, profile in release.profiles.items()}
        data = {own: profile.as_json() for own, profile in kept.items()}
        times = Counter(data.values())
        for own, profile in kept.items():
            reference = f"{release.id}-{own}"
            labels = rules.labels(reference, profile.names[0])
            alone = times[data[own]] > 1 or not says_enough(profile)
            node = self._node(
                profile, data[own], labels, reference if alone else "", release.context
            )
            self.db.execute(
                "INSERT INTO profile (node, release, reference, day, name) VALUES (?, ?, ?, ?, ?)",
                (node, release.release, reference, release.day, profile.names[0]),
            )

    def _node(
        self, profile: Profile, data: str, labels: tuple[Label, ...], alone: str, context: Context
    ) -> int:
        signature = json.dumps([data, labels, alone])
        digest = hashlib.blake2b(signature.encode(), digest_size=12).hexdigest()
        found = self.db.execute("SELECT node FROM node WHERE digest = ?", (digest,)).fetchone()
        if found is None:
            country = profile.country or next((name for name, _ in profile.home), "")
            done = self.db.execute(
                "INSERT INTO node (digest, data, sorting, labels) VALUES (?, ?, ?, ?)",
                (digest, data, f"{country}\t{profile.names[0]}\t{digest}", json.dumps(labels)),
            )
            node = int(done.lastrowid or 0)
            self.db.executemany(
                "INSERT INTO label VALUES (?, ?, ?)", [(*label, node) for label in labels]
            )
        else:
            node = int(found[0])
        self.db.executemany(
            "INSERT OR IGNORE INTO block VALUES (?, ?)",
            [(key, node) for key in keys(profile, context)],
        )
        return node

    def blocks(self) -> Iterator[list[int]]:
        """Yield the nodes that share a key, in order of country and name, where there are several."""
        reading = self.db.cursor()
        rows = reading.execute(
            "SELECT key, node FROM block JOIN node USING (node) ORDER BY key, sorting"
        )
        current: str | None = None
        nodes: list[int] = []
        for key, node in rows:
            if key != current:
                if len(nodes) > 1:
                    yield nodes
                current, nodes = key, []
            nodes.append(node)
        if len(nodes) > 1:
            yield nodes

    def profile_of(self, node: int) -> Profile:
        """Return what the profiles of a node say."""
        row = self.db.execute("SELECT data FROM node WHERE node = ?", (node,)).fetchone()
        return Profile.of_json(row[0])

    def _read_seen(self, node: int) -> Seen:
        rows = self.db.execute(
            "SELECT data FROM context WHERE release IN (SELECT release FROM profile WHERE node = ? "
            "ORDER BY reference LIMIT ?)",
            (node, limits()["contexts"]),
        ).fetchall()
        return Seen(self.profile_of(node), together([Context.of_json(row[0]) for row in rows]))


def together(contexts: list[Context]) -> Context:
    """Return what stands in any of several releases."""
    return Context(
        frozenset().union(*(context.people for context in contexts)),
        frozenset().union(*(context.bodies for context in contexts)),
        frozenset().union(*(context.holders for context in contexts)),
    )


def grouped(profile: Profile) -> Profile:
    """Return a profile without what differs from release to release and does not tell bodies apart."""
    if profile.kind == "person" or body_name(profile.names[0], profile.type).scope not in {
        "own",
        "state",
    }:
        return profile
    home = tuple((name, 1.0) for name, share in profile.home[:1] if share > _QUARTERS)
    return Profile(
        profile.kind, profile.names, profile.type, profile.country, home, whole=profile.whole
    )


def says_enough(profile: Profile) -> bool:
    """Whether another profile that says all the same is surely the same person or body."""
    if profile.kind == "person":
        name = person_name(profile.names[0])
        known = any(body for _, body, _ in profile.titles)
        return known and len(name.words) + len(name.letters) > 1
    parsed = body_name(profile.names[0], profile.type)
    if parsed.scope in {"own", "state"}:
        return True
    whole = bool(profile.home) and profile.home[0][1] == 1.0
    return parsed.scope == "national" and (profile.country is not None or whole)
