"""Releases with what a reader and a program say of each: the cases that are judged."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from communique.evaluation.gold import GoldRelease, read_gold
from communique.evaluation.gold_texts import release_of_gold
from communique.readers.release import Release
from communique.records.assemble import record_id
from communique.records.model import PipelineRecord, Record, SourceRecord
from communique.runs.analysis import analyse
from communique.stores.records import read_records


@dataclass(frozen=True)
class Case:
    """A release: its gold, and the record that is judged, which always has its text.

    ``absent``: there is no record; ``record`` is an empty one. ``unasked`` names slots of
    instruments that are left out, as :class:`communique.evaluation.comparison.Comparison` takes
    them.
    """

    id: str
    gold: GoldRelease
    record: Record
    absent: bool = False
    unasked: frozenset[tuple[str, str]] = frozenset()

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.record.text or ""

    def with_record(self, record: Record) -> Case:
        """Return the case with another record, and its text where that has none."""
        if record.text is None:
            record = record.model_copy(update={"text": self.text})
        return dataclasses.replace(self, record=record, absent=False)


def analysed(
    folder: Path, nlp: Language, analyser: Callable[[Language, Release], Record] = analyse
) -> Iterator[Case]:
    """Yield the case of each release of a folder of gold, analysed by a pipeline.

    Raises ``ValueError`` naming the file for a release that cannot be read or is not one, and for
    gold that is not in the form of :mod:`communique.evaluation.gold`; ``FileNotFoundError`` for
    gold without its release.
    """
    for path, gold in _gold_of(folder):
        yield Case(path.stem, gold, analyser(nlp, release_of_gold(path)))


def recorded(folder: Path, records: Path) -> list[Case]:
    """Return the case of each release of a folder of gold, with the record that a file has of it.

    A record belongs to the gold whose id is the stem of its source's path. Raises ``OSError`` and
    ``ValueError`` as :func:`analysed` and :func:`communique.stores.records.read_records` do, and
    ``ValueError`` where two records are of one release, or none is of any.
    """
    wanted = {path.stem: _unanswered(path, gold) for path, gold in _gold_of(folder)}
    found: dict[str, Case] = {}
    for record in read_records(records):
        name = Path(record.source.path).stem
        if name in found:
            raise ValueError(f"{records}: two records are of release {name}")
        if name in wanted:
            found[name] = wanted[name].with_record(record)
    if not found:
        raise ValueError(f"{records}: no record is of a release of {folder}")
    return [found.get(name, case) for name, case in wanted.items()]


def _gold_of(folder: Path) -> list[tuple[Path, GoldRelease]]:
    gold = list(read_gold(folder))
    if not gold:
        raise ValueError(f"{folder}: no folder of gold: there is no NAME.gold.json in it")
    return gold


def _unanswered(path: Path, gold: GoldRelease) -> Case:
    release = release_of_gold(path)
    source = release.source
    record = Record(
        id=record_id(release.text),
        source=SourceRecord(path=source.path, format=source.format, sha256=source.sha256),
        pipeline=PipelineRecord(name="none", version="0", model="none"),
        text=release.text,
    )
    return Case(path.stem, gold, record, absent=True)
