"""The command ``python -m communique.evaluation.dates``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from communique.evaluation.dates.scorer import FIGURES, Read, score
from communique.evaluation.dates.sets import Text, read_set
from communique.evaluation.dates.systems import SYSTEMS, System
from communique.evaluation.dates.values import is_right
from communique.evaluation.scoring import Score, add_scores


def measure(
    texts: Sequence[Text], system: System, *, dates: bool = True
) -> tuple[dict[str, Score], float]:
    """Return a system's figures over texts, and milliseconds of processor time a text."""
    figures, spent = [], 0.0
    for text in texts:
        begin = time.process_time()
        read = system(text.text, text.day)
        spent += time.process_time() - begin
        figures.append(score(text.marked, read, dates=dates))
    return add_scores(figures), 1000 * spent / max(1, len(texts))


def errors(texts: Iterable[Text], system: System, *, dates: bool = True) -> Iterable[str]:
    """Yield a line for each expression missed (-), made up (+) or read with another value (=)."""
    from communique.evaluation.dates.scorer import pair  # noqa: PLC0415

    for text in texts:
        marked = [m for m in text.marked if m.is_date or not dates]
        read = [r for r in system(text.text, text.day) if r.is_date or not dates]
        pairs = pair(marked, read)
        rows: list[tuple[str, int, int, str]] = [
            ("-", m.start, m.end, " ".join(sorted(m.values)))
            for m in marked
            if all(m is not p[0] for p in pairs)
        ]
        rows += [
            ("+", r.start, r.end, str(r.value)) for r in read if all(r is not p[1] for p in pairs)
        ]
        rows += [_wrong(m, r) for m, r in pairs if not is_right(r.value, m.values)]
        for sign, start, end, value in sorted(rows, key=lambda row: row[1]):
            front = text.text[max(0, start - 50) : start].replace("\n", " ")
            behind = text.text[end : end + 40].replace("\n", " ")
            yield f"{sign}\t{text.name}\t{text.day}\t{value}\t{front}[{text.text[start:end]}]{behind}"


def _wrong(marked: object, read: Read) -> tuple[str, int, int, str]:
    values = " ".join(sorted(marked.values))  # type: ignore[attr-defined]
    return "=", read.start, read.end, f"{values} not {read.value}"


def main() -> None:
    """Print a table for each set of texts: F1 of each system, and its time."""
    parser = argparse.ArgumentParser(description="Dates beside other systems'.")
    parser.add_argument("sets", type=Path, nargs="+", help="JSON Lines files, folders of gold")
    parser.add_argument("--systems", nargs="+", choices=list(SYSTEMS), default=["communique"])
    parser.add_argument("--all-systems", action="store_true", help="also those that are installed")
    parser.add_argument("--all-types", action="store_true", help="durations, sets and times too")
    parser.add_argument("--joined", action="store_true", help="one table over all sets together")
    parser.add_argument("--errors", action="store_true", help="list them instead")
    arguments = parser.parse_args()
    systems = {
        name: SYSTEMS[name]() for name in (SYSTEMS if arguments.all_systems else arguments.systems)
    }
    sets = {path.name: read_set(path) for path in arguments.sets}
    if arguments.joined:
        sets = {" + ".join(sets): [text for texts in sets.values() for text in texts]}
    dates = not arguments.all_types
    for name, texts in sets.items():
        if arguments.errors:
            for system in systems.values():
                print(*errors(texts, system, dates=dates), sep="\n")  # noqa: T201
            continue
        print(f"{name}, {len(texts)} texts")  # noqa: T201
        print(f"{'':18}", *(f"{figure:>9}" for figure in FIGURES), f"{'P':>9}{'R':>9}{'ms':>9}")  # noqa: T201
        for label, system in systems.items():
            scores, spent = measure(texts, system, dates=dates)
            wide = scores["relaxed"]
            print(  # noqa: T201
                f"{label:18}",
                *(f"{scores[figure].f1:9.3f}" for figure in FIGURES),
                f"{wide.precision:9.3f}{wide.recall:9.3f}{spent:9.1f}",
            )


if __name__ == "__main__":
    main()
