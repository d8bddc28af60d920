"""The command ``python -m communique.evaluation.dates``."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from communique.evaluation.dates.scorer import FIGURES, Read, pair, score
from communique.evaluation.dates.sets import VAGUE, Marked, Text, marks_vague, read_set
from communique.evaluation.dates.systems import SYSTEMS, System
from communique.evaluation.dates.values import is_right
from communique.evaluation.scoring import Score, add_scores


def read_with(system: System, text: Text, *, vague: bool) -> list[Read]:
    """Return what a system reads in a text, without vague references where none are marked."""
    read = system(text.text, text.day)
    return [r for r in read if vague or not (r.value or "").endswith(VAGUE)]


def measure(
    texts: Sequence[Text], system: System, *, dates: bool = True
) -> tuple[dict[str, Score], float]:
    """Return a system's figures over texts, and milliseconds of processor time a text."""
    figures, spent, vague = [], 0.0, marks_vague(texts)
    for text in texts:
        begin = time.process_time()
        read = read_with(system, text, vague=vague)
        spent += time.process_time() - begin
        figures.append(score(text.marked, read, dates=dates))
    return add_scores(figures), 1000 * spent / max(1, len(texts))


def errors(texts: Sequence[Text], system: System, *, dates: bool = True) -> Iterable[str]:
    """Yield a line for each expression missed (-), made up (+) or read with another value (=)."""
    vague = marks_vague(texts)
    for text in texts:
        marked = [m for m in text.marked if m.is_date or not dates]
        read = [r for r in read_with(system, text, vague=vague) if r.is_date or not dates]
        pairs = pair(marked, read)
        missed = [m for m in marked if all(m is not p[0] for p in pairs)]
        rows = [("-", m.start, m.end, _either(m)) for m in missed]
        extra = [r for r in read if all(r is not p[1] for p in pairs)]
        rows += [("+", r.start, r.end, str(r.value)) for r in extra]
        wrong = [p for p in pairs if not is_right(p[1].value, p[0].values)]
        rows += [("=", r.start, r.end, f"{_either(m)} not {r.value}") for m, r in wrong]
        for sign, start, end, value in sorted(rows, key=lambda row: row[1]):
            front = text.text[max(0, start - 50) : start].replace("\n", " ")
            behind = text.text[end : end + 40].replace("\n", " ")
            yield f"{sign}\t{text.name}\t{text.day}\t{value}\t{front}[{text.text[start:end]}]{behind}"


def _either(marked: Marked) -> str:
    return " ".join(sorted(marked.values))


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
    sets = [(path.name, read_set(path)) for path in arguments.sets]
    if arguments.joined:
        name = " + ".join(name for name, _ in sets)
        sets = [(name, [text for _, texts in sets for text in texts])]
    dates = not arguments.all_types
    for name, texts in sets:
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
