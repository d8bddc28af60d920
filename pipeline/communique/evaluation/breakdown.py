"""Scores by group of releases: by region, by genre, by whatever their sources tell apart.

``python -m communique.evaluation.breakdown GOLD --by region [--groups FILE.tsv] [--model MODEL]``
scores the releases of a folder of gold, each group for itself. A release's group is the field of
that name in ``GOLD/sources.jsonl``, or the second column of a table of ids and groups.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language

from communique.evaluation.releases import score_releases
from communique.evaluation.scoring import Score, add_scores
from communique.pipeline import load

#: The group of a release that no source tells anything of.
OTHER = "(none)"

#: The figures that are shown where none are asked for.
FIGURES = ("people", "organizations")


def read_groups(folder: Path, field: str, table: Path | None = None) -> dict[str, str]:
    """Return the group of each release by its id.

    ``table`` has two columns, id and group, without a head. Raises ``ValueError`` naming the line
    that lacks one.
    """
    if table is not None:
        with table.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines, delimiter="\t"))
        for number, row in enumerate(rows, 1):
            if len(row) != 2:
                raise ValueError(f"{table}:{number}: not an id and a group")
        return {row[0]: row[1] for row in rows}
    sources = (folder / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    rows_of = [json.loads(line) for line in sources]
    return {str(row["id"]): str(row.get(field) or OTHER) for row in rows_of}


def score_groups(
    folder: Path, nlp: Language, groups: Mapping[str, str]
) -> dict[str, tuple[int, dict[str, Score]]]:
    """Return the number of releases and the figures of each group, by its name.

    Raises ``ValueError`` for a release that cannot be read or is not one.
    """
    scores: defaultdict[str, list[dict[str, Score]]] = defaultdict(list)
    for name, figures in score_releases(folder, nlp):
        scores[groups.get(name, OTHER)].append(figures)
    return {group: (len(scores[group]), add_scores(scores[group])) for group in sorted(scores)}


def main() -> None:
    """Print a table of F1 by group, and of all groups together."""
    parser = argparse.ArgumentParser(description="Scores by group of releases.")
    parser.add_argument("gold", type=Path, help="folder of annotated releases")
    parser.add_argument("--by", default="region", help="field of sources.jsonl")
    parser.add_argument("--groups", type=Path, help="table of ids and groups instead")
    parser.add_argument("--model", help="folder or package; the embedded default without")
    parser.add_argument("--figures", nargs="+", default=list(FIGURES))
    arguments = parser.parse_args()
    groups = read_groups(arguments.gold, arguments.by, arguments.groups)
    found = score_groups(arguments.gold, load(arguments.model), groups)
    total = sum(n for n, _ in found.values()), add_scores(scores for _, scores in found.values())
    print(f"{arguments.by:28}{'releases':>9}", *(f"{name:>16}" for name in arguments.figures))  # noqa: T201
    for group, (releases, scores) in [*found.items(), ("all", total)]:
        print(f"{group:28}{releases:9}", *(f"{scores[f].f1:16.3f}" for f in arguments.figures))  # noqa: T201


if __name__ == "__main__":
    main()
