"""The rooms as docs/architecture.md draws them are those that ``make check`` holds to."""

from __future__ import annotations

import re
from collections import defaultdict
from configparser import ConfigParser
from pathlib import Path


def rooms_by_contract(path: Path) -> dict[str, set[str]]:
    """Return what each room may import from, by the contracts of import-linter."""
    contracts = ConfigParser()
    contracts.read(path, encoding="utf-8")
    knows: dict[str, set[str]] = defaultdict(set)
    for name in contracts.sections():
        contract = contracts[name]
        if contract.get("type") != "protected" or "*" in contract["protected_modules"]:
            continue
        rooms, importers = (
            {module.removeprefix("communique.") for module in contract[key].split()}
            for key in ("protected_modules", "allowed_importers")
        )
        for importer in importers - rooms - {"__main__"}:
            knows[importer] |= rooms
    return knows


def rooms_by_page(path: Path) -> dict[str, set[str]]:
    """Return what each room of the page's table knows, those without code left out."""
    _, _, behind = path.read_text(encoding="utf-8").partition("## The rooms\n")
    table, _, _ = behind.partition("\n## ")
    rows = re.findall(r"^\| `(\w+)(?:/|\.py)` \|[^|]*\|([^|]*)\|$", table, re.MULTILINE)
    return {
        room: set(re.findall(r"`(\w+)(?:/|\.py)`", known)) - {"lexicon"} for room, known in rows
    }


def test_the_page_draws_the_rooms_as_the_contracts_have_them(repository: Path) -> None:
    drawn = rooms_by_page(repository / "docs" / "architecture.md")
    kept = rooms_by_contract(repository / ".importlinter")
    assert {room: known for room, known in drawn.items() if known} == kept


def test_every_room_is_drawn(repository: Path) -> None:
    package = repository / "pipeline" / "communique"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")} | {
        path.stem for path in package.glob("*.py") if not path.stem.startswith("__")
    }
    drawn = set(rooms_by_page(repository / "docs" / "architecture.md"))
    assert drawn - {"lexicon"} == rooms
