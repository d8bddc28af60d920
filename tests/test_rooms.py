"""Rooms know only the rooms before them; the rooms are drawn in docs/architecture.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

#: Each room, and the rooms that it may import from. A room stands after all that it knows.
ROOMS: dict[str, set[str]] = {
    "lexicon": set(),
    "readers": set(),
    "components": {"lexicon"},
    "pipeline": {"readers", "components"},
    "records": {"readers", "components"},
    "stores": {"records"},
    "resolution": {"components", "stores"},
    "reports": {"components", "records"},
    "training": {"readers", "components", "pipeline"},
    "runs": {"readers", "pipeline", "records", "stores"},
    "evaluation": {"readers", "components", "pipeline", "records", "stores", "resolution", "runs"},
    "exchange": {"readers", "components", "records", "stores", "evaluation"},
    "api": {"readers", "components", "pipeline", "records", "runs"},
    "__init__": {"readers", "components", "pipeline", "records", "runs", "api"},
    "cli": {
        "__init__",
        "readers",
        "pipeline",
        "records",
        "stores",
        "resolution",
        "reports",
        "training",
        "runs",
        "evaluation",
        "exchange",
    },
    "__main__": {"cli"},
    "documentation": {"__init__", "components", "records", "cli"},
}

PACKAGE = Path(__file__).parents[1] / "pipeline" / "communique"


def imports_of(path: Path) -> Iterator[str]:
    """Yield the rooms that a module imports from, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            module = node.module or ""
            names = (
                [f"{module}.{a.name}" for a in node.names] if module == "communique" else [module]
            )
        for name in names:
            package, _, rest = name.partition(".")
            if package == "communique":
                room = rest.split(".")[0]
                yield room if room in ROOMS else "__init__"


def modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        first = path.relative_to(PACKAGE).parts[0]
        found.append((first.removesuffix(".py"), path))
    return found


def test_the_drawing_has_no_way_back() -> None:
    before: set[str] = set()
    for room, known in ROOMS.items():
        assert known <= before, f"{room} knows {known - before}, drawn after it"
        before.add(room)


def test_every_room_is_drawn() -> None:
    assert {room for room, _ in modules()} - {"lexicon"} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_rooms_before_it(room: str) -> None:
    wrong = {
        str(path.relative_to(PACKAGE)): sorted(others)
        for of, path in modules()
        if of == room and (others := set(imports_of(path)) - ROOMS[room] - {room})
    }
    assert wrong == {}


def test_components_know_each_other_by_their_value_types_alone() -> None:
    folder = PACKAGE / "components"
    wrong = []
    for path in sorted(folder.rglob("*.py")):
        own = path.relative_to(folder).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                "communique.components."
            ):
                parts = (node.module or "").split(".")[2:]
                if len(parts) > 1 and parts[0] != own and parts[1] == "component":
                    wrong.append(f"{path.relative_to(PACKAGE)}: {node.module}")
    assert wrong == []
