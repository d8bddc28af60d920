"""What dates cost in the whole pipeline.

``python -m communique.evaluation.dates.cost RELEASES… [--model MODEL] [--turns N]`` prints the share
of each component in the processor time of the pipeline, the median of all turns.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from communique.evaluation.releases import read_releases
from communique.pipeline import load, make_doc
from communique.readers.release import Release


def shares(nlp: Language, releases: Sequence[Release]) -> dict[str, float]:
    """Return the share of each step in the processor time of one turn over the releases."""
    spent: dict[str, float] = {}

    def clock(name: str, begin: float) -> None:
        spent[name] = spent.get(name, 0.0) + time.process_time() - begin

    for release in releases:
        begin = time.process_time()
        doc = make_doc(nlp, release)
        clock("tokenizer", begin)
        for name, component in nlp.pipeline:
            begin = time.process_time()
            doc = component(doc)
            clock(name, begin)
    total = sum(spent.values()) or 1.0
    return {name: seconds / total for name, seconds in spent.items()}


def main() -> None:
    """Print the share of each component in per cent."""
    parser = argparse.ArgumentParser(description="What dates cost in the whole pipeline.")
    parser.add_argument("releases", type=Path, nargs="+", help="files or folders of releases")
    parser.add_argument("--model", help="folder or package; the embedded default without")
    parser.add_argument("--turns", type=int, default=3)
    arguments = parser.parse_args()
    nlp = load(arguments.model)
    releases = read_releases(arguments.releases)
    turns = [shares(nlp, releases) for _ in range(arguments.turns)]
    for name in turns[0]:
        share = statistics.median(turn[name] for turn in turns)
        print(f"{name:28}{100 * share:6.1f} %")  # noqa: T201


if __name__ == "__main__":
    main()
