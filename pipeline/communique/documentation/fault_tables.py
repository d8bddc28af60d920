"""How often things are wrong or missed, as a table made of the page of benchmarks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from communique.documentation.markdown_tables import table

#: The figures that are told, and what a reader calls them.
SHOWN: Mapping[str, str] = {
    "people": "people",
    "organizations": "organizations",
    "person_titles": "titles of people",
    "titles": "titles with the body that they are held at",
    "agreements": "agreements",
    "agreement_type": "their types",
    "agreement_status": "their statuses",
    "agreement_date": "their dates",
    "agreement_parties": "their parties",
    "agreement_signatories": "their signatories",
    "agreement_witnesses": "their witnesses",
    "agreement_records": "agreements with every slot right",
    "dates": "dates with their values",
}

_ROW = re.compile(r"^\| (?P<figure>\w+) \| (?P<p>[\d.]+) \| (?P<r>[\d.]+) \|", re.MULTILINE)


def faults(benchmarks: Path) -> str:
    """Return the table of the first figures with precision and recall on the page of benchmarks.

    Raises ``KeyError`` where the page lacks a figure that is told.
    """
    first = benchmarks.read_text(encoding="utf-8").split("\n## ")[1]
    figures = {row["figure"]: row for row in _ROW.finditer(first)}
    rows = (
        (f"{called} (`{name}`)", _of_hundred(figures[name]["p"]), _of_hundred(figures[name]["r"]))
        for name, called in SHOWN.items()
    )
    return table(("", "wrong", "missed"), rows)


def _of_hundred(share: str) -> str:
    return str((100 * (1 - Decimal(share))).quantize(Decimal(1), ROUND_HALF_UP))
