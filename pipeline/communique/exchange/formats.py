"""The annotation formats, and which of them a file is in."""

from __future__ import annotations

import json
from pathlib import Path

from communique.exchange.annotated import Format
from communique.exchange.brat import BRAT
from communique.exchange.conll import CONLL
from communique.exchange.docbin import DOCBIN
from communique.exchange.doccano import DOCCANO
from communique.exchange.gold import GOLD
from communique.exchange.labelstudio import LABEL_STUDIO
from communique.exchange.prodigy import PRODIGY
from communique.exchange.records import RECORDS
from communique.stores.records import holds_records

FORMATS = {
    fmt.name: fmt for fmt in (GOLD, RECORDS, PRODIGY, LABEL_STUDIO, DOCCANO, BRAT, CONLL, DOCBIN)
}

#: Fields by which a line of JSON is told to be Prodigy's, or doccano's.
_PRODIGY_FIELDS = {"tokens", "spans", "_input_hash", "answer"}
_DOCCANO_FIELDS = {"entities", "label"}


def format_of(path: Path) -> Format:
    """Return the format that a file or folder is in, by its name and what is in it.

    Raises ``OSError`` where there is none, and ``ValueError`` where its format cannot be told.
    """
    if path.is_dir():
        for fmt in FORMATS.values():
            if fmt.folder and any(path.rglob(f"*{fmt.endings[0]}")):
                return fmt
        raise ValueError(f"{path}: a folder with neither NAME.gold.json nor NAME.ann in it")
    named = [fmt for fmt in _named(path) if not fmt.folder]
    if len(named) == 1:
        return named[0]
    if PRODIGY in named:
        found = _format_of_lines(path)
        if found is not None:
            return found
    raise ValueError(f"{path}: its format cannot be told; say --from")


def format_for(path: Path) -> Format:
    """Return the format that a file to be written has by its name. Raises ``ValueError``."""
    named = _named(path)
    if len(named) == 1:
        return named[0]
    could = f" ({' or '.join(fmt.name for fmt in named)})" if named else ""
    raise ValueError(f"{path}: the name does not say in which format to write it{could}; say --to")


def _named(path: Path) -> list[Format]:
    return [fmt for fmt in FORMATS.values() if path.name.lower().endswith(fmt.endings)]


def _format_of_lines(path: Path) -> Format | None:
    if holds_records(path):
        return RECORDS
    with path.open("rb") as stream:
        line = stream.readline()
    try:
        fields = set(json.loads(line))
    except (ValueError, TypeError):
        return None
    if fields & _PRODIGY_FIELDS:
        return PRODIGY
    return DOCCANO if fields & _DOCCANO_FIELDS else None
