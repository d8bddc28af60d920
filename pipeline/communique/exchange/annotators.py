"""The work of two annotators, each in any annotation format, release by release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from communique.evaluation.gold import read_annotations, read_gold
from communique.evaluation.gold_records import as_record
from communique.evaluation.gold_texts import release_text
from communique.exchange.annotated import Format, Losses
from communique.exchange.formats import format_of
from communique.exchange.gold import GOLD
from communique.exchange.understanding import to_record
from communique.records.model import Record


def read_pairs(
    first: Path, second: Path, from_: Format | None, losses: Losses
) -> Iterator[tuple[Record, Record]]:
    """Yield the releases that two annotators have both annotated, as the records of each.

    ``from_`` is the format of both, None where it is to be told. A folder of gold that comes second
    needs no texts: they are those of the first, by name. All else is paired by its text. Raises
    ``OSError``, and ``ValueError`` naming the file for what cannot be read, and where no release is in
    both.
    """
    ours = _records(first, from_ or format_of(first), losses)
    texts = {Path(record.source.path).stem: record.text or "" for record in ours.values()}
    theirs = _records(second, from_ or format_of(second), losses, texts)
    common = [name for name in ours if name in theirs]
    if not common:
        raise ValueError(f"{first} and {second} have no release in common")
    yield from ((ours[name], theirs[name]) for name in common)


def _records(
    path: Path, fmt: Format, losses: Losses, texts: Mapping[str, str] | None = None
) -> dict[str, Record]:
    """Return the records of what was annotated, by ids that their texts alone decide."""
    if fmt is not GOLD:
        records = (to_record(annotated, losses) for annotated in fmt.read(path, losses))
    elif texts is None:
        records = (as_record(gold, release_text(release)) for release, gold in read_gold(path))
    else:
        records = (
            as_record(gold, texts[gold.id]) for gold in read_annotations(path) if gold.id in texts
        )
    return {record.id: record for record in records}
