"""The releases of a folder of gold, analysed and scored one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from communique.evaluation.gold import read_gold
from communique.evaluation.scoring import Score, score_release
from communique.readers.registry import read
from communique.readers.release import Release
from communique.runs.analysis import analyse


def score_releases(folder: Path, nlp: Language) -> Iterator[tuple[str, dict[str, Score]]]:
    """Yield the id of each release of a folder of gold, and its figures.

    Raises ``ValueError`` for a release that cannot be read or is not one.
    """
    for path, gold in read_gold(folder):
        releases = list(read(path))
        if len(releases) != 1 or not isinstance(releases[0], Release):
            raise ValueError(f"{path} is not one release: {releases[:2]}")
        yield path.stem, score_release(gold, analyse(nlp, releases[0]))
