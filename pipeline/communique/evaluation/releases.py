"""The releases that something is measured on: files and folders, and folders of gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from communique.evaluation.gold import read_gold
from communique.evaluation.gold_texts import release_of_gold
from communique.evaluation.scoring import Score, score_release
from communique.readers.registry import read
from communique.readers.release import Release
from communique.runs.analysis import analyse


def release_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files among the paths and those in the folders among them, in order."""
    return [
        file for path in paths for file in (sorted(path.glob("*.*")) if path.is_dir() else [path])
    ]


def read_releases(paths: Sequence[Path]) -> list[Release]:
    """Return the releases of files and folders; what cannot be read is left out."""
    return [r for file in release_files(paths) for r in read(file) if isinstance(r, Release)]


def score_releases(folder: Path, nlp: Language) -> Iterator[tuple[str, dict[str, Score]]]:
    """Yield the id of each release of a folder of gold, and its figures.

    Raises ``ValueError`` for a release that cannot be read or is not one.
    """
    for path, gold in read_gold(folder):
        yield path.stem, score_release(gold, analyse(nlp, release_of_gold(path)))
