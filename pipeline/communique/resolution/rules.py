"""A user's file of what to join and what to keep apart, over all that is computed.

A line is ``join`` or ``apart`` and two entities, parted by tabs (or as CSV where the file's name ends
so). An entity is ``RELEASE-p1`` or ``RELEASE-o1``, as communique resolve --explain shows it, or a name,
which means all that bear it.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.stores.sql.keys import name_key

_REFERENCE = re.compile(r"[0-9a-f]{16}-[po]\d+")
_DEEDS = ("join", "apart")
_CELLS = 3

#: A rule, by its place in the book, and one of its two sides.
Label = tuple[int, int]


class RulesError(ValueError):
    """A file of rules that cannot be used; the message names the file and the line."""


@dataclass(frozen=True)
class Rule:
    """A line: whether it joins, and what."""

    line: int
    join: bool
    sides: tuple[str, str]


@dataclass(frozen=True)
class Rules:
    """The rules of a file."""

    path: str = ""
    rules: Sequence[Rule] = ()
    _named: Mapping[str, Sequence[Label]] = field(default_factory=dict)

    def labels(self, reference: str, name: str) -> tuple[Label, ...]:
        """Return the sides of rules that mean an entity by its reference or name."""
        if not self._named:
            return ()
        return (*self._named.get(reference, ()), *self._named.get(name_key(name), ()))

    def place(self, number: int) -> str:
        """Return where a rule stands: file and line."""
        return f"{self.path}, line {self.rules[number].line}"


def read_rules(path: str | os.PathLike[str]) -> Rules:
    """Read a file of rules. Raises ``OSError``, and ``RulesError`` for a line that is none."""
    rules = [_rule(str(path), number, cells) for number, cells in _lines(Path(path))]
    named: dict[str, list[Label]] = {}
    for number, rule in enumerate(rules):
        for side, what in enumerate(rule.sides):
            key = what if _REFERENCE.fullmatch(what) else name_key(what)
            named.setdefault(key, []).append((number, side))
    return Rules(str(path), rules, named)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream, delimiter=delimiter)
        try:
            for cells in reader:
                found = [cell.strip() for cell in cells]
                if any(found) and not found[0].startswith("#"):
                    yield reader.line_num, found
        except (UnicodeDecodeError, csv.Error) as error:
            raise RulesError(f"{path}, line {reader.line_num + 1}: {error}") from None


def _rule(path: str, line: int, cells: list[str]) -> Rule:
    if len(cells) < _CELLS or cells[0].lower() not in _DEEDS or not all(cells[:_CELLS]):
        raise RulesError(f"{path}, line {line}: a rule is join or apart, and two entities")
    return Rule(line, cells[0].lower() == "join", (cells[1], cells[2]))
