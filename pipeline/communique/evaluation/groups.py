"""Groups of releases: by genre, source, region, or whatever else is told of them.

What is told of the releases of a folder of gold stands in a file beside it, ``metadata.tsv``,
``metadata.json`` or ``sources.jsonl``, or in one that is named. Each has an ``id`` for each release,
and fields of any name: a table has them in its head; JSON is a list of objects, an object a line, or
one object of objects by id.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

#: The group of a release that nothing is told of.
OTHER = "(none)"

_BESIDE = ("metadata.tsv", "metadata.json", "sources.jsonl")

#: What is told of each release, by its id.
Metadata = Mapping[str, Mapping[str, str]]


def read_metadata(folder: Path, file: Path | None = None) -> Metadata:
    """Return what ``file``, or else the one beside the gold, tells of each release.

    Raises ``OSError``, ``FileNotFoundError`` where there is none, and ``ValueError`` naming the
    file, and the line where there is one, for what is not in the form above.
    """
    path = file or next((folder / n for n in _BESIDE if (folder / n).exists()), None)
    if path is None:
        raise FileNotFoundError(
            f"{folder}: nothing is told of its releases in {', '.join(_BESIDE)}"
        )
    rows = _table(path) if path.suffix in {".tsv", ".txt"} else _objects(path)
    metadata: dict[str, dict[str, str]] = {}
    for place, row in rows:
        if not isinstance(row, dict) or not row.get("id"):
            raise ValueError(f"{place}: there is no id")
        told = {key: _words(value) for key, value in row.items() if key != "id"}
        metadata[str(row["id"])] = told
    return metadata


def group(ids: Iterable[str], metadata: Metadata, field: str) -> dict[str, list[str]]:
    """Return the ids of each group by a field, by the groups' names in order.

    Raises ``ValueError`` for a field that nothing is told of.
    """
    known = {name for told in metadata.values() for name in told}
    if field not in known:
        raise ValueError(
            f"nothing tells {field!r} of releases; told are {', '.join(sorted(known))}"
        )
    groups: dict[str, list[str]] = {}
    for name in ids:
        groups.setdefault(metadata.get(name, {}).get(field) or OTHER, []).append(name)
    return dict(sorted(groups.items()))


def _table(path: Path) -> list[tuple[str, Any]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or "id" not in rows[0]:
        raise ValueError(f"{path}:1: the head has no column id")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            raise ValueError(f"{path}:{number}: {len(row)} columns, not {len(rows[0])}")
    return [
        (f"{path}:{number}", dict(zip(rows[0], row, strict=True)))
        for number, row in enumerate(rows[1:], 2)
    ]


def _objects(path: Path) -> list[tuple[str, Any]]:
    text = path.read_text(encoding="utf-8")
    try:
        if path.suffix == ".jsonl":
            lines = enumerate(text.splitlines(), 1)
            return [
                (f"{path}:{number}", json.loads(line)) for number, line in lines if line.strip()
            ]
        value = json.loads(text)
    except ValueError as error:
        raise ValueError(f"{path}: no JSON ({error})") from None
    if isinstance(value, dict):
        value = [{**told, "id": name} for name, told in value.items() if isinstance(told, dict)]
    if not isinstance(value, list):
        raise ValueError(f"{path}: neither a list of objects nor an object of them")  # noqa: TRY004
    return [(str(path), row) for row in value]


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
