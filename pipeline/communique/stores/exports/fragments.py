"""What several releases say of one entity, put together without holding all of it in memory."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Any, Self

from communique.stores.exports.files import json_bytes

Fragment = dict[str, Any]
#: How often each value of a property is said, in JSON, in the order in which they were said first.
Said = Counter[str]


class Fragments:
    """Parts of entities until all releases have been read: on the disk, while the block lasts."""

    def __enter__(self) -> Self:
        self._db = sqlite3.connect("", isolation_level=None)  # a file that nobody sees
        self._db.execute("CREATE TABLE fragment (entity TEXT, content BLOB)")
        self._db.execute("BEGIN")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._db.close()

    def add(self, entity: str, fragment: Fragment) -> None:
        """Keep what a release says of an entity."""
        self._db.execute("INSERT INTO fragment VALUES (?, ?)", (entity, json_bytes(fragment)))

    def whole(self) -> Iterator[tuple[str, dict[str, Said]]]:
        """Yield each entity with all that is said of it by property."""
        rows = self._db.execute("SELECT entity, content FROM fragment ORDER BY entity, rowid")
        for entity, group in groupby(rows, key=itemgetter(0)):
            yield entity, _united(json.loads(content) for _, content in group)


def values(said: Said) -> list[Any]:
    """Return what is said, each once."""
    return [json.loads(value) for value in said]


def commonest(said: Said, least: str) -> str:
    """Return what most releases say; ``least``, the widest kind, only where none says more."""
    narrow = [value for value in values(said) if value != least]
    return max(narrow, key=lambda value: said[json.dumps(value)], default=least)


def _united(fragments: Iterable[Fragment]) -> dict[str, Said]:
    united: dict[str, Said] = {}
    for fragment in fragments:
        for name, value in fragment.items():
            said = united.setdefault(name, Counter())
            said.update(
                json.dumps(one, ensure_ascii=False, sort_keys=True)
                for one in (value if isinstance(value, list) else [value])
            )
    return united
