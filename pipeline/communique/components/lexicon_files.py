"""Reading the lexicon: plain UTF-8 files under ``communique/lexicon``, one entry a line.

Lines that start with ``#`` and empty lines are left out. Files are read once for each process.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_entries(name: str) -> tuple[str, ...]:
    """Return the entries of the file ``name``, a path below the lexicon ("titles/heads.tsv").

    Raises ``FileNotFoundError`` when there is no such file.
    """
    text = files("communique").joinpath("lexicon", *name.split("/")).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of the file ``name``, each parted at its tabs and stripped."""
    return tuple(tuple(cell.strip() for cell in entry.split("\t")) for entry in read_entries(name))


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the TOML file ``name``, a path below the lexicon ("dates/forms.toml")."""
    path = files("communique").joinpath("lexicon", *name.split("/"))
    return tomllib.loads(path.read_text(encoding="utf-8"))
