"""The project's own format: a folder of gold (``docs/annotations.md``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from communique.evaluation.gold import annotation_of, read_gold
from communique.evaluation.gold_records import UNKNOWN_DATE, as_gold, as_record
from communique.evaluation.gold_texts import release_text
from communique.exchange.annotated import AnnotatedText, Format, Losses
from communique.exchange.file_names import Names, new_folder
from communique.exchange.records import count_unplaced, from_record
from communique.exchange.understanding import to_record


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:
    for release, gold in read_gold(path):
        try:
            record = as_record(gold, release_text(release))
        except ValueError as error:
            raise ValueError(f"{annotation_of(path, gold.id)}: {error}") from None
        count_unplaced(record, losses)
        yield replace(from_record(record, gold.id), publish_date=gold.publish_date)


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:
    names = Names()
    with new_folder(path) as folder:
        (folder / "docs").mkdir()
        for annotated in texts:
            name = names.new(annotated.id)
            record = to_record(annotated, losses)
            gold = as_gold(record, name)
            gold = gold.model_copy(update={"publish_date": annotated.publish_date})
            unknown = sum(date.value is None for date in record.dates)
            losses[f"dates written as {UNKNOWN_DATE}: no value was given"] += unknown
            plain = gold.model_dump()
            for person in plain["people"]:
                for title in person["titles"]:
                    if title["when"] == "current":
                        del title["when"]
            text = json.dumps(plain, ensure_ascii=False, indent=1)
            annotation_of(folder, name).write_text(text + "\n", encoding="utf-8")
            (folder / "docs" / f"{name}.txt").write_bytes(annotated.text.encode())


GOLD = Format(
    name="gold",
    title="a folder of gold annotations",
    endings=(".gold.json",),
    read=_read,
    write=_write,
    folder=True,
)
