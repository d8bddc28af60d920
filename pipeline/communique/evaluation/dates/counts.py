"""How many of the marked expressions are right, by the type the set gives them.

``python -m communique.evaluation.dates.counts SETS…`` prints, for each type of date: how many are
marked, how many a system reads with the right value where they stand, and how many of those with
the same bounds too. ``--errors`` lists the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.evaluation.dates.scorer import pair
from communique.evaluation.dates.sets import Marked, Text, marks_vague, read_set
from communique.evaluation.dates.systems import SYSTEMS, System
from communique.evaluation.dates.values import is_right


@dataclass(frozen=True)
class Count:
    """So many marked, right in value where they overlap, and right in their bounds as well."""

    marked: int = 0
    right: int = 0
    strict: int = 0

    def __add__(self, other: Count) -> Count:
        """Add up."""
        return Count(
            self.marked + other.marked, self.right + other.right, self.strict + other.strict
        )


def judge(text: Text, system: System, *, vague: bool) -> Iterable[tuple[Marked, Count]]:
    """Yield each marked date of a text with its count."""
    read = [r for r in system(text.text, text.day) if r.is_date]
    read = [r for r in read if vague or not (r.value or "").endswith("_REF")]
    pairs = {id(m): r for m, r in pair([m for m in text.marked if m.is_date], read)}
    for marked in text.marked:
        if not marked.is_date:
            continue
        found = pairs.get(id(marked))
        right = found is not None and is_right(found.value, marked.values)
        same = found is not None and (found.start, found.end) == (marked.start, marked.end)
        yield marked, Count(1, int(right), int(right and same))


def count(texts: Sequence[Text], system: System) -> dict[str, Count]:
    """Return the counts by type, and of all dates under ``all``."""
    counts: dict[str, Count] = {}
    vague = marks_vague(texts)
    for text in texts:
        for marked, one in judge(text, system, vague=vague):
            for name in (marked.type, "all"):
                counts[name] = counts.get(name, Count()) + one
    return counts


def main() -> None:
    """Print a table for each set, or the expressions that are not right."""
    parser = argparse.ArgumentParser(description="Dates that are right, by type.")
    parser.add_argument("sets", type=Path, nargs="+", help="JSON Lines files, folders of gold")
    parser.add_argument("--systems", nargs="+", choices=list(SYSTEMS), default=["communique"])
    parser.add_argument("--errors", action="store_true", help="list what is not right instead")
    arguments = parser.parse_args()
    for path in arguments.sets:
        texts = read_set(path)
        for label in arguments.systems:
            system = SYSTEMS[label]()
            if arguments.errors:
                _print_errors(texts, system)
                continue
            print(f"{path.name}, {label}")  # noqa: T201
            for name, one in sorted(count(texts, system).items()):
                share = one.right / one.marked
                print(f"{name:12}{one.right:6} of {one.marked:5} {share:6.3f}{one.strict:6} strict")  # noqa: T201


def _print_errors(texts: Sequence[Text], system: System) -> None:
    vague = marks_vague(texts)
    for text in texts:
        for marked, one in judge(text, system, vague=vague):
            if not one.right:
                front = text.text[max(0, marked.start - 40) : marked.start]
                said = text.text[marked.start : marked.end]
                value = " ".join(sorted(marked.values))
                print(f"{text.name}\t{text.day}\t{value}\t{front}[{said}]")  # noqa: T201


if __name__ == "__main__":
    main()
